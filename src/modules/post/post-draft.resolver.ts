import { Arg, Authorized, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.js';
import { Asked, type AskedField } from '../../read/resolving.js';
import { Category } from '../category/category.entity.js';
import { User } from '../user/user.entity.js';
import { Post } from './post.entity.js';
import { ExpectedVersion } from './post.input.js';
import { PostDraft } from './post-draft.entity.js';
import { categoryOfDraft, discardPostDraft, tagsOfDraft, wordsOf } from './post-draft.service.js';

@Resolver(() => PostDraft)
export class PostDraftResolver {
  @Authorized()
  @Mutation(() => Post, {
    description:
      'Drops the working copy of a post; its words stay in the revisions. Without one nothing changes. Those who may edit the post.',
  })
  discardPostDraft(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The post.' }) id: string,
    @ExpectedVersion() expectedVersion: number | null,
  ): Promise<Post> {
    return discardPostDraft(ctx, { id, expectedVersion });
  }

  @FieldResolver(() => String, { description: 'The title that the post will have.' })
  title(@Root() draft: PostDraft): string {
    return wordsOf(draft.post.unwrap(), draft.changes).title;
  }

  @FieldResolver(() => String, { description: 'The content that the post will have: Markdown.' })
  content(@Root() draft: PostDraft): string {
    return wordsOf(draft.post.unwrap(), draft.changes).content;
  }

  @FieldResolver(() => String, { description: 'The content as HTML that is safe to show.' })
  async html(@Root() draft: PostDraft, @Ctx() ctx: Context): Promise<string> {
    return (await ctx.renderMarkdown(wordsOf(draft.post.unwrap(), draft.changes).content)).html;
  }

  @FieldResolver(() => String, {
    description: 'The slug that the post will have, unless another takes it first.',
  })
  slug(@Root() draft: PostDraft): string {
    return draft.changes.slug ?? draft.post.unwrap().slug;
  }

  @FieldResolver(() => Category, { nullable: true, description: 'The category that the post will stand in.' })
  category(
    @Root() draft: PostDraft,
    @Ctx() ctx: Context,
    @Asked() field: AskedField,
  ): Promise<Category | null> | null {
    const id = categoryOfDraft(draft);
    return id == null ? null : ctx.loaders.row.load(Category, id, field);
  }

  @FieldResolver(() => [String], { description: 'The names of the tags that the post will have.' })
  tags(@Root() draft: PostDraft, @Ctx() ctx: Context): string[] | Promise<string[]> {
    return tagsOfDraft(ctx, draft);
  }

  @FieldResolver(() => User, { description: 'Who saved it last.' })
  author(@Root() draft: PostDraft, @Ctx() ctx: Context): Promise<User | null> {
    return ctx.loaders.user.load(draft.author.id);
  }
}
