import { Arg, Args, Authorized, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.js';
import { Connection, type Page, PageArgs } from '../../core/page.js';
import { Reads } from '../../read/reads.js';
import { Asked, type AskedField, Selected } from '../../read/resolving.js';
import type { Selection } from '../../read/selection.js';
import { Album } from './album.entity.js';
import { CreateAlbumInput, UpdateAlbumInput } from './album.input.js';
import {
  albumOrNull,
  createAlbum,
  deleteAlbum,
  listAlbums,
  listImagesOf,
  updateAlbum,
} from './album.service.js';
import { ImageConnection } from './image.connection.js';
import type { Image } from './image.entity.js';

const AlbumConnection = Connection(Album, 'Album');

@Resolver(() => Album)
export class AlbumResolver {
  @Query(() => Album, {
    nullable: true,
    description: 'An album by id; null when it is missing or the viewer may not see it.',
  })
  album(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The id of the album.' }) id: string,
    @Selected() selection: Selection,
  ): Promise<Album | null> {
    return albumOrNull(ctx, id, selection);
  }

  @Authorized()
  @Query(() => AlbumConnection, { description: "The viewer's own albums, newest first. Signed-in users." })
  albums(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) args: PageArgs,
    @Selected() selection: Selection,
  ): Promise<Page<Album>> {
    return listAlbums(ctx, args, selection);
  }

  @Authorized()
  @Mutation(() => Album, { description: 'Makes an album of the viewer. Signed-in users.' })
  createAlbum(
    @Ctx() ctx: Context,
    @Arg('input', () => CreateAlbumInput, { description: 'The new album.' }) input: CreateAlbumInput,
  ): Promise<Album> {
    return createAlbum(ctx, input);
  }

  @Authorized()
  @Mutation(() => Album, { description: 'Changes what is given. The owner.' })
  updateAlbum(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The album to change.' }) id: string,
    @Arg('input', () => UpdateAlbumInput, { description: 'What changes.' }) input: UpdateAlbumInput,
  ): Promise<Album> {
    return updateAlbum(ctx, id, input);
  }

  @Authorized()
  @Mutation(() => ID, { description: 'Deletes an album and returns its id; the images stay. The owner.' })
  deleteAlbum(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The album to delete.' }) id: string,
  ): Promise<string> {
    return deleteAlbum(ctx, id);
  }

  @Reads(Album)
  @FieldResolver(() => ImageConnection, {
    description: 'What it holds, newest first: all for its owner, what is public for others.',
  })
  images(
    @Root() album: Album,
    @Ctx() ctx: Context,
    @Args(() => PageArgs) args: PageArgs,
    @Asked() field: AskedField,
  ): Promise<Page<Image>> {
    return listImagesOf(ctx, album, args, field);
  }
}
