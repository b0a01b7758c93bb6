import type { Viewer } from '../../context.js';
import type { Where } from '../../read/where.js';
import { deletedUserId, Role, type User, UserStatus } from './user.entity.js';

const isAdmin = (viewer: Viewer | null): boolean => viewer?.role === Role.ADMIN;

/** An e-mail address is for its owner and for admins. The rest of a profile is public. */
export const canSeeEmail = (viewer: Viewer | null, user: User): boolean =>
  viewer?.id === user.id || canSeeEveryEmail(viewer);

export const canSeeEveryEmail = isAdmin;

/** Lists show those who may sign in, and everyone to admins. */
export const listedUsers = (viewer: Viewer | null): Where<User> =>
  isAdmin(viewer) ? { id: { $ne: deletedUserId } } : { status: UserStatus.ACTIVE };

/** Roles, status and the profiles of others are for admins. */
export const canChangeUser = (viewer: Viewer | null, user: User): boolean =>
  isAdmin(viewer) && user.id !== deletedUserId;

/** Nobody deletes themselves here: that takes their password. */
export const canDeleteUser = (viewer: Viewer | null, user: User): boolean =>
  canChangeUser(viewer, user) && viewer?.id !== user.id;
