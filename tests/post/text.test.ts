import { useApi } from '../support/api.ts';
import { unique } from '../support/make.ts';

// Room for 100,000 characters of four bytes.
const api = useApi({ MAX_BODY_BYTES: '1000000' });
const CreatePost = `mutation ($input: CreatePostInput!) {
  createPost(input: $input) { id title content excerpt tags { name } }
}`;
const ReadPost = 'query ($id: ID!) { post(id: $id) { title content tags { name } } }';
const UpdatePost =
  'mutation ($id: ID!, $input: UpdatePostInput!) { updatePost(id: $id, input: $input) { id } }';
const BySlug = 'query ($slug: String) { post(slug: $slug) { id } }';
const ByTitle = 'query ($text: String) { posts(filter: { titleContains: $text }) { totalCount } }';

const writer = async () => api.as(await api.make.user());
const stored = async (title: string) =>
  (await api.db.query('select 1 from posts where title = $1', [title])).rowCount;

const texts = [
  ['emoji', '🖋 👩‍👩‍👧‍👦 🇹🇼 👍🏽 ❤️'],
  ['right-to-left', 'مرحبا بالعالم שלום\u200f (mixed) \u202eabc\u202c'],
  ['combining characters', 'e\u0301 is not \u00e9; Z\u0351\u036b\u0343a\u0328\u0358l\u0335g\u0322o'],
  ['4-byte characters', '𠮷野家 𝔘𝔫𝔦𝔠𝔬𝔡𝔢 𐎀 \u{10fffd}'],
  ['Chinese', '「墨」落石上，声细如水。'],
  ['quotes and backslashes', `' " \\ \\n \\u0041 ; -- /* $1 ? \${x} {{x}} %s`],
  ['markup', '<script>alert("1")</script> &amp; <!-- x -->'],
  ['odd white space', ' around\u00a0\u2003\u3000\ufeff\u2028\u2029 '],
  ['control and non-characters', 'bell\u0007 escape\u001b delete\u007f \ufffe\uffff \ufffd'],
];

describe('text', () => {
  it.each(texts)('with %s comes back identical', async (_kind, text) => {
    const input = { title: text, content: `${text}\n\n${text}`, tags: [`x${text}x`] };
    const created = await (await writer()).send(CreatePost, { input });
    expect(created).toSucceed();
    const { post } = (await api.send(ReadPost, { id: created.data.createPost.id })).data;
    expect(post).toEqual({ ...input, tags: [{ name: `x${text}x` }] });
  });

  it.each(texts)('with %s comes back identical when it stands in the document', async (_kind, text) => {
    const literal = JSON.stringify(text).replaceAll('\u007f', '\\u007f');
    const document = `mutation { createPost(input: { title: ${literal}, content: ${literal} }) { title content } }`;
    const reply = await (await writer()).send(document);
    expect(reply.data?.createPost).toEqual({ title: text, content: text });
  });

  it('keeps line ends, tabs and outer lines of the content', async () => {
    const content = '\n\r\n\tcode\r\n  two  \n\n\n';
    const created = await (await writer()).send(CreatePost, { input: { title: 'T', content } });
    expect((await api.send(ReadPost, { id: created.data.createPost.id })).data.post.content).toBe(content);
  });

  it('may escape characters of four bytes in both ways of GraphQL', async () => {
    const escapes = String.raw`"\uD83D\uDD8B \u{1F58B}"`;
    const reply = await (await writer()).send(
      `mutation { createPost(input: { title: ${escapes}, content: "x" }) { title } }`,
    );
    expect(reply.data.createPost.title).toBe('🖋 🖋');
  });
});

describe('text that cannot be stored', () => {
  const wrong: [string, string][] = [
    ['U+0000', 'a\0b'],
    ['a first half of a surrogate pair', 'a\ud83db'],
    ['a second half of a surrogate pair', 'a\udd8bb'],
    ['a surrogate pair the wrong way round', '\udd8b\ud83d'],
    ['half a surrogate pair at the end', 'a\ud83d'],
  ];

  it.each(wrong)('is refused in variables: %s', async (_kind, text) => {
    const [user, title] = [await writer(), unique('Refused ')];
    const create = (input: object) => user.send(CreatePost, { input: { title, content: 'c', ...input } });
    const reply = await create({ content: text });
    expect(reply).toFailWith('BAD_USER_INPUT', ['input', 'content']);
    expect(reply.status).toBe(400);
    expect(await create({ title: text })).toFailWith('BAD_USER_INPUT', ['input', 'title']);
    expect(await create({ slug: text })).toFailWith('BAD_USER_INPUT', ['input', 'slug']);
    expect(await create({ tags: ['fine', text] })).toFailWith('BAD_USER_INPUT', ['input', 'tags', 1]);
    expect(await stored(title)).toBe(0);
  });

  it.each(wrong)('is refused in a change, a look-up and a filter: %s', async (_kind, text) => {
    const author = await api.make.user();
    const { id, title } = await api.make.post({ author_id: author.id });
    const update = await api.as(author).send(UpdatePost, { id, input: { title: text } });
    expect(update).toFailWith('BAD_USER_INPUT', ['input', 'title']);
    expect(await stored(title)).toBe(1);
    expect(await api.send(BySlug, { slug: text })).toFailWith('BAD_USER_INPUT', ['slug']);
    expect(await api.send(ByTitle, { text })).toFailWith('BAD_USER_INPUT', ['text']);
  });

  it.each([
    ['BAD_USER_INPUT', '"a\\u0000b"'],
    ['BAD_USER_INPUT', '"a\0b"'],
    ['BAD_USER_INPUT', '"""a\0b"""'],
    ['GRAPHQL_PARSE_FAILED', '"\\uD83D"'],
    ['GRAPHQL_PARSE_FAILED', '"\\uDD8B\\uD83D"'],
    ['GRAPHQL_PARSE_FAILED', '"\\u{D83D}"'],
  ])('is refused in the document as %s: %j', async (code, literal) => {
    const title = unique('Refused ');
    const document = `mutation { createPost(input: { title: "${title}", content: ${literal} }) { id } }`;
    const reply = await (await writer()).send(document);
    expect(reply).toFailWith(code);
    expect(reply.status).toBe(400);
    expect(await stored(title)).toBe(0);
  });
});

describe('a limit', () => {
  it.each([
    ['title', '🖋'.repeat(200)],
    ['title', '墨'.repeat(200)],
    ['title', 'e\u0301'.repeat(100)],
    ['content', '𠮷'.repeat(100_000)],
    ['content', '墨'.repeat(100_000)],
  ])('of the %s counts code points, and lets as many pass', async (field, text) => {
    const input = { title: 'T', content: 'c', [field]: text };
    const reply = await (await writer()).send(CreatePost, { input });
    expect(reply).toSucceed();
    expect(reply.data.createPost[field]).toBe(text);
  });

  it.each([
    ['title', '🖋'.repeat(201)],
    ['title', `${'e\u0301'.repeat(100)}e`],
    ['content', '𠮷'.repeat(100_001)],
  ])('of the %s counts code points, and stops the next one', async (field, text) => {
    const input = { title: 'T', content: 'c', [field]: text };
    const reply = await (await writer()).send(CreatePost, { input });
    expect(reply).toFailWith('BAD_USER_INPUT', ['input', field]);
  });
});
