import { v7 } from 'uuid';
import { useApi } from '../support/api.ts';
import { unique } from '../support/make.ts';

const api = useApi();
const Tree = `{ categories { ...C children { ...C children { ...C children { ...C children { ...C children { id } } } } } } }
  fragment C on Category { id name slug postCount parent { id name parent { name } } }`;
const One = `query ($slug: String!) {
  category(slug: $slug) { id name slug postCount parent { name } children { name } posts { totalCount nodes { id category { name } } } }
}`;
const Create = `mutation ($input: CategoryInput!) {
  createCategory(input: $input) { id name slug postCount parent { id } children { id } posts { totalCount } }
}`;
const Update = `mutation ($id: ID!, $input: CategoryInput!) {
  updateCategory(id: $id, input: $input) { id name slug parent { id } children { id } }
}`;
const Delete = 'mutation ($id: ID!) { deleteCategory(id: $id) }';
const CreatePost = `mutation ($input: CreatePostInput!) {
  createPost(input: $input) { id category { name postCount parent { name } children { name } } }
}`;
const UpdatePost = `mutation ($id: ID!, $input: UpdatePostInput!) {
  updatePost(id: $id, input: $input) { category { name } }
}`;
const Filtered =
  'query ($category: String) { posts(filter: { category: $category }) { totalCount nodes { id } } }';

const editor = async () => api.as(await api.make.user({ role: 'EDITOR' }));
const writer = async () => api.as(await api.make.user());
const create = async (name: string, parentId?: string) =>
  (await (await editor()).send(Create, { input: { name, parentId } })).data.createCategory;
const lineage = async (id: string) =>
  (await api.row('select lineage from categories where id = $1', [id]))?.lineage;

/** One below the other, from the root on. */
async function branch(levels: number) {
  const made: { id: string; name: string; slug: string }[] = [];
  for (let n = 0; n < levels; n += 1) made.push(await api.make.category(undefined, made.at(-1)?.id));
  return made;
}

describe('the tree of categories', () => {
  it('begins with the roots, by name, and is as deep as it is asked for, in one statement', async () => {
    await api.db.query('truncate categories cascade');
    const root = await create('beta');
    await create('Alpha');
    const child = await create('Zed', root.id);
    await create('y', root.id);
    const grandchild = await create('x', child.id);
    const reply = await api.send(Tree);
    expect(reply.data.categories.map(({ name }: { name: string }) => name)).toEqual(['Alpha', 'beta']);
    const [, beta] = reply.data.categories;
    expect(beta.children.map(({ name }: { name: string }) => name)).toEqual(['y', 'Zed']);
    expect(beta.children[1].children).toMatchObject([
      { id: grandchild.id, parent: { id: child.id, parent: { name: 'beta' } }, children: [] },
    ]);
    expect(beta.parent).toBeNull();
    const again = await api.send(`${Tree} # not kept`);
    if ((await api.statementsOf(again)) > 0) expect(await api.statementsOf(again)).toBe(1);
  });

  it('can be asked for ten levels deep', async () => {
    const [root] = await branch(5);
    const deep = Array.from({ length: 9 }).reduce((below) => `id children { ${below} }`, 'id parent { id }');
    const reply = await api.send(`query ($slug: String!) { category(slug: $slug) { ${deep} } }`, root);
    expect(reply).toSucceed();
    expect(JSON.stringify(reply.data).match(/"id"/g)).toHaveLength(5);
  });
});

