import { useApi } from '../support/api.ts';
import { unique } from '../support/make.ts';

// Nothing is kept here, so that every statement is counted.
const api = useApi({ FAST_PATH: 'off' });

const Everything = `query ($first: Int, $tag: String) {
  posts(first: $first, filter: { tag: $tag }) {
    totalCount
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    edges { cursor node { id title excerpt author { id displayName email } tags { id name } } }
    nodes { id slug content status author { username } tags { slug } viewerCanEdit viewerCanDelete readingMinutes }
  }
}`;

const UsersWithPosts = `query ($first: Int, $yes: Boolean = true) {
  users(first: $first) { nodes { username posts(first: 2) { ...P } posts(first: 2) { totalCount } } }
}
fragment P on PostConnection {
  nodes { title @include(if: $yes) tags { name } author { latest: posts(first: 1, orderBy: RECENTLY_UPDATED) { edges { node { author { email } } } } } }
}`;

const PostsWithComments = `query ($first: Int) {
  posts(first: $first) { nodes { commentCount comments(first: 3) {
    totalCount nodes { ...C replies(first: 3) { totalCount nodes { ...C } } }
  } } }
}
fragment C on Comment { body hidden author { username } parent { body } post { title } viewerCanEdit viewerCanHide }`;
const TagsWithPosts = `query ($first: Int) {
  tags(first: $first, orderBy: MOST_USED) {
    nodes { name postCount posts(first: 2) { totalCount nodes { title author { id } tags { postCount } } } }
  }
}`;

/** Fifty posts of fifty authors, with two tags each. */
async function makeList(): Promise<string> {
  const posts = await Promise.all(Array.from({ length: 50 }, () => api.make.post()));
  const ids = posts.map((post) => post.id);
  await api.make.tag(undefined, ids);
  return (await api.make.tag(undefined, ids)).slug;
}

describe('a list', () => {
  it('costs as many statements for 50 rows as for 2', async () => {
    const tag = await makeList();
    const few = await api.send(Everything, { first: 2, tag });
    const many = await api.send(Everything, { first: 50, tag });
    expect(few.data.posts.edges).toHaveLength(2);
    expect(many.data.posts.edges).toHaveLength(50);
    expect(many.data.posts.nodes[49].tags).toHaveLength(2);
    expect(await api.statementsOf(few)).toBe(2);
    expect(await api.statementsOf(many)).toBe(2);
  });

  it('of users with the posts of each costs as many for 50 as for 2, however often posts are asked for', async () => {
    await makeList();
    const viewer = api.as(await api.make.user());
    const few = await viewer.send(UsersWithPosts, { first: 2 });
    const many = await viewer.send(UsersWithPosts, { first: 50 });
    expect(many.data.users.nodes).toHaveLength(50);
    expect(many.data.users.nodes[49].posts.nodes[0].author.latest.edges).toHaveLength(1);
    // The session, the users, the posts, the posts of their authors, and the authors of those in their statement.
    expect(await api.statementsOf(few)).toBe(4);
    expect(await api.statementsOf(many)).toBe(4);
  });

  it('of posts with their comments and replies costs as many for 50 as for 2', async () => {
    await makeList();
    const { rows } = await api.db.query('select id from posts');
    for (const { id: post_id } of rows) {
      const { id: parent_id } = await api.make.comment({ post_id });
      await api.make.comment({ post_id, parent_id, level: 2 });
    }
    const few = await api.send(PostsWithComments, { first: 2 });
    const many = await api.send(PostsWithComments, { first: 50 });
    expect(many.data.posts.nodes[49]).toMatchObject({ commentCount: 2, comments: { nodes: [{}] } });
    expect(many.data.posts.nodes[49].comments.nodes[0].replies.nodes).toHaveLength(1);
    expect(await api.statementsOf(few)).toBe(3);
    expect(await api.statementsOf(many)).toBe(3);
  });

  it('of tags with the posts of each costs as many for 50 as for 2', async () => {
    const { id } = await api.make.post();
    await Promise.all(Array.from({ length: 50 }, () => api.make.tag(undefined, [id])));
    const few = await api.send(TagsWithPosts, { first: 2 });
    const many = await api.send(TagsWithPosts, { first: 50 });
    expect(many.data.tags.nodes).toHaveLength(50);
    expect(await api.statementsOf(few)).toBe(2);
    expect(await api.statementsOf(many)).toBe(2);
  });

  it('costs one statement more for a signed-in viewer, and one less without the total', async () => {
    const user = api.as(await api.make.user());
    expect(await api.statementsOf(await user.send(Everything, { first: 2 }))).toBe(3);
    const reply = await api.send('{ posts { nodes { title author { id } tags { id } } } }');
    expect(await api.statementsOf(reply)).toBe(1);
  });
});

describe('a new post', () => {
  it('costs one statement when its tags exist, and one more for each relation that is asked for', async () => {
    const user = api.as(await api.make.user());
    const tags = [(await api.make.tag()).name, (await api.make.tag()).name];
    const create = (fields: string) =>
      user.send(
        `mutation ($tags: [String!]) {
        createPost(input: { title: "Counted", slug: "${unique('counted-')}", content: "x", tags: $tags }) { ${fields} }
      }`,
        { tags },
      );
    const signedIn = await api.statementsOf(await user.send('{ viewer { id } }'));
    const bare = await create('id slug title content excerpt status publishedAt version viewerCanEdit');
    expect(bare).toSucceed();
    expect(await api.statementsOf(bare)).toBe(signedIn + 1);
    const full = await create('id author { username } tags { name }');
    expect(full.data.createPost.tags).toHaveLength(2);
    expect(await api.statementsOf(full)).toBe(signedIn + 3);
  });
});
