import {
  type FieldNode,
  GraphQLIncludeDirective,
  type GraphQLResolveInfo,
  GraphQLSkipDirective,
  getDirectiveValues,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** What a document asks for below a field: the names of fields, each with what it asks for below that. */
export type Selection = ReadonlyMap<string, Selection>;

/** Every column that is not lazy. */
export const everything: Selection = new Map([['*', new Map()]]);

type Growing = Map<string, Growing>;

const known = new WeakMap<FieldNode, Selection>();

/** Looks ahead at what a document asks for below the field that is being resolved. Aliases and arguments do not count. */
export function selectionOf(info: GraphQLResolveInfo): Selection {
  const [field, ...others] = info.fieldNodes;
  const cached = field && others.length === 0 && known.get(field);
  if (cached) return cached;
  const selection: Growing = new Map();
  let fixed = true;
  const collect = (set: SelectionSetNode | undefined, into: Growing): void => {
    for (const node of set?.selections ?? []) {
      if (node.directives?.length) fixed = false;
      if (isIncluded(node, info)) add(node, into);
    }
  };
  const add = (node: SelectionNode, into: Growing): void => {
    if (node.kind === 'FragmentSpread') collect(info.fragments[node.name.value]?.selectionSet, into);
    else if (node.kind === 'InlineFragment') collect(node.selectionSet, into);
    else if (!node.name.value.startsWith('__')) collect(node.selectionSet, entry(into, node.name.value));
  };
  for (const node of info.fieldNodes) collect(node.selectionSet, selection);
  // Parsed documents are kept and used again, and say the same each time unless a directive decides.
  if (field && others.length === 0 && fixed) known.set(field, selection);
  return selection;
}

function entry(growing: Growing, name: string): Growing {
  const known = growing.get(name) ?? new Map();
  growing.set(name, known);
  return known;
}

function isIncluded(node: SelectionNode, { variableValues }: GraphQLResolveInfo): boolean {
  if (!node.directives?.length) return true;
  const skip = getDirectiveValues(GraphQLSkipDirective, node, variableValues);
  const include = getDirectiveValues(GraphQLIncludeDirective, node, variableValues);
  return skip?.if !== true && include?.if !== false;
}

/** What is asked for of the rows of a connection; null when they are not asked for at all. */
export function rowsOf(connection: Selection): Selection | null {
  const edges = connection.get('edges');
  const nodes = connection.get('nodes');
  if (!edges && !nodes && !connection.has('pageInfo')) return null;
  return rowSelections.get(connection) ?? remember(connection, merge(edges?.get('node'), nodes));
}

const rowSelections = new WeakMap<Selection, Selection>();

function remember(connection: Selection, rows: Selection): Selection {
  rowSelections.set(connection, rows);
  return rows;
}

function merge(...selections: (Selection | undefined)[]): Selection {
  const merged = new Map<string, Selection>();
  for (const selection of selections) {
    for (const [name, below] of selection ?? []) merged.set(name, merge(merged.get(name), below));
  }
  return merged;
}
