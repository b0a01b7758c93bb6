import { type Collection, type Ref, Reference } from '@mikro-orm/core';
import { createParameterDecorator } from 'type-graphql';
import { type Selection, selectionOf } from './selection.js';

/** What the document asks for below the field: a parameter of resolvers that read with `ctx.read`. */
export const Selected = () => createParameterDecorator(({ info }) => selectionOf(info));

/** A field of a document; `place` is the same object for each row of a list that it is resolved for. */
export type AskedField = { place: object; selection: Selection };

/** The same for lists below rows, which are read for many rows at once: a parameter for `ctx.loaders.page`. */
export const Asked = () =>
  createParameterDecorator(
    ({ info }): AskedField => ({ place: info.fieldNodes, selection: selectionOf(info) }),
  );

/** The related row that `ctx.read` brought along; undefined when there is only a reference to it. */
export const loadedRow = <T extends object>(relation: Ref<T>): T | undefined =>
  Reference.isReference(relation) ? undefined : (relation as unknown as T);

/** The related rows that `ctx.read` brought along; undefined when there is only a collection to be loaded. */
export const loadedRows = <T extends object>(relation: Collection<T>): T[] | undefined =>
  Array.isArray(relation) ? relation : undefined;
