import type { Api } from './api.ts';
import type { TestUser } from './make.ts';
import { runToEnd } from './process.ts';

type Report = {
  imported: string[];
  updated: string[];
  unchanged: string[];
  skipped: { source: string; reason: string }[];
  notes: { source: string; note: string }[];
};

/** Runs `inkstone import … --json` on the database of `api`; throws with what it said when it failed. */
export async function runImport(api: Api, ...args: string[]): Promise<Report> {
  const { code, output } = await runToEnd('cli.js', ['import', ...args, '--json'], api.settings);
  if (code !== 0) throw new Error(output);
  return JSON.parse(output);
}

const Posts = `query ($id: ID!) { posts(first: 100, filter: { authorId: $id }) { nodes {
  slug title content status publishedAt tags { name } category { name } cover { id }
} } }`;

/** All posts of a user, by their slugs. */
// biome-ignore lint/suspicious/noExplicitAny: as the query has it
export async function postsOf(api: Api, user: TestUser): Promise<Record<string, any>> {
  const { data } = await api.as(user).send(Posts, { id: user.id });
  return Object.fromEntries(data.posts.nodes.map((post: { slug: string }) => [post.slug, post]));
}
