import { GraphQLEmailAddress } from 'graphql-scalars';
import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.js';
import { Reads } from '../../read/reads.js';
import { User } from './user.entity.js';
import { canSeeEmail } from './user.policy.js';
import { viewerOrNull } from './user.service.js';

@Resolver(() => User)
export class UserResolver {
  @Query(() => User, { nullable: true, description: 'The signed-in user; null for a guest.' })
  viewer(@Ctx() ctx: Context): User | null {
    return viewerOrNull(ctx);
  }

  @Reads(User, 'email')
  @FieldResolver(() => GraphQLEmailAddress, {
    nullable: true,
    description: 'For the user and for admins; null for everyone else.',
  })
  email(@Root() user: User, @Ctx() ctx: Context): string | null {
    return canSeeEmail(ctx.viewer, user) ? user.email : null;
  }

  @Reads(User, 'emailVerified')
  @FieldResolver(() => Boolean, {
    nullable: true,
    description:
      'Whether the user has shown that they get mail at `email`. For the user and for admins; null for everyone else.',
  })
  emailVerified(@Root() user: User, @Ctx() ctx: Context): boolean | null {
    return canSeeEmail(ctx.viewer, user) ? user.emailVerified : null;
  }
}
