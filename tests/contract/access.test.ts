import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, isInputObjectType } from 'graphql';
import { type Reply, useApi } from '../support/api.ts';
import { rootFolder } from '../support/environment.ts';
import { useLive } from '../support/live.ts';
import { password, type TestUser, unique } from '../support/make.ts';
import { formOf, png, sendForm, shareToken } from '../support/upload.ts';

const api = useApi();
const open = useLive();

/**
 * Who may call what. `ok` is an answer, `null` and `0` one that there is nothing for this viewer, everything else
 * the code of a refusal. The owner is whom the thing belongs to, and the user somebody else; `disabled` is the owner
 * with the token of before.
 */
const table = `
                           guest            user           owner          editor         admin          disabled
viewer                     null             ok             ok             ok             ok             TOKEN_REVOKED
user                       ok               ok             ok             ok             ok             TOKEN_REVOKED
user.email                 null             null           ok             null           ok             TOKEN_REVOKED
user.posts.drafts          0                0              ok             0              0              TOKEN_REVOKED
users                      UNAUTHENTICATED  ok             ok             ok             ok             TOKEN_REVOKED
users.disabled             UNAUTHENTICATED  0              0              0              ok             TOKEN_REVOKED
users.byEmail              UNAUTHENTICATED  0              0              0              ok             TOKEN_REVOKED
post                       ok               ok             ok             ok             ok             TOKEN_REVOKED
post.draft                 null             null           ok             null           null           TOKEN_REVOKED
posts                      ok               ok             ok             ok             ok             TOKEN_REVOKED
post.workingCopy           null             null           ok             ok             ok             TOKEN_REVOKED
post.revisions             0                0              ok             ok             ok             TOKEN_REVOKED
posts.scheduled            0                0              ok             0              0              TOKEN_REVOKED
posts.drafts               0                0              ok             0              0              TOKEN_REVOKED
tag                        ok               ok             ok             ok             ok             TOKEN_REVOKED
tag.ofDraft                null             null           ok             null           null           TOKEN_REVOKED
tags                       ok               ok             ok             ok             ok             TOKEN_REVOKED
archive                    ok               ok             ok             ok             ok             TOKEN_REVOKED
category                   ok               ok             ok             ok             ok             TOKEN_REVOKED
categories                 ok               ok             ok             ok             ok             TOKEN_REVOKED
comment                    ok               ok             ok             ok             ok             TOKEN_REVOKED
comment.draft              null             null           ok             null           null           TOKEN_REVOKED
image                      ok               ok             ok             ok             ok             TOKEN_REVOKED
image.private              null             null           ok             null           null           TOKEN_REVOKED
image.album                null             null           ok             null           null           TOKEN_REVOKED
image.shares               0                0              ok             0              0              TOKEN_REVOKED
images                     UNAUTHENTICATED  0              ok             0              0              TOKEN_REVOKED
searchPosts                ok               ok             ok             ok             ok             TOKEN_REVOKED
searchPosts.drafts         0                0              ok             0              0              TOKEN_REVOKED
sharedImage                ok               ok             ok             ok             ok             TOKEN_REVOKED
album                      ok               ok             ok             ok             ok             TOKEN_REVOKED
album.private              null             null           ok             null           null           TOKEN_REVOKED
album.images.private       0                0              ok             0              0              TOKEN_REVOKED
albums                     UNAUTHENTICATED  0              ok             0              0              TOKEN_REVOKED
sessions                   UNAUTHENTICATED  ok             ok             ok             ok             TOKEN_REVOKED
auditLog                   UNAUTHENTICATED  FORBIDDEN      FORBIDDEN      FORBIDDEN      ok             TOKEN_REVOKED

register                   ok               ok             ok             ok             ok             TOKEN_REVOKED
login                      ok               ok             ok             ok             ok             TOKEN_REVOKED
refresh                    ok               ok             ok             ok             ok             TOKEN_REVOKED
logout                     UNAUTHENTICATED  ok             ok             ok             ok             TOKEN_REVOKED
logoutEverywhere           UNAUTHENTICATED  ok             ok             ok             ok             TOKEN_REVOKED
revokeSession              UNAUTHENTICATED  NOT_FOUND      ok             NOT_FOUND      NOT_FOUND      TOKEN_REVOKED
createFirstAdmin           FORBIDDEN        FORBIDDEN      FORBIDDEN      FORBIDDEN      FORBIDDEN      TOKEN_REVOKED
changePassword             UNAUTHENTICATED  ok             ok             ok             ok             TOKEN_REVOKED
requestPasswordReset       ok               ok             ok             ok             ok             TOKEN_REVOKED
resetPassword              ok               ok             ok             ok             ok             TOKEN_REVOKED
requestEmailVerification   UNAUTHENTICATED  ok             ok             ok             ok             TOKEN_REVOKED
verifyEmail                ok               ok             ok             ok             ok             TOKEN_REVOKED
updateProfile              UNAUTHENTICATED  ok             ok             ok             ok             TOKEN_REVOKED
deleteAccount              UNAUTHENTICATED  ok             ok             ok             ok             TOKEN_REVOKED
updateUser                 UNAUTHENTICATED  FORBIDDEN      FORBIDDEN      FORBIDDEN      ok             TOKEN_REVOKED
deleteUser                 UNAUTHENTICATED  FORBIDDEN      FORBIDDEN      FORBIDDEN      ok             TOKEN_REVOKED

renameTag                  UNAUTHENTICATED  FORBIDDEN      FORBIDDEN      ok             ok             TOKEN_REVOKED
renameTag.ofDraft          UNAUTHENTICATED  FORBIDDEN      FORBIDDEN      NOT_FOUND      NOT_FOUND      TOKEN_REVOKED
mergeTags                  UNAUTHENTICATED  FORBIDDEN      FORBIDDEN      ok             ok             TOKEN_REVOKED
mergeTags.ofDraft          UNAUTHENTICATED  FORBIDDEN      FORBIDDEN      NOT_FOUND      NOT_FOUND      TOKEN_REVOKED
createCategory             UNAUTHENTICATED  FORBIDDEN      FORBIDDEN      ok             ok             TOKEN_REVOKED
updateCategory             UNAUTHENTICATED  FORBIDDEN      FORBIDDEN      ok             ok             TOKEN_REVOKED
deleteCategory             UNAUTHENTICATED  FORBIDDEN      FORBIDDEN      ok             ok             TOKEN_REVOKED

createPost                 UNAUTHENTICATED  ok             ok             ok             ok             TOKEN_REVOKED
updatePost                 UNAUTHENTICATED  FORBIDDEN      ok             ok             ok             TOKEN_REVOKED
updatePost.draft           UNAUTHENTICATED  NOT_FOUND      ok             NOT_FOUND      NOT_FOUND      TOKEN_REVOKED
publishPost                UNAUTHENTICATED  FORBIDDEN      ok             ok             ok             TOKEN_REVOKED
publishPost.draft          UNAUTHENTICATED  NOT_FOUND      ok             NOT_FOUND      NOT_FOUND      TOKEN_REVOKED
publishPost.scheduled      UNAUTHENTICATED  NOT_FOUND      ok             NOT_FOUND      NOT_FOUND      TOKEN_REVOKED
unpublishPost              UNAUTHENTICATED  FORBIDDEN      ok             ok             ok             TOKEN_REVOKED
unpublishPost.draft        UNAUTHENTICATED  NOT_FOUND      ok             NOT_FOUND      NOT_FOUND      TOKEN_REVOKED
discardPostDraft           UNAUTHENTICATED  FORBIDDEN      ok             ok             ok             TOKEN_REVOKED
restorePostRevision        UNAUTHENTICATED  NOT_FOUND      ok             ok             ok             TOKEN_REVOKED
restorePostRevision.draft  UNAUTHENTICATED  NOT_FOUND      ok             NOT_FOUND      NOT_FOUND      TOKEN_REVOKED
deletePost                 UNAUTHENTICATED  FORBIDDEN      ok             ok             ok             TOKEN_REVOKED
deletePost.draft           UNAUTHENTICATED  NOT_FOUND      ok             NOT_FOUND      NOT_FOUND      TOKEN_REVOKED

addComment                 UNAUTHENTICATED  ok             ok             ok             ok             TOKEN_REVOKED
addComment.draft           UNAUTHENTICATED  NOT_FOUND      FORBIDDEN      NOT_FOUND      NOT_FOUND      TOKEN_REVOKED
updateComment              UNAUTHENTICATED  FORBIDDEN      ok             FORBIDDEN      FORBIDDEN      TOKEN_REVOKED
deleteComment              UNAUTHENTICATED  FORBIDDEN      ok             FORBIDDEN      FORBIDDEN      TOKEN_REVOKED
setCommentHidden           UNAUTHENTICATED  FORBIDDEN      ok             ok             ok             TOKEN_REVOKED
setCommentHidden.draft     UNAUTHENTICATED  NOT_FOUND      ok             NOT_FOUND      NOT_FOUND      TOKEN_REVOKED

uploadImage                UNAUTHENTICATED  ok             ok             ok             ok             TOKEN_REVOKED
uploadImages               UNAUTHENTICATED  ok             ok             ok             ok             TOKEN_REVOKED
updateImage                UNAUTHENTICATED  FORBIDDEN      ok             FORBIDDEN      FORBIDDEN      TOKEN_REVOKED
updateImage.private        UNAUTHENTICATED  NOT_FOUND      ok             NOT_FOUND      NOT_FOUND      TOKEN_REVOKED
shareImage                 UNAUTHENTICATED  FORBIDDEN      ok             FORBIDDEN      FORBIDDEN      TOKEN_REVOKED
shareImage.private         UNAUTHENTICATED  NOT_FOUND      ok             NOT_FOUND      NOT_FOUND      TOKEN_REVOKED
revokeImageShare           UNAUTHENTICATED  NOT_FOUND      ok             NOT_FOUND      NOT_FOUND      TOKEN_REVOKED
createAlbum                UNAUTHENTICATED  ok             ok             ok             ok             TOKEN_REVOKED
updateAlbum                UNAUTHENTICATED  FORBIDDEN      ok             FORBIDDEN      FORBIDDEN      TOKEN_REVOKED
updateAlbum.private        UNAUTHENTICATED  NOT_FOUND      ok             NOT_FOUND      NOT_FOUND      TOKEN_REVOKED
deleteAlbum                UNAUTHENTICATED  FORBIDDEN      ok             FORBIDDEN      FORBIDDEN      TOKEN_REVOKED
deleteAlbum.private        UNAUTHENTICATED  NOT_FOUND      ok             NOT_FOUND      NOT_FOUND      TOKEN_REVOKED
deleteImage                UNAUTHENTICATED  FORBIDDEN      ok             FORBIDDEN      FORBIDDEN      TOKEN_REVOKED
deleteImage.private        UNAUTHENTICATED  NOT_FOUND      ok             NOT_FOUND      NOT_FOUND      TOKEN_REVOKED

postPublished              ok               ok             ok             ok             ok             TOKEN_REVOKED
commentAdded               ok               ok             ok             ok             ok             TOKEN_REVOKED
commentAdded.draft         NOT_FOUND        NOT_FOUND      ok             NOT_FOUND      NOT_FOUND      TOKEN_REVOKED
`;

