/* eslint-disable */
import * as types from './graphql.js';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "fragment PostSummary on Post {\n  id\n  slug\n  title\n  excerpt\n  status\n  publishedAt\n  updatedAt\n  readingMinutes\n  author {\n    id\n    username\n    displayName\n  }\n  tags {\n    id\n    name\n    slug\n  }\n}\n\nfragment PostDetail on Post {\n  ...PostSummary\n  content\n  version\n  viewerCanEdit\n  viewerCanDelete\n}\n\nquery PostList($first: Int!, $after: String, $filter: PostFilter, $orderBy: PostOrder) {\n  posts(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {\n    edges {\n      cursor\n      node {\n        ...PostSummary\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}\n\nquery PostBySlug($slug: String!) {\n  post(slug: $slug) {\n    ...PostDetail\n  }\n}\n\nquery PostById($id: ID!) {\n  post(id: $id) {\n    ...PostDetail\n  }\n}\n\nmutation CreatePost($input: CreatePostInput!) {\n  createPost(input: $input) {\n    ...PostDetail\n  }\n}\n\nmutation UpdatePost($id: ID!, $input: UpdatePostInput!) {\n  updatePost(id: $id, input: $input) {\n    ...PostDetail\n  }\n}\n\nmutation PublishPost($id: ID!) {\n  publishPost(id: $id) {\n    ...PostDetail\n  }\n}\n\nmutation UnpublishPost($id: ID!) {\n  unpublishPost(id: $id) {\n    ...PostDetail\n  }\n}\n\nmutation DeletePost($id: ID!) {\n  deletePost(id: $id)\n}": typeof types.PostSummaryFragmentDoc,
    "fragment SessionUser on User {\n  id\n  username\n  displayName\n  role\n}\n\nfragment Credentials on AuthPayload {\n  accessToken\n  refreshToken\n  user {\n    ...SessionUser\n  }\n}\n\nmutation Register($input: RegisterInput!) {\n  register(input: $input) {\n    ...Credentials\n  }\n}\n\nmutation CreateFirstAdmin($input: CreateFirstAdminInput!) {\n  createFirstAdmin(input: $input) {\n    ...Credentials\n  }\n}\n\nmutation Login($input: LoginInput!) {\n  login(input: $input) {\n    ...Credentials\n  }\n}\n\nmutation Refresh($refreshToken: String) {\n  refresh(refreshToken: $refreshToken) {\n    ...Credentials\n  }\n}\n\nmutation Logout {\n  logout\n}": typeof types.SessionUserFragmentDoc,
};
const documents: Documents = {
    "fragment PostSummary on Post {\n  id\n  slug\n  title\n  excerpt\n  status\n  publishedAt\n  updatedAt\n  readingMinutes\n  author {\n    id\n    username\n    displayName\n  }\n  tags {\n    id\n    name\n    slug\n  }\n}\n\nfragment PostDetail on Post {\n  ...PostSummary\n  content\n  version\n  viewerCanEdit\n  viewerCanDelete\n}\n\nquery PostList($first: Int!, $after: String, $filter: PostFilter, $orderBy: PostOrder) {\n  posts(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {\n    edges {\n      cursor\n      node {\n        ...PostSummary\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}\n\nquery PostBySlug($slug: String!) {\n  post(slug: $slug) {\n    ...PostDetail\n  }\n}\n\nquery PostById($id: ID!) {\n  post(id: $id) {\n    ...PostDetail\n  }\n}\n\nmutation CreatePost($input: CreatePostInput!) {\n  createPost(input: $input) {\n    ...PostDetail\n  }\n}\n\nmutation UpdatePost($id: ID!, $input: UpdatePostInput!) {\n  updatePost(id: $id, input: $input) {\n    ...PostDetail\n  }\n}\n\nmutation PublishPost($id: ID!) {\n  publishPost(id: $id) {\n    ...PostDetail\n  }\n}\n\nmutation UnpublishPost($id: ID!) {\n  unpublishPost(id: $id) {\n    ...PostDetail\n  }\n}\n\nmutation DeletePost($id: ID!) {\n  deletePost(id: $id)\n}": types.PostSummaryFragmentDoc,
    "fragment SessionUser on User {\n  id\n  username\n  displayName\n  role\n}\n\nfragment Credentials on AuthPayload {\n  accessToken\n  refreshToken\n  user {\n    ...SessionUser\n  }\n}\n\nmutation Register($input: RegisterInput!) {\n  register(input: $input) {\n    ...Credentials\n  }\n}\n\nmutation CreateFirstAdmin($input: CreateFirstAdminInput!) {\n  createFirstAdmin(input: $input) {\n    ...Credentials\n  }\n}\n\nmutation Login($input: LoginInput!) {\n  login(input: $input) {\n    ...Credentials\n  }\n}\n\nmutation Refresh($refreshToken: String) {\n  refresh(refreshToken: $refreshToken) {\n    ...Credentials\n  }\n}\n\nmutation Logout {\n  logout\n}": types.SessionUserFragmentDoc,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment PostSummary on Post {\n  id\n  slug\n  title\n  excerpt\n  status\n  publishedAt\n  updatedAt\n  readingMinutes\n  author {\n    id\n    username\n    displayName\n  }\n  tags {\n    id\n    name\n    slug\n  }\n}\n\nfragment PostDetail on Post {\n  ...PostSummary\n  content\n  version\n  viewerCanEdit\n  viewerCanDelete\n}\n\nquery PostList($first: Int!, $after: String, $filter: PostFilter, $orderBy: PostOrder) {\n  posts(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {\n    edges {\n      cursor\n      node {\n        ...PostSummary\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}\n\nquery PostBySlug($slug: String!) {\n  post(slug: $slug) {\n    ...PostDetail\n  }\n}\n\nquery PostById($id: ID!) {\n  post(id: $id) {\n    ...PostDetail\n  }\n}\n\nmutation CreatePost($input: CreatePostInput!) {\n  createPost(input: $input) {\n    ...PostDetail\n  }\n}\n\nmutation UpdatePost($id: ID!, $input: UpdatePostInput!) {\n  updatePost(id: $id, input: $input) {\n    ...PostDetail\n  }\n}\n\nmutation PublishPost($id: ID!) {\n  publishPost(id: $id) {\n    ...PostDetail\n  }\n}\n\nmutation UnpublishPost($id: ID!) {\n  unpublishPost(id: $id) {\n    ...PostDetail\n  }\n}\n\nmutation DeletePost($id: ID!) {\n  deletePost(id: $id)\n}"): (typeof documents)["fragment PostSummary on Post {\n  id\n  slug\n  title\n  excerpt\n  status\n  publishedAt\n  updatedAt\n  readingMinutes\n  author {\n    id\n    username\n    displayName\n  }\n  tags {\n    id\n    name\n    slug\n  }\n}\n\nfragment PostDetail on Post {\n  ...PostSummary\n  content\n  version\n  viewerCanEdit\n  viewerCanDelete\n}\n\nquery PostList($first: Int!, $after: String, $filter: PostFilter, $orderBy: PostOrder) {\n  posts(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {\n    edges {\n      cursor\n      node {\n        ...PostSummary\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}\n\nquery PostBySlug($slug: String!) {\n  post(slug: $slug) {\n    ...PostDetail\n  }\n}\n\nquery PostById($id: ID!) {\n  post(id: $id) {\n    ...PostDetail\n  }\n}\n\nmutation CreatePost($input: CreatePostInput!) {\n  createPost(input: $input) {\n    ...PostDetail\n  }\n}\n\nmutation UpdatePost($id: ID!, $input: UpdatePostInput!) {\n  updatePost(id: $id, input: $input) {\n    ...PostDetail\n  }\n}\n\nmutation PublishPost($id: ID!) {\n  publishPost(id: $id) {\n    ...PostDetail\n  }\n}\n\nmutation UnpublishPost($id: ID!) {\n  unpublishPost(id: $id) {\n    ...PostDetail\n  }\n}\n\nmutation DeletePost($id: ID!) {\n  deletePost(id: $id)\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment SessionUser on User {\n  id\n  username\n  displayName\n  role\n}\n\nfragment Credentials on AuthPayload {\n  accessToken\n  refreshToken\n  user {\n    ...SessionUser\n  }\n}\n\nmutation Register($input: RegisterInput!) {\n  register(input: $input) {\n    ...Credentials\n  }\n}\n\nmutation CreateFirstAdmin($input: CreateFirstAdminInput!) {\n  createFirstAdmin(input: $input) {\n    ...Credentials\n  }\n}\n\nmutation Login($input: LoginInput!) {\n  login(input: $input) {\n    ...Credentials\n  }\n}\n\nmutation Refresh($refreshToken: String) {\n  refresh(refreshToken: $refreshToken) {\n    ...Credentials\n  }\n}\n\nmutation Logout {\n  logout\n}"): (typeof documents)["fragment SessionUser on User {\n  id\n  username\n  displayName\n  role\n}\n\nfragment Credentials on AuthPayload {\n  accessToken\n  refreshToken\n  user {\n    ...SessionUser\n  }\n}\n\nmutation Register($input: RegisterInput!) {\n  register(input: $input) {\n    ...Credentials\n  }\n}\n\nmutation CreateFirstAdmin($input: CreateFirstAdminInput!) {\n  createFirstAdmin(input: $input) {\n    ...Credentials\n  }\n}\n\nmutation Login($input: LoginInput!) {\n  login(input: $input) {\n    ...Credentials\n  }\n}\n\nmutation Refresh($refreshToken: String) {\n  refresh(refreshToken: $refreshToken) {\n    ...Credentials\n  }\n}\n\nmutation Logout {\n  logout\n}"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;