import { Field, Float, ObjectType } from 'type-graphql';
import { Connection } from '../../core/page.js';
import { Post } from './post.entity.js';

/** What a search says of a post that it found. */
@ObjectType()
class SearchHit {
  @Field(() => Float, {
    description: 'How well it fits: higher is better. To be compared within one search only.',
  })
  rank!: number;

  @Field(() => String, {
    description:
      'A fragment of the text, about 200 characters, as HTML that is safe to show: escaped, with nothing but `<mark>` around the matches. Its start when the words stand in the title or the tags.',
  })
  highlight!: string;
}

export const PostSearchConnection = Connection(Post, 'PostSearch', SearchHit);
