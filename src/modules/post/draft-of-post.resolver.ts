import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.js';
import { Reads } from '../../read/reads.js';
import { Post } from './post.entity.js';
import { PostDraft } from './post-draft.entity.js';
import { draftOrNull } from './post-draft.service.js';

@Resolver(() => Post)
export class DraftOfPostResolver {
  @Reads(Post, 'author', 'status')
  @FieldResolver(() => PostDraft, {
    nullable: true,
    description:
      'What has been saved with `draft: true` and readers do not see yet; null when there is nothing, and for those who may not edit the post.',
  })
  draft(@Root() post: Post, @Ctx() ctx: Context): Promise<PostDraft | null> {
    return draftOrNull(ctx, post);
  }
}
