import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, type GraphQLObjectType } from 'graphql';
import { v7 } from 'uuid';
import { type Reply, useApi } from '../support/api.ts';
import { Crawler } from '../support/crawler.ts';
import { rootFolder } from '../support/environment.ts';
import type { TestUser } from '../support/make.ts';
import { getPage } from '../support/site.ts';
import { shareToken } from '../support/upload.ts';

const api = useApi();
const schema = buildSchema(readFileSync(join(rootFolder, 'schema.graphql'), 'utf8'));

/** What nobody may see but whom it belongs to. The words are made up, so wherever they appear they have leaked. */
const draft = {
  id: v7(),
  slug: 'canary-in-the-slug',
  title: 'Canary in the title',
  content: 'Canary in the content',
  summary: 'Canary in the summary',
};
const scheduled = {
  id: v7(),
  slug: 'canary-tomorrow',
  title: 'Canary of tomorrow',
  content: 'Canary planned',
  summary: 'Canary planned in short',
};
const revision = { id: v7(), title: 'Canary of yesterday', content: 'Canary that was taken out' };
const tag = 'canary-tag';
/** No canary by itself: a writer may well choose the same words for a post. */
const tagSlug = 'where-the-tag-is';
/** A private image. */
const image = {
  id: v7(),
  filename: 'canary-in-the-filename',
  alt: 'Canary in the alt',
  sha256: 'canary-hash',
};
const album = { id: v7(), name: 'Canary on the album' };
const share = v7();
const email = 'canary-address@example.org';
const agent = 'canary-agent';
const keptAnswer = 'canary-kept-answer';
const secrets = [agent, image.sha256, shareToken(share), keptAnswer, 'canary-refresh-token-hash', '$2b$'];
/** Below the draft, and below a post that all can read: its place is no secret, but its text is. */
const comments = {
  ofDraft: { id: v7(), body: 'Canary below the draft' },
  hidden: { id: v7(), body: 'A text' },
};
const hiddenText = 'Canary in the hidden comment';
const earlierText = 'Canary in an earlier version of what is published';
const laterText = 'Canary in what is not published yet';
const ofDraft = [
  ...Object.values(draft),
  ...Object.values(scheduled),
  ...Object.values(revision),
  ...Object.values(comments.ofDraft),
  tag,
];
const ofImage = [image.id, image.filename, image.alt, ...Object.values(album)];
/** Editors may look at what is hidden, and at what stood or will stand in what is published. */
const editorsMayRead = new RegExp(`${hiddenText}|${earlierText}|${laterText}`, 'g');
const secretsFrom = (name: string) => [
  ...ofDraft,
  ...ofImage,
  email,
  ...secrets,
  ...(name === 'editor' ? [] : [hiddenText, earlierText, laterText]),
];

let victim: TestUser;
let category: { id: string; slug: string };
let crawler: Crawler;
/** What each viewer is told before there is something to hide, and after. */
const told: Record<string, { before: string[]; after: string[] }> = {};

/** Hundreds of documents, six times over. */
const patience = 900_000;

beforeAll(async () => {
  victim = await api.make.user();
  const post = await api.make.post({ author_id: victim.id });
  await api.make.comment({ ...comments.hidden, post_id: post.id, hidden: true });
  category = await api.make.category();
  await api.make.revision({ post_id: post.id, content: comments.hidden.body });
  await api.make.workingCopy(post.id, { content: comments.hidden.body });
  crawler = new Crawler(schema, {
    id: [draft.id, victim.id, post.id, comments.ofDraft.id, comments.hidden.id, image.id, album.id, share],
    'post.id': [draft.id, scheduled.id, post.id],
    'comment.id': [comments.ofDraft.id, comments.hidden.id],
    'image.id': [image.id],
    'album.id': [album.id],
    'user.id': [victim.id],
    postId: [draft.id, post.id],
    parentId: [comments.ofDraft.id, comments.hidden.id],
    ids: [draft.id],
    authorId: [victim.id],
    slug: [draft.slug, scheduled.slug],
    'tag.slug': [tagSlug],
    'category.slug': [category.slug],
    username: [victim.username],
    albumId: [album.id],
    coverId: [image.id],
    avatarId: [image.id],
    tag: [tag],
    category: [category.slug],
    query: ['canary', 'canery', email],
    titleContains: ['canary'],
    email: ['curious@example.org'],
    '*': ['harmless'],
  });
  const stranger = await api.make.user();
  const editor = await api.make.user({ role: 'EDITOR' });
  const viewers = Object.entries({ guest: undefined, stranger, editor });
  for (const [name, viewer] of viewers) told[name] = { before: await crawl(viewer), after: [] };
  await plant();
  for (const [name, viewer] of viewers) told[name]?.after.push(...(await crawl(viewer)));
}, patience);

async function plant(): Promise<void> {
  await api.make.draft({ ...draft, author_id: victim.id, published_at: null, category_id: category.id });
  await api.make.album({ ...album, owner_id: victim.id });
  await api.make.image({ ...image, owner_id: victim.id, album_id: album.id });
  await api.make.imageShare(image.id, { id: share });
  await api.make.comment({ ...comments.ofDraft, post_id: draft.id, author_id: victim.id });
  await api.change('update comments set body = $2 where id = $1', [comments.hidden.id, hiddenText]);
  await api.make.scheduled({ ...scheduled, author_id: victim.id });
  await api.db.query('update post_revisions set content = $1', [earlierText]);
  await api.db.query('update post_drafts set changes = $1', [{ content: laterText }]);
  await api.make.revision({ ...revision, post_id: draft.id, author_id: victim.id });
  await api.make.tag(tag, [draft.id, scheduled.id], { slug: tagSlug });
  const { sessionId } = await api.make.session(victim.id, { user_agent: agent });
  await api.make.refreshToken(sessionId, { hash: 'canary-refresh-token-hash' });
  await api.db.query(
    `insert into idempotency_keys (user_id, key, request, answer, created_at) values ($1, 'key', 'request', $2, now())`,
    [victim.id, JSON.stringify({ viewer: { id: keptAnswer } })],
  );
  await api.change('update users set email = $2 where id = $1', [victim.id, email]);
}

