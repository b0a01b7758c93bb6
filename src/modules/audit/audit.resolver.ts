import { Args, Authorized, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.js';
import { Connection, type Page, PageArgs } from '../../core/page.js';
import { Reads } from '../../read/reads.js';
import { Selected } from '../../read/resolving.js';
import type { Selection } from '../../read/selection.js';
import { Role, User } from '../user/user.entity.js';
import { listEvents } from './audit.service.js';
import { AuditEvent } from './audit-event.entity.js';

const AuditEventConnection = Connection(AuditEvent, 'AuditEvent');

@Resolver(() => AuditEvent)
export class AuditResolver {
  @Authorized(Role.ADMIN)
  @Query(() => AuditEventConnection, {
    description: 'Sign-ins, refused ones, and what was done to accounts and keys, newest first. ADMIN.',
  })
  auditLog(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) args: PageArgs,
    @Selected() selection: Selection,
  ): Promise<Page<AuditEvent>> {
    return listEvents(ctx, args, selection);
  }

  @Reads(AuditEvent, 'actorId')
  @FieldResolver(() => User, {
    nullable: true,
    description: 'Who did it; null when that is not proved, as in a refused sign-in, or the account is gone.',
  })
  actor(@Root() event: AuditEvent, @Ctx() ctx: Context): Promise<User | null> | null {
    return event.actorId === null ? null : ctx.loaders.user.load(event.actorId);
  }
}
