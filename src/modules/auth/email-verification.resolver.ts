import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../context.js';
import { User } from '../user/user.entity.js';
import { requestEmailVerification, verifyEmail } from './email-verification.service.js';

@Resolver()
export class EmailVerificationResolver {
  @Mutation(() => User, {
    description:
      'Confirms an e-mail address with the token from a mail; who is signed in does not matter. BAD_USER_INPUT, always with the same text, when the token is unknown, used or expired.',
  })
  verifyEmail(
    @Ctx() ctx: Context,
    @Arg('token', () => String, {
      description: 'From the link in the newest mail. Good for one use, for 24 hours.',
    })
    token: string,
  ): Promise<User> {
    return verifyEmail(ctx, token);
  }

  @Authorized()
  @Mutation(() => Boolean, {
    description:
      "Sends the mail that confirms the viewer's e-mail address once more; at most one mail a minute. False when there is no address or it is confirmed already. Signed-in users.",
  })
  requestEmailVerification(@Ctx() ctx: Context): Promise<boolean> {
    return requestEmailVerification(ctx);
  }
}
