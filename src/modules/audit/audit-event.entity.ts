import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, ObjectType } from 'type-graphql';
import { moment, text } from '../../core/columns.js';
import { Node } from '../../core/node.js';

/**
 * Only ever added: a trigger refuses changes, whoever makes them. Nothing refers to other tables, so that an event
 * outlives what it is about.
 */
@Entity({ tableName: 'audit_events' })
@Index({ properties: ['createdAt', 'id'] })
@ObjectType('AuditEvent', {
  simpleResolvers: true,
  implements: Node,
  description:
    'Something that happened to an account or to the server. Never changes, and stays when the account is gone.',
})
export class AuditEvent implements Node {
  @PrimaryKey({ type: 'uuid' })
  @Field(() => ID, { description: 'A UUID.' })
  id!: string;

  @Property(text())
  @Field(() => String, {
    description: 'What happened, such as `login`, `login-failed` or `role-changed`. There may be new ones.',
  })
  action!: string;

  @Property({ type: 'uuid', nullable: true })
  actorId!: string | null;

  @Property({ type: 'uuid', nullable: true })
  @Field(() => ID, {
    nullable: true,
    description:
      'The id of what it happened to, mostly a user; stays when that is gone. Null for a sign-in under an unknown name.',
  })
  subjectId!: string | null;

  @Property(moment())
  @Field(() => GraphQLDateTime, { description: 'When it happened.' })
  createdAt!: Date;

  @Property(text({ nullable: true }))
  @Field(() => String, {
    nullable: true,
    description: 'More about it, for people. Never a password or token.',
  })
  detail!: string | null;

  @Property(text({ nullable: true }))
  @Field(() => String, {
    nullable: true,
    description: 'The request that did it, as in `x-request-id` and the log; null for a command.',
  })
  requestId!: string | null;

  @Property(text({ nullable: true }))
  @Field(() => String, {
    nullable: true,
    description:
      'Where the request came from: the /24 of an IPv4 address, the /48 of IPv6; null for a command.',
  })
  network!: string | null;
}
