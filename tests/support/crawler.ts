import {
  type GraphQLField,
  GraphQLID,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  GraphQLString,
  getNamedType,
  isAbstractType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { combinations, type Given, type Words } from './literals.ts';

type Field = GraphQLField<unknown, unknown>;
/** How some fields are asked for; others are asked for in the plainest way. */
type Calls = ReadonlyMap<Field, string>;

/** How many objects deep a document asks. */
const deepest = 3;

type Place = { pageSize: number; depth: number };
const atRoot: Place = { pageSize: 20, depth: 1 };
/** Lists below lists are kept short, and their filters simple, because documents have budgets. */
const below: Place = { pageSize: 3, depth: 2 };

/**
 * Builds documents that ask for every field of a schema, with every argument in turn: what a curious client could
 * find without knowing anything but the schema and a few words.
 */
export class Crawler {
  /** The fields that the documents ask for, as `Type.field`. */
  readonly asked = new Set<string>();
  /** With every argument of a field at the root, and of a field below those that are found by name. */
  readonly queries: readonly string[];

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly words: Words,
  ) {
    this.queries = this.makeQueries();
  }

  private makeQueries(): string[] {
    const documents = rootFields(this.schema.getQueryType()).flatMap((field) => {
      const byName = this.calls(field, atRoot, ({ type }) => isText(getNamedType(type)));
      const variations = this.variations(field.type);
      return [
        ...this.calls(field, atRoot).map((call) => `{ ${call}${this.selection(field.type, 1)} }`),
        ...byName.flatMap((call) =>
          variations.map((calls) => `{ ${call}${this.selection(field.type, 1, calls)} }`),
        ),
      ];
    });
    return [...new Set(documents)];
  }

  mutations(): string[] {
    return rootFields(this.schema.getMutationType()).flatMap((field) =>
      this.calls(field, atRoot).map((call) => {
        const files = call.includes('$file') ? ' ($file: Upload!)' : '';
        return `mutation${files} { ${call}${this.selection(field.type, 1)} }`;
      }),
    );
  }

  /** A subscription that asks for everything, one level less deep, with these arguments. */
  subscription(name: string, given: string): string {
    const field = rootFields(this.schema.getSubscriptionType()).find((each) => each.name === name) as Field;
    return `subscription { ${name}(${given})${this.selection(field.type, 2)} }`;
  }

  /** Every field that a type leads to, by `Type.field`. */
  fieldsBelow(type: GraphQLOutputType, found = new Map<string, Field>()): Map<string, Field> {
    for (const object of this.objectsOf(type)) {
      for (const field of Object.values(object.getFields())) {
        const name = `${object.name}.${field.name}`;
        if (!found.has(name)) this.fieldsBelow(field.type, found.set(name, field));
      }
    }
    return found;
  }

  /** `post.slug` is for the slug of `post` alone: no other noun is found by it. */
  private wordsFor({ name }: Field): Words {
    const own = Object.entries(this.words).filter(([key]) => key.startsWith(`${name}.`));
    return {
      ...this.words,
      ...Object.fromEntries(own.map(([key, texts]) => [key.slice(name.length + 1), texts])),
    };
  }

  /** A field as it is, and with each value of each argument in turn. */
  private calls(field: Field, place: Place, isVaried: (given: Given) => boolean = () => true): string[] {
    const varied = field.args.filter((given) => !paging.has(given.name) && isVaried(given));
    const page = field.args.some(({ name }) => name === 'first') ? [`first: ${place.pageSize}`] : [];
    const required = field.args.filter(isRequiredArgument);
    return combinations(required, varied, this.wordsFor(field), place.depth).map((given) => {
      const all = [...given, ...page].join(', ');
      return all ? `${field.name}(${all})` : field.name;
    });
  }

  /** Each way to ask for each field with arguments below a type, one at a time. */
  private variations(type: GraphQLOutputType): Calls[] {
    const fields = [...this.fieldsBelow(type).values()].filter((field) => field.args.length > 0);
    return fields.flatMap((field) => this.calls(field, below).map((call) => new Map([[field, call]])));
  }

  private isAtRoot(object: GraphQLObjectType): boolean {
    return rootFields(this.schema.getQueryType()).some(({ type }) => getNamedType(type) === object);
  }

  private objectsOf(type: GraphQLOutputType): readonly GraphQLObjectType[] {
    const named = getNamedType(type);
    if (isAbstractType(named)) return this.schema.getPossibleTypes(named);
    return isObjectType(named) ? [named] : [];
  }

  /** Everything of a type, down to `deepest`. */
  private selection(type: GraphQLOutputType, depth: number, calls: Calls = new Map()): string {
    if (isLeafType(getNamedType(type))) return '';
    const parts = this.objectsOf(type).map(
      (object) => `... on ${object.name} { ${this.fieldsOf(object, depth, calls).join(' ')} }`,
    );
    return ` { __typename ${parts.join(' ')} }`;
  }

  private fieldsOf(object: GraphQLObjectType, depth: number, calls: Calls): string[] {
    const next = isPartOfList(object) ? depth : depth + 1;
    return Object.values(object.getFields()).flatMap((field) => {
      if (next > deepest && !isLeafType(getNamedType(field.type))) return [];
      // The nodes of a list and of its edges are the same: to look at both once is enough.
      if (field.name === 'edges' && (depth > 2 || (depth > 1 && this.isAtRoot(object)))) return [];
      this.asked.add(`${object.name}.${field.name}`);
      const [plain = field.name] = this.calls(field, below);
      return `${calls.get(field) ?? plain}${this.selection(field.type, next, calls)}`;
    });
  }
}

/** What things are named by: an order or a number says nothing of what is found. */
const isText = (type: unknown): boolean => type === GraphQLID || type === GraphQLString;

const paging = new Set(['first', 'after', 'last', 'before']);

const isPartOfList = ({ name }: GraphQLObjectType): boolean => /(Connection|Edge)$/.test(name);

const rootFields = (root: GraphQLObjectType | null | undefined): Field[] =>
  Object.values(root?.getFields() ?? {});