const newPassword = 'stone on wet ink';

/** How each row is called: the operation's arguments, and what is looked at in its answer. */
const calls: Record<string, (its: Things) => string> = {
  viewer: () => 'viewer { id }',
  user: ({ owner }) => `user(id: "${owner.id}") { id username displayName bio role status }`,
  'user.email': ({ owner }) => `user(id: "${owner.id}") { email }`,
  'user.posts.drafts': ({ owner }) =>
    `user(id: "${owner.id}") { posts(filter: { status: DRAFT }) { totalCount } }`,
  users: () => 'users { totalCount }',
  'users.disabled': () => 'users(filter: { status: DISABLED }) { totalCount }',
  'users.byEmail': ({ other }) => `users(filter: { query: "${other.email}" }) { totalCount }`,
  post: ({ post }) => `post(id: "${post}") { title }`,
  'post.draft': ({ draft }) => `post(id: "${draft}") { title }`,
  posts: ({ post }) => `posts(filter: { ids: ["${post}"] }) { totalCount }`,
  'post.workingCopy': ({ edited }) => `post(id: "${edited}") { draft { title } }`,
  'post.revisions': ({ post }) => `post(id: "${post}") { revisions { totalCount } }`,
  'posts.scheduled': ({ scheduled }) => `posts(filter: { ids: ["${scheduled}"] }) { totalCount }`,
  'posts.drafts': ({ draft }) => `posts(filter: { ids: ["${draft}"] }) { totalCount }`,
  tag: ({ tag }) => `tag(slug: "${tag.slug}") { name }`,
  'tag.ofDraft': ({ draftTag }) => `tag(slug: "${draftTag.slug}") { name }`,
  archive: () => 'archive { year month postCount }',
  category: ({ category }) => `category(slug: "${category.slug}") { name postCount }`,
  categories: () => 'categories { name children { name } }',
  tags: () => 'tags { totalCount }',
  comment: ({ comment }) => `comment(id: "${comment}") { body }`,
  'comment.draft': ({ draftComment }) => `comment(id: "${draftComment}") { body }`,
  image: ({ image }) => `image(id: "${image}") { filename }`,
  'image.private': ({ privateImage }) => `image(id: "${privateImage}") { filename url }`,
  'image.album': ({ image }) => `image(id: "${image}") { album { name } }`,
  'image.shares': ({ image }) => `image(id: "${image}") { shares { token } }`,
  images: () => 'images { totalCount }',
  searchPosts: ({ post }) => `searchPosts(query: "About", filter: { ids: ["${post}"] }) { totalCount }`,
  'searchPosts.drafts': ({ draft }) =>
    `searchPosts(query: "About", filter: { ids: ["${draft}"] }) { totalCount }`,
  sharedImage: ({ shareToken }) => `sharedImage(token: "${shareToken}") { filename }`,
  album: ({ album }) => `album(id: "${album}") { name }`,
  'album.private': ({ privateAlbum }) => `album(id: "${privateAlbum}") { name }`,
  'album.images.private': ({ album }) => `album(id: "${album}") { images { totalCount } }`,
  albums: () => 'albums { totalCount }',
  sessions: () => 'sessions { id current }',
  auditLog: () => 'auditLog { nodes { action actor { id } } }',

  register: () =>
    `register(input: { username: "${unique('new')}", password: "${password}" }) { accessToken }`,
  login: ({ owner }) =>
    `login(input: { username: "${owner.username}", password: "${password}" }) { accessToken }`,
  refresh: ({ refreshToken }) => `refresh(refreshToken: "${refreshToken}") { accessToken }`,
  logout: () => 'logout',
  logoutEverywhere: () => 'logoutEverywhere',
  revokeSession: ({ sessionId }) => `revokeSession(id: "${sessionId}")`,
  createFirstAdmin: () =>
    `createFirstAdmin(input: { token: "${setupToken()}", username: "${unique('root')}", password: "${password}" }) { accessToken }`,
  changePassword: () =>
    `changePassword(input: { currentPassword: "${password}", newPassword: "${newPassword}" }) { accessToken }`,
  requestPasswordReset: ({ other }) => `requestPasswordReset(email: "${other.email}")`,
  resetPassword: ({ resetToken }) =>
    `resetPassword(input: { token: "${resetToken}", newPassword: "${newPassword}" }) { accessToken }`,
  requestEmailVerification: () => 'requestEmailVerification',
  verifyEmail: ({ confirmToken }) => `verifyEmail(token: "${confirmToken}") { id }`,
  updateProfile: () => 'updateProfile(input: { bio: "x" }) { bio }',
  deleteAccount: () => `deleteAccount(password: "${password}")`,
  updateUser: ({ owner }) => `updateUser(id: "${owner.id}", input: { role: EDITOR }) { role }`,
  deleteUser: ({ owner }) => `deleteUser(id: "${owner.id}")`,

  renameTag: ({ tag }) => `renameTag(id: "${tag.id}", name: "${unique('name')}") { name }`,
  'renameTag.ofDraft': ({ draftTag }) => `renameTag(id: "${draftTag.id}", name: "x") { name }`,
  mergeTags: ({ tag, otherTag }) => `mergeTags(from: "${tag.id}", into: "${otherTag}") { name }`,
  'mergeTags.ofDraft': ({ draftTag, otherTag }) =>
    `mergeTags(from: "${draftTag.id}", into: "${otherTag}") { name }`,
  createCategory: () => `createCategory(input: { name: "${unique('category')}" }) { slug }`,
  updateCategory: ({ category }) =>
    `updateCategory(id: "${category.id}", input: { name: "${unique('x')}" }) { slug }`,
  deleteCategory: ({ category }) => `deleteCategory(id: "${category.id}")`,

  createPost: () => 'createPost(input: { title: "x", content: "x" }) { id }',
  updatePost: ({ post }) => `updatePost(id: "${post}", input: { title: "x" }) { title }`,
  'updatePost.draft': ({ draft }) => `updatePost(id: "${draft}", input: { title: "x" }) { title }`,
  publishPost: ({ post }) => `publishPost(id: "${post}") { status }`,
  'publishPost.draft': ({ draft }) => `publishPost(id: "${draft}") { status }`,
  'publishPost.scheduled': ({ scheduled }) => `publishPost(id: "${scheduled}") { status }`,
  unpublishPost: ({ post }) => `unpublishPost(id: "${post}") { status }`,
  'unpublishPost.draft': ({ draft }) => `unpublishPost(id: "${draft}") { status }`,
  discardPostDraft: ({ edited }) => `discardPostDraft(id: "${edited}") { title }`,
  restorePostRevision: ({ revision }) => `restorePostRevision(id: "${revision}") { title }`,
  'restorePostRevision.draft': ({ draftRevision }) => `restorePostRevision(id: "${draftRevision}") { title }`,
  deletePost: ({ post }) => `deletePost(id: "${post}")`,
  'deletePost.draft': ({ draft }) => `deletePost(id: "${draft}")`,

  addComment: ({ post }) => `addComment(input: { postId: "${post}", body: "x" }) { id }`,
  'addComment.draft': ({ draft }) => `addComment(input: { postId: "${draft}", body: "x" }) { id }`,
  updateComment: ({ comment }) => `updateComment(id: "${comment}", body: "x") { body }`,
  deleteComment: ({ comment }) => `deleteComment(id: "${comment}")`,
  setCommentHidden: ({ comment }) => `setCommentHidden(id: "${comment}", hidden: true) { hidden }`,
  'setCommentHidden.draft': ({ draftComment }) =>
    `setCommentHidden(id: "${draftComment}", hidden: true) { hidden }`,

  uploadImage: () => 'uploadImage(file: $file) { id }',
  uploadImages: () => 'uploadImages(files: [$file]) { id }',
  updateImage: ({ image }) => `updateImage(id: "${image}", input: { alt: "x" }) { alt }`,
  'updateImage.private': ({ privateImage }) =>
    `updateImage(id: "${privateImage}", input: { alt: "x" }) { alt }`,
  shareImage: ({ image }) => `shareImage(id: "${image}") { token url }`,
  'shareImage.private': ({ privateImage }) => `shareImage(id: "${privateImage}") { token url }`,
  revokeImageShare: ({ share }) => `revokeImageShare(id: "${share}")`,
  createAlbum: () => 'createAlbum(input: { name: "x" }) { id }',
  updateAlbum: ({ album }) => `updateAlbum(id: "${album}", input: { name: "x" }) { name }`,
  'updateAlbum.private': ({ privateAlbum }) =>
    `updateAlbum(id: "${privateAlbum}", input: { name: "x" }) { name }`,
  deleteAlbum: ({ album }) => `deleteAlbum(id: "${album}")`,
  'deleteAlbum.private': ({ privateAlbum }) => `deleteAlbum(id: "${privateAlbum}")`,
  deleteImage: ({ image }) => `deleteImage(id: "${image}")`,
  'deleteImage.private': ({ privateImage }) => `deleteImage(id: "${privateImage}")`,

  postPublished: ({ earlier }) => `postPublished(after: "${earlier}") { id }`,
  commentAdded: ({ post, comment }) => `commentAdded(postId: "${post}", after: "${comment}") { id }`,
  'commentAdded.draft': ({ draft, draftComment }) =>
    `commentAdded(postId: "${draft}", after: "${draftComment}") { id }`,
};

