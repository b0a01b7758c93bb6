import { GraphQLDateTime } from 'graphql-scalars';
import { Extensions, Field, ObjectType } from 'type-graphql';
import type { Viewer } from '../../context.js';
import { User } from '../user/user.entity.js';

@Extensions({ secret: true })
@ObjectType({ simpleResolvers: true, description: 'A signed-in user and the tokens that prove it.' })
export class AuthPayload {
  @Field(() => String, {
    description: 'A JWT to send as `Authorization: Bearer …`. Lives 15 minutes, or until the session ends.',
  })
  accessToken!: string;

  @Field(() => GraphQLDateTime, { description: 'When the access token expires.' })
  accessTokenExpiresAt!: Date;

  @Field(() => String, {
    nullable: true,
    description:
      'Good for one `refresh`, which returns the next one. Keep it secret; it is shown only here. Null when the client asked for it in the HttpOnly cookie with the header `refresh-token-transport: cookie`.',
  })
  refreshToken!: string | null;

  @Field(() => GraphQLDateTime, {
    description: 'When the refresh token expires: 30 days after it was issued.',
  })
  refreshTokenExpiresAt!: Date;

  @Field(() => User, { description: 'Who is signed in.' })
  user!: User;

  viewer!: Viewer;
}
