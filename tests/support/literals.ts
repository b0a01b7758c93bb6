import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isRequiredInputField,
} from 'graphql';

/** Texts to try, by the name of the argument or input field that takes them; `*` is for names not listed. */
export type Words = Record<string, readonly string[]>;

export type Given = GraphQLArgument | GraphQLInputField;

/** How deep filters within filters are tried. */
const deepest = 2;

const scalars: Record<string, readonly string[]> = {
  Int: ['1', '100'],
  Float: ['0.5'],
  Boolean: ['true', 'false'],
  Upload: ['$file'],
  DateTime: ['"2000-01-01T00:00:00Z"', '"2100-01-01T00:00:00Z"'],
};

/** What to try for an argument or a field of an input, as it is written in a document. */
function literals({ name, type }: Pick<Given, 'name' | 'type'>, words: Words, depth = 1): string[] {
  const inner = getNullableType(type) as GraphQLInputType;
  if (isListType(inner))
    return literals({ name, type: inner.ofType }, words, depth).map((value) => `[${value}]`);
  if (isEnumType(inner)) return inner.getValues().map((value) => value.name);
  if (isInputObjectType(inner)) {
    if (depth > deepest) return [];
    const fields = Object.values(inner.getFields());
    const required = fields.filter(isRequiredInputField);
    return combinations(required, fields, words, depth + 1).map((parts) => `{ ${parts.join(', ')} }`);
  }
  const texts = words[name] ?? words['*'] ?? [];
  return [...(scalars[String(inner)] ?? texts.map((text) => JSON.stringify(text)))];
}

/** What is required with its first value, and then each value of each of `varied` in turn beside it. */
export function combinations(
  required: readonly Given[],
  varied: readonly Given[],
  words: Words,
  depth = 1,
): string[][] {
  const first = (given: Given) => `${given.name}: ${literals(given, words, depth)[0]}`;
  const variations = varied.flatMap((given) => {
    const others = required.filter((each) => each !== given).map(first);
    return literals(given, words, depth).map((value) => [...others, `${given.name}: ${value}`]);
  });
  return [required.map(first), ...variations];
}
