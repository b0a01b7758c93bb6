import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.js';
import { Reads } from '../../read/reads.js';
import { Asked, type AskedField } from '../../read/resolving.js';
import { User } from '../user/user.entity.js';
import { Image } from './image.entity.js';

@Resolver(() => User)
export class AvatarResolver {
  @Reads(User, 'avatarId')
  @FieldResolver(() => Image, { nullable: true, description: 'A picture of them that everyone may see.' })
  avatar(
    @Root() { avatarId }: User,
    @Ctx() ctx: Context,
    @Asked() field: AskedField,
  ): Promise<Image | null> | null {
    return avatarId && ctx.loaders.row.load(Image, avatarId, field);
  }
}