describe('a new category', () => {
  it('has a unique slug from its name, Chinese as pinyin', async () => {
    const name = unique('论经济 ');
    const made = await create(` ${name}`);
    expect(made).toMatchObject({
      name,
      slug: expect.stringMatching(/^lun-jing-ji-/),
      postCount: 0,
      children: [],
    });
    const other = await create(name, made.id);
    expect(other).toMatchObject({ slug: `${made.slug}-2`, parent: { id: made.id } });
  });

  it('is made once when ten editors want it at the same time', async () => {
    const { send } = await editor();
    const input = { name: unique('wanted') };
    const replies = await Promise.all(Array.from({ length: 10 }, () => send(Create, { input })));
    const codes = replies.map((reply) => reply.errors?.[0]?.extensions.code ?? 'ok').sort();
    expect(codes).toEqual([...Array(9).fill('CONFLICT'), 'ok']);
  });

  it('has at most four above it', async () => {
    const made = await branch(5);
    const input = { name: unique('deep'), parentId: made[4]?.id };
    expect(await (await editor()).send(Create, { input })).toFailWith('BAD_USER_INPUT', [
      'input',
      'parentId',
    ]);
    expect(await api.row('select 1 from categories where name = $1', [input.name])).toBeUndefined();
  });

  it.each([
    ['a blank name', { name: ' ' }, 'BAD_USER_INPUT'],
    ['a name of 51 characters', { name: 'x'.repeat(51) }, 'BAD_USER_INPUT'],
    ['a missing parent', { name: 'x', parentId: v7() }, 'NOT_FOUND'],
    ['a parent that can be none', { name: 'x', parentId: 'x' }, 'NOT_FOUND'],
  ])('is refused with %s', async (_what, input, code) => {
    expect(await (await editor()).send(Create, { input })).toFailWith(code);
  });

  it('is refused when there are 500', async () => {
    await api.db.query(`insert into categories (id, name, key, slug, lineage)
      select id, 'full', 'full', 'full-' || id, array[id] from
        (select gen_random_uuid() as id from generate_series(1, 500 - (select count(*) from categories))) new`);
    expect(await (await editor()).send(Create, { input: { name: unique('more') } })).toFailWith('CONFLICT');
    await api.db.query("delete from categories where name = 'full'");
  });
});

describe('changing a category', () => {
  it('renames it, and the old slug leads to it', async () => {
    const { id, slug: old } = await api.make.category();
    const name = unique('Renamed ');
    const { updateCategory } = (await (await editor()).send(Update, { id, input: { name } })).data;
    expect(updateCategory).toMatchObject({ name, slug: name.toLowerCase().replace(' ', '-') });
    for (const slug of [old, updateCategory.slug]) {
      expect((await api.send(One, { slug })).data.category).toMatchObject({ id, slug: updateCategory.slug });
    }
  });

  it('moves it with all that is below it, and leaves it where it is when no parent is given', async () => {
    const { send } = await editor();
    const [root, top, middle, leaf] = await branch(4);
    const other = await api.make.category();
    const move = (input: object) => send(Update, { id: top?.id, input });
    expect((await move({ name: top?.name })).data.updateCategory.parent).toEqual({ id: root?.id });
    await move({ name: top?.name, parentId: other.id });
    expect(await lineage(String(leaf?.id))).toEqual([other.id, top?.id, middle?.id, leaf?.id]);
    await move({ name: top?.name, parentId: null });
    expect(await lineage(String(leaf?.id))).toEqual([top?.id, middle?.id, leaf?.id]);
    expect((await api.send(One, { slug: top?.slug })).data.category.parent).toBeNull();
  });

  it('never puts it below itself', async () => {
    const [root, middle, leaf] = await branch(3);
    const { send } = await editor();
    for (const parentId of [root?.id, middle?.id, leaf?.id]) {
      const reply = await send(Update, { id: root?.id, input: { name: 'x', parentId } });
      expect(reply).toFailWith('BAD_USER_INPUT', ['input', 'parentId']);
    }
    expect(await lineage(String(leaf?.id))).toEqual([root?.id, middle?.id, leaf?.id]);
  });

  it('never makes a circle of two that are moved at the same time', async () => {
    const { send } = await editor();
    const [one, other] = [await api.make.category(), await api.make.category()];
    const move = (what: typeof one, below: typeof one) =>
      send(Update, { id: what.id, input: { name: what.name, parentId: below.id } });
    const replies = await Promise.all([move(one, other), move(other, one)]);
    expect(replies.filter((reply) => reply.errors)).toHaveLength(1);
  });

  it('never makes the tree too deep', async () => {
    const [, , third] = await branch(3);
    const [top] = await branch(3);
    const reply = await (await editor()).send(Update, {
      id: top?.id,
      input: { name: 'x', parentId: third?.id },
    });
    expect(reply).toFailWith('BAD_USER_INPUT', ['input', 'parentId']);
    expect(await lineage(String(top?.id))).toEqual([top?.id]);
  });

  it('to the name of another beside it is a conflict', async () => {
    const [parent] = await branch(1);
    const [one, other] = [await create('One', parent?.id), await create('Other', parent?.id)];
    const reply = await (await editor()).send(Update, { id: other.id, input: { name: 'ONE' } });
    expect(reply).toFailWith('CONFLICT', ['input', 'name']);
    expect((await api.send(One, { slug: one.slug })).data.category.name).toBe('One');
  });

  it('of no id finds nothing', async () => {
    for (const id of [v7(), 'no id']) {
      expect(await (await editor()).send(Update, { id, input: { name: 'x' } })).toFailWith('NOT_FOUND');
      expect(await (await editor()).send(Delete, { id })).toFailWith('NOT_FOUND');
    }
  });
});

