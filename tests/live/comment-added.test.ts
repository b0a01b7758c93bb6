import { type Api, useApi } from '../support/api.ts';
import { type Feed, useLive } from '../support/live.ts';
import type { TestUser } from '../support/make.ts';

const api = useApi();
const open = useLive();
let other: Api;
beforeAll(async () => {
  other = await api.another();
});

const CommentAdded = `subscription CommentAdded($postId: ID!, $after: ID) {
  commentAdded(postId: $postId, after: $after) { id body level author { username } parent { id } post { slug } }
}`;
const Add = 'mutation ($input: AddCommentInput!) { addComment(input: $input) { id } }';

async function add(user: TestUser, input: object, server = api): Promise<string> {
  const reply = await server.as(user).send(Add, { input: { body: 'Well said.', ...input } });
  expect(reply).toSucceed();
  return reply.data.addComment.id;
}

/** A post whose first comment all feeds begin after, so that they miss none. */
async function thread(columns: object = {}) {
  const author = await api.make.user();
  const post = await api.make.post({ author_id: author.id, ...columns });
  const first = await api.make.comment({ post_id: post.id });
  const feed = (viewer?: TestUser, server = api): Feed =>
    open(server, viewer).subscribe(CommentAdded, { postId: post.id, after: first.id });
  return { author, post, postId: post.id, first: first.id, feed };
}

describe('commentAdded', () => {
  it('tells of comments and replies on this post, from every process', async () => {
    const { postId, post, feed } = await thread();
    const elsewhere = await thread();
    const writer = await api.make.user();
    const feeds = [feed(), feed(undefined, other), feed(await api.make.user())];
    const id = await add(writer, { postId });
    await add(writer, { postId: elsewhere.postId });
    const reply = await add(writer, { postId, parentId: id, body: 'Thanks.' }, other);
    const shared = { author: { username: writer.username }, post: { slug: post.slug } };
    for (const received of feeds) {
      await received.until(reply);
      expect(received.events.map(({ data }) => data?.commentAdded)).toEqual([
        { id, body: 'Well said.', level: 1, parent: null, ...shared },
        { id: reply, body: 'Thanks.', level: 2, parent: { id }, ...shared },
      ]);
    }
  });

  it('begins with what comes next when nothing is said of what was seen', async () => {
    const { postId } = await thread();
    const feed = open(api).subscribe(CommentAdded, { postId });
    const writer = await api.make.user();
    while (feed.events.length === 0) await api.make.comment({ post_id: postId, body: 'Hello?' });
    const id = await add(writer, { postId });
    await feed.until(id);
    expect(feed.events[0]?.data?.commentAdded?.body).toBe('Hello?');
  });

  it('is not found for a post that the viewer may not read', async () => {
    const { postId, author } = await thread({ status: 'DRAFT' });
    const stranger = await api.make.user();
    for (const [viewer, id] of [
      [undefined, postId],
      [stranger, postId],
      [author, '0192aaaa-0000-7000-8000-000000000000'],
      [author, 'x'],
    ] as const) {
      const feed = open(api, viewer).subscribe(CommentAdded, { postId: id });
      expect((await feed.refusal()).extensions.code).toBe('NOT_FOUND');
    }
  });

  it('tells of nothing that is hidden or deleted by then', async () => {
    const { postId, first } = await thread();
    const hidden = await api.make.comment({ post_id: postId, hidden: true });
    const deleted = await api.make.comment({ post_id: postId, deleted: true });
    const shown = await api.make.comment({ post_id: postId });
    const admin = await api.make.user({ role: 'ADMIN' });
    for (const viewer of [undefined, admin]) {
      const feed = open(api, viewer).subscribe(CommentAdded, { postId, after: first });
      await feed.until(shown.id);
      expect(feed.ids).toEqual([shown.id]);
      expect([hidden.id, deleted.id]).not.toContain(feed.ids[0]);
    }
  });

  it('goes silent for others when the post becomes a draft, and goes on when it is published', async () => {
    const { author, postId, feed } = await thread();
    const [others, own] = [feed(), feed(author)];
    const before = await api.make.comment({ post_id: postId });
    for (const received of [others, own]) await received.until(before.id);
    await api.as(author).send(`mutation { unpublishPost(id: "${postId}") { id } }`);
    const meanwhile = await api.make.comment({ post_id: postId });
    await own.until(meanwhile.id);
    await api.as(author).send(`mutation { publishPost(id: "${postId}") { id } }`);
    const after = await api.make.comment({ post_id: postId });
    for (const received of [others, own]) await received.until(after.id);
    expect(own.ids).toEqual([before.id, meanwhile.id, after.id]);
    expect(others.ids).not.toContain(meanwhile.id);
  });

  it('can only go on after a comment on the same post', async () => {
    const { postId } = await thread();
    const elsewhere = await thread();
    for (const after of [elsewhere.first, postId, 'x']) {
      const feed = open(api).subscribe(CommentAdded, { postId, after });
      expect((await feed.refusal()).extensions.fields).toMatchObject([{ path: ['after'], code: 'UNKNOWN' }]);
    }
  });
});
