import { ArgsType, Field, Int, registerEnumType } from 'type-graphql';
import { PageArgs } from '../../core/page.js';

export enum TagOrder {
  NAME = 'NAME',
  MOST_USED = 'MOST_USED',
}

registerEnumType(TagOrder, {
  name: 'TagOrder',
  description: 'The order of a list of tags.',
  valuesConfig: {
    NAME: { description: 'By name, in any case.' },
    MOST_USED: { description: 'What most published posts carry first.' },
  },
});

@ArgsType()
export class TagsArgs extends PageArgs {
  @Field(() => TagOrder, { nullable: true, description: 'NAME if left out.' })
  orderBy?: TagOrder | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Only tags that so many published posts carry; 1 if left out. With 0 come also those that only drafts of the viewer carry.',
  })
  minPosts?: number | null;
}