describe('deleting a category', () => {
  it('moves its posts and what is below it to its parent', async () => {
    const [root, middle, leaf] = await branch(3);
    const post = await api.make.post({ category_id: middle?.id });
    expect((await (await editor()).send(Delete, { id: middle?.id })).data.deleteCategory).toBe(middle?.id);
    expect((await api.row('select category_id from posts where id = $1', [post.id])).category_id).toBe(
      root?.id,
    );
    expect(await lineage(String(leaf?.id))).toEqual([root?.id, leaf?.id]);
    expect((await api.send(One, { slug: leaf?.slug })).data.category.parent.name).toBe(root?.name);
  });

  it('of a root leaves its posts without one, and makes roots of what was below it', async () => {
    const [root, child] = await branch(2);
    const post = await api.make.post({ category_id: root?.id });
    await (await editor()).send(Delete, { id: root?.id });
    expect((await api.row('select category_id from posts where id = $1', [post.id])).category_id).toBeNull();
    expect(await lineage(String(child?.id))).toEqual([child?.id]);
  });

  it('while posts are written into it loses none of them', async () => {
    const [root, child] = await branch(2);
    const user = await writer();
    const write = () =>
      user.send(CreatePost, { input: { title: unique('x'), content: 'x', categoryId: child?.id } });
    const [deleted, ...replies] = await Promise.all([
      (await editor()).send(Delete, { id: child?.id }),
      ...Array.from({ length: 10 }, write),
    ]);
    expect(deleted).toSucceed();
    const codes = new Set(replies.map((reply) => reply.errors?.[0]?.extensions.code ?? 'ok'));
    expect([...codes].filter((code) => !['ok', 'NOT_FOUND'].includes(code))).toEqual([]);
    const written = replies.filter((reply) => !reply.errors).length;
    const { count } = await api.row('select count(*)::int from posts where category_id = $1', [root?.id]);
    expect(count).toBe(written);
  });
});

describe('the posts of a category', () => {
  it('are those in it and below it, and so are their number and the filter', async () => {
    const [root, middle, leaf] = await branch(3);
    const posts = [];
    for (const { id } of [root, middle, leaf] as { id: string }[])
      posts.push(await api.make.post({ category_id: id }));
    await api.make.draft({ category_id: leaf?.id });
    for (const [place, { slug }] of ([root, middle, leaf] as { slug: string }[]).entries()) {
      const expected = posts
        .slice(place)
        .map((post) => post.id)
        .reverse();
      const { category } = (await api.send(One, { slug })).data;
      expect(category).toMatchObject({ postCount: expected.length, posts: { totalCount: expected.length } });
      expect(category.posts.nodes.map((node: { id: string }) => node.id)).toEqual(expected);
      const filtered = (await api.send(Filtered, { category: slug })).data.posts;
      expect(filtered.nodes.map((node: { id: string }) => node.id)).toEqual(expected);
    }
    expect((await api.send(Filtered, { category: 'there-is-none' })).data.posts.totalCount).toBe(0);
  });

  it('say their category, also when they were just written', async () => {
    const [root, child] = await branch(2);
    const user = await writer();
    const input = { title: unique('In '), content: 'x', categoryId: child?.id };
    const { createPost } = (await user.send(CreatePost, { input })).data;
    expect(createPost.category).toEqual({
      name: child?.name,
      postCount: 1,
      parent: { name: root?.name },
      children: [],
    });
    const update = async (changes: object) =>
      (await user.send(UpdatePost, { id: createPost.id, input: changes })).data.updatePost.category;
    expect(await update({ title: 'x' })).toEqual({ name: child?.name });
    expect(await update({ categoryId: root?.id })).toEqual({ name: root?.name });
    expect(await update({ categoryId: null })).toBeNull();
  });

  it.each([v7(), 'no id'])('are not saved in one that is missing: %s', async (categoryId) => {
    const user = await writer();
    const input = { title: unique('Nowhere '), content: 'x', categoryId };
    expect(await user.send(CreatePost, { input })).toFailWith('NOT_FOUND');
    expect(await api.row('select 1 from posts where title = $1', [input.title])).toBeUndefined();
    const { createPost } = (await user.send(CreatePost, { input: { ...input, categoryId: null } })).data;
    expect(createPost.category).toBeNull();
    const reply = await user.send(UpdatePost, { id: createPost.id, input: { categoryId } });
    expect(reply).toFailWith('NOT_FOUND');
  });
});
