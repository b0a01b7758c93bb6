import { ValidateBy, type ValidationError, validate } from 'class-validator';
import { badField, badInput, type FieldError } from './errors.js';

const isText = (value: unknown): value is string => typeof value === 'string';

/** How many code points a text has; without pairs of surrogates that is its length. */
const charactersOf = (text: string): number =>
  /[\uD800-\uDBFF]/.test(text) ? [...text].length : text.length;

/** Text of `least` to `most` code points that is not only white space. */
export function Characters(least: number, most: number): PropertyDecorator {
  const fits = (length: number) => length >= least && length <= most;
  return (target, property) => {
    ValidateBy({
      name: 'REQUIRED',
      validator: {
        validate: (value) => least === 0 || !isText(value) || value.trim() !== '',
        defaultMessage: () => `${label(property)} must not be blank.`,
      },
    })(target, property);
    ValidateBy({
      name: 'LENGTH',
      validator: {
        validate: (value) => isText(value) && fits(charactersOf(value)),
        defaultMessage: () => `${label(property)} must have ${least} to ${most} characters.`,
      },
    })(target, property);
  };
}

/** Text that matches `pattern`; `message` says in words what is wanted. */
export const Pattern = (pattern: RegExp, message: string): PropertyDecorator =>
  ValidateBy({
    name: 'FORMAT',
    validator: { validate: (value) => isText(value) && pattern.test(value), defaultMessage: () => message },
  });

/** A number of `least` to `most`. */
export const Between =
  (least: number, most: number): PropertyDecorator =>
  (target, property) =>
    ValidateBy({
      name: 'RANGE',
      validator: {
        validate: (value) => typeof value === 'number' && value >= least && value <= most,
        defaultMessage: () => `${label(property)} must be ${least} to ${most}.`,
      },
    })(target, property);

/** Not null; what is left out does not change. */
export const NotNull = (): PropertyDecorator => (target, property) =>
  ValidateBy({
    name: 'REQUIRED',
    validator: {
      validate: (value) => value !== null,
      defaultMessage: () => `${label(property)} must not be null.`,
    },
  })(target, property);

/** A list of at most `most` items. */
export const Items =
  (most: number): PropertyDecorator =>
  (target, property) =>
    ValidateBy({
      name: 'COUNT',
      validator: {
        validate: (value) => Array.isArray(value) && value.length <= most,
        defaultMessage: () => `${label(property)} can have at most ${most} items.`,
      },
    })(target, property);

const label = (property: string | symbol): string => {
  const words = String(property).replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** Throws BAD_USER_INPUT unless exactly one of the arguments is given, `{ id, slug }` for example. */
export function exactlyOne(given: Record<string, string | null>): void {
  const names = Object.keys(given);
  const present = names.filter((name) => given[name] != null);
  if (present.length === 1) return;
  const wanted = names.map((name) => `\`${name}\``).join(' or ');
  throw badField([present.at(-1) ?? String(names[0])], 'AMBIGUOUS', `Give either ${wanted}.`);
}

/**
 * Checks an argument against the decorators of its class; throws BAD_USER_INPUT with every wrong field.
 * By convention an input object is the argument `input`; classes of arguments stand at the field's root.
 */
export async function validateArgument(value: unknown, type: unknown): Promise<void> {
  if (typeof value !== 'object' || value === null || typeof type !== 'function') return;
  const errors = await validate(value, { skipUndefinedProperties: true, forbidUnknownValues: false });
  if (errors.length === 0) return;
  const root = type.name.endsWith('Input') ? ['input'] : [];
  throw badInput(errors.flatMap((error) => fieldErrors(error, root)));
}

function fieldErrors(error: ValidationError, parent: (string | number)[]): FieldError[] {
  const path = [...parent, /^\d+$/.test(error.property) ? Number(error.property) : error.property];
  const [own] = Object.entries(error.constraints ?? {}).map(([code, message]) => ({ path, code, message }));
  return [...(own ? [own] : []), ...(error.children ?? []).flatMap((child) => fieldErrors(child, path))];
}
