import { IsOptional } from 'class-validator';
import { GraphQLEmailAddress } from 'graphql-scalars';
import { Field, InputType } from 'type-graphql';
import { Characters, Pattern } from '../../core/validation.js';

const usernamePattern = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]{1,31}$/u;

@InputType({ description: 'A new account.' })
export class RegisterInput {
  @Field(() => String, {
    description:
      '2 to 32 letters, digits, dots, hyphens and underscores of any script; begins with a letter or digit.',
  })
  @Pattern(
    usernamePattern,
    'A username has 2 to 32 letters, digits, dots, hyphens or underscores, and begins with a letter or digit.',
  )
  username!: string;

  @Field(() => String, {
    description:
      '8 characters to 72 bytes of anything; what is easy to guess is refused with the reason: common passwords, names, dates, sequences.',
  })
  password!: string;

  @Field(() => GraphQLEmailAddress, {
    nullable: true,
    description: 'Seen by the user and by admins. Without one there is no password reset.',
  })
  @IsOptional()
  @Characters(3, 254)
  email?: string | null;

  @Field(() => String, { nullable: true, description: '1 to 80 characters; the username if left out.' })
  @IsOptional()
  @Characters(1, 80)
  displayName?: string | null;
}

@InputType({ description: 'What proves an account.' })
export class LoginInput {
  @Field(() => String, { description: 'The username or the e-mail address, in any case.' })
  username!: string;

  @Field(() => String, { description: 'The password.' })
  password!: string;
}
