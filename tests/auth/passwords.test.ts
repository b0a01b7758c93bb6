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
    ['the username', { username: 'Quillverine', password: 'quillverine' }],
    ['the username and some digits', { username: 'Quillverine', password: 'QUILLVERINE1999' }],
    ['the display name', { displayName: 'Wilhelmina', password: 'wilhelmina!' }],
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
