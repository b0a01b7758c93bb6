import { type Reply, useApi } from '../support/api.ts';
import { type TestUser, unique } from '../support/make.ts';

const api = useApi();

const Search = `query ($query: String!, $first: Int, $after: String, $filter: PostFilter) {
  searchPosts(query: $query, first: $first, after: $after, filter: $filter) {
    totalCount
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    nodes { title }
    edges { cursor rank highlight node { id title author { id displayName } tags { name } } }
  }
}`;
const Create = 'mutation ($input: CreatePostInput!) { createPost(input: $input) { id } }';

let writer: TestUser;

beforeAll(async () => {
  writer = await api.make.user();
});

async function write(input: {
  title?: string;
  content?: string;
  tags?: string[];
  publish?: boolean;
}): Promise<string> {
  const reply = await api
    .as(writer)
    .send(Create, { input: { title: 'Untitled', content: 'Nothing.', ...input } });
  expect(reply).toSucceed();
  return reply.data.createPost.id;
}

const titlesOf = ({ data }: Reply): string[] =>
  data.searchPosts.nodes.map((node: { title: string }) => node.title);

const search = async (query: string, more: object = {}, viewer?: TestUser): Promise<string[]> => {
  const reply = await (viewer ? api.as(viewer) : api).send(Search, { query, ...more });
  expect(reply).toSucceed();
  return titlesOf(reply);
};

describe('what is found', () => {
  it('is Chinese in a longer title, wherever the words are cut', async () => {
    await write({ title: '论经济发展' });
    await write({ title: '东京都的历史' });
    await write({ title: '農村經濟與數據庫' });
    expect(await search('经济')).toEqual(['论经济发展']);
    expect(await search('经济发展')).toEqual(['论经济发展']);
    expect(await search('论')).toEqual(['论经济发展']);
    expect(await search('东京')).toEqual(['东京都的历史']);
    expect(await search('數據庫')).toEqual(['農村經濟與數據庫']);
    expect(await search('經濟的數據')).toEqual(['農村經濟與數據庫']);
  });

  it('is Chinese words that stand apart, and no character that only stands somewhere', async () => {
    await write({ title: '向量篇', content: '我们先讲向量，然后再谈检索。' });
    await write({ title: '车库篇', content: '车库里有很多图表数字。' });
    expect(await search('向量检索')).toEqual(['向量篇']);
    expect(await search('图库')).toEqual([]);
  });

  it('is Japanese', async () => {
    await write({ title: 'データベース入門', content: '日本語の形態素解析を行う。' });
    expect(await search('データベース')).toEqual(['データベース入門']);
    expect(await search('形態素')).toEqual(['データベース入門']);
  });

  it('is an English word in any form, case and with any marks on its letters', async () => {
    await write({ title: 'Jogging', content: 'He was sprinting past the Cafés.' });
    for (const query of ['sprint', 'SPRINTS', 'cafe', 'café', 'Sprinted past']) {
      expect({ query, found: await search(query) }).toEqual({ query, found: ['Jogging'] });
    }
  });

  it('has all words, each in the title, a tag or the text', async () => {
    const tag = unique('kiln');
    await write({ title: 'Glazing', content: 'About celadon.', tags: [tag] });
    expect(await search(`celadon ${tag} glaze`)).toEqual(['Glazing']);
    expect(await search(`celadon ${tag} porcelain`)).toEqual([]);
  });

  it('has a phrase in quotes as it stands, and no word with a minus', async () => {
    await write({ title: 'First', content: 'A raven over the moor.' });
    await write({ title: 'Second', content: 'The moor, and over it a raven.' });
    expect(await search('"raven over"')).toEqual(['First']);
    expect((await search('raven moor')).toSorted()).toEqual(['First', 'Second']);
    expect(await search('raven -"raven over"')).toEqual(['Second']);
    expect(await search('-raven')).toEqual([]);
  });

  it('is looked for without words that say nothing, unless there are no others', async () => {
    await write({ title: 'Tuning a loom', content: 'Warp.' });
    expect(await search('how to tune the loom')).toEqual(['Tuning a loom']);
    expect(await search('它的')).toEqual([]);
    expect((await search('a')).length).toBeGreaterThan(0);
  });

  it('is what is written similarly in a title or a tag, when nothing is as it is written', async () => {
    await write({ title: 'Choosing a typewriter', content: 'Keys.' });
    await write({ title: 'On keys', content: 'A typewriter has them.' });
    await write({ title: 'Nib', content: 'Steel.', tags: ['calligraphy'] });
    expect(await search('typewritter')).toEqual(['Choosing a typewriter', 'On keys']);
    expect(await search('caligraphy steel')).toEqual(['Nib']);
    await write({ title: 'A misprint', content: 'typewritter' });
    expect(await search('typewritter')).toEqual(['A misprint']);
  });

  it('is the beginning of a text of any kind and length', async () => {
    const strange = Array.from({ length: 30_000 }, (_, n) =>
      String.fromCodePoint(0x4e00 + ((n * 7_919) % 20_000)),
    );
    await write({ title: 'Long', content: `Nightjar ${strange.join('')}` });
    await write({ title: 'Longer', content: `Nightjar ${'word '.repeat(15_000)} bittern` });
    await write({ title: 'One word', content: `Nightjar ${'x'.repeat(90_000)}` });
    expect((await search('nightjar')).toSorted()).toEqual(['Long', 'Longer', 'One word']);
    expect(await search(strange.slice(20_000, 20_004).join(''))).toEqual(['Long']);
    expect(await search('bittern')).toEqual([]);
  });

  it('is what a post says now', async () => {
    const id = await write({ title: 'Oak', content: 'Acorns.' });
    const Update =
      'mutation ($id: ID!, $input: UpdatePostInput!) { updatePost(id: $id, input: $input) { id } }';
    const update = (input: object) => api.as(writer).send(Update, { id, input });
    expect(await update({ title: 'Birch' })).toSucceed();
    expect([await search('oak'), await search('birch acorn')]).toEqual([[], ['Birch']]);
    expect(await update({ content: 'Catkins.', tags: ['arboretum'] })).toSucceed();
    expect([await search('acorn'), await search('birch catkin arboretum')]).toEqual([[], ['Birch']]);
    expect(await update({ tags: [] })).toSucceed();
    expect(await search('arboretum')).toEqual([]);
    expect(await api.as(writer).send('mutation ($id: ID!) { deletePost(id: $id) }', { id })).toSucceed();
    expect(await search('birch')).toEqual([]);
    expect(await api.row('select 1 from post_search where post_id = $1', [id])).toBeUndefined();
  });

  it('follows the names of tags at once, also when others than Inkstone change them', async () => {
    const id = await write({ title: 'Sails', tags: ['rigging'] });
    await api.change("update tags set key = 'cordage', name = 'Cordage' where key = 'rigging'");
    expect([await search('rigging'), await search('cordage')]).toEqual([[], ['Sails']]);
    const { id: other } = await api.make.tag('halyard');
    await api.change('update post_tags set tag_id = $1 where post_id = $2', [other, id]);
    expect([await search('cordage'), await search('halyards')]).toEqual([[], ['Sails']]);
  });
});

