import { useApi } from '../support/api.ts';

const api = useApi({ RATE_LIMIT_SCALE: '100' });
const Comments = `query ($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {
  post(id: $id) {
    commentCount
    comments(first: $first, after: $after, last: $last, before: $before) {
      totalCount
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      edges { cursor node { id } }
      nodes { body hidden deleted author { username } }
    }
  }
}`;
const Replies = `query ($id: ID!, $first: Int, $after: String) {
  comment(id: $id) { replyCount replies(first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } nodes { body parent { id } post { title } }
  } }
}`;
const AddComment =
  'mutation ($input: AddCommentInput!) { addComment(input: $input) { post { commentCount } } }';

type Columns = Record<string, unknown>;
type Edges = { node: { id: string } }[];
const ids = (edges: Edges): string[] => edges.map(({ node }) => node.id);

/** So many comments on a post, half of them at the same moment, oldest first. */
async function commented(count: number, columns: Columns = {}) {
  const post_id = String(columns.post_id ?? (await api.make.post()).id);
  const author_id = (await api.make.user()).id;
  for (let n = 0; n < count; n += 1) {
    const created_at = new Date(Date.UTC(2026, 0, 1, 0, 0, Math.floor(n / 2)));
    await api.make.comment({ author_id, created_at, body: `Comment ${n}`, ...columns, post_id });
  }
  const sql = 'select id from comments where post_id = $1 order by created_at, id';
  const { rows } = await api.db.query(sql, [post_id]);
  return { post_id, all: rows.map(({ id }): string => id) };
}

describe('the comments of a post', () => {
  it('are paged oldest first, forward and backward, each once', async () => {
    const { post_id: id, all } = await commented(7);
    const seen: string[] = [];
    let after: string | undefined;
    for (const size of [3, 3, 1]) {
      const { comments } = (await api.send(Comments, { id, first: 3, after })).data.post;
      expect(comments.edges).toHaveLength(size);
      expect(comments.totalCount).toBe(7);
      expect(comments.pageInfo.hasNextPage).toBe(size === 3 && seen.length < 4);
      seen.push(...ids(comments.edges));
      after = comments.pageInfo.endCursor;
    }
    expect(seen).toEqual(all);
    const last = (await api.send(Comments, { id, last: 3 })).data.post.comments;
    expect(ids(last.edges)).toEqual(all.slice(4));
    const before = last.pageInfo.startCursor;
    const previous = (await api.send(Comments, { id, last: 10, before })).data.post.comments;
    expect(ids(previous.edges)).toEqual(all.slice(0, 4));
    expect(previous.pageInfo).toMatchObject({ hasPreviousPage: false, hasNextPage: true });
  });

  it('keep their places while others are written and deleted', async () => {
    const { post_id: id, all } = await commented(10);
    const first = (await api.send(Comments, { id, first: 5 })).data.post.comments;
    const writing = Array.from({ length: 20 }, async () =>
      api.as(await api.make.user()).send(AddComment, { input: { postId: id, body: 'In between' } }),
    );
    const paging = api.send(Comments, { id, first: 3, after: first.pageInfo.endCursor });
    await Promise.all(writing);
    await api.change('delete from comments where id = $1', [all[4]]);
    expect(ids((await paging).data.post.comments.edges)).toEqual(all.slice(5, 8));
    const rest = (await api.send(Comments, { id, first: 100, after: first.pageInfo.endCursor })).data.post;
    expect(ids(rest.comments.edges).slice(0, 5)).toEqual(all.slice(5));
    expect(rest.comments.edges).toHaveLength(25);
    expect(rest.commentCount).toBe(29);
  });

  it('do not have replies among them, which are paged below their own', async () => {
    const { post_id: id, all } = await commented(1);
    await commented(5, { post_id: id, parent_id: all[0], level: 2 });
    expect((await api.send(Comments, { id })).data.post.comments.totalCount).toBe(1);
    const { replyCount, replies: first } = (await api.send(Replies, { id: all[0], first: 4 })).data.comment;
    expect(replyCount).toBe(5);
    expect(first.nodes.map(({ body }: { body: string }) => body)).toEqual(
      [0, 1, 2, 3].map((n) => `Comment ${n}`),
    );
    expect(first.nodes[0].parent).toEqual({ id: all[0] });
    expect(first).toMatchObject({ totalCount: 5, pageInfo: { hasNextPage: true } });
    const rest = await api.send(Replies, { id: all[0], first: 4, after: first.pageInfo.endCursor });
    expect(rest.data.comment.replies.nodes).toMatchObject([{ body: 'Comment 4' }]);
  });

  it('are counted as far as a reader can see them, replies included', async () => {
    const { post_id: id, all } = await commented(3);
    await commented(2, { post_id: id, parent_id: all[0], level: 2 });
    await commented(2, { post_id: id, hidden: true });
    await commented(1, { post_id: id, deleted: true, body: '' });
    const { commentCount, comments } = (await api.send(Comments, { id })).data.post;
    expect(commentCount).toBe(5);
    expect(comments.totalCount).toBe(6);
    const editor = api.as(await api.make.user({ role: 'EDITOR' }));
    expect((await editor.send(Comments, { id })).data.post.commentCount).toBe(5);
  });

  it('are not there where the post is not', async () => {
    const author = await api.make.user();
    const draft = await api.make.draft({ author_id: author.id });
    const { all } = await commented(1, { post_id: draft.id });
    for (const viewer of [api, api.as(await api.make.user({ role: 'ADMIN' }))]) {
      expect((await viewer.send(Comments, { id: draft.id })).data.post).toBeNull();
      expect((await viewer.send(Replies, { id: all[0] })).data.comment).toBeNull();
    }
    expect((await api.as(author).send(Comments, { id: draft.id })).data.post.comments.totalCount).toBe(1);
    expect((await api.as(author).send(Replies, { id: all[0] })).data.comment).not.toBeNull();
  });

  it('are not there for guests from the moment on when the post is taken back', async () => {
    const { post_id: id, all } = await commented(1);
    expect((await api.send(Replies, { id: all[0] })).data.comment).not.toBeNull();
    const editor = api.as(await api.make.user({ role: 'EDITOR' }));
    await editor.send('mutation ($id: ID!) { unpublishPost(id: $id) { id } }', { id });
    expect((await api.send(Replies, { id: all[0] })).data.comment).toBeNull();
  });

  it.each([
    [{ first: 0 }, 'first'],
    [{ first: 101 }, 'first'],
    [{ last: -1 }, 'last'],
    [{ first: 1, last: 1 }, 'last'],
    [{ after: 'garbage' }, 'after'],
    [
      {
        before: Buffer.from(`NEWEST 2024-01-01T00:00:00.000Z 01a1fc07-45b9-7102-8ac4-232457dc8e35`).toString(
          'base64url',
        ),
      },
      'before',
    ],
  ])('are refused for %j', async (page, argument) => {
    const { id } = await api.make.post();
    expect(await api.send(Comments, { id, ...page })).toFailWith('BAD_USER_INPUT', [argument]);
  });

  it.each(['01a1fc07-45b9-7102-8ac4-232457dc8e35', 'no id at all', ''])(
    'are none of a comment %j',
    async (id) => {
      expect((await api.send(Replies, { id })).data.comment).toBeNull();
    },
  );
});
