import 'reflect-metadata';
import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql';
import { GraphQLDateTime } from 'graphql-scalars';
import { type AuthCheckerFn, buildSchema, type PubSub } from 'type-graphql';
import type { Context } from '../context.js';
import { forbidden, signInRequired } from '../core/errors.js';
import { validateArgument } from '../core/validation.js';
import { AuditResolver } from '../modules/audit/audit.resolver.js';
import { AccountResolver } from '../modules/auth/account.resolver.js';
import { AuthResolver } from '../modules/auth/auth.resolver.js';
import { EmailVerificationResolver } from '../modules/auth/email-verification.resolver.js';
import { PasswordResolver } from '../modules/auth/password.resolver.js';
import { SessionResolver } from '../modules/auth/session.resolver.js';
import { CategoryResolver } from '../modules/category/category.resolver.js';
import { CommentResolver } from '../modules/comment/comment.resolver.js';
import { CommentLiveResolver } from '../modules/comment/comment-live.resolver.js';
import { CommentsOfPostResolver } from '../modules/comment/comments-of-post.resolver.js';
import { AlbumResolver } from '../modules/image/album.resolver.js';
import { AvatarResolver } from '../modules/image/avatar.resolver.js';
import { ImageResolver } from '../modules/image/image.resolver.js';
import { ImageShareResolver } from '../modules/image/image-share.resolver.js';
import { ArchiveResolver } from '../modules/post/archive.resolver.js';
import { DraftOfPostResolver } from '../modules/post/draft-of-post.resolver.js';
import { PostResolver } from '../modules/post/post.resolver.js';
import { PostDraftResolver } from '../modules/post/post-draft.resolver.js';
import { PostLiveResolver } from '../modules/post/post-live.resolver.js';
import { PostRevisionResolver } from '../modules/post/post-revision.resolver.js';
import { PostSearchResolver } from '../modules/post/post-search.resolver.js';
import { PostsOfCategoryResolver } from '../modules/post/posts-of-category.resolver.js';
import { PostsOfTagResolver } from '../modules/post/posts-of-tag.resolver.js';
import { PostsOfUserResolver } from '../modules/post/posts-of-user.resolver.js';
import { RevisionsOfPostResolver } from '../modules/post/revisions-of-post.resolver.js';
import { TagResolver } from '../modules/tag/tag.resolver.js';
import type { Role } from '../modules/user/user.entity.js';
import { UserResolver } from '../modules/user/user.resolver.js';

/** `@Authorized()` wants a signed-in viewer, `@Authorized(...roles)` one with any of the roles. */
const checkAccess: AuthCheckerFn<Context, Role> = ({ context }, roles) => {
  if (!context.viewer) throw signInRequired();
  if (roles.length > 0 && !roles.includes(context.viewer.role)) {
    throw forbidden(`Only for ${roles.join(' and ')}.`);
  }
  return true;
};

/** TypeGraphQL wants one, although our subscriptions say themselves where their events come from. */
const noTopics: PubSub = {
  publish: () => {},
  subscribe: () => {
    throw new Error('Give the subscription a `subscribe` of its own.');
  },
};

export const createSchema = (): Promise<GraphQLSchema> =>
  buildSchema({
    resolvers: [
      AuthResolver,
      AccountResolver,
      EmailVerificationResolver,
      PasswordResolver,
      SessionResolver,
      UserResolver,
      PostResolver,
      PostLiveResolver,
      PostDraftResolver,
      DraftOfPostResolver,
      PostRevisionResolver,
      RevisionsOfPostResolver,
      PostsOfUserResolver,
      PostsOfTagResolver,
      ArchiveResolver,
      PostsOfCategoryResolver,
      CategoryResolver,
      PostSearchResolver,
      TagResolver,
      CommentResolver,
      CommentLiveResolver,
      CommentsOfPostResolver,
      ImageResolver,
      ImageShareResolver,
      AlbumResolver,
      AvatarResolver,
      AuditResolver,
    ],
    authChecker: checkAccess,
    pubSub: noTopics,
    scalarsMap: [{ type: Date, scalar: GraphQLDateTime }],
    validate: false,
    validateFn: validateArgument,
  });

/** The contract as it is committed: sorted, so that a change shows as the lines it touches. */
export const printContract = (schema: GraphQLSchema): string =>
  `${printSchema(lexicographicSortSchema(schema))}\n`;
