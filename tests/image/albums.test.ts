import { useApi } from '../support/api.ts';
import { png, upload, uploaded } from '../support/upload.ts';

const api = useApi();
const Create = 'mutation ($input: CreateAlbumInput!) { createAlbum(input: $input) { id name visibility } }';
const Update =
  'mutation ($id: ID!, $input: UpdateAlbumInput!) { updateAlbum(id: $id, input: $input) { name visibility } }';
const Delete = 'mutation ($id: ID!) { deleteAlbum(id: $id) }';
const Album = 'query ($id: ID!) { album(id: $id) { name images { totalCount nodes { id } } } }';
const Albums = '{ albums { nodes { id name images(first: 1) { totalCount } } } }';
const UpdateImage = `mutation ($id: ID!, $input: UpdateImageInput!) {
  updateImage(id: $id, input: $input) { alt visibility album { id } focalPoint { x y } }
}`;
const Filtered = 'query ($albumId: ID) { images(filter: { albumId: $albumId }) { nodes { id } } }';

const row = (id: string) => api.row('select * from albums where id = $1', [id]);
const imageRow = (id: string) => api.row('select * from images where id = $1', [id]);

describe('an album', () => {
  it('is made, renamed, listed and deleted; its images stay', async () => {
    const user = await api.make.user();
    const { id } = (await api.as(user).send(Create, { input: { name: 'Stones' } })).data.createAlbum;
    const image = (await upload(api, user, await png(), { albumId: id })).data.uploadImage;
    expect((await api.as(user).send(Albums)).data.albums.nodes).toEqual([
      { id, name: 'Stones', images: { totalCount: 1 } },
    ]);
    const changed = await api.as(user).send(Update, { id, input: { name: 'Rocks', visibility: 'PUBLIC' } });
    expect(changed.data.updateAlbum).toEqual({ name: 'Rocks', visibility: 'PUBLIC' });
    expect((await api.as(user).send(Filtered, { albumId: id })).data.images.nodes).toEqual([
      { id: image.id },
    ]);
    expect((await api.as(user).send(Delete, { id })).data.deleteAlbum).toBe(id);
    expect(await row(id)).toBeUndefined();
    expect(await imageRow(image.id)).toMatchObject({ album_id: null });
  });

  it('shows others what is public in it, and nothing when it is private', async () => {
    const owner = await api.make.user();
    const album_id = (await api.make.album({ owner_id: owner.id, visibility: 'UNLISTED' })).id;
    const ids: string[] = [];
    for (const visibility of ['PRIVATE', 'UNLISTED', 'PUBLIC']) {
      ids.push((await api.make.image({ owner_id: owner.id, album_id, visibility })).id);
    }
    const seen = async (token?: string) => (await api.request(Album, { id: album_id }, token)).data.album;
    expect((await seen()).images).toEqual({ totalCount: 1, nodes: [{ id: ids[2] }] });
    expect((await seen(owner.token)).images.totalCount).toBe(3);
    await api.as(owner).send(Update, { id: album_id, input: { visibility: 'PRIVATE' } });
    expect(await seen()).toBeNull();
  });

  it('costs as many statements for ten as for two', async () => {
    const user = await api.make.user();
    const costs: number[] = [];
    for (const more of [2, 8]) {
      for (let n = 0; n < more; n += 1) await api.make.album({ owner_id: user.id });
      costs.push(await api.statementsOf(await api.as(user).send(Albums)));
    }
    expect(costs[1]).toBeLessThanOrEqual(costs[0] ?? 0);
  });

  it.each([
    ['Update', Update, { input: { name: 'x' } }],
    ['Delete', Delete, {}],
  ])('refuses strangers: %s', async (_what, document, more) => {
    const hidden = await api.make.album();
    const open = await api.make.album({ visibility: 'PUBLIC' });
    const stranger = api.as(await api.make.user());
    expect(await stranger.send(document, { id: hidden.id, ...more })).toFailWith('NOT_FOUND');
    expect(await stranger.send(document, { id: open.id, ...more })).toFailWith('FORBIDDEN');
    expect(await api.send(document, { id: open.id, ...more })).toFailWith('UNAUTHENTICATED');
    expect(await row(open.id)).toMatchObject({ name: open.name });
  });

  it.each([
    [{ name: '' }, ['input', 'name']],
    [{ name: 'x'.repeat(101) }, ['input', 'name']],
  ])('refuses %j', async (input, path) => {
    expect(await api.as(await api.make.user()).send(Create, { input })).toFailWith('BAD_USER_INPUT', path);
  });
});

describe('updateImage', () => {
  it('changes what is given', async () => {
    const { user, id } = await uploaded(api, await png());
    const album = await api.make.album({ owner_id: user.id });
    const change = async (input: object) =>
      (await api.as(user).send(UpdateImage, { id, input })).data.updateImage;
    const all = { alt: 'A', visibility: 'PUBLIC', albumId: album.id, focalPoint: { x: 0.25, y: 1 } };
    const { albumId: _, ...shown } = all;
    expect(await change(all)).toEqual({ ...shown, album: { id: album.id } });
    expect(await change({ albumId: null, focalPoint: null })).toMatchObject({
      alt: 'A',
      album: null,
      focalPoint: null,
    });
  });

  it.each([
    [{}, ['input']],
    [{ alt: null }, ['input', 'alt']],
    [{ alt: 'x'.repeat(1_001) }, ['input', 'alt']],
    [{ visibility: null }, ['input', 'visibility']],
    [{ albumId: 'x' }, ['input', 'albumId']],
    [{ focalPoint: { x: 1.1, y: 0 } }, ['input', 'focalPoint', 'x']],
  ])('refuses %j', async (input, path) => {
    const { user, id } = await uploaded(api, await png());
    const before = await imageRow(id);
    expect(await api.as(user).send(UpdateImage, { id, input })).toFailWith('BAD_USER_INPUT', path);
    expect(await imageRow(id)).toEqual(before);
  });

  it("refuses a stranger's album", async () => {
    const { user, id } = await uploaded(api, await png());
    const album = await api.make.album({ visibility: 'PUBLIC' });
    const refused = await api.as(user).send(UpdateImage, { id, input: { albumId: album.id } });
    expect(refused).toFailWith('BAD_USER_INPUT', ['input', 'albumId']);
    const file = await png();
    expect(await upload(api, user, file, { albumId: album.id })).toFailWith('BAD_USER_INPUT', [
      'input',
      'albumId',
    ]);
    expect((await api.db.query('select 1 from images where owner_id = $1', [user.id])).rows).toHaveLength(1);
  });

  it('refuses guests and strangers', async () => {
    const open = await api.make.image({ visibility: 'PUBLIC' });
    const hidden = await api.make.image();
    const input = { alt: 'x' };
    const stranger = api.as(await api.make.user());
    expect(await api.send(UpdateImage, { id: open.id, input })).toFailWith('UNAUTHENTICATED');
    expect(await stranger.send(UpdateImage, { id: open.id, input })).toFailWith('FORBIDDEN');
    expect(await stranger.send(UpdateImage, { id: hidden.id, input })).toFailWith('NOT_FOUND');
    expect(await imageRow(open.id)).toMatchObject({ alt: '' });
  });
});
