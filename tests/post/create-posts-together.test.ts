import { useApi } from '../support/api.ts';
import { unique } from '../support/make.ts';
import { waitFor } from '../support/process.ts';

const api = useApi();
const CreatePost = `mutation ($input: CreatePostInput!) {
  createPost(input: $input) { id slug title content excerpt status author { id } tags { name } viewerCanEdit }
}`;

type Input = { title: string; content: string; tags?: string[]; slug?: string; publish?: boolean };
const create = async <I extends Input>(input: I) => {
  const user = await api.make.user();
  return { user, input, reply: await api.as(user).send(CreatePost, { input }) };
};
const each = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

const saved = async (title: string) =>
  (await api.db.query('select 1 from posts where title = $1', [title])).rowCount;

describe('posts that are created at the same time', () => {
  it('are each saved as they were written, with their own author and tags', async () => {
    const tags = [await api.make.tag(), await api.make.tag(), await api.make.tag()].map(({ name }) => name);
    const inputs = each(40, (index) => ({
      title: unique(`Post ${index} `),
      content: `"${index}" \\ and more\n\n- ${unique('text')} 🖋`,
      tags: tags.slice(0, index % 4),
      publish: index % 5 > 0,
    }));
    for (const { user, input, reply } of await Promise.all(inputs.map(create))) {
      expect(reply).toSucceed();
      expect(reply.data.createPost).toMatchObject({
        title: input.title,
        content: input.content,
        status: input.publish ? 'PUBLISHED' : 'DRAFT',
        author: { id: user.id },
        tags: input.tags.map((name) => ({ name })),
        viewerCanEdit: true,
      });
      const { id } = reply.data.createPost;
      const row = await api.row(
        `select title, content, author_id, (select count(*)::int from post_tags where post_id = $1) as links
         from posts where id = $1`,
        [id],
      );
      const { title, content } = input;
      expect(row).toEqual({ title, content, author_id: user.id, links: input.tags.length });
    }
  });

  it('get different slugs and share a new tag, although all have one title', async () => {
    const [title, tag] = [unique('Same '), unique('tag')];
    const created = await Promise.all(each(20, () => create({ title, content: 'x', tags: [tag] })));
    for (const { reply } of created) {
      expect(reply).toSucceed();
      expect(reply.data.createPost.tags).toEqual([{ name: tag }]);
    }
    expect(new Set(created.map(({ reply }) => reply.data.createPost.slug)).size).toBe(20);
    expect(await saved(title)).toBe(20);
    const { rowCount } = await api.db.query('select 1 from tags where name = $1', [tag]);
    expect(rowCount).toBe(1);
  });

  it('are not refused for the slug that another one of them asks for', async () => {
    const slug = (await api.make.post()).slug;
    const inputs = each(20, (index) => ({
      title: unique('Title '),
      content: 'x',
      ...(index % 2 && { slug }),
    }));
    const created = await Promise.all(inputs.map(create));
    for (const [index, { input, reply }] of created.entries()) {
      if (index % 2) expect(reply).toFailWith('CONFLICT', ['input', 'slug']);
      else expect(reply).toSucceed();
      expect(await saved(input.title)).toBe(index % 2 ? 0 : 1);
    }
  });

  it('do not suffer from one that the database refuses', async () => {
    await api.db.query(`create function refuse() returns trigger language plpgsql as
      $$ begin if new.title like 'Refused%' then raise exception 'refused'; end if; return new; end $$`);
    await api.db.query('create trigger refuse before insert on posts for each row execute function refuse()');
    const inputs = each(20, (index) => ({
      title: unique(index === 10 ? 'Refused ' : 'Title '),
      content: 'x',
    }));
    const created = await Promise.all(inputs.map(create));
    for (const [index, { input, reply }] of created.entries()) {
      if (index === 10) expect(reply).toFailWith('INTERNAL_SERVER_ERROR');
      else expect(reply).toSucceed();
      expect(await saved(input.title)).toBe(index === 10 ? 0 : 1);
    }
    await api.db.query('drop function refuse() cascade');
  });
});

describe('a post whose statement is cut off', () => {
  /** What waits for the table that `work` finds locked. */
  const waiting = () =>
    waitFor(async () => {
      const { rows } = await api.db.query(
        `select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      return rows[0]?.pid;
    });

  it.each([
    ['pg_cancel_backend', 'TIMEOUT'],
    ['pg_terminate_backend', 'SERVICE_UNAVAILABLE'],
  ])('by %s is reported as %s and not saved', async (stop, code) => {
    const lock = await api.db.connect();
    await lock.query('begin; lock table posts in exclusive mode');
    const title = unique('Late ');
    const creating = create({ title, content: 'x' });
    await api.db.query(`select ${stop}($1)`, [await waiting()]);
    const { reply } = await creating;
    await lock.query('rollback');
    lock.release();
    expect(reply).toFailWith(code);
    expect(await saved(title)).toBe(0);
    expect((await create({ title, content: 'x' })).reply).toSucceed();
  });
});
