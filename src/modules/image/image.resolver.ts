import { GraphQLURL } from 'graphql-scalars';
import { Arg, Args, Authorized, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.js';
import { Connection, type Page } from '../../core/page.js';
import { GraphQLUpload, type Upload } from '../../core/upload.js';
import { Reads } from '../../read/reads.js';
import { loadedRow, Selected } from '../../read/resolving.js';
import type { Selection } from '../../read/selection.js';
import { User } from '../user/user.entity.js';
import { Image } from './image.entity.js';
import { ImagesArgs, UploadImageInput } from './image.input.js';
import { deleteImage, imageOrNull, listImages } from './image.service.js';
import { uploadImage, uploadImages } from './image-upload.service.js';

const ImageConnection = Connection(Image, 'Image');

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
  @Mutation(() => ID, { description: 'Deletes an image for good and returns its id. The owner.' })
  deleteImage(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The image to delete.' }) id: string,
  ): Promise<string> {
    return deleteImage(ctx, id);
  }

  @Reads(Image, 'visibility')
  @FieldResolver(() => GraphQLURL, {
    description:
      'Where its bytes are. Good for everyone when it is public; otherwise signed, and for an hour or two when it is private.',
  })
  url(@Root() image: Image, @Ctx() ctx: Context): string {
    return ctx.library.links.urlOf(image, 'original', () => ctx.now);
  }

  @FieldResolver(() => User, { description: 'Who uploaded it.' })
  owner(@Root() image: Image, @Ctx() ctx: Context): User | Promise<User | null> {
    return loadedRow(image.owner) ?? ctx.loaders.user.load(image.owner.id);
  }
}
