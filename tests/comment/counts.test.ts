import { useApi } from '../support/api.ts';
import type { TestUser } from '../support/make.ts';

const api = useApi({ RATE_LIMIT_SCALE: '1000' });
const Count = 'query ($id: ID!) { post(id: $id) { commentCount comments { totalCount } } }';
const AddComment = 'mutation ($input: AddCommentInput!) { addComment(input: $input) { id } }';
const DeleteComment = 'mutation ($id: ID!) { deleteComment(id: $id) }';
const SetHidden =
  'mutation ($id: ID!, $hidden: Boolean!) { setCommentHidden(id: $id, hidden: $hidden) { id } }';

/** One of many who write, reply, hide and delete as they like; says how often they were refused and why. */
async function meddle(user: TestUser, postId: string, shared: string[], times: number): Promise<string[]> {
  const own: string[] = [];
  const refusals: string[] = [];
  for (let n = 0; n < times; n += 1) {
    const id = own[Math.floor(Math.random() * own.length)];
    const parentId = shared[Math.floor(Math.random() * shared.length)] ?? null;
    const kind = id ? n % 4 : 0;
    const reply = await (kind === 2
      ? api.as(user).send(DeleteComment, { id })
      : kind === 3
        ? api.as(user).send(SetHidden, { id, hidden: Math.random() < 0.5 })
        : api.as(user).send(AddComment, { input: { postId, parentId, body: `${n}` } }));
    const added = reply.data?.addComment?.id;
    if (added) own.push(added);
    if (added) shared.push(added);
    refusals.push(...(reply.errors ?? []).map(({ extensions }) => extensions.code));
  }
  return refusals;
}

describe('a thousand operations at once', () => {
  it('leave counts that equal rows, and no place without replies', async () => {
    const post = await api.make.post();
    const users = await Promise.all(Array.from({ length: 25 }, () => api.make.user({ role: 'EDITOR' })));
    const shared: string[] = [];
    const refusals = await Promise.all(users.map((user) => meddle(user, post.id, shared, 40)));
    // What is gone or too deep is refused; nothing fails for being in somebody's way.
    const expected = ['NOT_FOUND', 'BAD_USER_INPUT'];
    expect(refusals.flat().filter((code) => !expected.includes(code))).toEqual([]);
    const row = await api.row(
      `select count(*) filter (where not hidden and not deleted)::int as shown,
        count(*) filter (where parent_id is null)::int as top,
        count(*) filter (where deleted and not exists (select 1 from comments r where r.parent_id = c.id))::int as empty
       from comments c where post_id = $1`,
      [post.id],
    );
    expect(row.shown).toBeGreaterThan(50);
    expect(row.empty).toBe(0);
    expect((await api.send(Count, { id: post.id })).data.post).toEqual({
      commentCount: row.shown,
      comments: { totalCount: row.top },
    });
  }, 60_000);
});

describe('a writer in a hurry', () => {
  it('is refused after 30 comments and changes, and nothing else is', async () => {
    const strict = await api.another({ RATE_LIMIT_SCALE: '1' });
    const [user, other, post] = [await api.make.user(), await api.make.user(), await api.make.post()];
    const input = { postId: post.id, body: 'And another thing.' };
    const send = (viewer: TestUser) => strict.as(viewer).send(AddComment, { input });
    const replies = await Promise.all(Array.from({ length: 31 }, () => send(user)));
    const refused = replies.filter(({ errors }) => errors);
    expect(refused).toHaveLength(1);
    expect(refused[0]).toFailWith('RATE_LIMITED');
    expect(refused[0]?.status).toBe(429);
    expect((await api.row('select count(*)::int as n from comments where post_id = $1', [post.id])).n).toBe(
      30,
    );
    const [id] = replies.flatMap(({ data }) => data?.addComment?.id ?? []);
    const update = 'mutation ($id: ID!) { updateComment(id: $id, body: "changed") { id } }';
    expect(await strict.as(user).send(update, { id })).toFailWith('RATE_LIMITED');
    expect(await strict.as(user).send(DeleteComment, { id })).toSucceed();
    expect(await send(other)).toSucceed();
  });
});
