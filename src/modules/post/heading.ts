import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A heading in a post.' })
export class Heading {
  @Field(() => Int, { description: '1 to 6: how many # it was written with.' })
  level!: number;

  @Field(() => String, { description: 'Its words, without marks.' })
  text!: string;

  @Field(() => String, {
    description:
      'The id that it has in `html`: #id leads to it. It is made of its words, in their own script, and begins with md-.',
  })
  id!: string;
}
