import { useApi } from '../support/api.ts';
import { unique } from '../support/make.ts';

const api = useApi({ RATE_LIMIT_SCALE: '100' });
const AddComment = `mutation ($input: AddCommentInput!) {
  addComment(input: $input) {
    id body html hidden deleted level createdAt updatedAt
    author { id } post { id title } parent { id body } replyCount replies { totalCount }
    viewerCanReply viewerCanEdit viewerCanDelete viewerCanHide
  }
}`;
const Thread = `query ($id: ID!) {
  post(id: $id) { comments { nodes { body author { username } replies { nodes { body parent { body } } } } } }
}`;

const written = async (body: string) =>
  (await api.db.query('select 1 from comments where body = $1', [body])).rowCount;
const add = async (input: object, user?: { token: string }) =>
  api.as(user ?? (await api.make.user())).send(AddComment, { input });

describe('addComment', () => {
  it('saves a comment of the viewer on a post', async () => {
    const [user, post] = [await api.make.user(), await api.make.post()];
    const body = unique('Well *said* ');
    const reply = await add({ postId: post.id, body }, user);
    expect(reply).toSucceed();
    const { createdAt, ...comment } = reply.data.addComment;
    expect(comment).toEqual({
      id: expect.any(String),
      body,
      html: `<p>${body.replace('*said*', '<em>said</em>')}</p>`,
      hidden: false,
      deleted: false,
      level: 1,
      updatedAt: createdAt,
      author: { id: user.id },
      post: { id: post.id, title: post.title },
      parent: null,
      replyCount: 0,
      replies: { totalCount: 0 },
      viewerCanReply: true,
      viewerCanEdit: true,
      viewerCanDelete: true,
      viewerCanHide: false,
    });
  });

  it('saves a reply below its comment, for everyone to read', async () => {
    const [user, post] = [await api.make.user(), await api.make.post()];
    const comment = await api.make.comment({ post_id: post.id, author_id: user.id });
    const body = unique('I agree ');
    const reply = await add({ postId: post.id, parentId: comment.id, body });
    expect(reply.data.addComment).toMatchObject({ level: 2, parent: { id: comment.id, body: comment.body } });
    expect((await api.send(Thread, { id: post.id })).data.post.comments.nodes).toEqual([
      {
        body: comment.body,
        author: { username: user.username },
        replies: { nodes: [{ body, parent: { body: comment.body } }] },
      },
    ]);
  });

  it("lets the post's author comment and hide", async () => {
    const user = await api.make.user();
    const post = await api.make.post({ author_id: user.id });
    const reply = await add({ postId: post.id, body: 'Thank you all.' }, user);
    expect(reply.data.addComment).toMatchObject({ viewerCanEdit: true, viewerCanHide: true });
  });

  it.each([
    ['of 1 character', '.'],
    ['of 10,000 characters', '🖋'.repeat(10_000)],
    ['with quotes, marks and lines', `"'\\ $1 {} <b>&amp;\n\n> 你好`],
  ])('takes a body %s as it is', async (_what, body) => {
    const reply = await add({ postId: (await api.make.post()).id, body });
    expect(reply.data.addComment.body).toBe(body);
  });

  it('makes HTML that is safe to show', async () => {
    const body = 'See <script>alert(1)</script> [this](javascript:alert(1))';
    const reply = await add({ postId: (await api.make.post()).id, body });
    expect(reply.data.addComment.body).toBe(body);
    expect(reply.data.addComment.html).not.toMatch(/<script|href/);
  });

  it('saves one comment when it is sent twice with an Idempotency-Key', async () => {
    const [{ id, token }, post] = [await api.make.user(), await api.make.post()];
    const input = { postId: post.id, body: unique('Once ') };
    const send = () => api.request(AddComment, { input }, token, { 'idempotency-key': id });
    const [one, other] = await Promise.all([send(), send()]);
    expect(one).toSucceed();
    expect(one.data).toEqual(other.data);
    expect(await written(input.body)).toBe(1);
  });

  it.each([
    ['empty', ''],
    ['blank', ' \n\t'],
    ['of 10,001 characters', 'c'.repeat(10_001)],
    ['null', null],
    ['a number', 5],
    ['a list', ['a', 'list']],
  ])('refuses a body that is %s', async (_what, body) => {
    const post = await api.make.post();
    expect(await add({ postId: post.id, body })).toFailWith('BAD_USER_INPUT', ['input', 'body']);
    expect(await api.row('select 1 from comments where post_id = $1', [post.id])).toBeUndefined();
  });

  it('refuses a guest', async () => {
    const body = unique('Guest ');
    const input = { postId: (await api.make.post()).id, body };
    expect(await api.send(AddComment, { input })).toFailWith('UNAUTHENTICATED');
    expect(await written(body)).toBe(0);
  });

  it.each(['authorId', 'hidden', 'deleted', 'createdAt', 'level', 'id'])(
    'does not let anyone set %s',
    async (field) => {
      const body = unique('Forged ');
      const input = {
        postId: (await api.make.post()).id,
        body,
        [field]: '01a1fc07-45b9-7102-8ac4-232457dc8e35',
      };
      expect(await add(input)).toFailWith('BAD_USER_INPUT', ['input']);
      expect(await written(body)).toBe(0);
    },
  );

  it.each(['01a1fc07-45b9-7102-8ac4-232457dc8e35', 'no id at all', '', '%'])(
    'reports a post or comment of the id %j as missing',
    async (id) => {
      const [post, body] = [await api.make.post(), unique('Lost ')];
      expect(await add({ postId: id, body })).toFailWith('NOT_FOUND');
      expect(await add({ postId: post.id, parentId: id, body })).toFailWith('NOT_FOUND');
      expect(await written(body)).toBe(0);
    },
  );

  it("reports a stranger's draft as missing, and refuses comments on one's own", async () => {
    const [user, body] = [await api.make.user(), unique('Early ')];
    const draft = await api.make.draft({ author_id: user.id });
    expect(await add({ postId: draft.id, body })).toFailWith('NOT_FOUND');
    expect(await add({ postId: draft.id, body }, user)).toFailWith('FORBIDDEN');
    expect(await written(body)).toBe(0);
  });

  it('does not reply to a comment on another post', async () => {
    const [post, other, body] = [await api.make.post(), await api.make.comment(), unique('Astray ')];
    expect(await add({ postId: post.id, parentId: other.id, body })).toFailWith('NOT_FOUND');
    expect(await written(body)).toBe(0);
  });

  it('does not reply to what is deleted, nor to what the viewer may not read', async () => {
    const post = await api.make.post();
    const deleted = await api.make.comment({ post_id: post.id, deleted: true, body: '' });
    const hidden = await api.make.comment({ post_id: post.id, hidden: true });
    const body = unique('To nobody ');
    expect(await add({ postId: post.id, parentId: deleted.id, body })).toFailWith('NOT_FOUND');
    expect(await add({ postId: post.id, parentId: hidden.id, body })).toFailWith('FORBIDDEN');
    expect(await written(body)).toBe(0);
    const editor = await api.make.user({ role: 'EDITOR' });
    expect(await add({ postId: post.id, parentId: hidden.id, body }, editor)).toSucceed();
  });

  it('goes eight levels deep', async () => {
    const postId = (await api.make.post()).id;
    let parentId: string | null = null;
    for (let level = 1; level <= 8; level += 1) {
      const reply = await add({ postId, parentId, body: `Level ${level}` });
      expect(reply.data.addComment.level).toBe(level);
      parentId = reply.data.addComment.id;
    }
    const deeper = await add({ postId, parentId, body: 'Level 9' });
    expect(deeper).toFailWith('BAD_USER_INPUT', ['input', 'parentId']);
    expect(await written('Level 9')).toBe(0);
  });
});
