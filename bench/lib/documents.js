/** The GraphQL documents of the workloads, the same for everyone who speaks the product's schema. */
export const documents = {
  W1: `query Home { posts(first: 20) { nodes { id slug title excerpt publishedAt
    author { id username displayName } tags { id name slug } } pageInfo { hasNextPage endCursor } } }`,
  W2: `query ReadPost($slug: String!) { post(slug: $slug) { id title content publishedAt
    author { id username displayName } tags { name slug }
    comments(first: 10) { nodes { id body createdAt author { id username displayName } } } } }`,
  W3: 'query Me { viewer { id username displayName email role } }',
  W4: `mutation Write($input: CreatePostInput!) {
    createPost(input: $input) { id slug title version } }`,
  W5: '{ __typename }',
};

/** The same for PostGraphile, which makes its schema of the tables. Aliases give the answers one shape. */
export const postgraphileDocuments = {
  W1: `query Home { posts(first: 20, orderBy: [LISTED_AT_DESC, ROW_ID_DESC],
    condition: { status: "PUBLISHED" }) { nodes { id: rowId slug title excerpt publishedAt
    author { id: rowId username displayName } tags: tagsByPostTagPostIdAndTagIdList(orderBy: [KEY_ASC]) { id: rowId name slug } }
    pageInfo { hasNextPage endCursor } } }`,
  W2: `query ReadPost($slug: String!) { post: postBySlug(slug: $slug) { id: rowId title content publishedAt
    author { id: rowId username displayName } tags: tagsByPostTagPostIdAndTagIdList(orderBy: [KEY_ASC]) { name slug }
    comments(first: 10, orderBy: [CREATED_AT_ASC, ROW_ID_ASC], condition: { parentId: null }) {
      nodes { id: rowId body createdAt author { id: rowId username displayName } } } } }`,
  W3: 'query Me { viewer { id: rowId username displayName email role } }',
  W4: `mutation Write($input: WritePostInput!) {
    createPost: writePost(input: $input) { post: result { id: rowId slug title version } } }`,
  W5: '{ __typename }',
};

const operations = { W1: 'Home', W2: 'ReadPost', W3: 'Me', W4: 'Write' };

/** The body of a POST, for one workload. */
export const graphqlBody = (from, workload, variables) =>
  JSON.stringify({ operationName: operations[workload], query: from[workload], variables });
