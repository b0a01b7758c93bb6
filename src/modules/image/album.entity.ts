import type { Opt, Ref } from '@mikro-orm/core';
import { Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, ObjectType } from 'type-graphql';
import { moment, text } from '../../core/columns.js';
import { newId } from '../../core/id.js';
import { Node } from '../../core/node.js';
import { User } from '../user/user.entity.js';
import { Visibility } from './visibility.js';

@Entity({ tableName: 'albums' })
@Index({ properties: ['owner', 'createdAt', 'id'] })
@ObjectType('Album', {
  simpleResolvers: true,
  implements: Node,
  description: 'A place for images that belong together. An image is in one album at most.',
})
export class Album implements Node {
  @PrimaryKey({ type: 'uuid' })
  @Field(() => ID, { description: 'A UUID.' })
  id: Opt<string> = newId();

  @Property(text())
  @Field(() => String, { description: '1 to 100 characters.' })
  name!: string;

  @Enum({ items: () => Visibility })
  @Field(() => Visibility, {
    description: 'Who may see the album. Its images have a visibility of their own.',
  })
  visibility!: Visibility;

  @Property(moment())
  @Field(() => GraphQLDateTime, { description: 'When it was made.' })
  createdAt!: Date;

  @ManyToOne(() => User, { ref: true, deleteRule: 'cascade' })
  owner!: Ref<User>;
}
