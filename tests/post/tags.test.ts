import { useApi } from '../support/api.ts';
import { unique } from '../support/make.ts';

const api = useApi();
const CreatePost = `mutation ($input: CreatePostInput!) {
  createPost(input: $input) { id tags { id name slug } }
}`;
const UpdatePost = `mutation ($id: ID!, $input: UpdatePostInput!) {
  updatePost(id: $id, input: $input) { tags { id name slug } }
}`;

type Tag = { id: string; name: string; slug: string };
const create = async (tags: unknown) => {
  const input = { title: unique('Title '), content: 'text', tags };
  return api.as(await api.make.user()).send(CreatePost, { input });
};
const names = (tags: Tag[]) => tags.map((tag) => tag.name);

describe('tags', () => {
  it('are made when they are new and shared when they are not', async () => {
    const name = unique('Tag ');
    const [first] = (await create([name])).data.createPost.tags;
    const [second] = (await create([name])).data.createPost.tags;
    expect(first).toMatchObject({ name, slug: name.toLowerCase().replace(' ', '-') });
    expect(second).toEqual(first);
  });

  it('are the same in any case, in compatibility forms and with spaces around them', async () => {
    const name = unique('wide');
    const [{ id }] = (await create([name])).data.createPost.tags;
    const reply = await create([name.toUpperCase(), ` ${name}\t`, name.replace('wide', 'ｗｉｄｅ')]);
    expect(reply.data.createPost.tags).toEqual([expect.objectContaining({ id, name })]);
  });

  it('keep the spelling of their first writer', async () => {
    const [first, second] = [unique('ink'), unique('other')];
    const reply = await create([first, second, first.toUpperCase()]);
    expect(names(reply.data.createPost.tags)).toEqual([first, second]);
  });

  it('come in alphabetical order', async () => {
    const reply = await create(['pear', 'Quince', 'apple', 'Banana']);
    expect(names(reply.data.createPost.tags)).toEqual(['apple', 'Banana', 'pear', 'Quince']);
  });

  it.each([
    ['中文标签', 'zhong-wen-biao-qian'],
    ['Crème brûlée', 'creme-brulee'],
  ])('called %s get the slug %s', async (name, slug) => {
    expect((await create([name])).data.createPost.tags).toEqual([expect.objectContaining({ name, slug })]);
  });

  it('get different slugs when their names are written alike', async () => {
    const word = unique('c');
    const { tags } = (await create([word, `${word}++`, `${word}#`])).data.createPost;
    expect(names(tags)).toEqual([word, `${word}#`, `${word}++`]);
    expect(new Set(tags.map((tag: Tag) => tag.slug)).size).toBe(3);
  });

  it('get a slug even when nothing of the name can be written in ASCII', async () => {
    const { tags } = (await create(['🪨', '🖋'])).data.createPost;
    const slugs = tags.map((tag: Tag) => tag.slug);
    expect(slugs).toEqual([expect.stringMatching(/^[a-z0-9-]+$/), expect.stringMatching(/^[a-z0-9-]+$/)]);
    expect(slugs[0]).not.toBe(slugs[1]);
  });

  it('are one row when ten writers invent one at the same time', async () => {
    const name = unique('new');
    const replies = await Promise.all(Array.from({ length: 10 }, () => create([name])));
    for (const reply of replies) expect(reply).toSucceed();
    const ids = new Set(replies.map((reply) => reply.data.createPost.tags[0].id));
    expect(ids.size).toBe(1);
    const { rowCount } = await api.db.query('select id from tags where name = $1', [name]);
    expect(rowCount).toBe(1);
  });

  it('are one row each when ten writers invent several in different orders', async () => {
    const [one, two, three] = [unique('one'), unique('two'), unique('three')];
    const orders = [
      [one, two, three],
      [three, two, one],
      [two, three],
      [three, one],
    ];
    const replies = await Promise.all([...orders, ...orders].map(create));
    for (const reply of replies) expect(reply).toSucceed();
    const { rowCount } = await api.db.query('select id from tags where name = any($1)', [[one, two, three]]);
    expect(rowCount).toBe(3);
  });

  it('of one post may be changed by parallel calls, of which one is the last', async () => {
    const user = api.as(await api.make.user());
    const input = { title: unique('Title '), content: 'text', tags: ['start'] };
    const { id } = (await user.send(CreatePost, { input })).data.createPost;
    const wishes = Array.from({ length: 8 }, () => [unique('a'), unique('b')]);
    const replies = await Promise.all(wishes.map((tags) => user.send(UpdatePost, { id, input: { tags } })));
    for (const reply of replies) expect(reply).toSucceed();
    const { rows } = await api.db.query(
      'select t.name from tags t join post_tags p on p.tag_id = t.id where p.post_id = $1 order by t.name',
      [id],
    );
    expect(wishes).toContainEqual(rows.map((row) => row.name));
  });

  it.each([
    ['an empty name', ['fine', ''], 1],
    ['a blank name', [' \t'], 0],
    ['a name of 51 characters', ['t'.repeat(51)], 0],
    ['a number', ['fine', 5], 1],
    ['null among the names', ['fine', null], 1],
    ['U+0000', ['fine', 'a\0b'], 1],
  ])('are refused with %s', async (_what, tags, place) => {
    expect(await create(tags)).toFailWith('BAD_USER_INPUT', ['input', 'tags', place]);
  });

  it('of more than 20 names are refused', async () => {
    const tags = Array.from({ length: 21 }, (_, index) => `tag ${index}`);
    expect(await create(tags)).toFailWith('BAD_USER_INPUT', ['input', 'tags']);
  });

  it('may have 50 characters outside the basic plane', async () => {
    const name = '🪨'.repeat(50);
    expect(names((await create([name])).data.createPost.tags)).toEqual([name]);
  });
});
