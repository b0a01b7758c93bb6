import { ArgsType, type ClassType, Field, Int, ObjectType } from 'type-graphql';
import { badField } from './errors.js';

const defaultSize = 20;
const mostNodes = 100;

/** For lists that are read from their start only. */
@ArgsType()
export class ForwardPageArgs {
  @Field(() => Int, { nullable: true, description: 'How many from the start: 1 to 100; 20 if left out.' })
  first?: number;

  @Field(() => String, { nullable: true, description: 'Only what comes after this cursor.' })
  after?: string;
}

@ArgsType()
export class PageArgs extends ForwardPageArgs {
  @Field(() => Int, {
    nullable: true,
    description: 'How many from the end: 1 to 100. Not together with `first`.',
  })
  last?: number;

  @Field(() => String, { nullable: true, description: 'Only what comes before this cursor.' })
  before?: string;
}

@ObjectType({ simpleResolvers: true, description: 'Where a page stands in its list.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether more follows. Paging backward: whether `before` was given.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, {
    description: 'Whether more stands before. Paging forward: whether `after` was given.',
  })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'The first cursor; null on an empty page.' })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: 'The last cursor; null on an empty page.' })
  endCursor!: string | null;
}

/** A page of a list, and the count of the whole list for those who ask. */
export type Page<T> = {
  edges: { node: T; cursor: string }[];
  nodes: T[];
  pageInfo: PageInfo;
  count: () => Promise<number>;
};

/** What stands beside each node of most lists. */
class Nothing {}

/**
 * The GraphQL type of pages of `node`: `<name>Connection` with its `<name>Edge`, which has the fields of `Beside` too.
 */
export function Connection<T extends object>(
  node: ClassType<T>,
  name: string,
  Beside: ClassType<object> = Nothing,
) {
  @ObjectType(`${name}Edge`, { simpleResolvers: true, description: `A ${node.name} in a list.` })
  class Edge extends Beside {
    @Field(() => node, { description: `The ${node.name}.` })
    node!: T;

    @Field(() => String, { description: 'Its place in the list, for `after` and `before`. Opaque.' })
    cursor!: string;
  }

  @ObjectType(`${name}Connection`, {
    simpleResolvers: true,
    description: `A page of a list of ${node.name} objects.`,
  })
  class Page {
    @Field(() => [Edge], { description: 'The objects with their cursors.' })
    edges!: Edge[];

    @Field(() => [node], { description: 'The objects alone.' })
    nodes!: T[];

    @Field(() => PageInfo, { description: 'Where this page stands in the list.' })
    pageInfo!: PageInfo;

    count!: () => Promise<number>;

    @Field(() => Int, { description: 'How many the whole list has; counted only when it is asked for.' })
    totalCount(): Promise<number> {
      return this.count();
    }
  }
  return Page;
}

/**
 * An order of a list: by a moment, a text or a whole number that is never null, and by id where those are equal, so
 * that cursors stay where they are.
 */
export type PageOrder<T> = { name: string; property: keyof T & string; descending: boolean };

/** How many nodes a page is to have; throws BAD_USER_INPUT for impossible numbers. */
export function pageSize({ first, last }: PageArgs): number {
  if (first != null && last != null) {
    throw badField(['last'], 'AMBIGUOUS', 'Give `first` or `last`, not both.');
  }
  const size = first ?? last ?? defaultSize;
  if (size >= 1 && size <= mostNodes) return size;
  const message = `A page has 1 to ${mostNodes} nodes; ${size} were asked for.`;
  throw badField([first != null ? 'first' : 'last'], 'RANGE', message);
}