/** Everything that a viewer is told, as text. */
async function crawl(viewer?: Pick<TestUser, 'token'>): Promise<string[]> {
  const answers: string[] = [];
  const documents = [...crawler.queries];
  while (documents.length > 0) {
    const some = documents
      .splice(0, 10)
      .map(async (document) => textOf(document, await ask(document, viewer)));
    answers.push(...(await Promise.all(some)));
  }
  return [...answers, ...(await visitPages(viewer))];
}

/** What is not GraphQL and tells of posts: feeds, the sitemap and pages. */
function visitPages(viewer?: Pick<TestUser, 'token'>): Promise<string[]> {
  const feeds = ['', `/tags/${tagSlug}`, `/authors/${victim.username}`].flatMap((below) =>
    ['atom', 'rss', 'json'].map((format) => `${below}/feed.${format}`),
  );
  const paths = [...feeds, '/sitemap.xml', '/sitemap-1.xml', '/', `/posts/${draft.slug}`];
  const headers: Record<string, string> = viewer ? { authorization: `Bearer ${viewer.token}` } : {};
  const visit = async (path: string) => {
    const { status, text } = await getPage(api, path, { headers });
    return `${path}\n${status} ${text.replace(/"requestId":"[^"]*"/, '')}`;
  };
  return Promise.all(paths.map(visit));
}

const ask = (document: string, viewer?: Pick<TestUser, 'token'>) => api.request(document, {}, viewer?.token);

/** Without the id of the request, which is another each time. The document says where a leak is. */
const textOf = (document: string, { data, errors }: Reply): string => {
  const problems = errors?.map(({ message, path, extensions: { requestId: _, ...rest } }) => ({
    message,
    path,
    rest,
  }));
  return `${document}\n${JSON.stringify({ data, problems })}`;
};

/** The answers with one of the words, without their documents, which may well have it. */
const leaks = (answers: string[], words: string[]) =>
  answers.filter((text) => {
    const answer = text.slice(text.indexOf('\n'));
    return words.some((word) => answer.includes(word));
  });

describe('the crawler', () => {
  it('asks for every field that a query can reach', () => {
    const fields = [...crawler.fieldsBelow(schema.getQueryType() as GraphQLObjectType).keys()];
    const reachable = fields.filter((name) => !name.startsWith('Query.'));
    expect(reachable.filter((name) => !crawler.asked.has(name))).toEqual([]);
  });

  it('asks nothing that the server refuses to look at', async () => {
    for (const document of [...crawler.queries, ...crawler.mutations()]) {
      const { errors = [] } = await ask(document);
      const codes = errors.map(({ extensions }) => extensions.code);
      for (const code of ['GRAPHQL_VALIDATION_FAILED', 'QUERY_TOO_COMPLEX', 'INTERNAL_SERVER_ERROR']) {
        expect({ document, codes }).not.toEqual({ document, codes: expect.arrayContaining([code]) });
      }
    }
  });

  it('finds what is hidden where it may: the draft as its author, the address as an admin', async () => {
    const own = (await crawl(victim)).join('\n');
    for (const word of [...ofDraft, ...ofImage, email, hiddenText, earlierText, laterText])
      expect(own).toContain(word);
    const admins = await crawl(await api.make.user({ role: 'ADMIN' }));
    expect(leaks(admins, [email])).not.toEqual([]);
    expect(leaks(admins, [...ofDraft, ...ofImage, ...secrets])).toEqual([]);
    // Their own sessions say with which program they were begun.
    expect(own).toContain(agent);
    const theirOwn = [agent, shareToken(share)];
    for (const secret of secrets) if (!theirOwn.includes(secret)) expect(own).not.toContain(secret);
  });
});

describe.each(['guest', 'stranger', 'editor'])('a viewer who is a %s', (name) => {
  it('is told the same whether or not there is something to hide', () => {
    const { before = [], after = [] } = told[name] ?? {};
    expect(before.length).toBeGreaterThan(100);
    const shown = after.map((text) =>
      name === 'editor' ? text.replaceAll(editorsMayRead, comments.hidden.body) : text,
    );
    expect(shown.filter((text, index) => text !== before[index]).slice(0, 3)).toEqual([]);
    expect(leaks(after, secretsFrom(name))).toEqual([]);
  });

  it('is told nothing by any mutation either', async () => {
    const role = name === 'editor' ? 'EDITOR' : 'USER';
    const answers: string[] = [];
    for (const document of crawler.mutations()) {
      // Some of them end the session or the account.
      const viewer = name === 'guest' ? undefined : await api.make.user({ role });
      answers.push(textOf(document, await ask(document, viewer)));
    }
    expect(leaks(answers, secretsFrom(name))).toEqual([]);
    expect(await api.row('select title from posts where id = $1', [draft.id])).toEqual({
      title: draft.title,
    });
  });
});

it('a disabled user with an old token is told nothing at all', async () => {
  const user = await api.make.user();
  const admin = api.as(await api.make.user({ role: 'ADMIN' }));
  await admin.send(`mutation { updateUser(id: "${user.id}", input: { status: DISABLED }) { id } }`);
  for (const document of [...crawler.queries, ...crawler.mutations()]) {
    expect(await ask(document, user)).toFailWith('TOKEN_REVOKED');
  }
});
