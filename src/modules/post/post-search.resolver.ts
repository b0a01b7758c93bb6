import { Args, Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../../context.js';
import type { Page } from '../../core/page.js';
import { Selected } from '../../read/resolving.js';
import type { Selection } from '../../read/selection.js';
import { Post } from './post.entity.js';
import { PostSearchConnection } from './post-search.connection.js';
import { SearchPostsArgs } from './post-search.input.js';
import { searchPosts } from './post-search.service.js';

@Resolver(() => Post)
export class PostSearchResolver {
  @Query(() => PostSearchConnection, {
    description:
      'Posts that the viewer may read and that have all words of a query, in English in any form of them: the best first, where the title counts before tags and these before the text. When there are none, those that have similar words.',
  })
  searchPosts(
    @Ctx() ctx: Context,
    @Args(() => SearchPostsArgs) args: SearchPostsArgs,
    @Selected() selection: Selection,
  ): Promise<Page<Post>> {
    return searchPosts(ctx, args, selection);
  }
}
