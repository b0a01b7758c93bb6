/** The part of schema.graphql that the workloads touch. */
export const typeDefs = /* GraphQL */ `
  scalar DateTime
  enum Role { ADMIN EDITOR USER }
  enum PostStatus { DRAFT PUBLISHED }

  type User { id: ID! username: String! displayName: String! bio: String email: String role: Role! }
  type Tag { id: ID! name: String! slug: String! }
  type Post {
    id: ID!
    slug: String!
    title: String!
    content: String!
    excerpt: String!
    status: PostStatus!
    publishedAt: DateTime
    version: Int!
    author: User!
    tags: [Tag!]!
    comments(first: Int! = 20): CommentConnection!
  }
  type Comment { id: ID! body: String! createdAt: DateTime! author: User! }
  type CommentConnection { nodes: [Comment!]! }

  type PageInfo { hasNextPage: Boolean! endCursor: String }
  type PostConnection { nodes: [Post!]! pageInfo: PageInfo! }

  input CreatePostInput { title: String! content: String! tags: [String!] }

  type Query {
    post(slug: String!): Post
    posts(first: Int! = 20, after: String): PostConnection!
    viewer: User
  }
  type Mutation { createPost(input: CreatePostInput!): Post! }
`;
