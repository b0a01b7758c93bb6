import DataLoader from 'dataloader';
import type { Reader } from './read.js';

type Entity<T> = abstract new () => T;

/** Computed columns of rows that were not read for answering, which are those that mutations return. */
export type ValueLoader = {
  load: <T extends { id: string }, P extends keyof T & string>(
    entity: Entity<T>,
    property: P,
    id: string,
  ) => Promise<NonNullable<T[P]>>;
};

type Row = { id: string } & Record<string, unknown>;

/** One statement for all rows that the same property is asked of. */
export function createValueLoader(read: Reader): ValueLoader {
  const loaders = new Map<Entity<unknown>, Record<string, DataLoader<string, unknown>>>();
  return {
    load: (entity, property, id) => {
      const ofEntity = loaders.get(entity) ?? {};
      loaders.set(entity, ofEntity);
      ofEntity[property] ??= valuesOf(read, entity as never, property);
      return ofEntity[property].load(id) as never;
    },
  };
}

const valuesOf = (read: Reader, entity: Entity<Row>, property: string): DataLoader<string, unknown> =>
  new DataLoader(async (ids) => {
    const rows = await read.all(entity, { id: { $in: ids } }, new Map([[property, new Map()]]));
    const values = new Map(rows.map((row) => [row.id, row[property]]));
    return ids.map((id) => values.get(id));
  });
