import { Collection, type Opt, type Ref } from '@mikro-orm/core';
import {
  Entity,
  Enum,
  Index,
  ManyToMany,
  ManyToOne,
  PrimaryKey,
  Property,
} from '@mikro-orm/decorators/legacy';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { moment, text } from '../../core/columns.js';
import { newId } from '../../core/id.js';
import { Node } from '../../core/node.js';
import { Category } from '../category/category.entity.js';
import { Image } from '../image/image.entity.js';
import { Tag } from '../tag/tag.entity.js';
import { User } from '../user/user.entity.js';

export enum PostStatus {
  DRAFT = 'DRAFT',
  SCHEDULED = 'SCHEDULED',
  PUBLISHED = 'PUBLISHED',
}

registerEnumType(PostStatus, {
  name: 'PostStatus',
  description: 'Who may read a post.',
  valuesConfig: {
    DRAFT: { description: 'Its author only.' },
    SCHEDULED: { description: 'Its author only; everyone from `publishedAt` on.' },
    PUBLISHED: { description: 'Everyone.' },
  },
});

@Entity({ tableName: 'posts' })
@Index({ properties: ['status', 'listedAt', 'id'] })
@Index({ properties: ['author', 'listedAt', 'id'] })
@Index({ properties: ['updatedAt', 'id'] })
@Index({ properties: ['category', 'status', 'listedAt', 'id'] })
@ObjectType('Post', {
  simpleResolvers: true,
  implements: Node,
  description: 'Something written: a draft, or an article that is published or is going to be.',
})
export class Post implements Node {
  @PrimaryKey({ type: 'uuid' })
  @Field(() => ID, { description: 'A UUID.' })
  id: Opt<string> = newId();

  @Property(text({ unique: true }))
  @Field(() => String, {
    description:
      'Unique, for links; made from the title (Chinese as pinyin) unless it was given. Never changes by itself; slugs that it had before lead to it.',
  })
  slug!: string;

  @Property(text())
  @Field(() => String, { description: '1 to 200 characters.' })
  title!: string;

  @Property(text())
  @Field(() => String, {
    description:
      'Markdown, exactly as it was written; at most 100,000 characters, and no more than fits into a request of MAX_BODY_BYTES.',
  })
  content!: string;

  /** The start of the content as plain text: made when it is written, so that lists need not parse Markdown. */
  @Property(text())
  summary!: string;

  @Property({ type: 'integer' })
  @Field(() => Int, {
    description: 'Minutes of reading at 250 words or 400 Chinese characters a minute; at least 1.',
  })
  readingMinutes!: number;

  @Enum({ items: () => PostStatus })
  @Field(() => PostStatus, { description: 'Who may read the post.' })
  status!: PostStatus;

  @Property(moment({ nullable: true }))
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When it was published, or will be; null for a draft.',
  })
  publishedAt: Opt<Date> | null = null;

  @Property(moment())
  @Field(() => GraphQLDateTime, { description: 'When it was first saved.' })
  createdAt!: Date;

  @Property(moment())
  @Field(() => GraphQLDateTime, { description: 'When it last changed.' })
  updatedAt!: Date;

  /** Where the post stands in lists: a column of its own so that one index orders drafts and published posts. */
  @Property(moment({ generated: '(coalesce("published_at", "created_at")) stored' }))
  listedAt!: Opt<Date>;

  @Property({ type: 'integer' })
  @Field(() => Int, {
    description:
      'Grows by one with each change. Send it back as `expectedVersion` to be told of a lost update.',
  })
  version: Opt<number> = 1;

  /** Comments and replies that everyone can see who can see the post. */
  @Property({
    type: 'integer',
    lazy: true,
    formula: ({ id }) =>
      `select count(*)::int from comments where post_id = ${id} and not hidden and not deleted`,
  })
  commentCount!: Opt<number>;

  /** The highest version that a working copy of it has had, one that was discarded included. */
  @Property({ type: 'integer' })
  draftedVersion: Opt<number> = 0;

  @ManyToOne(() => User, { ref: true })
  author!: Ref<User>;

  @ManyToOne(() => Category, { ref: true, nullable: true })
  category: Opt<Ref<Category>> | null = null;

  @ManyToOne(() => Image, { ref: true, nullable: true, index: true, deleteRule: 'set null' })
  cover: Opt<Ref<Image>> | null = null;

  @ManyToMany(() => Tag, undefined, { pivotEntity: () => PostTag, orderBy: { key: 'asc' } })
  tags: Opt<Collection<Tag>> = new Collection<Tag>(this);
}

/** A slug that a post had. */
@Entity({ tableName: 'post_slugs' })
export class PostSlug {
  @PrimaryKey(text())
  slug!: string;

  @ManyToOne(() => Post, { ref: true, fieldName: 'post_id', index: true, deleteRule: 'cascade' })
  owner!: Ref<Post>;
}

/** That a post carries a tag. An entity of its own, so that the tags of many posts are read in one statement. */
@Entity({ tableName: 'post_tags' })
@Index({ properties: ['tag', 'published'] })
export class PostTag {
  @ManyToOne(() => Post, { ref: true, primary: true, deleteRule: 'cascade' })
  post!: Ref<Post>;

  @ManyToOne(() => Tag, { ref: true, primary: true, deleteRule: 'cascade' })
  tag!: Ref<Tag>;

  /** Whether the post is published, so that tags are counted by an index alone. Triggers keep it true. */
  @Property({ type: 'boolean', default: false })
  published!: Opt<boolean>;
}

/** That a post shows an image, as its cover or within. Kept by a trigger, whoever writes posts. */
@Entity({ tableName: 'post_images' })
export class PostImage {
  @ManyToOne(() => Post, { ref: true, primary: true, updateRule: 'no action', deleteRule: 'cascade' })
  post!: Ref<Post>;

  @ManyToOne(() => Image, {
    ref: true,
    primary: true,
    index: true,
    updateRule: 'no action',
    deleteRule: 'cascade',
  })
  image!: Ref<Image>;

  @Property({ type: 'boolean' })
  isCover!: boolean;
}
