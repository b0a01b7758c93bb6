import { useApi } from '../support/api.ts';

const api = useApi();
const CreatePost = 'mutation ($input: CreatePostInput!) { createPost(input: $input) { id readingMinutes } }';
const Excerpt = 'query ($id: ID!, $length: Int! = 200) { post(id: $id) { excerpt(length: $length) } }';

const create = async (content: string) => {
  const input = { title: 'About text', content };
  return (await api.as(await api.make.user()).send(CreatePost, { input })).data.createPost;
};
const excerpt = async (content: string, length?: number) => {
  const { id } = await create(content);
  return (await api.send(Excerpt, { id, length })).data.post.excerpt;
};

describe('an excerpt', () => {
  it.each([
    ['headings and emphasis', '# Ink\n\nA **bold** and _fine_ `line`.', 'Ink A bold and fine line.'],
    ['links', 'See [the stone](https://example.org/x) here.', 'See the stone here.'],
    ['entities', 'Ink &amp; stone &copy;', 'Ink & stone ©'],
    ['white space', 'one\ntwo\n\n\n   three', 'one two three'],
    ['quotations and code', '> quote\n\n```js\nlet a = 1;\n```', 'quote let a = 1;'],
    ['list items', '- one\n- two\n  1. three', 'one two three'],
    ['hard line breaks', 'one  \ntwo\\\nthree', 'one two three'],
    ['HTML', 'A <b>bold</b> line<!-- not for readers -->', 'A bold line'],
    ['strike-through', '~~old~~ new', 'old new'],
    ['tables', '| ink | stone |\n| --- | --- |\n| wet | dry |', 'ink stone wet dry'],
    ['Chinese', '# 墨石\n\n**声细**水过。', '墨石 声细水过。'],
  ])('has the words of %s without the marks', async (_what, content, text) => {
    expect(await excerpt(content)).toBe(text);
  });

  it.each([
    ['English', 'word '.repeat(300), 200],
    ['Chinese', '墨'.repeat(3_000), 200],
    ['emoji', '🖋'.repeat(300), 10],
    ['one character', 'ink and stone', 1],
    ['the longest', '𠮷'.repeat(600), 500],
  ])('of %s is cut to its length in characters, with an ellipsis', async (_what, content, length) => {
    const text = await excerpt(content, length);
    expect(text).toMatch(/…$/);
    expect([...text].length).toBeLessThanOrEqual(length);
    expect(content).toContain(text.slice(0, -1));
    expect([...text].length).toBeGreaterThanOrEqual(length - 1);
  });

  const prose = `${'Water on stone. '.repeat(20)}\n\n`;
  const plain = prose.replace(/\s+/g, ' ').repeat(5);

  it.each([
    ['none', prose.repeat(5), plain],
    ['marks after what an excerpt shows', `${prose.repeat(5)}*late*`, plain],
    ['marks in the middle', `${prose}*ink* ${prose.repeat(4)}`, plain.replace(/(?<=^.{320})/, 'ink ')],
    [
      'a link whose address stands at the end',
      `See [here].\n\n${prose.repeat(5)}[here]: /x`,
      `See here. ${plain}`,
    ],
    ['a comment that goes on for long', `${prose}<!-- ${prose.repeat(4)} -->`, plain.slice(0, 320)],
    ['code that goes on for long', `\`\`\`\n${prose.repeat(5)}*ink*\n\`\`\``, plain],
  ])('of a long text knows its marks: %s', async (_what, content, text) => {
    const shown = text.length > 500 ? `${text.slice(0, 499).trimEnd()}…` : text.trimEnd();
    expect(await excerpt(content, 500)).toBe(shown);
  });

  it('is the whole text when that has exactly the length', async () => {
    expect(await excerpt('墨石🖋', 3)).toBe('墨石🖋');
    expect(await excerpt('墨石🖋', 2)).toBe('墨…');
  });

  it.each([0, 1])('never ends in half a character, wherever the content is cut (%d)', async (shift) => {
    const address = `https://example.org/${'a'.repeat(3_900 + shift)}`;
    const text = await excerpt(`[stone](${address}) ${'🖋'.repeat(300)}`, 500);
    expect(text).toMatch(/^stone 🖋*…?$/u);
  });

  it('is empty when the content has marks only', async () => {
    expect(await excerpt('---\n\n***')).toBe('');
  });

  it('of 100 kB of nested marks is answered', async () => {
    expect(typeof (await excerpt('[*`>'.repeat(20_000)))).toBe('string');
  });
});

describe('readingMinutes', () => {
  it.each([
    ['one word', 'word', 1],
    ['250 words', 'word '.repeat(250), 1],
    ['500 words', "isn't ".repeat(500), 2],
    ['2,500 words', 'naïve '.repeat(2_500), 10],
    ['400 Chinese characters', '墨'.repeat(400), 1],
    ['2,000 Chinese characters', '墨石与水，'.repeat(500), 5],
    ['500 words and 800 Chinese characters', `${'ink '.repeat(500)}${'墨'.repeat(800)}`, 4],
    ['words among Chinese', '墨ink石'.repeat(500), 5],
    ['no word at all', '🖋 … !', 1],
  ])('of %s', async (_what, content, minutes) => {
    expect((await create(content)).readingMinutes).toBe(minutes);
  });
});
