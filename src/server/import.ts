import type { Config } from '../config.js';
import type { Context, Viewer } from '../context.js';
import { StartupError } from '../core/startup-error.js';
import type { Found } from '../modules/transfer/foreign-post.js';
import { readGhost } from '../modules/transfer/ghost.js';
import { type ImportOptions, type ImportReport, importPosts } from '../modules/transfer/import.service.js';
import { checkFolder, readMarkdownFolder } from '../modules/transfer/markdown-folder.js';
import { readWordPress } from '../modules/transfer/wordpress.js';
import { User } from '../modules/user/user.entity.js';
import { usernameKey } from '../modules/user/user.service.js';
import { withContext } from './command-context.js';

/** Where posts come from. */
export type Origin = { folder: string; zone: string } | { ghost: string } | { wordpress: string };

/**
 * Reads posts from where they are and writes them as posts of `author`; throws a StartupError that says what is wrong.
 * `begin` is told how many there are, and what it returns is called at each.
 */
export async function importFrom(
  config: Config,
  origin: Origin,
  author: string | null,
  options: ImportOptions,
  begin: (posts: number) => () => void,
): Promise<ImportReport> {
  const found = read(origin);
  return withContext(config, async (ctx) => {
    const asAuthor: Context = Object.create(ctx, { viewer: { value: await findAuthor(ctx, author) } });
    return importPosts(asAuthor, found, options, begin(found.posts.length));
  });
}

function read(origin: Origin): Found {
  if ('ghost' in origin) return readGhost(origin.ghost);
  if ('wordpress' in origin) return readWordPress(origin.wordpress);
  checkFolder(origin.folder);
  return readMarkdownFolder(origin.folder, origin.zone);
}

/** The user of this name; without one, the only one there is. */
async function findAuthor({ em }: Context, name: string | null): Promise<Viewer> {
  const where = name === null ? {} : { usernameKey: usernameKey(name) };
  const users = await em.find(User, where, { limit: 2 });
  const [user] = users;
  if (!user || users.length > 1) throw unknownAuthor(name);
  return { id: user.id, role: user.role, sessionId: '', user };
}

const unknownAuthor = (name: string | null): StartupError =>
  name === null
    ? new StartupError(
        'Whose posts are they?',
        'Name a user who is there: inkstone import ./my-blog --author ada',
      )
    : new StartupError(`There is no user ${name}.`, 'Register, or: inkstone user create-admin');
