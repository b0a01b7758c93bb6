import type { EntityManager } from '@mikro-orm/postgresql';
import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { readingMinutesOf, slugify, summaryOf } from '../shared/writing.js';
import { Comment, CommentConnection, CreatePostInput, Post, PostConnection, Tag, User } from './entities.ts';

export type Context = { em: EntityManager; userId: string | null };

@Resolver(() => Post)
export class PostResolver {
  @Query(() => PostConnection)
  async posts(
    @Ctx() { em }: Context,
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
  ): Promise<PostConnection> {
    const found = await em.find(
      Post,
      { status: 'PUBLISHED' },
      { orderBy: { listedAt: 'desc', id: 'desc' }, limit: first + 1, populate: ['author', 'tags'] },
    );
    const nodes = found.slice(0, first);
    const endCursor = nodes.at(-1)?.id;
    return { nodes, pageInfo: { hasNextPage: found.length > first, endCursor } };
  }

  @Query(() => Post, { nullable: true })
  post(@Ctx() { em }: Context, @Arg('slug', () => String) slug: string): Promise<Post | null> {
    return em.findOne(Post, { slug, status: 'PUBLISHED' }, { populate: ['author', 'tags'] });
  }

  @Mutation(() => Post)
  async createPost(
    @Ctx() { em, userId }: Context,
    @Arg('input', () => CreatePostInput) input: CreatePostInput,
  ): Promise<Post> {
    if (!userId) throw new Error('Sign in first.');
    const post = em.create(Post, {
      slug: slugify(input.title),
      title: input.title,
      content: input.content,
      summary: summaryOf(input.content),
      readingMinutes: readingMinutesOf(input.content),
      status: 'PUBLISHED',
      publishedAt: new Date(),
      author: userId,
    });
    post.tags.set(await em.find(Tag, { key: { $in: input.tags ?? [] } }));
    await em.flush();
    return post;
  }

  @FieldResolver(() => String)
  excerpt(@Root() post: Post): string {
    return post.summary.slice(0, 200);
  }

  @FieldResolver(() => User)
  author(@Root() post: Post): Promise<User> {
    return post.author.loadOrFail();
  }

  @FieldResolver(() => [Tag])
  tags(@Root() post: Post): Promise<Tag[]> {
    return post.tags.loadItems();
  }

  @FieldResolver(() => CommentConnection)
  async comments(
    @Root() post: Post,
    @Ctx() { em }: Context,
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
  ): Promise<CommentConnection> {
    const nodes = await em.find(
      Comment,
      { post: post.id, parent: null },
      { orderBy: { createdAt: 'asc', id: 'asc' }, limit: first, populate: ['author'] },
    );
    return { nodes };
  }
}

@Resolver(() => Comment)
export class CommentResolver {
  @FieldResolver(() => User)
  author(@Root() comment: Comment): Promise<User> {
    return comment.author.loadOrFail();
  }
}

@Resolver(() => User)
export class UserResolver {
  @Query(() => User, { nullable: true })
  async viewer(@Ctx() { em, userId }: Context): Promise<User | null> {
    return userId ? em.findOne(User, userId) : null;
  }
}
