import type { PropertyOptions } from '@mikro-orm/core';

type Options = PropertyOptions<object>;

/** A moment in UTC, to the millisecond: what a JavaScript Date can hold, so that cursors compare exactly. */
export const moment = (more: Options = {}): Options => ({
  type: 'datetime',
  columnType: 'timestamptz(3)',
  ...more,
});

/** Text of any length; limits are checked on input, where the caller can be told. */
export const text = (more: Options = {}): Options => ({ type: 'text', ...more });
