import DataLoader from 'dataloader';
import type { Reader } from './read.js';
import type { AskedField } from './resolving.js';

type Entity<T> = abstract new () => T;

/** Related rows that a read has not brought along, with all that is asked for below them. */
export type RowLoader = {
  load: <T extends { id: string }>(entity: Entity<T>, id: string, field: AskedField) => Promise<T | null>;
};

/** One statement for all rows that the same field of a document asks for. */
export function createRowLoader(read: Reader): RowLoader {
  const loaders = new Map<object, DataLoader<string, unknown>>();
  return {
    load: (entity, id, field) => {
      const loader = loaders.get(field.place) ?? rowsOf(read, entity as never, field);
      loaders.set(field.place, loader);
      return loader.load(id) as never;
    },
  };
}

const rowsOf = (read: Reader, entity: Entity<{ id: string }>, { selection }: AskedField) =>
  new DataLoader(async (ids: readonly string[]) => {
    const rows = await read.all(entity, { id: { $in: ids } }, selection);
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => byId.get(id) ?? null);
  });
