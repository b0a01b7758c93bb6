import { v7, validate } from 'uuid';

/** A new UUIDv7: made in the application, so an id is known before its row exists; sorts by creation time. */
export const newId = (): string => v7();

/** Whether a client's string can be an id at all; PostgreSQL raises an error for anything else. */
export const isId = (value: string): boolean => validate(value);
