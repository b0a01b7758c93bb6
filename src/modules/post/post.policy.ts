import type { Viewer } from '../../context.js';
import type { Where } from '../../read/where.js';
import { Role } from '../user/user.entity.js';
import { type Post, PostStatus } from './post.entity.js';

const isEditor = (viewer: Viewer | null): boolean =>
  viewer?.role === Role.EDITOR || viewer?.role === Role.ADMIN;

const isAuthor = (viewer: Viewer | null, post: Post): boolean => viewer?.id === post.author.id;

/** A published post is for everyone; a draft, or what is scheduled, for its author. */
export const canReadPost = (viewer: Viewer | null, post: Post): boolean =>
  post.status === PostStatus.PUBLISHED || isAuthor(viewer, post);

/** The same rule as a condition on rows: see `canReadPost`. */
export const readablePosts = (viewer: Viewer | null): Where<Post> =>
  viewer
    ? { $or: [{ status: PostStatus.PUBLISHED }, { author: viewer.id }] }
    : { status: PostStatus.PUBLISHED };

/** Authors look after their own posts, editors and admins after everything that is published. */
const looksAfter = (viewer: Viewer | null, post: Post): boolean =>
  isAuthor(viewer, post) || (isEditor(viewer) && post.status === PostStatus.PUBLISHED);

export const canEditPost = looksAfter;

export const canDeletePost = looksAfter;
