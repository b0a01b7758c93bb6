import { GraphQLEmailAddress } from 'graphql-scalars';
import { ArgsType, Field, InputType } from 'type-graphql';
import { Characters } from '../../core/validation.js';

const newPasswordRule =
  '8 characters to 72 bytes of anything; common passwords and variations of names are refused.';

@InputType({ description: 'Another password for the signed-in user.' })
export class ChangePasswordInput {
  @Field(() => String, { description: 'The password as it is now.' })
  currentPassword!: string;

  @Field(() => String, { description: newPasswordRule })
  newPassword!: string;
}

@InputType({ description: 'Another password for whoever has the mail.' })
export class ResetPasswordInput {
  @Field(() => String, { description: 'From the link in the newest mail. Good for one use, for 30 minutes.' })
  token!: string;

  @Field(() => String, { description: newPasswordRule })
  newPassword!: string;
}

@ArgsType()
export class EmailArgs {
  @Field(() => GraphQLEmailAddress, { description: 'The e-mail address of the account, in any case.' })
  @Characters(3, 254)
  email!: string;
}
