import { useApi } from '../support/api.ts';
import { waitFor } from '../support/process.ts';
import { png, upload, uploaded } from '../support/upload.ts';

const api = useApi();
const ReadImage = 'query ($id: ID!) { image(id: $id) { id url owner { username } } }';
const Images = `query ($first: Int, $after: String, $filter: ImageFilter) {
  images(first: $first, after: $after, filter: $filter) { totalCount nodes { id visibility } pageInfo { hasNextPage endCursor } }
}`;
const DeleteImage = 'mutation ($id: ID!) { deleteImage(id: $id) }';

const row = (id: string) => api.row('select * from images where id = $1', [id]);
const status = async (url: string) => (await fetch(url)).status;

describe('image', () => {
  it.each([
    ['PRIVATE', false],
    ['UNLISTED', true],
    ['PUBLIC', true],
  ])('shows a %s one to its owner, to others: %s', async (visibility, shown) => {
    const { user, id } = await uploaded(api, await png(), { visibility });
    expect((await api.as(user).send(ReadImage, { id })).data.image.owner.username).toBe(user.username);
    const expected = shown ? { id } : null;
    for (const viewer of [undefined, await api.make.user(), await api.make.user({ role: 'ADMIN' })]) {
      const { image } = (await api.request(ReadImage, { id }, viewer?.token)).data;
      expect(image && { id: image.id }).toEqual(expected);
    }
  });

  it.each(['no id at all', '', '01a1fc07-45b9-7102-8ac4-232457dc8e35'])(
    'is null for the id %j',
    async (id) => {
      expect((await api.send(ReadImage, { id })).data.image).toBeNull();
    },
  );
});

describe('images', () => {
  it("lists the viewer's own, newest first, page by page", async () => {
    const user = await api.make.user();
    const made: string[] = [];
    for (let n = 0; n < 5; n += 1) {
      const created_at = new Date(Date.UTC(2026, 0, 1 + n));
      made.unshift((await api.make.image({ owner_id: user.id, created_at })).id);
    }
    await api.make.image({ visibility: 'PUBLIC' });
    const first = (await api.as(user).send(Images, { first: 3 })).data.images;
    const second = (await api.as(user).send(Images, { first: 3, after: first.pageInfo.endCursor })).data
      .images;
    expect(first.totalCount).toBe(5);
    expect([...first.nodes, ...second.nodes].map(({ id }) => id)).toEqual(made);
    expect(second.pageInfo.hasNextPage).toBe(false);
  });

  it('narrows by visibility', async () => {
    const user = await api.make.user();
    await api.make.image({ owner_id: user.id });
    const { id } = await api.make.image({ owner_id: user.id, visibility: 'PUBLIC' });
    const reply = await api.as(user).send(Images, { filter: { visibility: 'PUBLIC' } });
    expect(reply.data.images.nodes).toEqual([{ id, visibility: 'PUBLIC' }]);
  });

  it('refuses a guest', async () => {
    expect(await api.send(Images)).toFailWith('UNAUTHENTICATED');
  });
});

describe('deleteImage', () => {
  it('deletes the row, the file and what its URL showed', async () => {
    const { user, id, url } = await uploaded(api, await png(), { visibility: 'PUBLIC' });
    expect(await status(url)).toBe(200);
    expect((await api.as(user).send(DeleteImage, { id })).data.deleteImage).toBe(id);
    expect(await row(id)).toBeUndefined();
    expect(await status(url)).toBe(404);
    await waitFor(async () =>
      (await api.row('select key from image_files where image_id = $1', [id])) ? undefined : true,
    );
  });

  it('lets the same bytes be uploaded again', async () => {
    const file = await png();
    const { user, id } = await uploaded(api, file);
    await api.as(user).send(DeleteImage, { id });
    const again = (await upload(api, user, file)).data.uploadImage;
    expect(again.id).not.toBe(id);
    expect(await status(again.url)).toBe(200);
  });

  it('refuses guests, strangers and admins', async () => {
    const { id } = await api.make.image({ visibility: 'PUBLIC' });
    expect(await api.send(DeleteImage, { id })).toFailWith('UNAUTHENTICATED');
    expect(await api.as(await api.make.user()).send(DeleteImage, { id })).toFailWith('FORBIDDEN');
    expect(await row(id)).toMatchObject({ id });
  });

  it("reports a stranger's private image as missing", async () => {
    const { id } = await api.make.image();
    expect(await api.as(await api.make.user()).send(DeleteImage, { id })).toFailWith('NOT_FOUND');
    expect(await row(id)).toMatchObject({ id });
  });
});

describe('a user who goes', () => {
  it('takes their images along', async () => {
    const { user, id, url } = await uploaded(api, await png(), { visibility: 'PUBLIC' });
    const admin = api.as(await api.make.user({ role: 'ADMIN' }));
    await api.make.user({ role: 'ADMIN' });
    expect(await admin.send(`mutation { deleteUser(id: "${user.id}") }`)).toSucceed();
    expect(await row(id)).toBeUndefined();
    expect(await status(url)).toBe(404);
  });
});