const [head = '', ...lines] = table.split('\n').filter((line) => line.trim());
const actors = head.trim().split(/\s+/);
const rows = lines.map((line) => {
  const [name = '', ...outcomes] = line.split(/\s+/);
  return [name, Object.fromEntries(actors.map((actor, index) => [actor, outcomes[index]]))] as const;
});

const schema = buildSchema(readFileSync(join(rootFolder, 'schema.graphql'), 'utf8'));
const queries = Object.keys(schema.getQueryType()?.getFields() ?? {});
const mutations = Object.keys(schema.getMutationType()?.getFields() ?? {});
const subscriptions = Object.keys(schema.getSubscriptionType()?.getFields() ?? {});
const operations = [...queries, ...mutations, ...subscriptions];
const operationOf = (row: string) => row.split('.')[0] ?? '';

/** What one call is about, made anew for each: a call that is allowed changes or deletes it. */
async function makeThings() {
  const owner = await api.make.user();
  const earlier = await api.make.post();
  const edited = await api.make.post({ author_id: owner.id });
  await api.make.workingCopy(edited.id, { title: 'Unfinished' });
  const [post, draft, scheduled] = [
    await api.make.post({ author_id: owner.id }),
    await api.make.draft({ author_id: owner.id }),
    await api.make.scheduled({ author_id: owner.id }),
  ];
  const tag = await api.make.tag(undefined, [post.id]);
  const draftTag = await api.make.tag(undefined, [draft.id]);
  const [comment, draftComment] = [
    await api.make.comment({ post_id: post.id, author_id: owner.id }),
    await api.make.comment({ post_id: draft.id, author_id: owner.id }),
  ];
  for (const { id } of [post, draft]) await api.make.comment({ post_id: id });
  const { sessionId } = await api.make.session(owner.id);
  const refreshToken = await api.make.refreshToken(sessionId);
  const other = await api.make.user();
  const images = await makeImages(owner.id);
  return {
    ...images,
    edited: edited.id,
    revision: (await api.make.revision({ post_id: post.id })).id,
    draftRevision: (await api.make.revision({ post_id: draft.id })).id,
    scheduled: scheduled.id,
    ...{ owner, other, earlier: earlier.id, post: post.id, draft: draft.id, sessionId, refreshToken },
    ...{ comment: comment.id, draftComment: draftComment.id },
    ...{
      category: await api.make.category(),
      tag,
      draftTag,
      otherTag: (await api.make.tag(undefined, [post.id])).id,
    },
    resetToken: await api.make.mailToken(other, 'RESET_PASSWORD'),
    confirmToken: await api.make.mailToken(other, 'CONFIRM_EMAIL'),
  };
}

