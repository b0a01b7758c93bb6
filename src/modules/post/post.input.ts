import { IsOptional } from 'class-validator';
import { GraphQLDateTime } from 'graphql-scalars';
import { Arg, ArgsType, Field, ID, InputType, Int, registerEnumType } from 'type-graphql';
import { PageArgs } from '../../core/page.js';
import { slugPattern } from '../../core/slug.js';
import { Characters, Items, Pattern } from '../../core/validation.js';
import { PostStatus } from './post.entity.js';

const mostTags = 20;
const slugRule = 'A slug has 1 to 80 lower-case letters and digits, with single hyphens between words.';

const IsSlug = () => Pattern(new RegExp(`^(?=.{1,80}$)${slugPattern.source.slice(1)}`), slugRule);

/** The argument of what changes a post as a whole. */
export const ExpectedVersion = () =>
  Arg('expectedVersion', () => Int, {
    nullable: true,
    description:
      'The version that was read, of the working copy where there is one; STALE_VERSION when someone has saved a newer one since.',
  });

@InputType({ description: 'A new post.' })
export class CreatePostInput {
  @Field(() => String, { description: '1 to 200 characters.' })
  @Characters(1, 200)
  title!: string;

  @Field(() => String, {
    description: 'Markdown; 1 to 100,000 characters, as far as the request fits into MAX_BODY_BYTES.',
  })
  @Characters(1, 100_000)
  content!: string;

  @Field(() => [String], {
    nullable: true,
    description: 'At most 20 names of 1 to 50 characters each; new tags are made.',
  })
  @IsOptional()
  @Items(mostTags)
  tags?: string[] | null;

  @Field(() => ID, {
    nullable: true,
    description: 'An image of the viewer to show with it, whoever may see the post.',
  })
  coverId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The category that it stands in.' })
  categoryId?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'CONFLICT when it leads to another post, which has it or had it. Left out, a free one is made from the title.',
  })
  @IsOptional()
  @IsSlug()
  slug?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: true,
    description: 'False keeps it as a draft that only its author can read.',
  })
  publish?: boolean | null;
}

@InputType({ description: 'Changes to a post: only what is given changes, and something must be given.' })
export class UpdatePostInput {
  @Field(() => String, { nullable: true, description: '1 to 200 characters.' })
  @Characters(1, 200)
  title?: string;

  @Field(() => String, {
    nullable: true,
    description: 'Markdown; 1 to 100,000 characters, as far as the request fits into MAX_BODY_BYTES.',
  })
  @Characters(1, 100_000)
  content?: string;

  @Field(() => [String], {
    nullable: true,
    description: 'All tags that the post is to have: at most 20 names of 1 to 50 characters each.',
  })
  @IsOptional()
  @Items(mostTags)
  tags?: string[] | null;

  @Field(() => ID, {
    nullable: true,
    description: 'An image of the viewer to show with it; null takes it away.',
  })
  coverId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The category that it is to stand in; null for none.' })
  categoryId?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'CONFLICT when it leads to another post, which has it or had it. The old one goes on leading here.',
  })
  @IsSlug()
  slug?: string;

  @Field(() => Int, {
    nullable: true,
    description:
      'The version that was read, of the working copy where there is one; STALE_VERSION when someone has saved a newer one since.',
  })
  @IsOptional()
  expectedVersion?: number | null;
}

export enum PostOrder {
  NEWEST = 'NEWEST',
  OLDEST = 'OLDEST',
  RECENTLY_UPDATED = 'RECENTLY_UPDATED',
}

registerEnumType(PostOrder, {
  name: 'PostOrder',
  description: 'The order of a list of posts.',
  valuesConfig: {
    NEWEST: { description: 'Latest publication first; drafts stand where they were first saved.' },
    OLDEST: { description: 'Earliest publication first.' },
    RECENTLY_UPDATED: { description: 'Latest change first.' },
  },
});

@InputType({
  description:
    'Which posts to list. All conditions given must hold; at most 50 conditions, nested at most 5 deep. It never widens what the viewer may read.',
})
export class PostFilter {
  @Field(() => [PostFilter], { nullable: true, description: 'All of these hold.' })
  and?: PostFilter[] | null;

  @Field(() => [PostFilter], { nullable: true, description: 'At least one of these holds.' })
  or?: PostFilter[] | null;

  @Field(() => PostFilter, { nullable: true, description: 'This does not hold.' })
  not?: PostFilter | null;

  @Field(() => [ID], { nullable: true, description: 'One of these posts; at most 100.' })
  ids?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'Written by this user.' })
  authorId?: string | null;

  @Field(() => String, { nullable: true, description: 'Carries the tag of this name or slug.' })
  tag?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Stands in the category of this slug, or in one below it.',
  })
  category?: string | null;

  @Field(() => [PostStatus], { nullable: true, description: 'Has one of these states.' })
  status?: PostStatus[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'The title contains this text, in any case; at most 200 characters.',
  })
  titleContains?: string | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'Published, or scheduled, for this moment or later.',
  })
  publishedAfter?: Date | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'Published, or scheduled, for before this moment.',
  })
  publishedBefore?: Date | null;
}

@ArgsType()
export class PostsArgs extends PageArgs {
  @Field(() => PostFilter, {
    nullable: true,
    description: 'Which posts; all that the viewer may read if left out.',
  })
  filter?: PostFilter | null;

  @Field(() => PostOrder, { nullable: true, description: 'NEWEST if left out.' })
  orderBy?: PostOrder | null;
}
