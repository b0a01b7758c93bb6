import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../context.js';
import { LoginInput, RegisterInput } from './auth.input.js';
import { login, logout, logoutEverywhere, refresh, register } from './auth.service.js';
import { AuthPayload } from './auth-payload.js';

@Resolver()
export class AuthResolver {
  @Mutation(() => AuthPayload, {
    description: 'Makes an account and signs in. CONFLICT when the username or e-mail address is taken.',
  })
  register(
    @Ctx() ctx: Context,
    @Arg('input', () => RegisterInput, { description: 'The new account.' }) input: RegisterInput,
  ): Promise<AuthPayload> {
    return register(ctx, input);
  }

  @Mutation(() => AuthPayload, {
    description:
      'Signs in. UNAUTHENTICATED, always with the same text, when username and password do not fit.',
  })
  login(
    @Ctx() ctx: Context,
    @Arg('input', () => LoginInput, { description: 'What proves the account.' }) input: LoginInput,
  ): Promise<AuthPayload> {
    return login(ctx, input);
  }

  @Mutation(() => AuthPayload, {
    description:
      'Exchanges a refresh token for new tokens. Each works once; within 10 seconds of its use it gives the same successor again, later it ends the session. UNAUTHENTICATED when it is unknown, expired or revoked.',
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
