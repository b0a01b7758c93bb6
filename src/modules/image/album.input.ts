import { Field, InputType } from 'type-graphql';
import { Characters, NotNull } from '../../core/validation.js';
import { Visibility } from './visibility.js';

@InputType({ description: 'A new album.' })
export class CreateAlbumInput {
  @Field(() => String, { description: '1 to 100 characters.' })
  @Characters(1, 100)
  name!: string;

  @Field(() => Visibility, {
    nullable: true,
    defaultValue: Visibility.PRIVATE,
    description: 'Who may see it.',
  })
  @NotNull()
  visibility?: Visibility;
}

@InputType({ description: 'Changes to an album: only what is given changes, and something must be given.' })
export class UpdateAlbumInput {
  @Field(() => String, { nullable: true, description: '1 to 100 characters.' })
  @Characters(1, 100)
  name?: string;

  @Field(() => Visibility, { nullable: true, description: 'Who may see it.' })
  @NotNull()
  visibility?: Visibility;
}
