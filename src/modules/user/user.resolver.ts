import { GraphQLEmailAddress } from 'graphql-scalars';
import { Arg, Args, Authorized, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.js';
import { Connection, type Page } from '../../core/page.js';
import { Reads } from '../../read/reads.js';
import { Selected } from '../../read/resolving.js';
import type { Selection } from '../../read/selection.js';
import { Role, User } from './user.entity.js';
import { UpdateProfileInput, UpdateUserInput, UsersArgs } from './user.input.js';
import { canSeeEmail } from './user.policy.js';
import { updateProfile, updateUser, userOrNull, viewerOrNull } from './user.service.js';
import { listUsers } from './user-list.service.js';
import { deleteUser } from './user-removal.service.js';

const UserConnection = Connection(User, 'User');

@Resolver(() => User)
export class UserResolver {
  @Query(() => User, { nullable: true, description: 'The signed-in user; null for a guest.' })
  viewer(@Ctx() ctx: Context): User | null {
    return viewerOrNull(ctx);
  }

  @Query(() => User, {
    nullable: true,
    description: 'A user by id or username, exactly one of the two; null when there is none.',
  })
  user(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { nullable: true, description: 'The id of the user.' }) id: string | null,
    @Arg('username', () => String, { nullable: true, description: 'The username, in any case.' })
    username: string | null,
    @Selected() selection: Selection,
  ): Promise<User | null> {
    return userOrNull(ctx, id, username, selection);
  }

  @Authorized()
  @Query(() => UserConnection, {
    description:
      'Users, newest first: those who may sign in, and for admins the disabled ones as well. Signed-in users.',
  })
  users(
    @Ctx() ctx: Context,
    @Args(() => UsersArgs) args: UsersArgs,
    @Selected() selection: Selection,
  ): Promise<Page<User>> {
    return listUsers(ctx, args, selection);
  }

  @Authorized()
  @Mutation(() => User, { description: "Changes the viewer's own profile. Signed-in users." })
  updateProfile(
    @Ctx() ctx: Context,
    @Arg('input', () => UpdateProfileInput, { description: 'What changes.' }) input: UpdateProfileInput,
  ): Promise<User> {
    return updateProfile(ctx, input);
  }

  @Authorized(Role.ADMIN)
  @Mutation(() => User, {
    description:
      "Changes a user's account, role or status. CONFLICT when nobody would be left as an admin who may sign in. ADMIN.",
  })
  updateUser(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The user to change.' }) id: string,
    @Arg('input', () => UpdateUserInput, { description: 'What changes.' }) input: UpdateUserInput,
  ): Promise<User> {
    return updateUser(ctx, id, input);
  }

  @Authorized(Role.ADMIN)
  @Mutation(() => ID, {
    description:
      'Deletes an account for good, with its drafts, and returns its id. What was published stays, under the name of a deleted user. CONFLICT for the last admin; FORBIDDEN for oneself. ADMIN.',
  })
  deleteUser(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The user to delete.' }) id: string,
  ): Promise<string> {
    return deleteUser(ctx, id);
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
