import { PrimaryKeyProp, type Ref } from '@mikro-orm/core';
import { Entity, Enum, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { moment, text } from '../../core/columns.js';
import { User } from '../user/user.entity.js';

/** What a token from a mail is good for. */
export enum TokenPurpose {
  CONFIRM_EMAIL = 'CONFIRM_EMAIL',
  RESET_PASSWORD = 'RESET_PASSWORD',
}

/** A token that came by mail. A user has at most one for each purpose; it is deleted when it is used. */
@Entity({ tableName: 'one_time_tokens' })
export class OneTimeToken {
  [PrimaryKeyProp]?: ['user', 'purpose'];

  @ManyToOne(() => User, { ref: true, primary: true, deleteRule: 'cascade' })
  user!: Ref<User>;

  @Enum({ items: () => TokenPurpose, primary: true })
  purpose!: TokenPurpose;

  /** SHA-256 of the token, in base64url: whoever reads the table cannot use what they find. */
  @Property(text({ unique: true }))
  hash!: string;

  /** Where it was sent. It works only as long as this is the user's address. */
  @Property(text())
  email!: string;

  @Property(moment())
  expiresAt!: Date;
}
