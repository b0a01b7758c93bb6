import { Arg, Ctx, Field, Int, ObjectType, Query, Resolver } from 'type-graphql';
import type { Context } from '../../context.js';
import { archive } from './archive.service.js';
import { PostFilter } from './post.input.js';

@ObjectType({ simpleResolvers: true, description: 'A month in which something was published, in UTC.' })
export class ArchiveMonth {
  @Field(() => Int, { description: 'The year.' })
  year!: number;

  @Field(() => Int, { description: '1 is January.' })
  month!: number;

  @Field(() => Int, {
    description: 'How many posts were published in it, as far as the filter lets them through.',
  })
  postCount!: number;
}

@Resolver()
export class ArchiveResolver {
  @Query(() => [ArchiveMonth], {
    description: 'Published posts by month in UTC, newest first; months without posts are left out.',
  })
  archive(
    @Ctx() ctx: Context,
    @Arg('filter', () => PostFilter, { nullable: true, description: 'Which posts; all if left out.' })
    filter: PostFilter | null,
  ): Promise<ArchiveMonth[]> {
    return archive(ctx, filter);
  }
}
