import { useApi } from '../support/api.ts';
import { unique } from '../support/make.ts';

const api = useApi({ RATE_LIMIT_SCALE: '100' });
const UpdateComment = `mutation ($id: ID!, $body: String!) {
  updateComment(id: $id, body: $body) { id body createdAt updatedAt author { id } viewerCanEdit }
}`;

const row = (id: string) => api.row('select * from comments where id = $1', [id]);
const update = (user: { token: string }, id: unknown, body: unknown = 'changed') =>
  api.as(user).send(UpdateComment, { id, body });

async function written(columns = {}) {
  const user = await api.make.user();
  const created_at = new Date('2026-01-01T00:00:00Z');
  const comment = await api.make.comment({
    author_id: user.id,
    created_at,
    updated_at: created_at,
    ...columns,
  });
  return { ...comment, user };
}

describe('updateComment', () => {
  it("changes the text of the viewer's comment, and says when", async () => {
    const { id, user } = await written();
    const body = unique('Better said ');
    const reply = await update(user, id, body);
    expect(reply).toSucceed();
    const { createdAt, updatedAt, ...comment } = reply.data.updateComment;
    expect(comment).toEqual({ id, body, author: { id: user.id }, viewerCanEdit: true });
    expect(createdAt).toBe('2026-01-01T00:00:00.000Z');
    expect(new Date(updatedAt).getTime()).toBeGreaterThan(new Date(createdAt).getTime());
    expect(await row(id)).toMatchObject({ body });
  });

  it('changes nothing when the text is the same', async () => {
    const { id, body, user } = await written();
    const before = await row(id);
    expect(await update(user, id, body)).toSucceed();
    expect(await row(id)).toEqual(before);
  });

  it('refuses everyone but its author', async () => {
    const author = await api.make.user();
    const post = await api.make.post({ author_id: author.id });
    const { id } = await written({ post_id: post.id });
    const before = await row(id);
    const others = [await api.make.user(), await api.make.user({ role: 'ADMIN' }), author];
    for (const other of others) expect(await update(other, id)).toFailWith('FORBIDDEN');
    expect(await api.send(UpdateComment, { id, body: 'changed' })).toFailWith('UNAUTHENTICATED');
    expect(await row(id)).toEqual(before);
  });

  it('refuses its author while it is hidden', async () => {
    const { id, body, user } = await written({ hidden: true });
    expect(await update(user, id)).toFailWith('FORBIDDEN');
    expect(await row(id)).toMatchObject({ body });
  });

  it('reports a comment as missing that is deleted, or on a post that is no longer published', async () => {
    const deleted = await written({ deleted: true, body: '' });
    expect(await update(deleted.user, deleted.id)).toFailWith('NOT_FOUND');
    const { id, body, user } = await written({ post_id: (await api.make.draft()).id });
    expect(await update(user, id)).toFailWith('NOT_FOUND');
    expect(await row(id)).toMatchObject({ body });
  });

  it.each([
    ['empty', ''],
    ['blank', ' \n\t'],
    ['of 10,001 characters', 'c'.repeat(10_001)],
    ['null', null],
  ])('refuses a body that is %s', async (_what, text) => {
    const { id, body, user } = await written();
    expect(await update(user, id, text)).toFailWith('BAD_USER_INPUT', ['body']);
    expect(await row(id)).toMatchObject({ body });
  });

  it.each(['01a1fc07-45b9-7102-8ac4-232457dc8e35', 'no id at all', ''])(
    'reports a comment of the id %j as missing',
    async (id) => {
      expect(await update(await api.make.user(), id)).toFailWith('NOT_FOUND');
    },
  );
});
