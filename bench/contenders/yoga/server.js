// GraphQL Yoga as its documentation has it: node:http, the JIT plugin of Envelop, dataloaders, plain prepared SQL.
import { createServer } from 'node:http';
import { useGraphQlJit } from '@envelop/graphql-jit';
import DataLoader from 'dataloader';
import { GraphQLDateTime } from 'graphql-scalars';
import { createSchema, createYoga } from 'graphql-yoga';
import { createPool, host, port, userIdOf } from '../shared/environment.js';
import { createQueries, groupsInOrder, inOrder } from '../shared/queries.js';
import { typeDefs } from '../shared/schema.js';

const queries = createQueries(createPool());

const createLoaders = () => ({
  user: new DataLoader(async (ids) => inOrder(ids, await queries.users(ids), (user) => user.id)),
  tags: new DataLoader(async (ids) => groupsInOrder(ids, await queries.tags(ids), (tag) => tag.postId)),
  comments: new DataLoader(
    async (asked) => {
      const ids = asked.map(({ id }) => id);
      return groupsInOrder(ids, await queries.comments(ids, asked[0].first), (comment) => comment.postId);
    },
    { cacheKeyFn: ({ id, first }) => `${id} ${first}` },
  ),
  content: new DataLoader(async (ids) => inOrder(ids, await queries.contents(ids), (row) => row.id)),
});

const resolvers = {
  DateTime: GraphQLDateTime,
  Query: {
    posts: (_root, { first, after }) => queries.posts(first, after),
    post: (_root, { slug }) => queries.post(slug),
    viewer: (_root, _args, { userId, loaders }) => (userId ? loaders.user.load(userId) : null),
  },
  Mutation: {
    createPost: (_root, { input }, { userId }) => queries.createPost(userId, input),
  },
  Post: {
    content: ({ id, content }, _args, { loaders }) =>
      content ?? loaders.content.load(id).then((row) => row.content),
    author: ({ authorId }, _args, { loaders }) => loaders.user.load(authorId),
    tags: ({ id }, _args, { loaders }) => loaders.tags.load(id),
    comments: async ({ id }, { first }, { loaders }) => ({
      nodes: await loaders.comments.load({ id, first }),
    }),
  },
  Comment: {
    author: ({ authorId }, _args, { loaders }) => loaders.user.load(authorId),
  },
};

const yoga = createYoga({
  schema: createSchema({ typeDefs, resolvers }),
  plugins: [useGraphQlJit()],
  context: ({ request }) => ({
    userId: userIdOf(request.headers.get('authorization')),
    loaders: createLoaders(),
  }),
  graphiql: false,
  landingPage: false,
});

createServer(yoga).listen(port, host);
