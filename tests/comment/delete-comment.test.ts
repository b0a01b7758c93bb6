import { useApi } from '../support/api.ts';
import type { TestUser } from '../support/make.ts';

const api = useApi();
const DeleteComment = 'mutation ($id: ID!) { deleteComment(id: $id) }';
const AddComment = 'mutation ($input: AddCommentInput!) { addComment(input: $input) { id } }';
const Comments = `query ($id: ID!) {
  post(id: $id) { comments { totalCount nodes { id body deleted author { displayName } replies { nodes { id } } } } }
}`;

const row = (id: string) => api.row('select * from comments where id = $1', [id]);
const remove = (user: TestUser, { id }: { id: string }) => api.as(user).send(DeleteComment, { id });

/** A comment, a reply to it, a reply to that, and so on, all by one user. */
async function thread(length: number) {
  const user = await api.make.user();
  const post_id = (await api.make.post()).id;
  const comments: { id: string; body: string }[] = [];
  for (let level = 1; level <= length; level += 1) {
    const parent_id = comments.at(-1)?.id;
    comments.push(await api.make.comment({ post_id, author_id: user.id, parent_id, level }));
  }
  return { user, post_id, comments: comments as [(typeof comments)[number], ...typeof comments] };
}

describe('deleteComment', () => {
  it('deletes a comment without replies for good and returns its id', async () => {
    const { user, post_id, comments } = await thread(1);
    const reply = await remove(user, comments[0]);
    expect(reply).toSucceed();
    expect(reply.data.deleteComment).toBe(comments[0].id);
    expect(await row(comments[0].id)).toBeUndefined();
    expect((await api.send(Comments, { id: post_id })).data.post.comments.nodes).toEqual([]);
  });

  it('leaves the place of a comment with replies, without its text and name', async () => {
    const { user, post_id, comments } = await thread(2);
    expect(await remove(user, comments[0])).toSucceed();
    expect((await api.send(Comments, { id: post_id })).data.post.comments).toEqual({
      totalCount: 1,
      nodes: [
        {
          id: comments[0].id,
          body: '',
          deleted: true,
          author: { displayName: 'Deleted user' },
          replies: { nodes: [{ id: comments[1]?.id }] },
        },
      ],
    });
    const left = Object.values(await row(comments[0].id)).join();
    expect(left).not.toContain(comments[0].body);
    expect(left).not.toContain(user.id);
  });

  it('takes the places of deleted comments away with their last reply', async () => {
    const { user, post_id, comments } = await thread(4);
    const other = await api.make.comment({ post_id, parent_id: comments[0].id, level: 2 });
    for (const comment of comments.slice(0, 3)) await remove(user, comment);
    expect(await remove(user, comments[3] as { id: string })).toSucceed();
    const { rows } = await api.db.query(
      'select id, deleted from comments where post_id = $1 order by level',
      [post_id],
    );
    expect(rows).toEqual([
      { id: comments[0].id, deleted: true },
      { id: other.id, deleted: false },
    ]);
  });

  it('deletes what is hidden, too', async () => {
    const user = await api.make.user();
    const comment = await api.make.comment({ author_id: user.id, hidden: true });
    expect(await remove(user, comment)).toSucceed();
    expect(await row(comment.id)).toBeUndefined();
  });

  it('reports a deleted comment as missing, whether or not its place is left', async () => {
    const { user, comments } = await thread(2);
    await remove(user, comments[0]);
    expect(await remove(user, comments[0])).toFailWith('NOT_FOUND');
    await remove(user, comments[1] as { id: string });
    expect(await remove(user, comments[1] as { id: string })).toFailWith('NOT_FOUND');
  });

  it("refuses everyone but its author: editors and the post's author hide", async () => {
    const author = await api.make.user();
    const post = await api.make.post({ author_id: author.id });
    const comment = await api.make.comment({ post_id: post.id });
    const others = [await api.make.user(), await api.make.user({ role: 'ADMIN' }), author];
    for (const other of others) expect(await remove(other, comment)).toFailWith('FORBIDDEN');
    expect(await api.send(DeleteComment, { id: comment.id })).toFailWith('UNAUTHENTICATED');
    expect(await row(comment.id)).toMatchObject({ body: comment.body });
  });

  it('reports a comment on a post that is no longer published as missing', async () => {
    const user = await api.make.user();
    const draft = await api.make.draft();
    const comment = await api.make.comment({ post_id: draft.id, author_id: user.id });
    expect(await remove(user, comment)).toFailWith('NOT_FOUND');
    expect(await row(comment.id)).toMatchObject({ body: comment.body });
  });

  it.each(['01a1fc07-45b9-7102-8ac4-232457dc8e35', 'no id at all', ''])(
    'reports a comment of the id %j as missing',
    async (id) => {
      expect(await remove(await api.make.user(), { id })).toFailWith('NOT_FOUND');
    },
  );
});

describe('a comment that is deleted while it is replied to', () => {
  it('leaves its place to the reply, or is missing for it', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { user, post_id, comments } = await thread(1);
      const input = { postId: post_id, parentId: comments[0].id, body: 'Just in time?' };
      const [removed, added] = await Promise.all([
        remove(user, comments[0]),
        api.as(await api.make.user()).send(AddComment, { input }),
      ]);
      expect(removed).toSucceed();
      const left = await row(comments[0].id);
      if (added.errors) {
        expect(added).toFailWith('NOT_FOUND');
        expect(left).toBeUndefined();
      } else expect(left).toMatchObject({ deleted: true, body: '' });
    }
  });

  it('goes for good when all its replies are deleted at once', async () => {
    const { user, post_id, comments } = await thread(1);
    const replies = [];
    for (let n = 0; n < 10; n += 1) {
      replies.push(
        await api.make.comment({ post_id, parent_id: comments[0].id, author_id: user.id, level: 2 }),
      );
    }
    const all = await Promise.all([...replies, comments[0]].map((comment) => remove(user, comment)));
    for (const reply of all) expect(reply).toSucceed();
    const { rowCount } = await api.db.query('select 1 from comments where post_id = $1', [post_id]);
    expect(rowCount).toBe(0);
  });
});

describe('a post that is deleted', () => {
  it('takes its comments with it', async () => {
    const { post_id } = await thread(3);
    const admin = await api.make.user({ role: 'ADMIN' });
    expect(
      await api.as(admin).send('mutation ($id: ID!) { deletePost(id: $id) }', { id: post_id }),
    ).toSucceed();
    expect(await api.row('select 1 from comments where post_id = $1', [post_id])).toBeUndefined();
  });
});

describe('a user who is deleted', () => {
  it('leaves comments under the name of a deleted user', async () => {
    const { user, post_id, comments } = await thread(1);
    const admin = await api.make.user({ role: 'ADMIN' });
    expect(
      await api.as(admin).send('mutation ($id: ID!) { deleteUser(id: $id) }', { id: user.id }),
    ).toSucceed();
    expect((await api.send(Comments, { id: post_id })).data.post.comments.nodes).toMatchObject([
      { body: comments[0].body, deleted: false, author: { displayName: 'Deleted user' } },
    ]);
  });
});
