import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { useBrowser } from '../support/browser.ts';
import { rootFolder } from '../support/environment.ts';
import { hostileHtml } from '../support/hostile-html.ts';

const { renderSync }: typeof import('../../src/platform/markdown/render.ts') = await import(
  join(rootFolder, 'dist/src/platform/markdown/render.js')
);

const browser = useBrowser();
let page: Page;
/** What pages have asked for. */
const requests: string[] = [];

beforeAll(async () => {
  page = await browser.newPage('http://blog.example');
  await page.route('**/*', (route) => {
    const url = route.request().url();
    if (url === 'http://blog.example/') return route.fulfill({ contentType: 'text/html', body: '' });
    requests.push(`${route.request().resourceType()} ${url}`);
    return route.abort();
  });
  await page.addInitScript('window.hack = () => { window.hacked = true; }');
  await page.goto('/');
});

/** Places in a text where HTML may stand. */
const places: ((html: string) => string)[] = [
  (html) => html,
  (html) => `ink ${html} stone`,
  (html) => `> - ${html}\n\nstone`,
  (html) => `## ${html}\n\n| ${html} |\n|---|\n| ${html} |`,
  (html) => `[${html}](/x) *${html}* ![${html}](/y)`,
  (html) => `<details>\n\n${html}\n\n</details>\n\n<div>${html}`,
  (html) => `ink[^n]\n\n[^n]: ${html}`,
];

const allowed = new Set(
  (
    'a abbr b blockquote br caption code dd del details div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img input ' +
    'ins kbd li mark ol p pre q s samp section small span strong sub summary sup table tbody td tfoot th thead tr u ul'
  ).split(' '),
);
const attributes =
  /^(?:align|alt|checked|cite|class|colspan|disabled|height|href|id|lang|loading|open|rel|role|src|start|title|type|width)$/;

type Seen = { hacked: boolean; names: string[]; attributes: string[][]; addresses: string[] };

/** What a browser makes of HTML, as a page and in a page, after everything in it was pointed at and opened. */
async function look(html: string): Promise<Seen[]> {
  const seen: Seen[] = [];
  for (const how of ['page', 'part']) {
    if (how === 'page') await page.setContent(`<!doctype html><body>${html}</body>`, { waitUntil: 'commit' });
    else await page.evaluate(`document.body.innerHTML = ${JSON.stringify(html)}`);
    seen.push(await page.evaluate(inspect));
  }
  return seen;
}

const inspect = `(() => {
  const elements = [...document.body.querySelectorAll('*')];
  for (const element of elements) {
    for (const type of ['focus', 'toggle', 'error', 'load', 'mouseover', 'pointerenter', 'animationstart'])
      element.dispatchEvent(new Event(type));
  }
  return {
    hacked: window.hacked === true || typeof window.hack !== 'function' || document.cookie !== '',
    names: elements.map((element) => element.localName),
    attributes: elements.flatMap((element) => [...element.attributes].map(({ name, value }) => [name, value])),
    addresses: elements.flatMap(({ href, src, cite }) => [href, src, cite]).filter(Boolean),
  };
})()`;

function judge({ hacked, names, attributes: found, addresses }: Seen): void {
  expect(hacked).toBe(false);
  expect(names.filter((name) => !allowed.has(name))).toEqual([]);
  expect(found.filter(([name = '']) => !attributes.test(name))).toEqual([]);
  expect(found.filter(([name, value = '']) => name === 'id' && !value.startsWith('md-'))).toEqual([]);
  expect(found.filter(([name, value]) => name === 'type' && value !== 'checkbox')).toEqual([]);
  expect(addresses.filter((address) => !/^(?:https?|mailto):/.test(address))).toEqual([]);
}

it('there are more than a hundred ways', () => {
  expect(hostileHtml.length).toBeGreaterThan(100);
});

it.each(hostileHtml)('nothing runs of %j', async (text) => {
  for (const place of places) for (const seen of await look(renderSync(place(text)).html)) judge(seen);
  // Images are asked for, and nothing else.
  expect(
    requests.splice(0).filter((request) => !/^image http:\/\/blog.example\/(?:x|y|`x`|x:x)?\b/.test(request)),
  ).toEqual([]);
});

it('nothing runs of what is put together by chance', async () => {
  let seed = 1;
  const random = (below: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % below;
  };
  const pieces = hostileHtml.flatMap((text) => text.match(/<[^<]*|[^<]+/g) ?? []);
  for (let round = 0; round < 100; round += 1) {
    const texts = Array.from({ length: 20 }, () =>
      Array.from({ length: 1 + random(6) }, () => pieces[random(pieces.length)]).join(
        ['', ' ', '\n', '\n\n'][random(4)],
      ),
    );
    for (const seen of await look(texts.map((text) => renderSync(text).html).join('\n'))) judge(seen);
  }
});

it('the judge knows what is wrong', async () => {
  const wrong = [
    '<p onclick=hack()>',
    '<script>hack()</script>',
    '<a href=javascript:hack()>x</a>',
    '<p id=x>',
  ];
  for (const html of wrong) {
    const [seen] = await look(html);
    expect(() => judge(seen as Seen)).toThrow();
  }
});
