import { Collection, type Ref } from '@mikro-orm/core';
import { Entity, ManyToMany, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { v7 } from 'uuid';

@Entity({ tableName: 'users' })
@ObjectType()
export class User {
  @PrimaryKey({ type: 'uuid' })
  @Field(() => ID)
  id: string = v7();

  @Property({ type: 'text' })
  @Field(() => String)
  username!: string;

  @Property({ type: 'text' })
  @Field(() => String)
  displayName!: string;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true })
  email?: string;

  @Property({ type: 'text' })
  @Field(() => String)
  role!: string;
}

@Entity({ tableName: 'tags' })
@ObjectType()
export class Tag {
  @PrimaryKey({ type: 'uuid' })
  @Field(() => ID)
  id: string = v7();

  @Property({ type: 'text' })
  @Field(() => String)
  name!: string;

  @Property({ type: 'text' })
  key!: string;

  @Property({ type: 'text' })
  @Field(() => String)
  slug!: string;
}

@Entity({ tableName: 'posts' })
@ObjectType()
export class Post {
  @PrimaryKey({ type: 'uuid' })
  @Field(() => ID)
  id: string = v7();

  @Property({ type: 'text' })
  @Field(() => String)
  slug!: string;

  @Property({ type: 'text' })
  @Field(() => String)
  title!: string;

  @Property({ type: 'text' })
  @Field(() => String)
  content!: string;

  @Property({ type: 'text' })
  summary!: string;

  @Property({ type: 'integer' })
  readingMinutes!: number;

  @Property({ type: 'text' })
  status!: string;

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => GraphQLDateTime, { nullable: true })
  publishedAt?: Date;

  @Property({ type: 'timestamptz' })
  createdAt: Date = new Date();

  @Property({ type: 'timestamptz' })
  updatedAt: Date = new Date();

  @Property({ type: 'timestamptz', generated: 'coalesce(published_at, created_at) stored' })
  listedAt?: Date;

  @Property({ type: 'integer' })
  @Field(() => Int)
  version: number = 1;

  @ManyToOne(() => User, { ref: true })
  @Field(() => User)
  author!: Ref<User>;

  @ManyToMany(() => Tag, undefined, { pivotTable: 'post_tags', orderBy: { key: 'asc' } })
  @Field(() => [Tag])
  tags = new Collection<Tag>(this);
}

@Entity({ tableName: 'comments' })
@ObjectType()
export class Comment {
  @PrimaryKey({ type: 'uuid' })
  @Field(() => ID)
  id: string = v7();

  @Property({ type: 'text' })
  @Field(() => String)
  body!: string;

  @Property({ type: 'timestamptz' })
  @Field(() => GraphQLDateTime)
  createdAt: Date = new Date();

  @ManyToOne(() => Post, { ref: true })
  post!: Ref<Post>;

  @ManyToOne(() => Comment, { ref: true, nullable: true })
  parent?: Ref<Comment>;

  @ManyToOne(() => User, { ref: true })
  @Field(() => User)
  author!: Ref<User>;
}

@ObjectType()
export class CommentConnection {
  @Field(() => [Comment])
  nodes!: Comment[];
}

@ObjectType()
export class PageInfo {
  @Field(() => Boolean)
  hasNextPage!: boolean;

  @Field(() => String, { nullable: true })
  endCursor?: string;
}

@ObjectType()
export class PostConnection {
  @Field(() => [Post])
  nodes!: Post[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}

@InputType()
export class CreatePostInput {
  @Field(() => String)
  title!: string;

  @Field(() => String)
  content!: string;

  @Field(() => [String], { nullable: true })
  tags?: string[];
}