async function makeImages(owner_id: string) {
  const album = await api.make.album({ owner_id, visibility: 'PUBLIC' });
  const privateAlbum = await api.make.album({ owner_id });
  const image = await api.make.image({ owner_id, visibility: 'PUBLIC', album_id: privateAlbum.id });
  const privateImage = await api.make.image({ owner_id, album_id: album.id });
  const share = await api.make.imageShare(image.id);
  return {
    ...{ album: album.id, privateAlbum: privateAlbum.id, image: image.id, privateImage: privateImage.id },
    ...{ share, shareToken: shareToken(share) },
  };
}

type Things = Awaited<ReturnType<typeof makeThings>>;

const makeActor: Record<string, (its: Things) => Promise<Pick<TestUser, 'token'> | undefined>> = {
  guest: async () => undefined,
  user: () => api.make.user(),
  owner: async ({ owner }) => owner,
  editor: () => api.make.user({ role: 'EDITOR' }),
  admin: () => api.make.user({ role: 'ADMIN' }),
  disabled: async ({ owner }) => {
    const admin = api.as(await api.make.user({ role: 'ADMIN' }));
    await admin.send(`mutation { updateUser(id: "${owner.id}", input: { status: DISABLED }) { id } }`);
    return owner;
  },
};

const setupToken = () => /setup\?token=([\w-]+)/.exec(api.running.log())?.[1];

