import type { Opt, Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { moment, text } from '../../core/columns.js';
import { Session } from './session.entity.js';

/** Used tokens are kept as long as their session, so that a replay is recognised however old the token is. */
@Entity({ tableName: 'refresh_tokens' })
export class RefreshToken {
  /** SHA-256 of the token, in base64url: whoever reads the table cannot use what they find. */
  @PrimaryKey(text())
  hash!: string;

  @ManyToOne(() => Session, { ref: true, deleteRule: 'cascade', index: true })
  session!: Ref<Session>;

  @Property(moment())
  createdAt!: Date;

  @Property(moment({ nullable: true }))
  usedAt: Opt<Date> | null = null;
}
