import { Arg, Authorized, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.js';
import { loadedRow } from '../../read/resolving.js';
import { User } from '../user/user.entity.js';
import { Post } from './post.entity.js';
import { ExpectedVersion } from './post.input.js';
import { PostRevision } from './post-revision.entity.js';
import { restorePostRevision } from './post-revision.service.js';

@Resolver(() => PostRevision)
export class PostRevisionResolver {
  @Authorized()
  @Mutation(() => Post, {
    description:
      'Saves title and content of a revision as the newest version, in the working copy where there is one; what they replace stays a revision. Those who may edit the post.',
  })
  restorePostRevision(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The revision.' }) id: string,
    @ExpectedVersion() expectedVersion: number | null,
  ): Promise<Post> {
    return restorePostRevision(ctx, { id, expectedVersion });
  }

  @FieldResolver(() => User, { description: 'Who saved it; the account "Deleted user" when it was deleted.' })
  author(@Root() revision: PostRevision, @Ctx() ctx: Context): User | Promise<User | null> {
    return loadedRow(revision.author) ?? ctx.loaders.user.load(revision.author.id);
  }
}
