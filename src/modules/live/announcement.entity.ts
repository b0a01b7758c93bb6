import type { Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Comment } from '../comment/comment.entity.js';
import { Post } from '../post/post.entity.js';

/**
 * That a post was published or a comment written. Triggers write these rows, and take old ones away: the last ten
 * thousand are kept. They outlive what they announce.
 */
@Entity({ tableName: 'announcements' })
export class Announcement {
  /** The id of what is announced. */
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  /** Grows in the order of the commits. What is published again gets a new one. */
  @Property({ type: 'integer', unique: true })
  number!: number;

  /** The post, or the one that the comment belongs to. */
  @ManyToOne(() => Post, { ref: true, createForeignKeyConstraint: false, index: false })
  post!: Ref<Post>;

  /** Null for a post. */
  @ManyToOne(() => Comment, { ref: true, nullable: true, createForeignKeyConstraint: false, index: false })
  comment!: Ref<Comment> | null;
}
