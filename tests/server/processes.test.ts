import { type Api, useApi } from '../support/api.ts';
import { askUntilKept } from '../support/kept.ts';
import { type TestUser, unique } from '../support/make.ts';
import { waitFor } from '../support/process.ts';

const api = useApi();
let other: Api;
let plain: Api;
beforeAll(async () => {
  other = await api.another();
  plain = await api.another({ FAST_PATH: 'off' });
});

const tags = ['ink', 'stone', 'paper'];
const List =
  '{ posts(first: 20) { totalCount nodes { slug title version author { username } tags { name } } } }';
const Tagged = `query ($tag: String!) {
  posts(first: 5, orderBy: RECENTLY_UPDATED, filter: { tag: $tag }) { totalCount edges { cursor node { title } } }
}`;
const Post = 'query ($id: ID!) { post(id: $id) { title content status tags { name } } }';
const asked = [{ query: List }, ...tags.map((tag) => ({ query: Tagged, variables: { tag } }))];

/** What a guest is answered, to the byte. */
async function ask({ url }: Api, question: object): Promise<string> {
  const headers = { 'content-type': 'application/json' };
  return (await fetch(url, { method: 'POST', headers, body: JSON.stringify(question) })).text();
}

const pick = <T>(choices: readonly T[]): T => choices[Math.floor(Math.random() * choices.length)] as T;

type Written = { id: string; title: string; tags: string[]; isPublished: boolean };

/** Writes at random through one process, and looks at each of its changes as a guest of the same process. */
class Writer {
  private posts: Written[] = [];

  constructor(
    private readonly server: Api,
    private readonly user: TestUser,
  ) {}

  async write(): Promise<void> {
    const post = pick(this.posts);
    if (!post) return this.create();
    const write = pick([this.create, this.rename, this.retag, this.publish, this.unpublish, this.remove]);
    await write.call(this, post);
  }

  private async create() {
    const post = { title: unique('title '), tags: [pick(tags)], isPublished: Math.random() < 0.7 };
    const input = { title: post.title, content: 'x', tags: post.tags, publish: post.isPublished };
    const { createPost } = await this.send(
      '($input: CreatePostInput!) { createPost(input: $input) { id } }',
      { input },
    );
    const written = { ...post, id: createPost.id };
    this.posts.push(written);
    await this.look(written);
  }

  private rename = (post: Written) => this.update(post, { title: unique('title ') });

  private retag = (post: Written) => this.update(post, { tags: tags.filter(() => Math.random() < 0.5) });

  private async update(post: Written, input: Partial<Written>) {
    const change = '($id: ID!, $input: UpdatePostInput!) { updatePost(id: $id, input: $input) { id } }';
    await this.send(change, { id: post.id, input });
    await this.look(Object.assign(post, input));
  }

  private async publish(post: Written) {
    await this.send('($id: ID!) { publishPost(id: $id) { id } }', post);
    await this.look(Object.assign(post, { isPublished: true }));
  }

  private async unpublish(post: Written) {
    await this.send('($id: ID!) { unpublishPost(id: $id) { id } }', post);
    await this.look(Object.assign(post, { isPublished: false }));
  }

  private async remove(post: Written) {
    await this.send('($id: ID!) { deletePost(id: $id) }', post);
    this.posts = this.posts.filter((kept) => kept !== post);
    await this.look({ ...post, isPublished: false });
  }

  private async send(mutation: string, variables: object) {
    const reply = await this.server.as(this.user).send(`mutation ${mutation}`, { ...variables });
    expect(reply).toSucceed();
    return reply.data;
  }

  /** Guests see what was acknowledged, and no draft. */
  private async look({ id, title, tags: names, isPublished }: Written) {
    const { data } = await this.server.send(Post, { id });
    const tagged = [...names].sort().map((name) => ({ name }));
    expect(data.post).toEqual(
      isPublished ? { title, content: 'x', status: 'PUBLISHED', tags: tagged } : null,
    );
  }
}

/** Asks as a guest until `isOver`; no answer has an error. */
async function readUntil(server: Api, isOver: () => boolean): Promise<void> {
  while (!isOver()) expect(await ask(server, pick(asked))).not.toMatch(/"errors"/);
}

/** Waits until both processes answer as the one that keeps nothing; from then on they keep doing so. */
async function expectSameAnswers(): Promise<void> {
  for (const question of asked) {
    const reference = await ask(plain, question);
    for (const server of [api, other]) {
      await waitFor(async () => ((await ask(server, question)) === reference ? true : undefined));
      for (let n = 0; n < 3; n += 1) expect(await ask(server, question)).toBe(reference);
    }
  }
}

describe('two processes on one database', () => {
  it('tell each other what changes', async () => {
    const user = await api.make.user();
    const { id } = await api.make.post({ author_id: user.id });
    const change =
      'mutation ($id: ID!, $input: UpdatePostInput!) { updatePost(id: $id, input: $input) { id } }';
    for (const [writing, reading] of [
      [other, api],
      [api, other],
    ] as const) {
      await askUntilKept(reading, Post, { id });
      const title = unique('title ');
      await writing.as(user).send(change, { id, input: { title } });
      await waitFor(async () =>
        (await reading.send(Post, { id })).data.post.title === title ? true : undefined,
      );
    }
  });

  it('answer as one that keeps nothing, however much is written through both', async () => {
    for (let round = 0; round < 4; round += 1) {
      const writers = await Promise.all(
        [api, other, api, other].map(async (server) => new Writer(server, await api.make.user())),
      );
      let isOver = false;
      const readers = [api, other, api, other].map((server) => readUntil(server, () => isOver));
      const write = async (writer: Writer) => {
        for (let n = 0; n < 15; n += 1) await writer.write();
      };
      await Promise.all(writers.map(write)).finally(() => {
        isOver = true;
      });
      await Promise.all(readers);
      await expectSameAnswers();
    }
    for (const server of [api, other]) await askUntilKept(server, List);
  });
});
