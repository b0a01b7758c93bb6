import { ArgsType, Field } from 'type-graphql';
import { ForwardPageArgs } from '../../core/page.js';
import { Characters } from '../../core/validation.js';
import { PostFilter } from './post.input.js';

@ArgsType()
export class SearchPostsArgs extends ForwardPageArgs {
  @Field(() => String, {
    description:
      'Words that a post must have in its title, its tags or its text; "in quotes" one after the other; -word leaves posts with it out. 1 to 200 characters.',
  })
  @Characters(1, 200)
  query!: string;

  @Field(() => PostFilter, { nullable: true, description: 'Only among these posts.' })
  filter?: PostFilter | null;
}
