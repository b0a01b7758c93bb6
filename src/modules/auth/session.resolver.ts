import { Arg, Authorized, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.js';
import { Session } from './session.entity.js';
import { listSessions, revokeSession } from './session.service.js';

@Resolver(() => Session)
export class SessionResolver {
  @Authorized()
  @Query(() => [Session], {
    description:
      "The viewer's own living sessions, the one that was used last first; at most 100. Signed-in users.",
  })
  sessions(@Ctx() ctx: Context): Promise<Session[]> {
    return listSessions(ctx);
  }

  @Authorized()
  @Mutation(() => Boolean, {
    description:
      "Ends one of the viewer's own sessions; its tokens stop working at once. NOT_FOUND when it is not theirs or has ended. Signed-in users.",
  })
  revokeSession(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The session to end.' }) id: string,
  ): Promise<boolean> {
    return revokeSession(ctx, id);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the request that asks was made with it.' })
  current(@Root() session: Session, @Ctx() ctx: Context): boolean {
    return session.id === ctx.viewer?.sessionId;
  }
}
