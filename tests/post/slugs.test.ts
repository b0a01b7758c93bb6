import { useApi } from '../support/api.ts';
import { unique } from '../support/make.ts';

const api = useApi();
const CreatePost = 'mutation ($input: CreatePostInput!) { createPost(input: $input) { id slug } }';
const UpdatePost = `mutation ($id: ID!, $input: UpdatePostInput!) {
  updatePost(id: $id, input: $input) { slug }
}`;

const writer = async () => {
  const user = await api.make.user();
  const create = (title: string, slug?: string) =>
    api.as(user).send(CreatePost, { input: { title, slug, content: 'text' } });
  return { user, create };
};
const slugsOf = (replies: Awaited<ReturnType<typeof api.send>>[]): string[] =>
  replies.map((reply) => reply.data?.createPost.slug);

describe('a slug', () => {
  it.each([
    ['Hello, World!', 'hello-world'],
    ['  Ink -- and / stone  ', 'ink-and-stone'],
    ['Crème brûlée', 'creme-brulee'],
    ['墨石与水', 'mo-shi-yu-shui'],
    ['TypeScript 入门', 'typescript-ru-men'],
    ['Q & A', 'q-and-a'],
  ])('is made from the title %j', async (title, slug) => {
    const { create } = await writer();
    expect((await create(title)).data.createPost.slug).toBe(slug);
  });

  it.each(['🖋🪨', '!!!', '\u200b.'])(
    'is made although nothing of %j can be written in ASCII',
    async (title) => {
      const { create } = await writer();
      expect((await create(title)).data.createPost.slug).toMatch(/^post(-\d+)?$/);
    },
  );

  it.each([
    ['long winded '.repeat(16), /^(long-winded-){4,}long(-winded)?$/],
    ['w'.repeat(200), /^w+$/],
    ['墨石'.repeat(100), /^(mo-shi-){4,}mo(-shi)?$/],
  ])('has 80 characters at most, of whole words where it can (%#)', async (title, pattern) => {
    const { create } = await writer();
    const { slug } = (await create(title)).data.createPost;
    expect(slug).toMatch(pattern);
    expect(slug.length).toBeLessThanOrEqual(80);
  });

  it('has 80 characters at most with a number too, so that it may be sent back', async () => {
    const { user, create } = await writer();
    await create('an endless title '.repeat(11));
    const { id, slug } = (await create('an endless title '.repeat(11))).data.createPost;
    expect(slug.length).toBeLessThanOrEqual(80);
    expect(await api.as(user).send(UpdatePost, { id, input: { slug } })).toSucceed();
  });

  it('gets a number when it is taken', async () => {
    const [{ create }, title] = [await writer(), unique('Twice ')];
    const slug = title.toLowerCase().replace(' ', '-');
    const replies = [await create(title), await create(title), await create(title)];
    expect(slugsOf(replies)).toEqual([slug, `${slug}-2`, `${slug}-3`]);
  });

  it("gets a number when a stranger's draft has it, and tells nothing else of the draft", async () => {
    const [{ create }, title] = [await writer(), unique('Hidden ')];
    const slug = title.toLowerCase().replace(' ', '-');
    await api.make.draft({ slug });
    expect((await create(title)).data.createPost.slug).toBe(`${slug}-2`);
  });

  it('does not change with the title', async () => {
    const { user, create } = await writer();
    const { id, slug } = (await create(unique('Before '))).data.createPost;
    const reply = await api.as(user).send(UpdatePost, { id, input: { title: 'After' } });
    expect(reply.data.updatePost.slug).toBe(slug);
  });

  it('is made although more than fifty posts have the same title', async () => {
    const [{ create }, slug] = [await writer(), unique('crowd')];
    const author_id = (await api.make.user()).id;
    const taken = [slug, ...Array.from({ length: 60 }, (_, index) => `${slug}-${index + 2}`)];
    for (const each of taken) await api.make.post({ slug: each, author_id });
    const reply = await create(slug);
    expect(reply).toSucceed();
    expect(reply.data.createPost.slug).toMatch(new RegExp(`^${slug}-[a-z0-9]+$`));
  });

  it('is different for each of ten posts with one title written at the same time', async () => {
    const [{ create }, title] = [await writer(), unique('Race ')];
    const replies = await Promise.all(Array.from({ length: 10 }, () => create(title)));
    for (const reply of replies) expect(reply).toSucceed();
    expect(new Set(slugsOf(replies)).size).toBe(10);
  });

  it('is different for titles whose numbered slugs meet', async () => {
    const [{ create }, word] = [await writer(), unique('Meet ')];
    await create(`${word} 2`);
    const titles = Array.from({ length: 12 }, (_, index) => (index % 2 ? `${word} 2` : `${word} 2 2`));
    const replies = await Promise.all(titles.map((title) => create(title)));
    for (const reply of replies) expect(reply).toSucceed();
    expect(new Set(slugsOf(replies)).size).toBe(12);
  });
});

describe('a slug of the writer', () => {
  it('is CONFLICT when another post has it, a draft of a stranger too', async () => {
    const { create } = await writer();
    const { slug } = await api.make.draft();
    expect(await create(unique('Title '), slug)).toFailWith('CONFLICT', ['input', 'slug']);
  });

  it('goes to one of ten new posts that want it at the same time', async () => {
    const [{ create }, slug] = [await writer(), unique('wanted-')];
    const replies = await Promise.all(Array.from({ length: 10 }, () => create('Title', slug)));
    const refused = replies.filter((reply) => reply.errors);
    expect(refused).toHaveLength(9);
    for (const reply of refused) expect(reply).toFailWith('CONFLICT', ['input', 'slug']);
    expect(JSON.stringify(refused)).not.toMatch(/insert|select|constraint|duplicate/i);
  });

  it('goes to one of five changed posts that want it at the same time', async () => {
    const [{ user }, slug] = [await writer(), unique('wanted-')];
    const posts = [];
    for (let made = 0; made < 5; made += 1) posts.push(await api.make.post({ author_id: user.id }));
    const replies = await Promise.all(
      posts.map(({ id }) => api.as(user).send(UpdatePost, { id, input: { slug } })),
    );
    const refused = replies.filter((reply) => reply.errors);
    expect(refused).toHaveLength(4);
    for (const reply of refused) expect(reply).toFailWith('CONFLICT', ['input', 'slug']);
  });

  it('does not collide with one that is made from a title at the same time', async () => {
    const [{ create }, word] = [await writer(), unique('both')];
    const calls = Array.from({ length: 10 }, (_, index) =>
      index % 2 ? create(word) : create('T', `${word}-2`),
    );
    const replies = await Promise.all(calls);
    const refused = replies.filter((reply) => reply.errors);
    for (const reply of refused) expect(reply).toFailWith('CONFLICT', ['input', 'slug']);
    for (const reply of replies.filter((_, index) => index % 2)) expect(reply).toSucceed();
  });
});
