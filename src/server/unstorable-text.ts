import { type DocumentNode, visit } from 'graphql';
import { AppError, type FieldError } from '../core/errors.js';

/** PostgreSQL cannot store U+0000, and half a surrogate pair is no character: neither would come back identical. */
const isStorable = (text: string): boolean => text.isWellFormed() && !text.includes('\0');

/** Refuses a request that sends such text anywhere; throws BAD_USER_INPUT with the places. */
export function refuseUnstorableText(document: DocumentNode, variables: unknown): void {
  const fields = [...inVariables(variables, []), ...inLiterals(document)];
  if (fields.length === 0) return;
  throw new AppError('BAD_USER_INPUT', 'Text must not contain U+0000 or half of a surrogate pair.', {
    fields: fields.slice(0, 10),
    http: { status: 400 },
  });
}

const fieldAt = (path: FieldError['path']): FieldError => ({
  path,
  code: 'CHARACTER',
  message: 'Contains U+0000 or half of a surrogate pair.',
});

function inVariables(value: unknown, path: FieldError['path']): FieldError[] {
  if (typeof value === 'string') return isStorable(value) ? [] : [fieldAt(path)];
  if (typeof value !== 'object' || value === null) return [];
  const isList = Array.isArray(value);
  return Object.entries(value).flatMap(([key, part]) =>
    inVariables(part, [...path, isList ? Number(key) : key]),
  );
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