describe('a query', () => {
  it('is refused when it is blank or longer than 200 characters', async () => {
    for (const query of ['', '  \n', 'x'.repeat(201), '经'.repeat(90_000 / 3)]) {
      expect(await api.send(Search, { query })).toFailWith('BAD_USER_INPUT', ['query']);
    }
    expect(await search('𠮷'.repeat(200))).toEqual([]);
  });

  it('has no operators but quotes and minus: everything else is literal', async () => {
    await write({ title: 'Basalt', content: 'Lava & ash | 100 %' });
    const marks = [
      '%',
      '_',
      '\\',
      "'",
      '"',
      '""',
      '*',
      ':*',
      '&',
      '|',
      '!',
      '<->',
      '( )',
      '-',
      '--',
      '$1',
      '?',
      '🎉',
    ];
    for (const query of marks) expect({ query, found: await search(query) }).toEqual({ query, found: [] });
    const strange = [
      "basalt'",
      'basalt\\',
      '"basalt',
      'basalt:*',
      '!basalt',
      'basalt & | !',
      "'); drop table posts; -- basalt",
    ];
    for (const query of strange.slice(0, -1)) expect(await search(query)).toEqual(['Basalt']);
    expect(await search(String(strange.at(-1)))).toEqual([]);
    expect(await search('basa%')).toEqual([]);
    expect(await search('bas_lt')).toEqual([]);
    expect(await search('lava|ash')).toEqual(['Basalt']);
  });

  it('costs as many statements for 2 posts as for 50', async () => {
    for (let n = 0; n < 50; n += 1) await api.make.post({ title: 'Quartz', author_id: writer.id });
    const few = await api.send(Search, { query: 'quartz', first: 2 });
    const many = await api.send(Search, { query: 'quartz', first: 50 });
    expect(many.data.searchPosts.nodes).toHaveLength(50);
    expect(await api.statementsOf(few)).toBe(await api.statementsOf(many));
    // The tags of that name, the posts, and how many there are.
    expect(await api.statementsOf(many)).toBeLessThanOrEqual(3);
  });
});

describe('the order', () => {
  it('is title, tag, text, however often the text says it; then what was saved last', async () => {
    await write({ title: 'Often', content: 'Saffron, saffron. '.repeat(500) });
    await write({ title: 'Once', content: `Saffron. ${'Other words. '.repeat(50)}` });
    await write({ title: 'Tagged', content: 'Other words. '.repeat(2000), tags: ['Saffron'] });
    await write({ title: 'Saffron', content: 'Other words. '.repeat(3000) });
    expect(await search('saffron')).toEqual(['Saffron', 'Tagged', 'Often', 'Once']);
    for (const title of ['One cumin', 'Two cumin', 'Six cumin']) await write({ title, content: 'Same.' });
    expect(await search('cumin')).toEqual(['Six cumin', 'Two cumin', 'One cumin']);
  });

  it('has the rank beside each post, and falls', async () => {
    const { data } = await api.send(Search, { query: 'saffron' });
    const ranks: number[] = data.searchPosts.edges.map(({ rank }: { rank: number }) => rank);
    expect(ranks).toHaveLength(4);
    expect(ranks).toEqual(ranks.toSorted((one, other) => other - one));
    expect(ranks.every((rank) => rank > 0)).toBe(true);
  });
});

