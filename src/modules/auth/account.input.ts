import { Field, InputType } from 'type-graphql';
import { RegisterInput } from './auth.input.js';

@InputType({ description: 'The account of the first admin.' })
export class CreateFirstAdminInput extends RegisterInput {
  @Field(() => String, { description: 'From the setup link that the server printed at its start.' })
  token!: string;
}
