import { Field, ID, InterfaceType } from 'type-graphql';

/** Relay's object identification: everything with an id of its own. */
@InterfaceType('Node', { description: 'An object with an id of its own.' })
export abstract class Node {
  @Field(() => ID, { description: 'A UUID, unique over all types.' })
  id!: string;
}
