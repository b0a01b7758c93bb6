import type { Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { moment } from '../../core/columns.js';
import { User } from '../user/user.entity.js';
import { Post } from './post.entity.js';

/** What a working copy changes of its post: only that, so that everything else of it can still change. */
export type PostChanges = {
  title?: string;
  content?: string;
  slug?: string;
  categoryId?: string | null;
  coverId?: string | null;
  tags?: string[] | null;
};

@Entity({ tableName: 'post_drafts' })
@ObjectType('PostDraft', {
  simpleResolvers: true,
  description:
    'The working copy of a published post: what it says after the next `publishPost`. Those who may edit the post see it; for everyone else nothing of it is there.',
})
export class PostDraft {
  @ManyToOne(() => Post, { ref: true, primary: true, deleteRule: 'cascade' })
  post!: Ref<Post>;

  @Property({ type: 'json' })
  changes!: PostChanges;

  @Property({ type: 'integer' })
  @Field(() => Int, {
    description:
      'Grows with each save, above the version of the post. As long as there is a working copy this is what `expectedVersion` is compared with.',
  })
  version!: number;

  @Property(moment())
  @Field(() => GraphQLDateTime, { description: 'When it was last saved.' })
  updatedAt!: Date;

  @ManyToOne(() => User, { ref: true })
  author!: Ref<User>;
}
