import type { Viewer } from '../../context.js';
import { Role, type User } from './user.entity.js';

/** An e-mail address is for its owner and for admins. */
export const canSeeEmail = (viewer: Viewer | null, user: User): boolean =>
  viewer !== null && (viewer.id === user.id || viewer.role === Role.ADMIN);
