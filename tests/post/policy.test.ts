import { join } from 'node:path';
import { useApi } from '../support/api.ts';
import { rootFolder } from '../support/environment.ts';

const api = useApi();
const Ids = 'query ($after: String) { posts(first: 100, after: $after) { nodes { id } } }';

type Policy = typeof import('../../src/modules/post/post.policy.ts');
type Row = { id: string; status: string; author: { id: string } };

/** Sixty posts of four authors, in a random state each. */
async function randomPosts() {
  const authors = await Promise.all(Array.from({ length: 4 }, () => api.make.user()));
  for (let n = 0; n < 60; n += 1) {
    const author = authors[n % authors.length];
    const { post, draft, scheduled } = api.make;
    const make = [post, draft, scheduled][Math.floor(Math.random() * 3)] ?? post;
    await make.call(api.make, { author_id: author?.id });
  }
  return authors;
}

describe('who may read a post', () => {
  it('is the same in the rule for one post and in the condition for lists', async () => {
    const { canReadPost }: Policy = await import(join(rootFolder, 'dist/src/modules/post/post.policy.js'));
    const authors = await randomPosts();
    const { rows } = await api.db.query('select id, status, author_id from posts');
    const posts: Row[] = rows.map((row) => ({ ...row, author: { id: row.author_id } }));
    const viewers = [null, await api.make.user(), await api.make.user({ role: 'EDITOR' }), ...authors];
    for (const viewer of viewers) {
      const reply = await api.request(Ids, {}, viewer?.token);
      const listed = reply.data.posts.nodes.map((node: { id: string }) => node.id).sort();
      const allowed = posts.filter((post) => canReadPost(viewer as never, post as never));
      expect(listed).toEqual(allowed.map((post) => post.id).sort());
    }
  });
});
