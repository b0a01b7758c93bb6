import { GraphQLDateTime, GraphQLURL } from 'graphql-scalars';
import { Arg, Authorized, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.js';
import { Selected } from '../../read/resolving.js';
import type { Selection } from '../../read/selection.js';
import { Image, ImageShare } from './image.entity.js';
import { revokeImageShare, sharedImageOrNull, shareImage } from './image-share.service.js';
import { shareTokenOf, shareUrlOf } from './image-url.js';

@Resolver(() => ImageShare)
export class ImageShareResolver {
  @Query(() => Image, {
    nullable: true,
    description:
      'The image that somebody shares, for whoever holds the token; null once it has ended. Its URLs end with it.',
  })
  sharedImage(
    @Ctx() ctx: Context,
    @Arg('token', () => String, { description: 'The token of the share.' }) token: string,
    @Selected() selection: Selection,
  ): Promise<Image | null> {
    return sharedImageOrNull(ctx, token, selection);
  }

  @Authorized()
  @Mutation(() => ImageShare, {
    description: 'Lets whoever holds a new token see an image. At most 100 for an image. The owner.',
  })
  shareImage(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The image to share.' }) id: string,
    @Arg('expiresAt', () => GraphQLDateTime, {
      nullable: true,
      description: 'When it ends, in the future; only by a revocation if left out.',
    })
    expiresAt: Date | null,
  ): Promise<ImageShare> {
    return shareImage(ctx, id, expiresAt);
  }

  @Authorized()
  @Mutation(() => ID, { description: 'Ends a share at once and returns its id. The owner of the image.' })
  revokeImageShare(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The share to end.' }) id: string,
  ): Promise<string> {
    return revokeImageShare(ctx, id);
  }

  @FieldResolver(() => String, { description: 'For `sharedImage`. Whoever holds it sees the image.' })
  token(@Root() share: ImageShare, @Ctx() ctx: Context): string {
    return shareTokenOf(ctx, share);
  }

  @FieldResolver(() => GraphQLURL, { description: 'Where whoever holds it finds the bytes of the image.' })
  url(@Root() share: ImageShare, @Ctx() ctx: Context): string {
    return shareUrlOf(ctx, share);
  }
}