/** One word for an answer, as in the table. */
function outcomeOf({ data, errors }: Reply): string {
  if (errors) return errors.map(({ extensions }) => extensions.code).join();
  const value = innermost(data);
  if (Array.isArray(value)) return value.length > 0 ? 'ok' : '0';
  return value === null || value === 0 ? String(value) : 'ok';
}

/** What comes of a call, in one word. */
async function outcome(operation: string, call: string, viewer?: Pick<TestUser, 'token'>): Promise<string> {
  if (subscriptions.includes(operation)) return open(api, viewer).outcome(`subscription { ${call} }`);
  const kind = queries.includes(operation) ? 'query' : 'mutation';
  if (!call.includes('$file')) return outcomeOf(await api.request(`${kind} { ${call} }`, {}, viewer?.token));
  const mutation = `mutation ($file: Upload!) { ${call} }`;
  return outcomeOf(await sendForm(api, viewer, formOf(mutation, { file: null }, { file: await png() })));
}

/** Where an answer is an object of one field, that field is what was asked about. */
function innermost(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const [only, ...others] = Object.values(value);
  return others.length === 0 ? innermost(only) : value;
}

// There is always another admin, so that nobody is kept because they are the last one.
beforeAll(() => api.make.user({ role: 'ADMIN' }));
beforeAll(() => api.make.user({ status: 'DISABLED' }));

