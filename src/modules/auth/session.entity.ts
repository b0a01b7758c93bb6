import type { Opt, Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, ObjectType } from 'type-graphql';
import { moment, text } from '../../core/columns.js';
import { newId } from '../../core/id.js';
import { User } from '../user/user.entity.js';

/** One sign-in on one device: the family of refresh tokens that came from it. */
@Entity({ tableName: 'sessions' })
@ObjectType({ simpleResolvers: true, description: 'A sign-in on one device. Only its user sees it.' })
export class Session {
  @PrimaryKey({ type: 'uuid' })
  @Field(() => ID, { description: 'A UUID, for `revokeSession`.' })
  id: Opt<string> = newId();

  @ManyToOne(() => User, { ref: true, deleteRule: 'cascade', index: true })
  user!: Ref<User>;

  @Property(text({ nullable: true }))
  @Field(() => String, {
    nullable: true,
    description: 'What the client said it was when it signed in; the first 300 characters.',
  })
  userAgent!: string | null;

  @Property(moment())
  @Field(() => GraphQLDateTime, { description: 'When it was signed in.' })
  createdAt!: Date;

  @Property(moment())
  @Field(() => GraphQLDateTime, { description: 'When its tokens were last renewed.' })
  lastUsedAt!: Date;

  @Property(moment())
  @Field(() => GraphQLDateTime, { description: 'When it ends by itself unless it is renewed before.' })
  expiresAt!: Date;

  @Property(moment({ nullable: true }))
  revokedAt: Opt<Date> | null = null;
}
