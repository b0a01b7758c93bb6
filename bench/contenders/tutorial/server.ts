// Apollo, TypeGraphQL and MikroORM as tutorials put them together: entities as types, populate, a fork a request.
import 'reflect-metadata';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { MikroORM } from '@mikro-orm/postgresql';
import jwt from 'jsonwebtoken';
import { buildSchema } from 'type-graphql';
import { Comment, Post, Tag, User } from './entities.ts';
import { CommentResolver, type Context, PostResolver, UserResolver } from './resolvers.ts';

const { DATABASE_URL, JWT_SECRET, PORT } = process.env as Record<string, string>;

const orm = await MikroORM.init({
  entities: [User, Tag, Post, Comment],
  clientUrl: DATABASE_URL,
  pool: { min: 2, max: 10 },
  ensureDatabase: false,
});

function userIdOf(authorization: string | undefined): string | null {
  if (!authorization) return null;
  const claims = jwt.verify(authorization.replace(/^Bearer /, ''), JWT_SECRET, {
    algorithms: ['HS256'],
    issuer: 'inkstone',
    audience: 'inkstone',
  });
  return (claims as jwt.JwtPayload).sub ?? null;
}

const server = new ApolloServer<Context>({
  schema: await buildSchema({ resolvers: [PostResolver, CommentResolver, UserResolver], validate: false }),
});

await startStandaloneServer(server, {
  listen: { host: '127.0.0.1', port: Number(PORT) },
  context: async ({ req }) => ({ em: orm.em.fork(), userId: userIdOf(req.headers.authorization) }),
});