describe('who may call an operation', () => {
  it('is said in the table for every query, mutation and subscription: add a row for each name listed here', () => {
    const known = rows.map(([name]) => operationOf(name));
    expect(operations.filter((operation) => !known.includes(operation))).toEqual([]);
  });

  it('is said for nothing that does not exist, for every actor, and with a call', () => {
    expect(rows.filter(([name]) => !operations.includes(operationOf(name)))).toEqual([]);
    expect(rows.filter(([, outcomes]) => Object.values(outcomes).includes(undefined))).toEqual([]);
    expect(Object.keys(calls).sort()).toEqual(rows.map(([name]) => name).sort());
  });

  it.each(rows)('%s', async (name, expected) => {
    const seen: Record<string, string> = {};
    for (const actor of actors) {
      const things = await makeThings();
      const viewer = await makeActor[actor]?.(things);
      seen[actor] = await outcome(operationOf(name), calls[name]?.(things) ?? '', viewer);
    }
    expect(seen).toEqual(expected);
  });
});

describe('what an input may set', () => {
  it('is neither role, state, owner nor date, but for what is an admin to do', () => {
    const inputs = Object.values(schema.getTypeMap()).filter(isInputObjectType);
    const fields = inputs
      .filter(({ name }) => name.endsWith('Input'))
      .flatMap((input) => Object.keys(input.getFields()).map((field) => `${input.name}.${field}`));
    const telling = /\.(role|status|version|hash|.*(author|owner|user)(Id)?|.*(At|Verified))$/i;
    expect(fields.filter((field) => telling.test(field))).toEqual([
      'UpdateUserInput.role',
      'UpdateUserInput.status',
    ]);
  });
});
