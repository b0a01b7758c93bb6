import { useApi } from '../support/api.ts';
import type { TestUser } from '../support/make.ts';

const api = useApi();
const SetHidden = `mutation ($id: ID!, $hidden: Boolean!) {
  setCommentHidden(id: $id, hidden: $hidden) { id hidden body viewerCanHide updatedAt }
}`;
const ReadComment = 'query ($id: ID!) { comment(id: $id) { hidden body html viewerCanEdit viewerCanHide } }';

const row = (id: string) => api.row('select * from comments where id = $1', [id]);
const hide = (user: TestUser, id: unknown, hidden: unknown = true) =>
  api.as(user).send(SetHidden, { id, hidden });

/** A comment, and everyone who can have something to do with it. */
async function made(columns = {}) {
  const [postAuthor, author] = [await api.make.user(), await api.make.user()];
  const post = await api.make.post({ author_id: postAuthor.id });
  const comment = await api.make.comment({ post_id: post.id, author_id: author.id, ...columns });
  const editor = await api.make.user({ role: 'EDITOR' });
  const admin = await api.make.user({ role: 'ADMIN' });
  return { ...comment, author, postAuthor, editor, admin, stranger: await api.make.user() };
}

describe('setCommentHidden', () => {
  it.each(['postAuthor', 'editor', 'admin'] as const)('lets the %s hide and show a comment', async (who) => {
    const { id, body, [who]: user } = await made();
    const before = await row(id);
    const hidden = await hide(user, id);
    expect(hidden).toSucceed();
    expect(hidden.data.setCommentHidden).toMatchObject({ id, hidden: true, body, viewerCanHide: true });
    expect(await row(id)).toEqual({ ...before, hidden: true });
    expect((await hide(user, id, false)).data.setCommentHidden).toMatchObject({ hidden: false, body });
    expect(await row(id)).toEqual(before);
  });

  it('shows the text to its author and to those who may hide it only', async () => {
    const { id, body, author, postAuthor, editor, admin, stranger } = await made({ hidden: true });
    for (const user of [author, postAuthor, editor, admin]) {
      expect((await api.as(user).send(ReadComment, { id })).data.comment).toEqual({
        hidden: true,
        body,
        html: `<p>${body}</p>`,
        viewerCanEdit: false,
        viewerCanHide: user !== author,
      });
    }
    for (const viewer of [api, api.as(stranger)]) {
      expect((await viewer.send(ReadComment, { id })).data.comment).toEqual({
        hidden: true,
        body: '',
        html: '',
        viewerCanEdit: false,
        viewerCanHide: false,
      });
    }
  });

  it('refuses its author, strangers and guests', async () => {
    const { id, author, stranger } = await made();
    expect(await hide(author, id)).toFailWith('FORBIDDEN');
    expect(await hide(stranger, id)).toFailWith('FORBIDDEN');
    expect(await api.send(SetHidden, { id, hidden: true })).toFailWith('UNAUTHENTICATED');
    expect(await row(id)).toMatchObject({ hidden: false });
  });

  it('reports a comment as missing on a draft of somebody else, even to an editor', async () => {
    const draft = await api.make.draft();
    const { id, editor } = await made({ post_id: draft.id });
    expect(await hide(editor, id)).toFailWith('NOT_FOUND');
    expect(await row(id)).toMatchObject({ hidden: false });
  });

  it('reports a deleted comment as missing', async () => {
    const { id, editor } = await made({ deleted: true, body: '' });
    expect(await hide(editor, id)).toFailWith('NOT_FOUND');
  });

  it('records what editors and admins do, but not what authors do below their own posts', async () => {
    const { id, editor, admin, postAuthor } = await made();
    await hide(editor, id);
    await hide(editor, id);
    await hide(admin, id, false);
    await hide(postAuthor, id);
    const { rows } = await api.db.query(
      'select action, actor_id from audit_events where subject_id = $1 order by created_at',
      [id],
    );
    expect(rows).toEqual([
      { action: 'comment-hidden', actor_id: editor.id },
      { action: 'comment-shown', actor_id: admin.id },
    ]);
  });

  it.each(['01a1fc07-45b9-7102-8ac4-232457dc8e35', 'no id at all', ''])(
    'reports a comment of the id %j as missing',
    async (id) => {
      expect(await hide(await api.make.user({ role: 'ADMIN' }), id)).toFailWith('NOT_FOUND');
    },
  );

  it.each([null, 'yes', 1])('refuses %j for whether it is hidden', async (hidden) => {
    const { id, admin } = await made();
    expect(await hide(admin, id, hidden)).toFailWith('BAD_USER_INPUT', ['hidden']);
    expect(await row(id)).toMatchObject({ hidden: false });
  });
});
