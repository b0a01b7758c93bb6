import { useApi } from '../support/api.ts';
import { unique } from '../support/make.ts';

const api = useApi();
const BySlug = 'query ($slug: String!) { post(slug: $slug) { id slug } }';
const Create = 'mutation ($input: CreatePostInput!) { createPost(input: $input) { id slug } }';
const Update = `mutation ($id: ID!, $input: UpdatePostInput!) { updatePost(id: $id, input: $input) { id slug } }`;

const writing = async (columns = {}) => {
  const author = await api.make.user();
  const post = await api.make.post({ author_id: author.id, ...columns });
  const move = (slug: string) => api.as(author).send(Update, { id: post.id, input: { slug } });
  return { author, post, move };
};
const found = async (slug: string) => (await api.send(BySlug, { slug })).data.post;

describe('a slug that a post had', () => {
  it('leads to the post, which tells the present one, however often it moves', async () => {
    const { post, move } = await writing();
    const slugs = [post.slug, unique('second-'), unique('third-')];
    for (const slug of slugs.slice(1))
      expect((await move(slug)).data.updatePost).toEqual({ id: post.id, slug });
    for (const slug of slugs) expect(await found(slug)).toEqual({ id: post.id, slug: slugs[2] });
  });

  it('can be taken back by the post', async () => {
    const { post, move } = await writing();
    const other = unique('other-');
    await move(other);
    expect((await move(post.slug)).data.updatePost.slug).toBe(post.slug);
    expect(await found(other)).toEqual({ id: post.id, slug: post.slug });
    const { rows } = await api.db.query('select slug from post_slugs where post_id = $1', [post.id]);
    expect(rows).toEqual([{ slug: other }]);
  });

  it('is not for other posts: a title gets another, and who asks for it is refused', async () => {
    const { post, move } = await writing({ slug: unique('wanted-') });
    await move(unique('moved-'));
    const { send } = api.as(await api.make.user());
    const input = { title: 'Wanted', content: 'x', slug: post.slug };
    expect(await send(Create, { input })).toFailWith('CONFLICT', ['input', 'slug']);
    const titled = await send(Create, { input: { title: post.slug, content: 'x' } });
    expect(titled.data.createPost.slug).toBe(`${post.slug}-2`);
    const other = await writing();
    expect(await other.move(post.slug)).toFailWith('CONFLICT', ['input', 'slug']);
    expect(await found(post.slug)).toMatchObject({ id: post.id });
    expect(await found(other.post.slug)).toMatchObject({ id: other.post.id });
  });

  it('is free when the post is deleted', async () => {
    const { author, post, move } = await writing();
    await move(unique('moved-'));
    await api.as(author).send(`mutation { deletePost(id: "${post.id}") }`);
    expect(await found(post.slug)).toBeNull();
    const input = { title: 'x', content: 'x', slug: post.slug };
    expect(await api.as(await api.make.user()).send(Create, { input })).toSucceed();
  });

  it('does not tell of a draft', async () => {
    const { author, post, move } = await writing({ status: 'DRAFT', published_at: null });
    await move(unique('moved-'));
    expect(await found(post.slug)).toBeNull();
    expect((await api.as(author).send(BySlug, { slug: post.slug })).data.post.id).toBe(post.id);
  });

  it('stays when a change is refused', async () => {
    const [one, other] = [await writing(), await writing()];
    expect(await one.move(other.post.slug)).toFailWith('CONFLICT', ['input', 'slug']);
    expect(await api.row('select 1 from post_slugs where post_id = $1', [one.post.id])).toBeUndefined();
    expect((await one.move(one.post.slug)).data.updatePost.slug).toBe(one.post.slug);
    expect(await api.row('select 1 from post_slugs where post_id = $1', [one.post.id])).toBeUndefined();
  });

  it('is left by one of ten posts that want the same new one at the same time', async () => {
    const all = await Promise.all(Array.from({ length: 10 }, () => writing()));
    const slug = unique('contested-');
    const replies = await Promise.all(all.map(({ move }) => move(slug)));
    const codes = replies.map((reply) => reply.errors?.[0]?.extensions.code ?? 'ok').sort();
    expect(codes).toEqual([...Array(9).fill('CONFLICT'), 'ok']);
    for (const { post } of all) expect((await found(post.slug)).id).toBe(post.id);
  });
});
