import { type DocumentNode, visit } from 'graphql';
import { AppError, type FieldError } from '../core/errors.js';

const mostValues = 1_000;
const deepest = 50;

/** PostgreSQL cannot store U+0000, and half a surrogate pair is no character: neither would come back identical. */
const isStorable = (text: string): boolean => text.isWellFormed() && !text.includes('\0');

/**
 * Refuses values that nothing here could take: text that cannot be stored, and more values, or deeper ones, than
 * any operation has a use for. Throws BAD_USER_INPUT with the places.
 */
export function refuseImpossibleValues(document: DocumentNode, variables: unknown): void {
  const fields = [...inVariables(variables), ...inLiterals(document)];
  if (fields.length === 0) return;
  throw refusal('Text must not contain U+0000 or half of a surrogate pair.', fields.slice(0, 10));
}

const refusal = (message: string, fields: FieldError[]): AppError =>
  new AppError('BAD_USER_INPUT', message, { fields, http: { status: 400 } });

const fieldAt = (path: FieldError['path']): FieldError => ({
  path,
  code: 'CHARACTER',
  message: 'Contains U+0000 or half of a surrogate pair.',
});

type Place = { value: unknown; path: FieldError['path'] };

/** A list of what is still to be looked at, not recursion: depth is the caller's to choose. */
function inVariables(variables: unknown): FieldError[] {
  const fields: FieldError[] = [];
  const places: Place[] = [{ value: variables, path: [] }];
  for (let place = places.pop(), seen = 0; place; place = places.pop()) {
    const { value, path } = place;
    seen += 1;
    if (seen > mostValues || path.length > deepest) {
      throw refusal(`Variables have at most ${mostValues} values, ${deepest} deep.`, []);
    }
    if (typeof value === 'string' && !isStorable(value)) fields.push(fieldAt(path));
    if (typeof value !== 'object' || value === null) continue;
    const isList = Array.isArray(value);
    if (Object.keys(value).length > mostValues)
      throw refusal(`Variables have at most ${mostValues} values.`, []);
    for (const [key, part] of Object.entries(value)) {
      places.push({ value: part, path: [...path, isList ? Number(key) : key] });
    }
  }
  return fields;
}

const checkedDocuments = new WeakMap<DocumentNode, FieldError[]>();

/** Looked for once a document: parsed documents are kept and used again. */
function inLiterals(document: DocumentNode): FieldError[] {
  const checked = checkedDocuments.get(document);
  if (checked) return checked;
  const fields: FieldError[] = [];
  visit(document, {
    StringValue: ({ value }) => {
      if (!isStorable(value)) fields.push(fieldAt([]));
    },
  });
  checkedDocuments.set(document, fields);
  return fields;
}
