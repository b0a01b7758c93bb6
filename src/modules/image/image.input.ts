import { IsOptional, ValidateNested } from 'class-validator';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { PageArgs } from '../../core/page.js';
import { Characters, NotNull } from '../../core/validation.js';
import { FocalPointInput } from './image-variant.type.js';
import { Visibility } from './visibility.js';

@InputType({ description: 'What is said of new images.' })
export class UploadImageInput {
  @Field(() => String, {
    nullable: true,
    description:
      'What they show, for those who cannot see them: at most 1,000 characters; empty if left out.',
  })
  @NotNull()
  @Characters(0, 1_000)
  alt?: string;

  @Field(() => Visibility, {
    nullable: true,
    defaultValue: Visibility.PRIVATE,
    description: 'Who may see them.',
  })
  @NotNull()
  visibility?: Visibility;

  @Field(() => ID, { nullable: true, description: 'The album of the viewer to put them into.' })
  albumId?: string | null;
}

@InputType({ description: 'Changes to an image: only what is given changes, and something must be given.' })
export class UpdateImageInput {
  @Field(() => String, {
    nullable: true,
    description: 'What it shows, for those who cannot see it: at most 1,000 characters.',
  })
  @NotNull()
  @Characters(0, 1_000)
  alt?: string;

  @Field(() => Visibility, { nullable: true, description: 'Who may see it.' })
  @NotNull()
  visibility?: Visibility;

  @Field(() => ID, {
    nullable: true,
    description: 'The album of the viewer to put it into; null takes it out.',
  })
  albumId?: string | null;

  @Field(() => FocalPointInput, {
    nullable: true,
    description: 'What stays in sight when it is cut; null is the middle.',
  })
  @IsOptional()
  @ValidateNested()
  focalPoint?: FocalPointInput | null;
}

@InputType({ description: 'Which images to list. All conditions given must hold.' })
export class ImageFilter {
  @Field(() => Visibility, { nullable: true, description: 'Has this visibility.' })
  visibility?: Visibility | null;

  @Field(() => ID, { nullable: true, description: 'Is in this album.' })
  albumId?: string | null;
}

@ArgsType()
export class ImagesArgs extends PageArgs {
  @Field(() => ImageFilter, { nullable: true, description: 'Which images; all if left out.' })
  filter?: ImageFilter | null;
}
