import type { Opt } from '@mikro-orm/core';
import { Entity, Enum, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { moment, text } from '../../core/columns.js';
import { newId } from '../../core/id.js';
import { type Locale, locales } from '../../core/locale.js';
import { Node } from '../../core/node.js';

export enum Role {
  USER = 'USER',
  EDITOR = 'EDITOR',
  ADMIN = 'ADMIN',
}

export enum UserStatus {
  ACTIVE = 'ACTIVE',
  DISABLED = 'DISABLED',
}

registerEnumType(Role, {
  name: 'Role',
  description: 'What a user may do beyond their own things.',
  valuesConfig: {
    USER: { description: 'Writes and manages their own posts.' },
    EDITOR: { description: 'Looks after what others have published as well.' },
    ADMIN: { description: 'Manages users and everything else.' },
  },
});

registerEnumType(UserStatus, {
  name: 'UserStatus',
  description: 'Whether a user may sign in.',
  valuesConfig: {
    ACTIVE: { description: 'May sign in.' },
    DISABLED: { description: 'May not sign in; what they published stays.' },
  },
});

/** The account that has what deleted users published. Its row is made when the first of them goes. */
export const deletedUserId = '00000000-0000-7000-8000-000000000000';

@Entity({ tableName: 'users' })
@Index({ properties: ['createdAt', 'id'] })
@ObjectType('User', { simpleResolvers: true, implements: Node, description: 'A person with an account.' })
export class User implements Node {
  @PrimaryKey({ type: 'uuid' })
  @Field(() => ID, { description: 'A UUID.' })
  id: Opt<string> = newId();

  @Property(text())
  @Field(() => String, { description: 'The name to sign in with, as it was registered. Unique in any case.' })
  username!: string;

  /** The username as it is compared: see `usernameKey`. */
  @Property(text({ unique: true, hidden: true }))
  usernameKey!: string;

  @Property(text())
  @Field(() => String, { description: 'The name to show; the username unless the user chose another.' })
  displayName!: string;

  @Property(text({ nullable: true }))
  @Field(() => String, { nullable: true, description: 'A few words of the user about themselves.' })
  bio: Opt<string> | null = null;

  /** Lower case. Exposed by a field resolver, to the user and to admins only. */
  @Property(text({ nullable: true, unique: true, hidden: true }))
  email: Opt<string> | null = null;

  /** Whether the user has shown that they get mail at `email`. Exposed by a field resolver, like the address. */
  @Property({ type: 'boolean', hidden: true })
  emailVerified: Opt<boolean> = false;

  /** The language of mails to the user. */
  @Enum({ items: () => [...locales], hidden: true })
  locale: Opt<Locale> = 'en';

  /** The image that shows them. Not a relation, because images have relations to users; it may be gone. */
  @Property({ type: 'uuid', nullable: true, index: true })
  avatarId: Opt<string> | null = null;

  @Property(text({ lazy: true, hidden: true }))
  passwordHash!: string;

  @Enum({ items: () => Role })
  @Field(() => Role, { description: 'What the user may do beyond their own things.' })
  role: Opt<Role> = Role.USER;

  @Enum({ items: () => UserStatus })
  @Field(() => UserStatus, { description: 'Whether the user may sign in.' })
  status: Opt<UserStatus> = UserStatus.ACTIVE;

  @Property(moment())
  @Field(() => GraphQLDateTime, { description: 'When the account was made.' })
  createdAt!: Date;

  @Property(moment())
  @Field(() => GraphQLDateTime, { description: 'When the profile last changed.' })
  updatedAt!: Date;
}
