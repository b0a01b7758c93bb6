import { Field, ID, InputType } from 'type-graphql';
import { Characters } from '../../core/validation.js';

@InputType({ description: 'A category and its place in the tree.' })
export class CategoryInput {
  @Field(() => String, {
    description: '1 to 50 characters. CONFLICT when a category beside it has the name.',
  })
  @Characters(1, 50)
  name!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'The category above it, null for none. Left out, a new one is a root and an old one stays where it is. At most 5 levels.',
  })
  parentId?: string | null;
}
