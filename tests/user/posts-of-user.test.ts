import { useApi } from '../support/api.ts';
import { unique } from '../support/make.ts';

const api = useApi();
const PostsOfUser = `query ($id: ID, $first: Int, $after: String, $last: Int, $before: String, $filter: PostFilter, $orderBy: PostOrder) {
  user(id: $id) {
    posts(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) {
      totalCount
      nodes { id title author { id } tags { name } }
      edges { cursor node { excerpt } }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
  }
}`;

const author = async (count = 3) => {
  const user = await api.make.user();
  const posts: { id: string; title: string }[] = [];
  for (let n = 0; n < count; n += 1) {
    posts.unshift(await api.make.post({ author_id: user.id, published_at: new Date(2024, 0, n + 1) }));
  }
  return { user, posts, ids: posts.map((post) => post.id) };
};
const idsOf = (connection: { nodes: { id: string }[] }) => connection.nodes.map((node) => node.id);

describe('the posts of a user', () => {
  it('are the same as `posts` filtered by the author', async () => {
    const { user, ids } = await author();
    await api.make.post();
    await api.make.tag(unique('tag'), ids);
    const reply = await api.send(PostsOfUser, { id: user.id });
    expect(reply).toSucceed();
    const Filtered = PostsOfUser.replace('user(id: $id) {', '').replace(/\}$/, '').replace('$id: ID, ', '');
    const filtered = await api.send(Filtered, { filter: { authorId: user.id } });
    expect(reply.data.user.posts).toEqual(filtered.data.posts);
    expect(idsOf(reply.data.user.posts)).toEqual(ids);
  });

  it('can be filtered, ordered and paged in both directions', async () => {
    const { user, posts, ids } = await author(5);
    const ask = async (variables: object) =>
      (await api.send(PostsOfUser, { id: user.id, ...variables })).data.user.posts;
    expect(idsOf(await ask({ orderBy: 'OLDEST', first: 2 }))).toEqual(ids.toReversed().slice(0, 2));
    expect(idsOf(await ask({ filter: { titleContains: posts[2]?.title } }))).toEqual([ids[2]]);
    const first = await ask({ first: 2 });
    expect(first).toMatchObject({ totalCount: 5, pageInfo: { hasNextPage: true, hasPreviousPage: false } });
    const second = await ask({ first: 2, after: first.pageInfo.endCursor });
    expect(idsOf(second)).toEqual(ids.slice(2, 4));
    const back = await ask({ last: 1, before: second.pageInfo.startCursor });
    expect(idsOf(back)).toEqual([ids[1]]);
    const beyond = await ask({ first: 2, after: (await ask({ last: 1 })).pageInfo.endCursor });
    expect(beyond).toMatchObject({ nodes: [], totalCount: 5, pageInfo: { hasPreviousPage: true } });
  });

  it('are drafts as well for the author alone', async () => {
    const { user, ids } = await author(1);
    const draft = await api.make.draft({ author_id: user.id });
    const editor = await api.make.user({ role: 'EDITOR' });
    const admin = await api.make.user({ role: 'ADMIN' });
    for (const viewer of [undefined, await api.make.user(), editor, admin]) {
      const { posts } = (await api.request(PostsOfUser, { id: user.id }, viewer?.token)).data.user;
      expect(posts.totalCount).toBe(1);
      expect(idsOf(posts)).toEqual(ids);
    }
    const { posts } = (await api.as(user).send(PostsOfUser, { id: user.id })).data.user;
    expect(posts.totalCount).toBe(2);
    expect(idsOf(posts).sort()).toEqual([...ids, draft.id].sort());
  });

  it('are there for the viewer, in the answer of a mutation and below posts', async () => {
    const { user, ids } = await author(2);
    const viewer = await api.as(user).send('{ viewer { posts { nodes { id } } } }');
    expect(idsOf(viewer.data.viewer.posts)).toEqual(ids);
    const profile = await api
      .as(user)
      .send(
        'mutation { updateProfile(input: { bio: "x" }) { posts { totalCount nodes { author { bio } } } } }',
      );
    expect(profile.data.updateProfile.posts).toEqual({
      totalCount: 2,
      nodes: [{ author: { bio: 'x' } }, { author: { bio: 'x' } }],
    });
    const Below =
      'query ($id: ID!) { post(id: $id) { author { posts(first: 1) { nodes { author { posts(last: 1) { nodes { id } } } } } } } }';
    const below = await api.send(Below, { id: ids[0] });
    expect(below.data.post.author.posts.nodes[0].author.posts.nodes).toEqual([{ id: ids[1] }]);
  });

  it('can be asked for twice with other arguments, and by way of fragments and directives', async () => {
    const { user, ids } = await author(3);
    const reply = await api.send(
      `query ($id: ID!, $yes: Boolean = true) {
        user(id: $id) { newest: posts(first: 1) { nodes { id } } oldest: posts(orderBy: OLDEST, first: 1) { ...P } posts { totalCount } posts { nodes { id @include(if: $yes) } } }
      }
      fragment P on PostConnection { edges { node { id title @skip(if: $yes) } } }`,
      { id: user.id },
    );
    expect(reply.data.user).toEqual({
      newest: { nodes: [{ id: ids[0] }] },
      oldest: { edges: [{ node: { id: ids[2] } }] },
      posts: { totalCount: 3, nodes: ids.map((id) => ({ id })) },
    });
  });

  it('may be counted without being read, and the other way round', async () => {
    const { user } = await author(2);
    const Count = 'query ($id: ID!) { user(id: $id) { posts { totalCount } none: posts { __typename } } }';
    const reply = await api.send(Count, { id: user.id });
    expect(reply.data.user).toEqual({ posts: { totalCount: 2 }, none: { __typename: 'PostConnection' } });
  });

  it.each([
    [{ first: 0 }, ['first']],
    [{ last: 101 }, ['last']],
    [{ after: 'garbage' }, ['after']],
    [{ filter: { ids: Array(101).fill('x') } }, ['filter', 'ids']],
  ])('refuse %j', async (variables, path) => {
    const { user } = await author(1);
    expect(await api.send(PostsOfUser, { id: user.id, ...variables })).toFailWith('BAD_USER_INPUT', path);
  });
});
