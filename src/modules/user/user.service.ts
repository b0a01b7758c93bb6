import type { Context } from '../../context.js';
import type { User } from './user.entity.js';

/** The signed-in user, who came with the session; null for a guest. */
export const viewerOrNull = (ctx: Context): User | null => ctx.viewer?.user ?? null;

/** Usernames are the same when they look the same: case and compatibility forms do not count. */
export const usernameKey = (username: string): string => username.normalize('NFKC').toLowerCase();
