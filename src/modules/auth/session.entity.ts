import type { Opt, Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { moment, text } from '../../core/columns.js';
import { newId } from '../../core/id.js';
import { User } from '../user/user.entity.js';

/** One sign-in on one device: the family of refresh tokens that came from it. */
@Entity({ tableName: 'sessions' })
export class Session {
  @PrimaryKey({ type: 'uuid' })
  id: Opt<string> = newId();

  @ManyToOne(() => User, { ref: true, deleteRule: 'cascade', index: true })
  user!: Ref<User>;

  @Property(text({ nullable: true }))
  userAgent!: string | null;

  @Property(moment())
  createdAt!: Date;

  @Property(moment())
  lastUsedAt!: Date;

  /** When the newest refresh token stops working. */
  @Property(moment())
  expiresAt!: Date;

  @Property(moment({ nullable: true }))
  revokedAt: Opt<Date> | null = null;
}
