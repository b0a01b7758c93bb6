import type { Context, Viewer } from '../../context.js';
import { badField } from '../../core/errors.js';
import type { Page, PageOrder } from '../../core/page.js';
import type { Selection } from '../../read/selection.js';
import { containing, type Where } from '../../read/where.js';
import { User } from './user.entity.js';
import type { UserFilter, UsersArgs } from './user.input.js';
import { canSeeEveryEmail, listedUsers } from './user.policy.js';
import { usernameKey } from './user.service.js';

const longestQuery = 100;

const newest: PageOrder<User> = { name: 'NEWEST_USERS', property: 'createdAt', descending: true };

/** The users that the viewer is shown and the filter lets through, newest first. */
export async function listUsers(ctx: Context, args: UsersArgs, selection: Selection): Promise<Page<User>> {
  const where = { $and: [listedUsers(ctx.viewer), usersMatching(args.filter ?? {}, ctx.viewer)] };
  return ctx.read.page(User, where, newest, args, selection);
}

function usersMatching({ role, status, query }: UserFilter, viewer: Viewer | null): Where<User> {
  const conditions: Where<User>[] = [];
  if (role) conditions.push({ role });
  if (status) conditions.push({ status });
  if (query != null) conditions.push(namedLike(query, viewer));
  return { $and: conditions };
}

/** What the viewer may not see must not be found either. */
function namedLike(query: string, viewer: Viewer | null): Where<User> {
  if ([...query].length > longestQuery) {
    const message = `At most ${longestQuery} characters can be looked for.`;
    throw badField(['filter', 'query'], 'LENGTH', message);
  }
  const text = containing(query);
  const names: Where<User>[] = [{ usernameKey: containing(usernameKey(query)) }, { displayName: text }];
  return { $or: canSeeEveryEmail(viewer) ? [...names, { email: text }] : names };
}
