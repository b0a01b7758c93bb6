import type { Viewer } from '../../context.js';
import type { Where } from '../../read/where.js';
import { type Post, PostStatus } from '../post/post.entity.js';
import { canReadPost, readablePosts } from '../post/post.policy.js';
import { Role } from '../user/user.entity.js';
import { type Comment, deepestLevel } from './comment.entity.js';

const isAuthor = (viewer: Viewer | null, comment: Comment): boolean => viewer?.id === comment.author.id;

/** The post's author, and editors and admins, look after what others write below it. */
const looksAfter = (viewer: Viewer | null, comment: Comment): boolean =>
  viewer?.id === comment.postAuthor || viewer?.role === Role.EDITOR || viewer?.role === Role.ADMIN;

/** Comments are for those who may read their post. Of a hidden one they see its place only: see `canReadBody`. */
export const canReadComments = canReadPost;

/** The same rule as a condition on rows: see `canReadComments`. */
export const readableComments = (viewer: Viewer | null): Where<Comment> => ({
  post: { $is: readablePosts(viewer) },
});

/** What is hidden is for its author and for those who may hide it. */
export const canReadBody = (viewer: Viewer | null, comment: Comment): boolean =>
  !comment.hidden || isAuthor(viewer, comment) || looksAfter(viewer, comment);

/** What is published can be talked about by everyone who is signed in. */
export const canComment = (viewer: Viewer | null, post: Post): boolean =>
  viewer !== null && canReadPost(viewer, post) && post.status === PostStatus.PUBLISHED;

/** Whether a comment takes replies; its post must be published as well. */
export const canReply = (viewer: Viewer | null, comment: Comment): boolean =>
  viewer !== null && !comment.deleted && comment.level < deepestLevel && canReadBody(viewer, comment);

/** Not what is hidden: it could become something else than what was judged. */
export const canEditComment = (viewer: Viewer | null, comment: Comment): boolean =>
  isAuthor(viewer, comment) && !comment.hidden && !comment.deleted;

export const canDeleteComment = (viewer: Viewer | null, comment: Comment): boolean =>
  isAuthor(viewer, comment) && !comment.deleted;

/** Hides and shows again. */
export const canHideComment = (viewer: Viewer | null, comment: Comment): boolean =>
  looksAfter(viewer, comment) && !comment.deleted;
