import type { Context } from '../../context.js';
import { neighbourhoodOf } from '../../core/client-address.js';
import { newId } from '../../core/id.js';
import type { Page, PageArgs, PageOrder } from '../../core/page.js';
import { requestScope } from '../../core/request-scope.js';
import type { Selection } from '../../read/selection.js';
import { readableEvents } from './audit.policy.js';
import { AuditEvent } from './audit-event.entity.js';

/** What is recorded: see `docs/guides/abuse.md`. */
type Action =
  | 'register'
  | 'login'
  | 'login-failed'
  | 'logout'
  | 'session-revoked'
  | 'refresh-token-replayed'
  | 'password-changed'
  | 'password-reset'
  | 'email-changed'
  | 'role-changed'
  | 'status-changed'
  | 'user-deleted'
  | 'comment-hidden'
  | 'comment-shown'
  | 'keys-rotated';

/** What is logged as a warning. */
const suspicious = new Set<Action>(['login-failed', 'refresh-token-replayed']);

type About = {
  /** Who did it, as far as that is proved; the viewer if left out. */
  actorId?: string | null;
  /** What it was done to. */
  subjectId?: string | null;
  /** A few words for people. Never a password, a token, an address, or a text that a caller chose. */
  detail?: string;
};

/** Commands have no request, so nobody asks and there is no client. */
type Recorder = Pick<Context, 'em' | 'log' | 'now'> & Partial<Pick<Context, 'viewer' | 'client'>>;

/** Records and logs what is being done. Within a transaction it is recorded if and only if the rest is done. */
export async function recordEvent(
  { em, log, now, viewer, client }: Recorder,
  action: Action,
  { actorId = viewer?.id ?? null, subjectId = null, detail }: About = {},
): Promise<void> {
  const event = { action, actorId, subjectId, detail: detail ?? null };
  await em.insert(AuditEvent, {
    id: newId(),
    ...event,
    createdAt: now,
    requestId: requestScope.getStore()?.id ?? null,
    network: client ? neighbourhoodOf(client) : null,
  });
  log[suspicious.has(action) ? 'warn' : 'info']({ event: action, actorId, subjectId, detail }, 'audit');
}

const newestFirst: PageOrder<AuditEvent> = { name: 'AUDIT', property: 'createdAt', descending: true };

/** What happened, newest first. */
export const listEvents = (ctx: Context, args: PageArgs, selection: Selection): Promise<Page<AuditEvent>> =>
  ctx.read.page(AuditEvent, readableEvents(ctx.viewer), newestFirst, args, selection);
