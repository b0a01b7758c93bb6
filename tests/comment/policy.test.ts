import { join } from 'node:path';
import { useApi } from '../support/api.ts';
import { rootFolder } from '../support/environment.ts';

const api = useApi();
const Read =
  'query ($id: ID!) { comment(id: $id) { body viewerCanReply viewerCanEdit viewerCanDelete viewerCanHide } }';

type Policy = typeof import('../../src/modules/comment/comment.policy.ts');

const oneOf = <T>(list: readonly T[]): T => list[Math.floor(Math.random() * list.length)] as T;

/** Forty comments of four users on each other's posts, in a random state each. */
async function randomComments() {
  const users = await Promise.all(Array.from({ length: 4 }, () => api.make.user()));
  for (let n = 0; n < 40; n += 1) {
    const make = oneOf([api.make.post, api.make.draft]);
    const post = await make.call(api.make, { author_id: oneOf(users).id });
    const state = oneOf([{}, { level: 8 }, { hidden: true }, { deleted: true, body: '' }]);
    await api.make.comment({ post_id: post.id, author_id: oneOf(users).id, ...state });
  }
  return users;
}

describe('who may read and change a comment', () => {
  it('is the same in the rules for one comment and in what the API says', async () => {
    const policy: Policy = await import(join(rootFolder, 'dist/src/modules/comment/comment.policy.js'));
    const users = await randomComments();
    const { rows } = await api.db.query(
      `select c.*, p.status, p.published_at, p.author_id as post_author from comments c join posts p on p.id = c.post_id`,
    );
    const roles = [{ role: 'EDITOR' }, { role: 'ADMIN' }, {}];
    const viewers = [null, ...users, ...(await Promise.all(roles.map((role) => api.make.user(role))))];
    for (const user of viewers) {
      const role = user && (await api.row('select role from users where id = $1', [user.id])).role;
      const viewer = user && ({ id: user.id, role } as never);
      for (const row of rows) {
        const post = { status: row.status, publishedAt: row.published_at, author: { id: row.post_author } };
        const comment = { ...row, author: { id: row.author_id }, postAuthor: row.post_author };
        const { data } = await api.request(Read, { id: row.id }, user?.token);
        const expected = policy.canReadComments(viewer, post as never)
          ? {
              body: policy.canReadBody(viewer, comment) ? row.body : '',
              viewerCanReply: policy.canReply(viewer, comment),
              viewerCanEdit: policy.canEditComment(viewer, comment),
              viewerCanDelete: policy.canDeleteComment(viewer, comment),
              viewerCanHide: policy.canHideComment(viewer, comment),
            }
          : null;
        expect({ row, comment: data.comment }).toEqual({ row, comment: expected });
      }
    }
  });
});
