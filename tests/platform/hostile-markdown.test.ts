import { useApi } from '../support/api.ts';
import { amplified, honest, hostileMarkdown } from '../support/hostile-markdown.ts';

const api = useApi();
const Html = 'query ($id: ID!) { post(id: $id) { html toc { id } } }';
const List = 'query ($ids: [ID!]) { posts(first: 100, filter: { ids: $ids }) { nodes { html } } }';

const make = async (content: string) => (await api.make.post({ content })).id;
const rendered = async (content: string) => (await api.send(Html, { id: await make(content) })).data.post;

it.each(Object.entries(hostileMarkdown))('100 kB of %s are answered', async (_what, content) => {
  const reply = await api.send(Html, { id: await make(content) });
  expect(reply).toSucceed();
  expect(reply.data.post.html).not.toBe('');
});

it('others are answered while much is rendered', async () => {
  const ids = await Promise.all(
    Object.values(hostileMarkdown).map((content) => make(`Another.\n\n${content}`)),
  );
  const done: string[] = [];
  const list = api.send(List, { ids }).then((reply) => {
    done.push('list');
    return reply;
  });
  for (let n = 0; n < 3; n += 1) await fetch(`${api.running.url}/healthz`).then(() => done.push('health'));
  await api.send('{ posts(first: 1) { nodes { title } } }').then(() => done.push('titles'));
  expect((await list).data.posts.nodes).toHaveLength(ids.length);
  expect(done).toEqual(['health', 'health', 'health', 'titles', 'list']);
});

it('a long honest text is rendered whole', async () => {
  const { html, toc } = await rendered(honest);
  const parts = honest.match(/^## Part/gm)?.length ?? 0;
  expect(toc).toHaveLength(parts);
  expect(html.match(/<table>/g)).toHaveLength(honest.match(/^\|---/gm)?.length ?? 0);
  expect(html.match(/hljs-keyword/g)?.length).toBeGreaterThan(parts - 2);
});

describe('what would become far too long', () => {
  it('is shown as it was written, and the log says so', async () => {
    const reply = await api.send(Html, { id: await make(`<b>&amp;</b>\n\n${amplified}`) });
    const { html, toc } = reply.data.post;
    expect(html).toBe(`<pre>&lt;b&gt;&amp;amp;&lt;/b&gt;\n\n${amplified}</pre>`);
    expect(toc).toEqual([]);
    const lines = await api.logOf(reply);
    expect(lines).toContainEqual(expect.objectContaining({ msg: 'Markdown is shown as it was written' }));
    expect(JSON.stringify(lines)).not.toContain('[a]');
  });

  it('does no harm to the others of a list', async () => {
    const ids = [await make('*before*'), await make(amplified), await make('*after*')];
    const texts = (await api.send(List, { ids })).data.posts.nodes.map(({ html }: { html: string }) => html);
    expect(texts.map((html: string) => html.slice(0, 14)).sort()).toEqual(
      ['<p><em>after</', '<p><em>before<', '<pre>[a]: /uuu'].sort(),
    );
  });
});

it('a text is the same for all that ask at the same time', async () => {
  const id = await make(honest);
  const replies = await Promise.all(Array.from({ length: 20 }, () => api.send(Html, { id })));
  expect(new Set(replies.map(({ data }) => data.post.html)).size).toBe(1);
});
