import type { Opt, Ref } from '@mikro-orm/core';
import { Entity, Enum, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { GraphQLDateTime } from 'graphql-scalars';
import { Extensions, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { moment, text } from '../../core/columns.js';
import { newId } from '../../core/id.js';
import { Node } from '../../core/node.js';
import { User } from '../user/user.entity.js';
import { Album } from './album.entity.js';
import { Visibility } from './visibility.js';

export enum ImageFormat {
  JPEG = 'JPEG',
  PNG = 'PNG',
  GIF = 'GIF',
  WEBP = 'WEBP',
  AVIF = 'AVIF',
}

registerEnumType(ImageFormat, {
  name: 'ImageFormat',
  description: 'How an image is encoded.',
  valuesConfig: {
    JPEG: { description: '`image/jpeg`.' },
    PNG: { description: '`image/png`.' },
    GIF: { description: '`image/gif`, possibly animated.' },
    WEBP: { description: '`image/webp`, possibly animated.' },
    AVIF: { description: '`image/avif`.' },
  },
});

/** What the row says of the picture is true of the stored file, which never changes. */
@Entity({ tableName: 'images' })
@Unique({ properties: ['owner', 'sha256'] })
@Index({ properties: ['owner', 'createdAt', 'id'] })
@Index({ properties: ['album', 'createdAt', 'id'] })
@ObjectType('Image', {
  simpleResolvers: true,
  implements: Node,
  description: 'A picture in the library of a user. What it shows never changes.',
})
export class Image implements Node {
  @PrimaryKey({ type: 'uuid' })
  @Field(() => ID, { description: 'A UUID.' })
  id: Opt<string> = newId();

  @Property(text())
  @Field(() => String, {
    description: 'The name that it was uploaded with, at most 255 characters. A text for people, not a path.',
  })
  filename!: string;

  @Enum({ items: () => ImageFormat })
  @Field(() => ImageFormat, { description: 'What the bytes are, whatever the name says.' })
  format!: ImageFormat;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'Pixels from left to right, after it was turned upright.' })
  width!: number;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'Pixels from top to bottom, after it was turned upright.' })
  height!: number;

  /** More than one when it is animated. */
  @Property({ type: 'integer' })
  frames!: number;

  @Property({ type: 'integer' })
  @Field(() => Int, {
    description: 'Bytes of the stored file, which has no metadata but the colour profile.',
  })
  size!: number;

  /** Of the bytes that were uploaded, in base64url: the same bytes again are the same image. */
  @Property(text())
  sha256!: string;

  @Property(text())
  @Field(() => String, { description: 'What it shows, for those who cannot see it; may be empty.' })
  alt!: string;

  @Enum({ items: () => Visibility })
  @Field(() => Visibility, { description: 'Who may see it.' })
  visibility!: Visibility;

  @Property(text())
  @Field(() => String, { description: 'A blurred preview of about 25 bytes: a ThumbHash in base64.' })
  placeholder!: string;

  @Property(moment())
  @Field(() => GraphQLDateTime, { description: 'When it was uploaded.' })
  createdAt!: Date;

  /** Shares of width and height, 0 to 1; the middle when there are none. */
  @Property({ type: 'float', nullable: true })
  focalX: Opt<number> | null = null;

  @Property({ type: 'float', nullable: true })
  focalY: Opt<number> | null = null;

  @ManyToOne(() => User, { ref: true })
  owner!: Ref<User>;

  @ManyToOne(() => Album, { ref: true, nullable: true, deleteRule: 'set null' })
  album: Opt<Ref<Album>> | null = null;

  /** Whether a published post or a profile shows it, and with it everyone may see it. Read with `ctx.read`. */
  @Property({
    type: 'boolean',
    lazy: true,
    formula: ({ id, owner }) =>
      `select exists (
        select 1 from post_images join posts on posts.id = post_id
        where image_id = ${id} and status = 'PUBLISHED' and (is_cover or author_id = ${owner})
      ) or exists (select 1 from users where avatar_id = ${id})`,
  })
  shown?: boolean;

  /** The token that it was asked for with, in the answer to that alone. */
  share?: string;
}

/** That whoever holds the token that belongs to this row may see an image. */
@Entity({ tableName: 'image_shares' })
@Extensions({ secret: true })
@ObjectType({ simpleResolvers: true, description: 'A right to see an image, for whoever holds its token.' })
export class ImageShare {
  @PrimaryKey({ type: 'uuid' })
  @Field(() => ID, { description: 'A UUID, to revoke it by.' })
  id: Opt<string> = newId();

  @Property(moment({ nullable: true }))
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When it ends; null when only a revocation ends it.',
  })
  expiresAt!: Date | null;

  @Property(moment())
  createdAt!: Date;

  @ManyToOne(() => Image, { ref: true, index: true, deleteRule: 'cascade' })
  image!: Ref<Image>;
}

/**
 * That a file is in the store, or is about to be: the row comes first and goes last, so that no file is forgotten.
 * There is no foreign key, because a file may outlive its image until it is swept.
 */
@Entity({ tableName: 'image_files' })
export class ImageFile {
  @PrimaryKey(text())
  key!: string;

  @Property({ type: 'uuid', index: true })
  imageId!: string;

  @Property({ type: 'integer' })
  size!: number;

  @Property(moment())
  madeAt!: Date;
}
