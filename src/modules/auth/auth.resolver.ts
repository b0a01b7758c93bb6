import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../context.js';
import { LoginInput, RegisterInput } from './auth.input.js';
import { login, logout, logoutEverywhere, refresh, register } from './auth.service.js';
import { AuthPayload } from './auth-payload.js';

@Resolver()
export class AuthResolver {
  @Mutation(() => AuthPayload, {
    description:
      'Makes an account and signs in. CONFLICT when the username or e-mail address is taken; RATE_LIMITED beyond 20 calls of a client in an hour.',
  })
  register(
    @Ctx() ctx: Context,
    @Arg('input', () => RegisterInput, { description: 'The new account.' }) input: RegisterInput,
  ): Promise<AuthPayload> {
    return register(ctx, input);
  }

  @Mutation(() => AuthPayload, {
    description:
      'Signs in. UNAUTHENTICATED, always with the same text, when username and password do not fit; RATE_LIMITED, whatever the password, after more than 5 such failures of a client for an account in 15 minutes, or 25 for all accounts in 5 minutes.',
  })
  login(
    @Ctx() ctx: Context,
    @Arg('input', () => LoginInput, { description: 'What proves the account.' }) input: LoginInput,
  ): Promise<AuthPayload> {
    return login(ctx, input);
  }

  @Mutation(() => AuthPayload, {
    description:
      'Exchanges a refresh token for new tokens. Each works once; within 10 seconds of its use it gives the same successor again, later it ends the session. UNAUTHENTICATED when it is unknown, expired or revoked; RATE_LIMITED beyond 120 calls of a client in a minute.',
  })
  refresh(
    @Ctx() ctx: Context,
    @Arg('refreshToken', () => String, {
      nullable: true,
      description: 'The newest refresh token of the session. Left out, the one in the cookie counts.',
    })
    refreshToken: string | null,
  ): Promise<AuthPayload> {
    return refresh(ctx, refreshToken);
  }

  @Authorized()
  @Mutation(() => Boolean, {
    description: 'Ends this session: its access and refresh tokens stop working at once. Signed-in users.',
  })
  logout(@Ctx() ctx: Context): Promise<boolean> {
    return logout(ctx);
  }

  @Authorized()
  @Mutation(() => Boolean, { description: 'Ends all sessions of the viewer, this one too. Signed-in users.' })
  logoutEverywhere(@Ctx() ctx: Context): Promise<boolean> {
    return logoutEverywhere(ctx);
  }
}
