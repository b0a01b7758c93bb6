type Entity<T> = abstract new () => T;

const declared = new Map<Entity<unknown>, Map<string, readonly string[]>>();

/**
 * Declares which properties of `entity` a computed field is made of, so that they are there when it is asked for.
 * Fields that are columns or relations need no declaration.
 */
export const Reads =
  <T>(entity: Entity<T>, ...properties: (keyof T & string)[]) =>
  (_target: object, field: string | symbol): void => {
    const fields = declared.get(entity) ?? new Map<string, readonly string[]>();
    declared.set(entity, fields.set(String(field), properties));
  };

/** What `Reads` declared for a field. */
export const readsOf = (entity: unknown, field: string): readonly string[] | undefined =>
  declared.get(entity as Entity<unknown>)?.get(field);
