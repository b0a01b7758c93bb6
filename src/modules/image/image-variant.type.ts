import { GraphQLURL } from 'graphql-scalars';
import { Field, Float, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Between } from '../../core/validation.js';
import { ImageFormat } from './image.entity.js';

export enum ImageFit {
  CONTAIN = 'CONTAIN',
  COVER = 'COVER',
}

registerEnumType(ImageFit, {
  name: 'ImageFit',
  description: 'How an image goes into a box. It never becomes larger than it is.',
  valuesConfig: {
    CONTAIN: { description: 'All of it, as large as fits into the box.' },
    COVER: { description: 'The box is full; what does not fit is cut off, around the focal point.' },
  },
});

@ObjectType({ simpleResolvers: true, description: 'An image in another size or format.' })
export class ImageVariant {
  @Field(() => GraphQLURL, {
    description: 'Where its bytes are; they are made when they are first asked for. As `Image.url`.',
  })
  url!: string;

  @Field(() => Int, { description: 'The width that it really has, in pixels.' })
  width!: number;

  @Field(() => Int, { description: 'The height that it really has, in pixels.' })
  height!: number;

  @Field(() => ImageFormat, {
    description:
      'The format that was asked for. Without one it is that of the image, and clients whose Accept header names AVIF or WebP get those.',
  })
  format!: ImageFormat;
}

@ObjectType({
  simpleResolvers: true,
  description: 'What must stay in sight when an image is cut: a place in it.',
})
export class FocalPoint {
  @Field(() => Float, { description: '0 is the left edge, 1 the right one.' })
  x!: number;

  @Field(() => Float, { description: '0 is the top edge, 1 the bottom one.' })
  y!: number;
}

@InputType({ description: 'What must stay in sight when an image is cut.' })
export class FocalPointInput {
  @Field(() => Float, { description: '0 is the left edge, 1 the right one.' })
  @Between(0, 1)
  x!: number;

  @Field(() => Float, { description: '0 is the top edge, 1 the bottom one.' })
  @Between(0, 1)
  y!: number;
}
