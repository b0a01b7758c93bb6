import { v7 } from 'uuid';
import { useApi } from '../support/api.ts';
import { unique } from '../support/make.ts';

const api = useApi();
const Merge = `mutation ($from: ID!, $into: ID!) {
  mergeTags(from: $from, into: $into) { id name postCount posts { nodes { id } } }
}`;
const OneTag = 'query ($slug: String!) { tag(slug: $slug) { id slug postCount } }';

const editor = async () => api.as(await api.make.user({ role: 'EDITOR' }));
const carriers = async (tag: string) => {
  const { rows } = await api.db.query('select post_id from post_tags where tag_id = $1', [tag]);
  return rows.map((row) => row.post_id).sort();
};

describe('merging two tags', () => {
  it('puts one in the place of the other on all posts, drafts too, and its slugs lead on', async () => {
    const [one, both, draft] = [await api.make.post(), await api.make.post(), await api.make.draft()];
    const from = await api.make.tag(undefined, [one.id, both.id, draft.id]);
    const into = await api.make.tag(undefined, [both.id]);
    const reply = await (await editor()).send(Merge, { from: from.id, into: into.id });
    expect(reply.data.mergeTags).toMatchObject({ id: into.id, name: into.name, postCount: 2 });
    expect(reply.data.mergeTags.posts.nodes.map((node: { id: string }) => node.id)).toEqual([
      both.id,
      one.id,
    ]);
    expect(await carriers(into.id)).toEqual([one.id, both.id, draft.id].sort());
    expect((await api.send(OneTag, { slug: from.slug })).data.tag).toEqual({
      id: into.id,
      slug: into.slug,
      postCount: 2,
    });
    expect(await api.row('select 1 from tags where id = $1', [from.id])).toBeUndefined();
  });

  it('again and again keeps every slug', async () => {
    const { send } = await editor();
    const post = await api.make.post();
    const tags = await Promise.all([1, 2, 3].map(() => api.make.tag(undefined, [post.id])));
    const [a, b, c] = tags.map(({ id }) => id);
    await send(Merge, { from: a, into: b });
    await send(Merge, { from: b, into: c });
    for (const { slug } of tags) expect((await api.send(OneTag, { slug })).data.tag.id).toBe(c);
  });

  it('into itself is refused, however its id is written', async () => {
    const post = await api.make.post();
    const tag = await api.make.tag(undefined, [post.id]);
    for (const into of [tag.id, tag.id.toUpperCase()]) {
      expect(await (await editor()).send(Merge, { from: tag.id, into })).toFailWith('BAD_USER_INPUT', [
        'into',
      ]);
    }
    expect(await carriers(tag.id)).toEqual([post.id]);
  });

  it('of which one is missing changes nothing', async () => {
    const post = await api.make.post();
    const tag = await api.make.tag(undefined, [post.id]);
    for (const [from, into] of [
      [tag.id, v7()],
      [v7(), tag.id],
      ['no id', tag.id],
    ]) {
      expect(await (await editor()).send(Merge, { from, into })).toFailWith('NOT_FOUND');
    }
    expect(await carriers(tag.id)).toEqual([post.id]);
  });

  it('loses no tag of posts that are written meanwhile, and counts them right', async () => {
    const writer = api.as(await api.make.user());
    const { send } = await editor();
    // Published all the time, so that the editor knows both tags.
    const { id: known } = await api.make.post();
    const [from, into] = [await api.make.tag(undefined, [known]), await api.make.tag(undefined, [known])];
    const input = (n: number) => ({
      title: unique('Merged '),
      content: 'x',
      tags: [from.name],
      publish: n % 3 > 0,
    });
    const create = (n: number) =>
      writer.send('mutation ($input: CreatePostInput!) { createPost(input: $input) { id } }', {
        input: input(n),
      });
    const posts = (await Promise.all(Array.from({ length: 10 }, (_, n) => create(n)))).map(
      (reply) => reply.data.createPost.id,
    );
    await api.db.query('insert into post_tags (post_id, tag_id) select $1, $2', [posts[1], into.id]);
    const update = (id: string, n: number) =>
      writer.send(`mutation { ${n % 2 ? 'unpublishPost' : 'publishPost'}(id: "${id}") { id } }`);
    const retag = (id: string) =>
      writer.send(
        'mutation ($id: ID!, $input: UpdatePostInput!) { updatePost(id: $id, input: $input) { id } }',
        {
          id,
          input: { tags: [from.name, into.name] },
        },
      );
    const replies = await Promise.all([
      ...posts.map(update),
      send(Merge, { from: from.id, into: into.id }),
      ...posts.slice(0, 4).map(retag),
      ...posts.map(update),
    ]);
    for (const reply of replies) expect(reply).toSucceed();
    expect(await carriers(into.id)).toEqual([known, ...posts].sort());
    const { count } = await api.row(
      `select count(*)::int from post_tags join posts on posts.id = post_id where tag_id = $1 and status = 'PUBLISHED'`,
      [into.id],
    );
    expect((await api.send(OneTag, { slug: into.slug })).data.tag?.postCount ?? 0).toBe(count);
  });
});
