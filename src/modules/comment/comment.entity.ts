import type { Opt, Ref } from '@mikro-orm/core';
import { Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { moment, text } from '../../core/columns.js';
import { newId } from '../../core/id.js';
import { Node } from '../../core/node.js';
import { Post } from '../post/post.entity.js';
import { User } from '../user/user.entity.js';

/** How many levels a thread has: comments on a post are at level 1. */
export const deepestLevel = 8;

@Entity({ tableName: 'comments' })
@Index({ properties: ['post', 'createdAt', 'id'], where: 'parent_id is null' })
@Index({ properties: ['parent', 'createdAt', 'id'] })
@Index({ properties: ['post', 'hidden', 'deleted'] })
@Index({ properties: ['author'] })
@ObjectType('Comment', {
  simpleResolvers: true,
  implements: Node,
  description:
    'What a reader wrote below a post, or below another comment. Whoever may read the post may read its comments.',
})
export class Comment implements Node {
  @PrimaryKey({ type: 'uuid' })
  @Field(() => ID, { description: 'A UUID.' })
  id: Opt<string> = newId();

  @Property(text())
  body!: string;

  @Property({ type: 'boolean' })
  @Field(() => Boolean, {
    description:
      "Whether the post's author, an EDITOR or an ADMIN has hidden it: its place stays in the thread, its text does not.",
  })
  hidden: Opt<boolean> = false;

  @Property({ type: 'boolean' })
  @Field(() => Boolean, {
    description:
      'Whether its author has deleted it. Its place stays, without text and name, for as long as it has replies.',
  })
  deleted: Opt<boolean> = false;

  @Property({ type: 'integer' })
  @Field(() => Int, {
    description: `How deep it stands: 1 on the post itself, 2 for a reply to that, and so on to ${deepestLevel}.`,
  })
  level!: number;

  @ManyToOne(() => Post, { ref: true, deleteRule: 'cascade' })
  @Field(() => Post, { description: 'The post that it belongs to.' })
  post!: Ref<Post>;

  /** Who wrote the post: they look after what stands below it. */
  @Property({ type: 'uuid', formula: ({ post }) => `(select author_id from posts where id = ${post})` })
  postAuthor!: Opt<string>;

  @ManyToOne(() => Comment, { ref: true, nullable: true, deleteRule: 'no action' })
  @Field(() => Comment, {
    nullable: true,
    description: 'What it replies to; null for a comment on the post.',
  })
  parent!: Ref<Comment> | null;

  @Property({
    type: 'integer',
    lazy: true,
    formula: ({ id }) => `select count(*)::int from comments reply where reply.parent_id = ${id}`,
  })
  @Field(() => Int, { description: 'How many `replies` it has, hidden and deleted ones among them.' })
  replyCount!: Opt<number>;

  @ManyToOne(() => User, { ref: true })
  @Field(() => User, { description: 'Who wrote it; the account "Deleted user" when it was deleted.' })
  author!: Ref<User>;

  @Property(moment())
  @Field(() => GraphQLDateTime, { description: 'When it was written.' })
  createdAt!: Date;

  @Property(moment())
  @Field(() => GraphQLDateTime, {
    description: 'When its text last changed; the same as `createdAt` when it never did.',
  })
  updatedAt!: Date;
}
