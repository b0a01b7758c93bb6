import { GraphQLDateTime } from 'graphql-scalars';
import {
  Arg,
  Args,
  Authorized,
  Ctx,
  FieldResolver,
  ID,
  Int,
  Mutation,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import type { Context } from '../../context.js';
import type { Page } from '../../core/page.js';
import { Reads } from '../../read/reads.js';
import { Asked, type AskedField, loadedRow, loadedRows, Selected } from '../../read/resolving.js';
import type { Selection } from '../../read/selection.js';
import { Category } from '../category/category.entity.js';
import { Image } from '../image/image.entity.js';
import { Tag } from '../tag/tag.entity.js';
import { User } from '../user/user.entity.js';
import { Heading } from './heading.js';
import { PostConnection } from './post.connection.js';
import { Post } from './post.entity.js';
import { CreatePostInput, ExpectedVersion, PostsArgs, UpdatePostInput } from './post.input.js';
import { canDeletePost, canEditPost } from './post.policy.js';
import { createPost, deletePost, listPosts, postOrNull, updatePost } from './post.service.js';
import { excerptOf, longestExcerpt } from './post.text.js';
import { publishPost, unpublishPost } from './post-publishing.service.js';

@Resolver(() => Post)
export class PostResolver {
  @Query(() => Post, {
    nullable: true,
    description:
      'A post by id, or by a slug that it has or had, exactly one of the two; null when it is missing or the viewer may not read it.',
  })
  post(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { nullable: true, description: 'The id of the post.' }) id: string | null,
    @Arg('slug', () => String, { nullable: true, description: 'The slug of the post.' }) slug: string | null,
    @Selected() selection: Selection,
  ): Promise<Post | null> {
    return postOrNull(ctx, id, slug, selection);
  }

  @Query(() => PostConnection, {
    description: 'Posts that the viewer may read: published ones and all of their own.',
  })
  posts(
    @Ctx() ctx: Context,
    @Args(() => PostsArgs) args: PostsArgs,
    @Selected() selection: Selection,
  ): Promise<Page<Post>> {
    return listPosts(ctx, args, selection);
  }

  @Authorized()
  @Mutation(() => Post, {
    description: 'Saves a new post of the viewer and publishes it unless told otherwise. Signed-in users.',
  })
  createPost(
    @Ctx() ctx: Context,
    @Arg('input', () => CreatePostInput, { description: 'The new post.' }) input: CreatePostInput,
  ): Promise<Post> {
    return createPost(ctx, input);
  }

  @Authorized()
  @Mutation(() => Post, {
    description:
      'Changes what is given. STALE_VERSION, with the current version, when `expectedVersion` is not it; CONFLICT when there is a working copy and `draft` is not set. The author; EDITOR and ADMIN once it is published.',
  })
  updatePost(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The post to change.' }) id: string,
    @Arg('input', () => UpdatePostInput, { description: 'What changes.' }) input: UpdatePostInput,
    @Arg('draft', () => Boolean, {
      nullable: true,
      defaultValue: false,
      description:
        'Saves the changes of a published post in its working copy, which readers do not see before `publishPost`. Posts that only their author can read are saved as ever.',
    })
    draft: boolean | null,
  ): Promise<Post> {
    return updatePost(ctx, id, input, draft ? 'draft' : 'post');
  }

  @Authorized()
  @Mutation(() => Post, {
    description:
      'Makes a post readable for everyone, now or from a moment on; makes a published one what its working copy says. The author; EDITOR and ADMIN once it is published.',
  })
  publishPost(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The post to publish.' }) id: string,
    @Arg('at', () => GraphQLDateTime, {
      nullable: true,
      description:
        'Its `publishedAt`; now if left out. A future moment, at most 10 years ahead, schedules it, or reschedules it; CONFLICT when it is published already. A past one, from the year 1000 on, publishes it at once.',
    })
    at: Date | null,
    @ExpectedVersion() expectedVersion: number | null,
  ): Promise<Post> {
    return publishPost(ctx, { id, expectedVersion }, at);
  }

  @Authorized()
  @Mutation(() => Post, {
    description:
      'Makes a published or scheduled post a draft again, which only its author can read; of a published one, what its working copy says. The author; EDITOR and ADMIN once it is published.',
  })
  unpublishPost(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The post to take back.' }) id: string,
    @ExpectedVersion() expectedVersion: number | null,
  ): Promise<Post> {
    return unpublishPost(ctx, { id, expectedVersion });
  }

  @Authorized()
  @Mutation(() => ID, {
    description:
      'Deletes a post for good, with its working copy and revisions, and returns its id. The author; EDITOR and ADMIN once it is published.',
  })
  deletePost(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The post to delete.' }) id: string,
    @ExpectedVersion() expectedVersion: number | null,
  ): Promise<string> {
    return deletePost(ctx, { id, expectedVersion });
  }

  @FieldResolver(() => User, { description: 'Who wrote it.' })
  author(@Root() post: Post, @Ctx() ctx: Context): User | Promise<User | null> {
    return loadedRow(post.author) ?? ctx.loaders.user.load(post.author.id);
  }

  @FieldResolver(() => Category, { nullable: true, description: 'The category that it stands in.' })
  category(
    @Root() post: Post,
    @Ctx() ctx: Context,
    @Asked() field: AskedField,
  ): Category | Promise<Category | null> | null {
    return (
      post.category && (loadedRow(post.category) ?? ctx.loaders.row.load(Category, post.category.id, field))
    );
  }

  @FieldResolver(() => Image, {
    nullable: true,
    description: 'The image that stands for it. Who may see the post may see it.',
  })
  cover(
    @Root() { cover }: Post,
    @Ctx() ctx: Context,
    @Asked() field: AskedField,
  ): Image | null | Promise<Image | null> {
    return cover && (loadedRow(cover) ?? ctx.loaders.row.load(Image, cover.id, field));
  }

  @FieldResolver(() => [Tag], { description: 'In alphabetical order.' })
  tags(@Root() post: Post, @Ctx() ctx: Context): Tag[] | Promise<Tag[]> {
    return loadedRows(post.tags) ?? ctx.loaders.tagsOfPost.load(post.id);
  }

  @Reads(Post, 'summary')
  @FieldResolver(() => String, { description: 'The start of the content without Markdown marks.' })
  excerpt(
    @Root() post: Post,
    @Arg('length', () => Int, {
      defaultValue: 200,
      description: `Characters at most: 1 to ${longestExcerpt}.`,
    })
    length: number,
  ): string {
    return excerptOf(post.summary, length);
  }

  @Reads(Post, 'content')
  @FieldResolver(() => String, {
    description:
      'The content as HTML that is safe to show: GitHub Flavored Markdown with footnotes, code with highlight.js classes, headings with ids. What takes too long to render is shown as it was written.',
  })
  async html(@Root() post: Post, @Ctx() ctx: Context): Promise<string> {
    return (await ctx.renderMarkdown(post.content)).html;
  }

  @Reads(Post, 'content')
  @FieldResolver(() => [Heading], { description: 'The headings of the content, for a table of contents.' })
  async toc(@Root() post: Post, @Ctx() ctx: Context): Promise<Heading[]> {
    return (await ctx.renderMarkdown(post.content)).toc;
  }

  @Reads(Post, 'author', 'status')
  @FieldResolver(() => Boolean, { description: 'Whether the viewer may change, publish and unpublish it.' })
  viewerCanEdit(@Root() post: Post, @Ctx() ctx: Context): boolean {
    return canEditPost(ctx.viewer, post);
  }

  @Reads(Post, 'author', 'status')
  @FieldResolver(() => Boolean, { description: 'Whether the viewer may delete it.' })
  viewerCanDelete(@Root() post: Post, @Ctx() ctx: Context): boolean {
    return canDeletePost(ctx.viewer, post);
  }
}
