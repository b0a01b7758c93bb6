import type { LiveContext, Viewer } from '../../context.js';
import { badField } from '../../core/errors.js';
import { isId } from '../../core/id.js';
import type { PageOrder } from '../../core/page.js';
import type { Selection } from '../../read/selection.js';
import type { Where } from '../../read/where.js';
import { Announcement } from './announcement.entity.js';

/** How many announcements a client can have missed and still go on where it was. */
const mostMissed = 100;

const inOrder: PageOrder<Announcement> = { name: 'ANNOUNCED', property: 'number', descending: false };
const newestFirst: PageOrder<Announcement> = { ...inOrder, descending: true };
const plain: Selection = new Map([
  ['nodes', new Map()],
  ['pageInfo', new Map()],
]);

/** What to follow. */
type Wanted = {
  /** What it is announced under. */
  topic: string;
  /** What belongs to it, whoever looks. */
  scope: Where<Announcement>;
  /** What of that this viewer is to get now. */
  shownTo: (viewer: Viewer | null) => Where<Announcement>;
  /** The id of what was announced last, as the client knows it: what came after it is sent first. */
  after: string | null;
  /** What of an announcement is sent. */
  property: 'post' | 'comment';
  selection: Selection;
};

/**
 * Announcements in their order from now on, or from `after` on: none missing and none twice. Each is read when it is
 * its turn, so nobody gets what they may not read by then, and a slow client makes nothing grow. Throws BAD_USER_INPUT
 * when it is not known any more what came after `after`.
 */
export async function follow<T>(ctx: LiveContext, wanted: Wanted): Promise<AsyncIterable<T>> {
  // Listens first, so that nothing falls between what is read and what is heard.
  const numbers = ctx.news.follow(wanted.topic, ctx.signal);
  const { nodes } = await ctx.read.page(Announcement, {}, newestFirst, { first: 1 }, plain);
  const newest = nodes[0]?.number ?? 0;
  const place = wanted.after == null ? newest : await placeOf(ctx, wanted, wanted.after);
  return goOn(ctx, wanted, place, newest, numbers);
}

async function placeOf(ctx: LiveContext, { scope, shownTo }: Wanted, after: string): Promise<number> {
  const seen = isId(after)
    ? await ctx.read.one(Announcement, { $and: [{ id: after }, scope] }, new Map([['number', new Map()]]))
    : null;
  if (!seen) throw tooOld('UNKNOWN', 'Nothing is known of what came after this.');
  const where = { $and: [{ number: { $gt: seen.number } }, scope, shownTo(ctx.viewer)] };
  const { pageInfo } = await ctx.read.page(Announcement, where, inOrder, { first: mostMissed }, plain);
  if (pageInfo.hasNextPage) throw tooOld('TOO_OLD', `More than ${mostMissed} came after this.`);
  return seen.number;
}

const tooOld = (code: string, reason: string) =>
  badField(['after'], code, `${reason} Subscribe without \`after\`, then load the list again.`);

async function* goOn<T>(
  ctx: LiveContext,
  wanted: Wanted,
  start: number,
  newest: number,
  numbers: AsyncIterable<number>,
): AsyncGenerator<T> {
  yield* between(ctx, wanted, start, newest);
  let place = newest;
  for await (const number of numbers) {
    yield* between(ctx, wanted, place, number);
    place = Math.max(place, number);
  }
}

/** One at a time. All who ask for the same from the same place share the statement. */
async function* between<T>(
  ctx: LiveContext,
  { scope, shownTo, property, selection }: Wanted,
  start: number,
  end: number,
): AsyncGenerator<T> {
  for (let place = start; place < end && !ctx.signal.aborted; ) {
    const { read, viewer } = await ctx.anew();
    const where = { $and: [{ number: { $gt: place, $lte: end } }, scope, shownTo(viewer)] };
    const connection = connectionOf(property, selection);
    const { nodes } = await read.page(Announcement, where, inOrder, { first: 1 }, connection);
    const [next] = nodes;
    if (!next) return;
    yield next[property] as T;
    place = next.number;
  }
}

const connections = {
  post: new WeakMap<Selection, Selection>(),
  comment: new WeakMap<Selection, Selection>(),
};

/** The same for the same selection: plans are kept by it. */
function connectionOf(property: Wanted['property'], selection: Selection): Selection {
  const known = connections[property].get(selection);
  if (known) return known;
  const made = new Map([['nodes', new Map([[property, selection]])]]);
  connections[property].set(selection, made);
  return made;
}
