import { IsOptional } from 'class-validator';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { Characters } from '../../core/validation.js';
import { deepestLevel } from './comment.entity.js';

const longestBody = 10_000;
const bodyRule = 'Markdown; 1 to 10,000 characters.';

@InputType({ description: 'A new comment.' })
export class AddCommentInput {
  @Field(() => ID, { description: 'The post to comment on.' })
  postId!: string;

  @Field(() => String, { description: bodyRule })
  @Characters(1, longestBody)
  body!: string;

  @Field(() => ID, {
    nullable: true,
    description: `The comment of that post to reply to; not one at level ${deepestLevel}, the deepest.`,
  })
  @IsOptional()
  parentId?: string | null;
}

@ArgsType()
export class UpdateCommentArgs {
  @Field(() => ID, { description: 'The comment to change.' })
  id!: string;

  @Field(() => String, { description: bodyRule })
  @Characters(1, longestBody)
  body!: string;
}
