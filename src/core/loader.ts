import type { EntityManager, FilterQuery } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';

/** Batches the rows that one request asks for by id into one statement; a missing row is null. */
export function loadById<T extends { id: string }>(
  em: () => EntityManager,
  entity: new () => T,
): DataLoader<string, T | null> {
  return new DataLoader(async (ids) => {
    const rows = await em().find(entity, { id: { $in: [...ids] } } as unknown as FilterQuery<T>);
    const byId = new Map(rows.map((row) => [row.id, row as T]));
    return ids.map((id) => byId.get(id) ?? null);
  });
}
