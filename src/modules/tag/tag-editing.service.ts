import { LockMode } from '@mikro-orm/core';
import type { Context } from '../../context.js';
import { type AppError, badField, conflict, notFound } from '../../core/errors.js';
import { isId } from '../../core/id.js';
import { nameKey } from '../../core/name-key.js';
import { changeSlug } from '../../core/slug.js';
import { inTransaction, lockName } from '../../core/transaction.js';
import { Tag, TagSlug } from './tag.entity.js';
import { readableTags } from './tag.policy.js';
import { checkTagName, tagSlug } from './tag.service.js';

/** CONFLICT when another tag has the name: whether the two are one is for the editor to say. */
export async function renameTag(ctx: Context, id: string, name: string): Promise<Tag> {
  checkTagName(name, ['name']);
  const found = await findTag(ctx, id);
  return inTransaction(ctx, async (tx) => {
    await lockName(tx.em, 'tags');
    const tag = await lockTag(tx, found.id);
    const key = nameKey(name);
    if (await tx.em.findOne(Tag, { key, id: { $ne: tag.id } })) throw takenName();
    const wanted = tagSlug(name);
    if (wanted !== tagSlug(tag.name)) tag.slug = await changeSlug(tx.em, [Tag, TagSlug], tag, wanted);
    return tx.em.assign(tag, { name: name.trim(), key });
  });
}

function takenName(): AppError {
  const message = 'Another tag has this name. To make them one: mergeTags(from:, into:).';
  return conflict(message, [{ path: ['name'], code: 'TAKEN', message }]);
}

/** The posts of `from` get `into` in its place; what was `from` leads on to `into`. */
export async function mergeTags(ctx: Context, from: string, into: string): Promise<Tag> {
  const [source, target] = [await findTag(ctx, from), await findTag(ctx, into)];
  if (source.id === target.id) throw badField(['into'], 'SAME', 'Give two different tags.');
  return inTransaction(ctx, async (tx) => {
    await lockPostsOf(tx, source);
    await lockName(tx.em, 'tags');
    const gone = await lockTag(tx, source.id);
    const stays = await lockTag(tx, target.id);
    await tx.em.execute(moveLinks, [stays.id, gone.id]);
    await tx.em.nativeUpdate(TagSlug, { owner: gone.id }, { owner: stays.id });
    await tx.em.upsert(TagSlug, { slug: gone.slug, owner: stays.id });
    tx.em.remove(gone);
    return stays;
  });
}

/** It leaves `published` to the trigger, which looks at each post as it is now. */
const moveLinks = `
  insert into post_tags (post_id, tag_id) select post_id, ? from post_tags where tag_id = ? on conflict do nothing`;

/** Whoever changes a post locks it before its tags: in the same order nobody waits for each other in a circle. */
async function lockPostsOf(tx: Context, tag: Tag): Promise<void> {
  const posts = 'select id from posts where id in (select post_id from post_tags where tag_id = ?)';
  await tx.em.execute(`${posts} order by id for share`, [tag.id]);
}

/** A tag that only drafts of others carry is reported as missing. */
async function findTag(ctx: Context, id: string): Promise<Tag> {
  const where = { $and: [{ id }, readableTags(ctx.viewer)] };
  const tag = isId(id) ? await ctx.read.one(Tag, where, new Map()) : null;
  if (!tag) throw notFound('Tag');
  return tag;
}

/** Also keeps others from linking posts to it until the transaction ends. */
async function lockTag(tx: Context, id: string): Promise<Tag> {
  const tag = await tx.em.findOne(Tag, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!tag) throw notFound('Tag');
  return tag;
}
