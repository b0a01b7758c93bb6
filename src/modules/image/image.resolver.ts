import { GraphQLURL } from 'graphql-scalars';
import {
  Arg,
  Args,
  Authorized,
  Ctx,
  FieldResolver,
  ID,
  Int,
  Mutation,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import type { Context } from '../../context.js';
import type { Page } from '../../core/page.js';
import { GraphQLUpload, type Upload } from '../../core/upload.js';
import { Reads } from '../../read/reads.js';
import { loadedRow, Selected } from '../../read/resolving.js';
import type { Selection } from '../../read/selection.js';
import { User } from '../user/user.entity.js';
import { Album } from './album.entity.js';
import { ImageConnection } from './image.connection.js';
import { Image, ImageFormat, ImageShare } from './image.entity.js';
import { ImagesArgs, UpdateImageInput, UploadImageInput } from './image.input.js';
import { albumOf, deleteImage, imageOrNull, listImages, sharesOf, updateImage } from './image.service.js';
import { uploadImage, uploadImages } from './image-upload.service.js';
import { focalPointOf, linkable, srcsetOf, urlOf, variantOf } from './image-url.js';
import { FocalPoint, ImageFit, ImageVariant } from './image-variant.type.js';

@Resolver(() => Image)
export class ImageResolver {
  @Query(() => Image, {
    nullable: true,
    description: 'An image by id; null when it is missing or the viewer may not see it.',
  })
  image(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The id of the image.' }) id: string,
    @Selected() selection: Selection,
  ): Promise<Image | null> {
    return imageOrNull(ctx, id, selection);
  }

  @Authorized()
  @Query(() => ImageConnection, { description: "The viewer's own images, newest first. Signed-in users." })
  images(
    @Ctx() ctx: Context,
    @Args(() => ImagesArgs) args: ImagesArgs,
    @Selected() selection: Selection,
  ): Promise<Page<Image>> {
    return listImages(ctx, args, selection);
  }

  @Authorized()
  @Mutation(() => Image, {
    description:
      'Adds an image to the library of the viewer: PNG, JPEG, GIF, WebP or AVIF, at most MAX_UPLOAD_BYTES and 50 megapixels (100 for all frames of an animation). The same bytes again are the image that is there already. FILE_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE; BAD_USER_INPUT for a damaged image; CONFLICT when it is more than the viewer may keep. Signed-in users.',
  })
  uploadImage(
    @Ctx() ctx: Context,
    @Arg('file', () => GraphQLUpload, { description: 'The image.' }) file: Upload,
    @Arg('input', () => UploadImageInput, { nullable: true, description: 'What is said of it.' })
    input: UploadImageInput | null,
  ): Promise<Image> {
    return uploadImage(ctx, file, input);
  }

  @Authorized()
  @Mutation(() => [Image], {
    nullable: 'items',
    description:
      'The same for at most 10 files. One that is refused is null in the list, with an error at its place: the others are kept. Signed-in users.',
  })
  uploadImages(
    @Ctx() ctx: Context,
    @Arg('files', () => [GraphQLUpload], { description: 'The images.' }) files: Upload[],
    @Arg('input', () => UploadImageInput, { nullable: true, description: 'What is said of each of them.' })
    input: UploadImageInput | null,
  ): Promise<(Image | Error)[]> {
    return uploadImages(ctx, files, input);
  }

  @Authorized()
  @Mutation(() => Image, { description: 'Changes what is given. The owner.' })
  updateImage(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The image to change.' }) id: string,
    @Arg('input', () => UpdateImageInput, { description: 'What changes.' }) input: UpdateImageInput,
  ): Promise<Image> {
    return updateImage(ctx, id, input);
  }

  @Authorized()
  @Mutation(() => ID, {
    description:
      'Deletes an image for good and returns its id. CONFLICT, with `extensions.uses`, when posts show it: their ids, slugs and titles, at most 20. The owner.',
  })
  deleteImage(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The image to delete.' }) id: string,
    @Arg('force', () => Boolean, {
      defaultValue: false,
      description: 'True deletes it also when posts show it; they are without it then.',
    })
    force: boolean,
  ): Promise<string> {
    return deleteImage(ctx, id, force);
  }

  @Reads(Image, 'visibility', 'shown', 'width', 'format')
  @FieldResolver(() => GraphQLURL, {
    description:
      'Where its bytes are. Good for everyone when it is public; otherwise signed, and for an hour or two when it is private. With a width but no format, clients whose Accept header names AVIF or WebP get those.',
  })
  async url(
    @Root() image: Image,
    @Ctx() ctx: Context,
    @Arg('width', () => Int, {
      nullable: true,
      description: 'Pixels, 1 to 4096; it is never made larger than it is. As it was stored if left out.',
    })
    width: number | null,
    @Arg('format', () => ImageFormat, { nullable: true, description: 'The format to turn it into.' })
    format: ImageFormat | null,
  ): Promise<string> {
    return urlOf(ctx, await linkable(ctx, image), { width, format });
  }

  @Reads(Image, 'visibility', 'shown', 'width', 'height', 'format', 'focalX', 'focalY')
  @FieldResolver(() => ImageVariant, {
    description: 'The image in another size or format, with the size it will have.',
  })
  async variant(
    @Root() image: Image,
    @Ctx() ctx: Context,
    @Arg('width', () => Int, { nullable: true, description: 'Pixels at most: 1 to 4096.' })
    width: number | null,
    @Arg('height', () => Int, { nullable: true, description: 'Pixels at most: 1 to 4096.' })
    height: number | null,
    @Arg('fit', () => ImageFit, {
      defaultValue: ImageFit.CONTAIN,
      description: 'How it goes into the box. COVER takes a width and a height.',
    })
    fit: ImageFit,
    @Arg('format', () => ImageFormat, { nullable: true, description: 'The format to turn it into.' })
    format: ImageFormat | null,
  ): Promise<ImageVariant> {
    return variantOf(ctx, await linkable(ctx, image), { width, height, fit, format });
  }

  @Reads(Image, 'visibility', 'shown', 'width')
  @FieldResolver(() => String, {
    description: 'For the attribute `srcset` of HTML: URLs with widths, up to that of the image.',
  })
  async srcset(
    @Root() image: Image,
    @Ctx() ctx: Context,
    @Arg('widths', () => [Int], {
      nullable: true,
      description: 'At most 10 widths in pixels, 1 to 4096; a usual set if left out.',
    })
    widths: number[] | null,
  ): Promise<string> {
    return srcsetOf(ctx, await linkable(ctx, image), widths);
  }

  @Reads(Image, 'focalX', 'focalY')
  @FieldResolver(() => FocalPoint, {
    nullable: true,
    description: 'What stays in sight when it is cut; null is the middle.',
  })
  focalPoint(@Root() image: Image): FocalPoint | null {
    return focalPointOf(image);
  }

  @FieldResolver(() => User, { description: 'Who uploaded it.' })
  owner(@Root() image: Image, @Ctx() ctx: Context): User | Promise<User | null> {
    return loadedRow(image.owner) ?? ctx.loaders.user.load(image.owner.id);
  }

  @Reads(Image, 'album')
  @FieldResolver(() => Album, {
    nullable: true,
    description: 'The album that it is in, if it is in one that the viewer may see.',
  })
  album(@Root() image: Image, @Ctx() ctx: Context): Promise<Album | null> {
    return albumOf(ctx, image);
  }

  @Reads(Image, 'owner')
  @FieldResolver(() => [ImageShare], {
    description: 'With whom it is shared, for its owner; empty for others.',
  })
  shares(@Root() image: Image, @Ctx() ctx: Context): Promise<ImageShare[]> {
    return sharesOf(ctx, image);
  }
}
