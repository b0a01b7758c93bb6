import type { Context } from '../../context.js';
import type { User } from './user.entity.js';

/** The signed-in user; null for a guest. */
export async function viewerOrNull(ctx: Context): Promise<User | null> {
  return ctx.viewer && ctx.loaders.user.load(ctx.viewer.id);
}

/** Usernames are the same when they look the same: case and compatibility forms do not count. */
export const usernameKey = (username: string): string => username.normalize('NFKC').toLowerCase();