describe('the fragment', () => {
  const fragmentOf = async (query: string): Promise<string> =>
    (await api.send(Search, { query })).data.searchPosts.edges[0].highlight;

  it('is of the text without Markdown, around the matches, which are marked', async () => {
    const content = `${'Something before it. '.repeat(40)}\n\n## A **marbled** [paper](https://example.org/secret) is ~~not~~ \`marble\`.\n\n${'Something after it. '.repeat(40)}`;
    await write({ title: 'Paper', content });
    const fragment = await fragmentOf('marble');
    expect(fragment).toMatch(
      /^….*A <mark>marbled<\/mark> paper is not <mark>marble<\/mark>\. Something after.*…$/,
    );
    expect(fragment).not.toMatch(/[*~`#]|example/);
    expect(fragment.length).toBeLessThan(250);
  });

  it('has no HTML but marks, whatever the text is', async () => {
    const content = `A peacock &lt;b&gt; &amp;amp; "quoted" 'peacock' 1 < 2 > 1 \\<script>alert(1)\\</script> <img src=x onerror=alert(1)> <peacock`;
    await write({ title: '<script>alert("peacock")</script>', content });
    const fragment = await fragmentOf('peacock script');
    expect(fragment.match(/<mark>/g)).toHaveLength(3 + 2);
    expect(fragment.replace(/<\/?mark>/g, '')).not.toMatch(/[<>"']/);
    expect(fragment).toContain('&lt;b&gt;');
  });

  it('is Chinese with the whole word marked, and no character cut in half', async () => {
    await write({ title: '长文', content: `${'𠮷野家'.repeat(100)}琥珀色的${'𠮷'.repeat(300)}` });
    const fragment = await fragmentOf('琥珀色');
    expect(fragment).toContain('<mark>琥珀色</mark>的𠮷');
    expect(fragment).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/);
  });

  it('is the start of the text when the words are in the title', async () => {
    await write({ title: 'Obsidian', content: 'Glass of a *volcano*.' });
    expect(await fragmentOf('obsidian')).toBe('Glass of a volcano.');
  });
});

describe('what a viewer may not read', () => {
  it('is neither found nor counted nor a reason to correct a word, but its author finds it', async () => {
    await write({ title: 'Zirconium', content: 'A draft of tourmaline.', tags: ['spinel'], publish: false });
    await write({ title: 'Zirkon', content: 'Not that.' });
    const stranger = await api.make.user({ role: 'EDITOR' });
    for (const viewer of [undefined, stranger]) {
      for (const query of ['tourmaline', 'spinel', 'spinell', 'zirconum', '"draft of"']) {
        const reply = await (viewer ? api.as(viewer) : api).send(Search, { query });
        expect(reply.data.searchPosts).toMatchObject({ totalCount: 0, edges: [], nodes: [] });
      }
    }
    expect(await search('tourmaline spinel', {}, writer)).toEqual(['Zirconium']);
    expect(await search('zirconum', {}, writer)).toEqual(['Zirconium']);
  });

  it('is found by everyone from the moment that it is published, and no longer when it is taken back', async () => {
    const id = await write({ title: 'Malachite', publish: false });
    const call = (name: string) =>
      api.as(writer).send(`mutation ($id: ID!) { ${name}(id: $id) { id } }`, { id });
    expect(await search('malachite')).toEqual([]);
    expect(await call('publishPost')).toSucceed();
    expect(await search('malachite')).toEqual(['Malachite']);
    expect(await call('unpublishPost')).toSucceed();
    expect(await search('malachite')).toEqual([]);
  });
});

describe('a filter', () => {
  it('narrows by tag and author, and by what posts can be filtered by', async () => {
    const other = await api.make.user();
    await write({ title: 'Sundial in brass', tags: ['brass'] });
    await write({ title: 'Sundial in stone' });
    await api.make.post({ title: 'Sundial in wood', author_id: other.id });
    expect(await search('sundial', { filter: { tag: 'Brass' } })).toEqual(['Sundial in brass']);
    expect(await search('sundial', { filter: { authorId: other.id } })).toEqual(['Sundial in wood']);
    expect(await search('sundial', { filter: { not: { tag: 'brass' }, authorId: writer.id } })).toEqual([
      'Sundial in stone',
    ]);
    expect(await search('sundial', { filter: { status: ['DRAFT'] } })).toEqual([]);
    const reply = await api.send(Search, { query: 'sundial', filter: { authorId: other.id } });
    expect(reply.data.searchPosts.totalCount).toBe(1);
  });
});
