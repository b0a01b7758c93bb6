import { PrimaryKeyProp, type Ref } from '@mikro-orm/core';
import { Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { moment, text } from '../../core/columns.js';
import { User } from '../user/user.entity.js';

/** A key that a user sent with a mutation, and what they were answered. */
@Entity({ tableName: 'idempotency_keys' })
export class IdempotencyKey {
  [PrimaryKeyProp]?: ['user', 'key'];

  @ManyToOne(() => User, { ref: true, primary: true, deleteRule: 'cascade' })
  user!: Ref<User>;

  @PrimaryKey(text())
  key!: string;

  /** SHA-256 of what was asked, in base64url. */
  @Property(text())
  request!: string;

  /** The answer's data as JSON, with the names in their order. */
  @Property(text())
  answer!: string;

  @Index()
  @Property(moment())
  createdAt!: Date;
}
