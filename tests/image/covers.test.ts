import { useApi } from '../support/api.ts';
import { png, uploaded } from '../support/upload.ts';

const api = useApi();
const Create = 'mutation ($input: CreatePostInput!) { createPost(input: $input) { id cover { id url } } }';
const Update =
  'mutation ($id: ID!, $input: UpdatePostInput!) { updatePost(id: $id, input: $input) { cover { id } } }';
const Cover = 'query ($id: ID!) { post(id: $id) { cover { id url } } }';
const Covers =
  'query ($first: Int) { posts(first: $first) { nodes { id cover { id url srcset placeholder } author { avatar { id url } } } } }';
const Image = 'query ($id: ID!) { image(id: $id) { id } }';
const Delete = 'mutation ($id: ID!, $force: Boolean) { deleteImage(id: $id, force: $force) }';
const Avatar =
  'mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) { avatar { id url } } }';
const User = 'query ($id: ID!) { user(id: $id) { avatar { id url } } }';

const status = async (url: string) => (await fetch(url)).status;
const plain = (id: string) => `${api.running.url}/images/${id}/original`;
const input = { title: 'With a picture', content: 'Look.' };

async function postWith(more: (id: string) => object) {
  const { user, id } = await uploaded(api, await png());
  const reply = await api.as(user).send(Create, { input: { ...input, ...more(id) } });
  expect(reply).toSucceed();
  return { user, image: id, post: reply.data.createPost };
}

describe.each<[string, (id: string) => object]>([
  ['its cover', (coverId) => ({ coverId })],
  ['a picture in its text', (id) => ({ content: `![A stone](/images/${id}/w640)` })],
])('a post with a private image as %s', (_what, more) => {
  it('opens it while it is published, and only then', async () => {
    const { user, image, post } = await postWith((id) => ({ ...more(id), publish: false }));
    const act = (name: string) =>
      api.as(user).send(`mutation ($id: ID!) { ${name}(id: $id) { id } }`, { id: post.id });
    const isOpen = async () => [
      (await api.send(Image, { id: image })).data.image !== null,
      await status(plain(image)),
    ];
    expect(await isOpen()).toEqual([false, 404]);
    await act('publishPost');
    expect(await isOpen()).toEqual([true, 200]);
    await act('unpublishPost');
    expect(await isOpen()).toEqual([false, 404]);
  });

  it('closes it when it goes', async () => {
    const { user, image, post } = await postWith(more);
    expect(await status(plain(image))).toBe(200);
    await api.as(user).send('mutation ($id: ID!) { deletePost(id: $id) }', { id: post.id });
    expect(await status(plain(image))).toBe(404);
  });

  it('is named when the image is to be deleted, unless that is forced', async () => {
    const { user, image, post } = await postWith(more);
    const refused = await api.as(user).send(Delete, { id: image });
    expect(refused).toFailWith('CONFLICT');
    expect(refused.errors?.[0]?.extensions).toMatchObject({ uses: [{ id: post.id, title: input.title }] });
    expect((await api.as(user).send(Delete, { id: image, force: true })).data.deleteImage).toBe(image);
    expect((await api.send(Cover, { id: post.id })).data.post).toEqual({ cover: null });
  });

  it('keeps it when its author goes', async () => {
    const { user, image } = await postWith(more);
    const admin = api.as(await api.make.user({ role: 'ADMIN' }));
    await api.make.user({ role: 'ADMIN' });
    expect(await admin.send(`mutation { deleteUser(id: "${user.id}") }`)).toSucceed();
    expect(await status(plain(image))).toBe(200);
  });
});

describe('a cover', () => {
  it('is read with the post, set, changed and taken away', async () => {
    const { user, image, post } = await postWith((coverId) => ({ coverId }));
    expect(post.cover.id).toBe(image);
    const shown = (await api.send(Cover, { id: post.id })).data.post.cover;
    expect(shown).toEqual({ id: image, url: plain(image) });
    const set = async (coverId: string | null) =>
      (await api.as(user).send(Update, { id: post.id, input: { coverId } })).data.updatePost;
    expect(await set(null)).toEqual({ cover: null });
    expect(await set(image)).toEqual({ cover: { id: image } });
  });

  it('costs no statement for each post', async () => {
    for (let n = 0; n < 4; n += 1) await postWith((coverId) => ({ coverId }));
    const { user } = await postWith((coverId) => ({ coverId }));
    const [few, many] = [
      await api.as(user).send(Covers, { first: 2 }),
      await api.as(user).send(Covers, { first: 5 }),
    ];
    expect(many).toSucceed();
    expect(await api.statementsOf(many)).toBeLessThanOrEqual(await api.statementsOf(few));
  });

  it.each(['x', '01a1fc07-45b9-7102-8ac4-232457dc8e35'])('is refused for the id %j', async (coverId) => {
    const user = await api.make.user();
    expect(await api.as(user).send(Create, { input: { ...input, coverId } })).toFailWith('BAD_USER_INPUT', [
      'input',
      'coverId',
    ]);
    expect((await api.db.query('select 1 from posts where author_id = $1', [user.id])).rows).toEqual([]);
  });
});

describe("a stranger's private image", () => {
  it('is opened neither by naming it in a post nor by taking it for a cover or an avatar', async () => {
    const { id } = await uploaded(api, await png());
    const thief = api.as(await api.make.user());
    expect(
      await thief.send(Create, { input: { ...input, content: `![](/images/${id}/original)` } }),
    ).toSucceed();
    expect(await thief.send(Create, { input: { ...input, coverId: id } })).toFailWith('BAD_USER_INPUT');
    expect(await thief.send(Avatar, { input: { avatarId: id } })).toFailWith('BAD_USER_INPUT', [
      'input',
      'avatarId',
    ]);
    expect(await status(plain(id))).toBe(404);
  });
});

describe('an avatar', () => {
  it('is seen by everyone as long as it is one', async () => {
    const { user, id } = await uploaded(api, await png());
    const set = (avatarId: string | null) => api.as(user).send(Avatar, { input: { avatarId } });
    expect((await set(id)).data.updateProfile.avatar.id).toBe(id);
    expect((await api.send(User, { id: user.id })).data.user.avatar).toEqual({ id, url: plain(id) });
    expect(await status(plain(id))).toBe(200);
    await set(null);
    expect((await api.send(User, { id: user.id })).data.user.avatar).toBeNull();
    expect(await status(plain(id))).toBe(404);
  });

  it('is gone with its image', async () => {
    const { user, id } = await uploaded(api, await png());
    await api.as(user).send(Avatar, { input: { avatarId: id } });
    await api.as(user).send(Delete, { id });
    expect((await api.send(User, { id: user.id })).data.user.avatar).toBeNull();
  });
});
