import { IsOptional } from 'class-validator';
import { GraphQLEmailAddress } from 'graphql-scalars';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { PageArgs } from '../../core/page.js';
import { Characters, NotNull } from '../../core/validation.js';
import { Role, UserStatus } from './user.entity.js';

@InputType({
  description: "Changes to one's own profile: only what is given changes, and something must be given.",
})
export class UpdateProfileInput {
  @Field(() => String, { nullable: true, description: '1 to 80 characters.' })
  @Characters(1, 80)
  displayName?: string;

  @Field(() => String, { nullable: true, description: 'At most 500 characters; null takes it away.' })
  @IsOptional()
  @Characters(0, 500)
  bio?: string | null;

  @Field(() => GraphQLEmailAddress, {
    nullable: true,
    description:
      'CONFLICT when it is taken; null takes it away, and with it the way to a forgotten password.',
  })
  @IsOptional()
  @Characters(3, 254)
  email?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'An image of the viewer, which everyone may see from then on; null takes it away.',
  })
  avatarId?: string | null;
}

@InputType({ description: 'Changes to an account: only what is given changes, and something must be given.' })
export class UpdateUserInput {
  @Field(() => String, { nullable: true, description: '1 to 80 characters.' })
  @Characters(1, 80)
  displayName?: string;

  @Field(() => GraphQLEmailAddress, {
    nullable: true,
    description: 'CONFLICT when it is taken; null takes it away.',
  })
  @IsOptional()
  @Characters(3, 254)
  email?: string | null;

  @Field(() => Role, {
    nullable: true,
    description: 'A change ends all sessions of the user. CONFLICT for the last admin.',
  })
  @NotNull()
  role?: Role;

  @Field(() => UserStatus, {
    nullable: true,
    description: 'DISABLED ends all sessions of the user at once. CONFLICT for the last admin.',
  })
  @NotNull()
  status?: UserStatus;
}

@InputType({
  description:
    'Which users to list. All conditions given must hold. It never widens what the viewer may see.',
})
export class UserFilter {
  @Field(() => Role, { nullable: true, description: 'Has this role.' })
  role?: Role | null;

  @Field(() => UserStatus, { nullable: true, description: 'Has this status.' })
  status?: UserStatus | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The username or display name contains this text, in any case; for admins the e-mail address as well. At most 100 characters.',
  })
  query?: string | null;
}

@ArgsType()
export class UsersArgs extends PageArgs {
  @Field(() => UserFilter, { nullable: true, description: 'Which users; all that are listed if left out.' })
  filter?: UserFilter | null;
}
