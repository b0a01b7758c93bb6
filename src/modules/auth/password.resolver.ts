import { Arg, Args, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../context.js';
import { AuthPayload } from './auth-payload.js';
import { ChangePasswordInput, EmailArgs, ResetPasswordInput } from './password.input.js';
import { changePassword } from './password-change.service.js';
import { requestPasswordReset, resetPassword } from './password-reset.service.js';

@Resolver()
export class PasswordResolver {
  @Authorized()
  @Mutation(() => AuthPayload, {
    description:
      'Changes the password, ends all sessions and signs in anew: every older token stops working at once. BAD_USER_INPUT when the current password is wrong. The user is told by mail. Signed-in users.',
  })
  changePassword(
    @Ctx() ctx: Context,
    @Arg('input', () => ChangePasswordInput, { description: 'Both passwords.' }) input: ChangePasswordInput,
  ): Promise<AuthPayload> {
    return changePassword(ctx, input);
  }

  @Mutation(() => Boolean, {
    description:
      'Sends a link to set a new password to the address, if an account has it; at most one mail a minute. Always true, so that nobody learns who has an account.',
  })
  requestPasswordReset(@Ctx() ctx: Context, @Args(() => EmailArgs) { email }: EmailArgs): Promise<boolean> {
    return requestPasswordReset(ctx, email);
  }

  @Mutation(() => AuthPayload, {
    description:
      'Sets a new password with the token from a mail, ends all sessions and signs in. It confirms the e-mail address too. BAD_USER_INPUT, always with the same text, when the token is unknown, used or expired; a password that is refused leaves it as it is.',
  })
  resetPassword(
    @Ctx() ctx: Context,
    @Arg('input', () => ResetPasswordInput, { description: 'The token and the new password.' })
    input: ResetPasswordInput,
  ): Promise<AuthPayload> {
    return resetPassword(ctx, input);
  }
}
