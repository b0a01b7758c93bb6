import { useApi } from '../support/api.ts';
import { unique } from '../support/make.ts';

const api = useApi();
const Register = 'mutation ($input: RegisterInput!) { register(input: $input) { user { id } } }';
const Login = 'mutation ($input: LoginInput!) { login(input: $input) { user { id } } }';

const register = (input: Record<string, unknown>) =>
  api.send(Register, { input: { username: unique('name'), ...input } });
const problem = (reply: Awaited<ReturnType<typeof register>>) =>
  reply.errors?.[0]?.extensions.fields?.[0]?.code;

describe('a new password', () => {
  it.each([
    ['of 8 characters', 'qzv 7 xk'],
    ['of 8 emoji', '🖋🪨🌧🦉🧵🫖🛶🪔'],
    ['of exactly 72 bytes', 'xyz'.repeat(24)],
    [
      'of Chinese, 72 bytes long',
      '墨落石上声细细水过砚池夜沉沉谁在窗前听雨声来'.padEnd(24, '雨').slice(0, 24),
    ],
    ['with spaces around it', '  soot and stone  '],
    ['of Chinese words', '床前看月疑是地上霜'],
    ['of pinyin', 'jintiantianqihenhao'],
    ['of small letters alone', 'lampquietriverseven'],
  ])('%s is accepted and signs in again', async (_kind, password) => {
    const username = unique('name');
    const registered = await register({ username, password });
    expect(registered).toSucceed();
    const login = await api.send(Login, { input: { username, password } });
    expect(login.data.login).toEqual(registered.data.register);
  });

  it('keeps the spaces around it', async () => {
    const username = unique('name');
    await register({ username, password: '  soot and stone  ' });
    const trimmed = await api.send(Login, { input: { username, password: 'soot and stone' } });
    expect(trimmed).toFailWith('UNAUTHENTICATED');
  });

  it.each([
    ['empty', '', 'TOO_SHORT'],
    ['7 characters long', 'qzv 7 x', 'TOO_SHORT'],
    ['7 emoji long, though 28 bytes', '🖋🪨🌧🦉🧵🫖🛶', 'TOO_SHORT'],
    ['73 bytes long', 'x'.repeat(73), 'TOO_LONG'],
    ['25 Chinese characters long, which is 75 bytes', '雨'.repeat(25), 'TOO_LONG'],
    ['50 kB long', 'x'.repeat(50_000), 'TOO_LONG'],
    ['common', 'password123', 'TOO_COMMON'],
    ['common in capitals', 'PASSWORD123', 'TOO_COMMON'],
    ["the product's name", 'inkstone', 'TOO_GUESSABLE'],
    ["the product's name with a year", 'Inkstone2026', 'TOO_GUESSABLE'],
  ])('is refused when it is %s', async (_kind, password, code) => {
    const username = unique('name');
    const reply = await register({ username, password });
    expect(reply).toFailWith('BAD_USER_INPUT', ['input', 'password']);
    expect(problem(reply)).toBe(code);
    expect(await api.row('select 1 from users where username = $1', [username])).toBeUndefined();
  });

  it.each([
    ['the keys of a keyboard', 'qwertyuiop[]', /follows the keys/],
    ['a sequence', 'abcdefghijk', /sequence/],
    ['a date', '1990-01-01', /date/],
    ['a repetition', 'xkcdxkcdxkcd', /repeats itself/],
    ['a Chinese word four times', '密码密码密码密码', /repeats itself/],
    ['a common password in disguise', 'P@ssw0rd!', /common passwords.* @ for a/],
    ['a common password backwards', 'drowssap1', /common passwords.* backwards/],
    ['a word of pinyin with a digit', 'zhongguo1', /a common word/],
    ["the product's name in disguise", '1nkst0ne', /name of this server.* @ for a/],
  ])('is refused with the reason and a mend when it is %s', async (_kind, password, reason) => {
    const reply = await register({ password });
    expect(reply).toFailWith('BAD_USER_INPUT', ['input', 'password']);
    const [error] = reply.errors ?? [];
    expect(error?.extensions.fields?.[0]?.message).toMatch(reason);
    expect(error?.message).toMatch(/A few words that have nothing to do with each other make a good one\.$/);
    expect(JSON.stringify(reply.errors)).not.toContain(password);
  });

  it.each([
    ['the username', { username: 'Quillverine', password: 'quillverine' }],
    ['the username and some digits', { username: 'Quillverine', password: 'QUILLVERINE1999' }],
    ['the display name', { displayName: 'Wilhelmina', password: 'wilhelmina!' }],
    ['the words of the display name', { displayName: 'Wilhelmina Ott', password: 'Ott.Wilhelmina1' }],
    ['the username inside other signs', { username: 'Quillverine', password: 'x7Quillverinekq' }],
    ['the name in the e-mail address', { email: 'ottoline@example.org', password: '00ottoline' }],
  ])('is refused when it is little more than %s', async (_name, input) => {
    const reply = await register(input);
    expect(reply).toFailWith('BAD_USER_INPUT', ['input', 'password']);
    expect(problem(reply)).toBe('TOO_GUESSABLE');
  });

  it('may contain the username as one word of many', async () => {
    const reply = await register({ username: unique('vera'), password: 'vera walks along the river' });
    expect(reply).toSucceed();
  });

  it.each([
    ['U+0000', 'soot and\0stone'],
    ['half a surrogate pair', 'soot and \ud83d stone'],
  ])('is refused with %s', async (_character, password) => {
    expect(await register({ password })).toFailWith('BAD_USER_INPUT', ['input', 'password']);
  });
});
