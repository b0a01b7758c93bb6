import { type Api, useApi } from '../support/api.ts';
import type { TestUser } from '../support/make.ts';
import { startMiddleman } from '../support/middleman.ts';
import { waitFor } from '../support/process.ts';

const api = useApi();
let other: Api;
beforeAll(async () => {
  other = await api.another();
});

const Viewer = '{ viewer { id displayName } }';

/** A user whose session both processes keep. */
async function knownUser(): Promise<TestUser> {
  const user = await api.make.user();
  for (const server of [api, other]) await waitUntilKept(server, user);
  return user;
}

const waitUntilKept = (server: Api, user: Pick<TestUser, 'token'>) =>
  waitFor(async () => {
    const reply = await server.as(user).send(Viewer);
    return (await server.statementsOf(reply)) === 0 ? reply : undefined;
  });

const waitUntilRefused = (server: Api, user: Pick<TestUser, 'token'>, code = 'TOKEN_REVOKED') =>
  waitFor(async () => {
    const { errors } = await server.as(user).send(Viewer);
    return errors?.[0]?.extensions.code === code ? true : undefined;
  });

describe('a session that is kept', () => {
  it('ends at once where its user signs out, and a moment later on every process', async () => {
    const user = await knownUser();
    expect(await api.as(user).send('mutation { logout }')).toSucceed();
    expect(await api.as(user).send(Viewer)).toFailWith('TOKEN_REVOKED');
    await waitUntilRefused(other, user);
  });

  it.each([
    ['is revoked', "update sessions set revoked_at = now() where user_id = '$user'"],
    ['has expired', "update sessions set expires_at = now() - interval '1 second' where user_id = '$user'"],
    ['is deleted', "delete from sessions where user_id = '$user'"],
    ['has a user who is disabled', "update users set status = 'DISABLED' where id = '$user'"],
    ['is gone with its user', "delete from users where id = '$user'"],
    ['is gone with all sessions', 'truncate sessions cascade'],
    ['is gone with all users', 'truncate users cascade'],
  ])('is refused when it %s', async (_what, change) => {
    const user = await knownUser();
    await api.db.query(change.replace('$user', user.id));
    for (const server of [api, other]) await waitUntilRefused(server, user);
  });

  it('is not kept when it was revoked while it was looked for', async () => {
    const middleman = await startMiddleman(api.databaseUrl);
    const server = await api.another({ DATABASE_URL: middleman.url });
    const user = await api.make.user();
    const witness = await api.make.user();
    await waitUntilKept(server, witness);
    const held = middleman.holdNext('inkstone');
    const first = server.as(user).send(Viewer);
    await held;
    const revoke = 'update sessions set revoked_at = now() where id = any($1)';
    await api.db.query(revoke, [[user.sessionId, witness.sessionId]]);
    await waitUntilRefused(server, witness);
    middleman.release();
    expect(await first).toSucceed();
    expect(await server.as(user).send(Viewer)).toFailWith('TOKEN_REVOKED');
    middleman.stop();
  });

  it('expires in its time', async () => {
    const user = await api.make.user();
    const session = await api.make.session(user.id, { expires_at: new Date(Date.now() + 2_000) });
    await waitUntilKept(api, session);
    await waitUntilRefused(api, session);
  });

  it('shows what its user is called now', async () => {
    const user = await knownUser();
    await api.db.query("update users set display_name = 'New' where id = $1", [user.id]);
    for (const server of [api, other]) {
      await waitFor(async () => {
        const { data } = await server.as(user).send(Viewer);
        return data.viewer.displayName === 'New' ? true : undefined;
      });
    }
  });

  it('is forgotten with all others of its user, and with nobody else', async () => {
    const user = await knownUser();
    const second = await api.make.session(user.id);
    const stranger = await knownUser();
    await waitUntilKept(api, second);
    await api.db.query("update users set display_name = 'New' where id = $1", [user.id]);
    for (const session of [user, second]) {
      await waitFor(async () => {
        const { data } = await api.as(session).send(Viewer);
        return data.viewer.displayName === 'New' ? true : undefined;
      });
    }
    const reply = await api.as(stranger).send(Viewer);
    expect(await api.statementsOf(reply)).toBe(0);
    for (const session of [user, second]) await waitUntilKept(api, session);
  });

  it('is not found when there is none, each time anew', async () => {
    const user = await api.make.user();
    await api.db.query('delete from sessions where user_id = $1', [user.id]);
    expect(await api.as(user).send(Viewer)).toFailWith('TOKEN_REVOKED');
    await api.make.session(user.id, { id: user.sessionId });
    expect(await api.as(user).send(Viewer)).toSucceed();
  });
});
