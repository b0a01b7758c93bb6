import type { Config } from '../config.js';
import { type Context, createContext, type Viewer } from '../context.js';
import { createProgress } from '../core/progress.js';
import { StartupError } from '../core/startup-error.js';
import { type DemoAuthor, demoAuthors } from '../db/seed/demo-authors.js';
import { type DemoComment, demoComments } from '../db/seed/demo-comments.js';
import { type DemoPost, demoPosts } from '../db/seed/demo-posts.js';
import { hashPassword } from '../modules/auth/password.js';
import { addComment } from '../modules/comment/comment.service.js';
import { Post } from '../modules/post/post.entity.js';
import { createPost } from '../modules/post/post.service.js';
import { User } from '../modules/user/user.entity.js';
import { usernameKey } from '../modules/user/user.service.js';
import { type Services, unasked } from './graphql-context.js';

const password = 'paper and ink';

const daysBetweenPosts = 3;

/** Tells how to sign in. */
export const invitation = `  Sign in as ${demoAuthors.map((author) => author.username).join(', ')}
  with the password: ${password}
`;

/** Everybody knows the demo's password. */
export function refuseInProduction(config: Config): void {
  if (config.NODE_ENV !== 'production') return;
  throw new StartupError('The demo has a public password.', 'Start it without NODE_ENV=production.');
}

/** Fills the database with a believable blog. What is there already stays as it is, so a second run adds nothing. */
export async function seedDemo(services: Services, signal: AbortSignal): Promise<void> {
  const posts = demoPosts();
  const viewers = await findOrCreateAuthors(services);
  const present = await titlesOf(services, [...viewers.values()]);
  const progress = createProgress('Writing the demo blog', posts.length);
  for (const [index, post] of posts.entries()) {
    signal.throwIfAborted();
    const viewer = viewers.get(post.author);
    if (viewer && !present.has(`${viewer.id} ${post.title}`)) {
      const written = await write(services, viewer, post, posts.length - index);
      await discuss(services, viewers, written, demoComments[post.title] ?? []);
    }
    progress.step();
  }
}

function write(services: Services, viewer: Viewer, post: DemoPost, age: number): Promise<Post> {
  const now = new Date(Date.now() - age * daysBetweenPosts * 86_400_000);
  const ctx = contextFor(services, viewer, now);
  return createPost(ctx, { title: post.title, content: post.content, tags: [...post.tags] });
}

/** Each comment and each reply comes half an hour after what it is about. */
async function discuss(
  services: Services,
  viewers: Map<string, Viewer>,
  post: Post,
  comments: readonly DemoComment[],
  above: { id: string; createdAt: Date } | null = null,
): Promise<void> {
  let now = above?.createdAt ?? post.createdAt;
  for (const { author, body, replies = [] } of comments) {
    now = new Date(now.getTime() + 1_800_000);
    const ctx = contextFor(services, viewers.get(author) ?? null, now);
    const input = { postId: post.id, body, parentId: above?.id ?? null };
    const comment = await addComment(ctx, input, new Map([['createdAt', new Map()]]));
    await discuss(services, viewers, post, replies, comment);
  }
}

const contextFor = ({ orm, ...shared }: Services, viewer: Viewer | null, now: Date): Context =>
  createContext(orm.em, { ...shared, viewer }, { ...unasked, now });

async function findOrCreateAuthors(services: Services): Promise<Map<string, Viewer>> {
  const { em, now } = contextFor(services, null, new Date());
  const keys = demoAuthors.map((author) => usernameKey(author.username));
  const users = await em.find(User, { usernameKey: { $in: keys } });
  const missing = demoAuthors.filter((author) => !users.some((user) => user.username === author.username));
  const passwordHash = missing.length > 0 ? await hashPassword(password) : '';
  for (const author of missing) users.push(em.create(User, rowOf(author, passwordHash, now)));
  await em.flush();
  return new Map(users.map((user) => [user.username, { id: user.id, role: user.role, sessionId: '', user }]));
}

const rowOf = (author: DemoAuthor, passwordHash: string, now: Date) => ({
  ...author,
  usernameKey: usernameKey(author.username),
  passwordHash,
  createdAt: now,
  updatedAt: now,
});

async function titlesOf({ orm }: Services, viewers: Viewer[]): Promise<Set<string>> {
  const where = { author: { $in: viewers.map((viewer) => viewer.id) } };
  const posts = await orm.em.fork().find(Post, where, { fields: ['title', 'author'] });
  return new Set(posts.map((post) => `${post.author.id} ${post.title}`));
}
