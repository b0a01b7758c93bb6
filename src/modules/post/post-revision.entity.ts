import type { Opt, Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { moment, text } from '../../core/columns.js';
import { newId } from '../../core/id.js';
import { Node } from '../../core/node.js';
import { User } from '../user/user.entity.js';
import { Post } from './post.entity.js';

@Entity({ tableName: 'post_revisions' })
@Unique({ properties: ['post', 'version'] })
@ObjectType('PostRevision', {
  simpleResolvers: true,
  implements: Node,
  description: 'The words of a post as they were saved once. It never changes.',
})
export class PostRevision implements Node {
  @PrimaryKey({ type: 'uuid' })
  @Field(() => ID, { description: 'A UUID.' })
  id: Opt<string> = newId();

  @ManyToOne(() => Post, { ref: true, deleteRule: 'cascade' })
  post!: Ref<Post>;

  @Property({ type: 'integer' })
  @Field(() => Int, {
    description: 'The version that the save made. Versions that changed neither title nor content have none.',
  })
  version!: number;

  @Property(text())
  @Field(() => String, { description: 'The title as it was saved.' })
  title!: string;

  @Property(text())
  @Field(() => String, { description: 'The content as it was saved: Markdown.' })
  content!: string;

  @Property(moment())
  @Field(() => GraphQLDateTime, { description: 'When it was saved.' })
  createdAt!: Date;

  @ManyToOne(() => User, { ref: true })
  author!: Ref<User>;
}
