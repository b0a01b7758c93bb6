import { Arg, Authorized, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../context.js';
import { CreateFirstAdminInput } from './account.input.js';
import { createFirstAdmin, deleteAccount } from './account.service.js';
import { AuthPayload } from './auth-payload.js';

@Resolver()
export class AccountResolver {
  @Mutation(() => AuthPayload, {
    description:
      'Makes the first admin and signs in. FORBIDDEN for a wrong token, and for any once there is an admin. Whoever holds the setup link.',
  })
  createFirstAdmin(
    @Ctx() ctx: Context,
    @Arg('input', () => CreateFirstAdminInput, { description: 'The new account, and the right to make it.' })
    input: CreateFirstAdminInput,
  ): Promise<AuthPayload> {
    return createFirstAdmin(ctx, input);
  }

  @Authorized()
  @Mutation(() => ID, {
    description:
      "Deletes the viewer's account for good, with its drafts, and returns its id. What was published stays, under the name of a deleted user. CONFLICT for the last admin. Signed-in users.",
  })
  deleteAccount(
    @Ctx() ctx: Context,
    @Arg('password', () => String, { description: "The viewer's password." }) password: string,
  ): Promise<string> {
    return deleteAccount(ctx, password);
  }
}
