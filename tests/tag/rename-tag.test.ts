import { v7 } from 'uuid';
import { useApi } from '../support/api.ts';
import { unique } from '../support/make.ts';

const api = useApi();
const Rename =
  'mutation ($id: ID!, $name: String!) { renameTag(id: $id, name: $name) { id name slug postCount } }';
const OneTag = 'query ($slug: String!) { tag(slug: $slug) { id name slug } }';
const Tagged = 'query ($tag: String) { posts(filter: { tag: $tag }) { nodes { id tags { name } } } }';

const editor = async () => api.as(await api.make.user({ role: 'EDITOR' }));
const tagged = async (name?: string, columns = {}) => {
  const post = await api.make.post();
  return { post, ...(await api.make.tag(name, [post.id], columns)) };
};

describe('renaming a tag', () => {
  it('changes name and slug on all its posts, and the old slug leads to it', async () => {
    const { post, id, slug: old } = await tagged();
    const name = unique('墨 ');
    const { renameTag } = (await (await editor()).send(Rename, { id, name })).data;
    expect(renameTag).toMatchObject({ id, name, slug: name.replace('墨 ', 'mo-'), postCount: 1 });
    for (const slug of [old, renameTag.slug]) {
      expect((await api.send(OneTag, { slug })).data.tag).toMatchObject({ id, slug: renameTag.slug });
      expect((await api.send(Tagged, { tag: slug })).data.posts.nodes).toEqual([
        { id: post.id, tags: [{ name }] },
      ]);
    }
  });

  it('keeps the slug when only the spelling changes', async () => {
    const { id, name, slug } = await tagged();
    const reply = await (await editor()).send(Rename, { id, name: ` ${name.toUpperCase()} ` });
    expect(reply.data.renameTag).toMatchObject({ name: name.toUpperCase(), slug });
  });

  it('back and forth gives the first slug back', async () => {
    const { send } = await editor();
    const [one, other] = [unique('one'), unique('other')];
    const { id } = await tagged(one, { slug: one });
    await send(Rename, { id, name: other });
    expect((await send(Rename, { id, name: one })).data.renameTag.slug).toBe(one);
    expect((await api.send(OneTag, { slug: other })).data.tag).toMatchObject({ id, slug: one });
  });

  it('never takes a slug that leads to another tag', async () => {
    const { send } = await editor();
    const first = await tagged(unique('first'));
    const second = await tagged();
    await send(Rename, { id: first.id, name: unique('renamed') });
    const { renameTag } = (await send(Rename, { id: second.id, name: first.slug })).data;
    expect(renameTag.slug).toBe(`${first.slug}-2`);
    expect((await api.send(OneTag, { slug: first.slug })).data.tag.id).toBe(first.id);
  });

  it('to the name of another tag is a conflict that says how to merge', async () => {
    const [one, other] = [await tagged(), await tagged()];
    const reply = await (await editor()).send(Rename, { id: one.id, name: other.name.toUpperCase() });
    expect(reply).toFailWith('CONFLICT', ['name']);
    expect(reply.errors?.[0]?.message).toContain('mergeTags');
    expect((await api.send(OneTag, { slug: one.slug })).data.tag.name).toBe(one.name);
  });

  it('to one new name by ten editors at once is done for one of ten tags', async () => {
    const { send } = await editor();
    const tags = await Promise.all(Array.from({ length: 10 }, () => tagged()));
    const name = unique('wanted');
    const replies = await Promise.all(tags.map(({ id }) => send(Rename, { id, name })));
    const codes = replies.map((reply) => reply.errors?.[0]?.extensions.code ?? 'ok').sort();
    expect(codes).toEqual([...Array(9).fill('CONFLICT'), 'ok']);
  });

  it.each(['', ' \t', 'x'.repeat(51)])('to %j is refused', async (name) => {
    const { id } = await tagged();
    expect(await (await editor()).send(Rename, { id, name })).toFailWith('BAD_USER_INPUT', ['name']);
  });

  it.each([v7(), 'no id'])('finds nothing under %s', async (id) => {
    expect(await (await editor()).send(Rename, { id, name: 'x' })).toFailWith('NOT_FOUND');
  });
});
