import { ArgsType, Field, InputType } from 'type-graphql';
import { PageArgs } from '../../core/page.js';
import { Characters, NotNull } from '../../core/validation.js';
import { Visibility } from './image.entity.js';

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
}

@InputType({ description: 'Which images to list. All conditions given must hold.' })
export class ImageFilter {
  @Field(() => Visibility, { nullable: true, description: 'Has this visibility.' })
  visibility?: Visibility | null;
}

@ArgsType()
export class ImagesArgs extends PageArgs {
  @Field(() => ImageFilter, { nullable: true, description: 'Which images; all if left out.' })
  filter?: ImageFilter | null;
}
