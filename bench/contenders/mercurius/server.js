// Mercurius as its documentation has it: JIT from the first use, loaders that batch, plain prepared SQL.
import Fastify from 'fastify';
import { GraphQLDateTime } from 'graphql-scalars';
import mercurius from 'mercurius';
import { createPool, host, port, userIdOf } from '../shared/environment.js';
import { createQueries, groupsInOrder, inOrder } from '../shared/queries.js';
import { typeDefs } from '../shared/schema.js';

const queries = createQueries(createPool());

const resolvers = {
  DateTime: GraphQLDateTime,
  Query: {
    posts: (_root, { first, after }) => queries.posts(first, after),
    post: (_root, { slug }) => queries.post(slug),
    viewer: async (_root, _args, { userId }) => (userId ? (await queries.users([userId]))[0] : null),
  },
  Mutation: {
    createPost: (_root, { input }, { userId }) => queries.createPost(userId, input),
  },
  Post: {
    content: async ({ id, content }) => content ?? (await queries.contents([id]))[0].content,
  },
};

const authors = async (asked) => {
  const ids = asked.map(({ obj }) => obj.authorId);
  return inOrder(ids, await queries.users([...new Set(ids)]), (user) => user.id);
};

const loaders = {
  Post: {
    author: authors,
    tags: async (asked) => {
      const ids = asked.map(({ obj }) => obj.id);
      return groupsInOrder(ids, await queries.tags(ids), (tag) => tag.postId);
    },
    comments: async (asked) => {
      const ids = asked.map(({ obj }) => obj.id);
      const found = await queries.comments(ids, asked[0].params.first);
      return groupsInOrder(ids, found, (comment) => comment.postId).map((nodes) => ({ nodes }));
    },
  },
  Comment: { author: authors },
};

const server = Fastify();
server.register(mercurius, {
  schema: typeDefs,
  resolvers,
  loaders,
  jit: 1,
  context: (request) => ({ userId: userIdOf(request.headers.authorization) }),
});
await server.listen({ host, port });
