import { useApi } from '../support/api.ts';
import { png, uploaded } from '../support/upload.ts';

const api = useApi();
const Share =
  'mutation ($id: ID!, $expiresAt: DateTime) { shareImage(id: $id, expiresAt: $expiresAt) { id token url expiresAt } }';
const Revoke = 'mutation ($id: ID!) { revokeImageShare(id: $id) }';
const Shared = `query ($token: String!) {
  sharedImage(token: $token) { id filename shares { id } owner { username } url variant(width: 20) { url } }
}`;
const Shares = 'query ($id: ID!) { image(id: $id) { shares { id token } } }';

const status = async (url: string) => (await fetch(url)).status;
const shareOf = async (expiresAt?: string) => {
  const { user, ...image } = await uploaded(api, await png());
  const { data } = await api.as(user).send(Share, { id: image.id, expiresAt });
  return { user, image, share: data.shareImage };
};
const seen = async (token: string) => (await api.send(Shared, { token })).data.sharedImage;

describe('shareImage', () => {
  it('lets whoever has the token see a private image, until it is revoked', async () => {
    const { user, image, share } = await shareOf();
    const shared = await seen(share.token);
    expect(shared).toMatchObject({ id: image.id, shares: [], owner: { username: user.username } });
    const urls = [share.url, shared.url, shared.variant.url];
    expect(await Promise.all(urls.map(status))).toEqual([200, 200, 200]);
    expect((await fetch(shared.url)).headers.get('cache-control')).toBe('private, no-cache');
    expect((await api.as(user).send(Shares, { id: image.id })).data.image.shares).toEqual([
      { id: share.id, token: share.token },
    ]);
    expect((await api.as(user).send(Revoke, { id: share.id })).data.revokeImageShare).toBe(share.id);
    expect(await seen(share.token)).toBeNull();
    expect(await Promise.all(urls.map(status))).toEqual([404, 404, 404]);
  });

  it('ends by itself', async () => {
    const { share } = await shareOf(new Date(Date.now() + 3_600_000).toISOString());
    const { url } = await seen(share.token);
    expect(await status(url)).toBe(200);
    await api.change("update image_shares set expires_at = now() - interval '1 second' where id = $1", [
      share.id,
    ]);
    expect(await seen(share.token)).toBeNull();
    expect(await status(url)).toBe(404);
  });

  it('ends with the image', async () => {
    const { user, image, share } = await shareOf();
    await api.as(user).send('mutation ($id: ID!) { deleteImage(id: $id) }', { id: image.id });
    expect(await seen(share.token)).toBeNull();
    expect(await status(share.url)).toBe(404);
  });

  it.each(['', 'x', 'A'.repeat(46), '\u{1F5BC}', 'A'.repeat(10_000)])(
    'gives nothing for the token %j',
    async (token) => {
      expect(await seen(token)).toBeNull();
    },
  );

  it('gives nothing for a token of another share, nor another image for its own', async () => {
    const [one, other] = [await shareOf(), await shareOf()];
    expect(await seen(one.share.token.slice(0, 30) + other.share.token.slice(30))).toBeNull();
    expect(await status(one.share.url.replace(one.image.id, other.image.id))).toBe(404);
  });

  it('refuses an end in the past, guests and strangers', async () => {
    const { user, id } = await uploaded(api, await png());
    const expiresAt = '2020-01-01T00:00:00Z';
    expect(await api.as(user).send(Share, { id, expiresAt })).toFailWith('BAD_USER_INPUT', ['expiresAt']);
    expect(await api.send(Share, { id })).toFailWith('UNAUTHENTICATED');
    expect(await api.as(await api.make.user()).send(Share, { id })).toFailWith('NOT_FOUND');
    expect((await api.db.query('select 1 from image_shares where image_id = $1', [id])).rows).toEqual([]);
  });

  it("refuses to revoke a stranger's", async () => {
    const { share } = await shareOf();
    expect(await api.as(await api.make.user()).send(Revoke, { id: share.id })).toFailWith('NOT_FOUND');
    expect(await seen(share.token)).not.toBeNull();
  });
});
