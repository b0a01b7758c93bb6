import { createHash } from 'node:crypto';
import { join } from 'node:path';
import jwt from 'jsonwebtoken';
import type pg from 'pg';
import { v7 } from 'uuid';
import { readEnvironment, rootFolder } from './environment.ts';

/** Every made user's password. */
export const password = 'ink on wet stone';
/** bcrypt of `password`, made once: hashing takes a quarter of a second. */
const passwordHash = '$2b$12$7/fI/EfsmDIrXHctrJAgRudkPJo/1mLNG5mmTAEjE0JVbD/ttnAU6';

/** A user with a session; `token` is a genuine access token of it. */
export type TestUser = { id: string; username: string; email: string; sessionId: string; token: string };
type Row = Record<string, unknown>;
type SearchRows = typeof import('../../src/modules/post/post-search.row.ts');

let count = 0;
/** Different at each call in the whole run. */
export const unique = (word: string): string => `${word}${process.pid}x${++count}`;

/** Claims as the server writes them; `changes` bend them for tests of refusals. */
export function accessClaims(user: { id: string; sessionId: string }, changes: Row = {}): Row {
  const now = Math.floor(Date.now() / 1000);
  const times = { iat: now, nbf: now, exp: now + 900 };
  const parties = { iss: 'inkstone', aud: 'inkstone' };
  return { sub: user.id, sid: user.sessionId, role: 'USER', jti: v7(), ...times, ...parties, ...changes };
}

/** Factories write rows directly and build the parents that a row needs. */
export class Make {
  constructor(private readonly db: pg.Pool) {}

  async user(columns: Row = {}): Promise<TestUser> {
    const username = unique('user');
    const row: Row = {
      id: v7(),
      username,
      username_key: String(columns.username ?? username).toLowerCase(),
      display_name: username,
      email: `${username}@example.org`,
      password_hash: passwordHash,
      created_at: new Date(),
      updated_at: new Date(),
      ...columns,
    };
    await this.insert('users', row);
    const session = await this.session(String(row.id));
    return { id: String(row.id), username: String(row.username), email: String(row.email), ...session };
  }

  /** One more sign-in of a user. */
  async session(userId: string, columns: Row = {}): Promise<{ sessionId: string; token: string }> {
    const now = new Date();
    const times = { created_at: now, last_used_at: now, expires_at: new Date(now.getTime() + 86_400_000) };
    const sessionId = v7();
    await this.insert('sessions', { id: sessionId, user_id: userId, ...times, ...columns });
    const token = jwt.sign(accessClaims({ id: userId, sessionId }), readEnvironment().jwtSecret);
    return { sessionId, token };
  }

  /** A refresh token of a session, as a client holds it. */
  async refreshToken(sessionId: string, columns: Row = {}): Promise<string> {
    const token = unique('refresh-token-');
    const hash = createHash('sha256').update(token).digest('base64url');
    await this.insert('refresh_tokens', { hash, session_id: sessionId, created_at: new Date(), ...columns });
    return token;
  }

  /** What a mail to the user would carry. */
  async mailToken({ id, email }: TestUser, purpose: 'CONFIRM_EMAIL' | 'RESET_PASSWORD'): Promise<string> {
    const token = unique('mail-token-');
    const hash = createHash('sha256').update(token).digest('base64url');
    const row = { user_id: id, purpose, hash, email, expires_at: new Date(Date.now() + 60_000) };
    await this.insert('one_time_tokens', row);
    return token;
  }

  /** A published post. */
  async post(columns: Row = {}): Promise<{ id: string; slug: string; title: string; author_id: string }> {
    const slug = unique('post-');
    const now = new Date();
    const row = {
      id: v7(),
      slug,
      title: `About ${slug}`,
      content: `The content of ${slug}.`,
      summary: `The content of ${slug}.`,
      reading_minutes: 1,
      status: 'PUBLISHED',
      published_at: columns.status === 'DRAFT' ? null : now,
      created_at: now,
      updated_at: now,
      author_id: String(columns.author_id ?? (await this.user()).id),
      ...columns,
    };
    await this.insert('posts', row);
    const { searchRowOf }: SearchRows = await import(
      join(rootFolder, 'dist/src/modules/post/post-search.row.js')
    );
    const { title, text, words } = searchRowOf(row);
    // A server that starts makes the rows that are missing.
    await this.db.query('insert into post_search values ($1, $2, $3, $4) on conflict do nothing', [
      row.id,
      title,
      text,
      words,
    ]);
    return { ...row, author_id: String(row.author_id) };
  }

  draft(columns: Row = {}) {
    return this.post({ ...columns, status: 'DRAFT' });
  }

  /** What a post once said. */
  async revision(columns: Row & { post_id: string }): Promise<{ id: string }> {
    const words = { title: unique('Earlier '), content: unique('An earlier text ') };
    const row = { id: v7(), ...words, version: 1, created_at: new Date(), ...columns };
    const author_id = columns.author_id ?? (await this.user()).id;
    await this.insert('post_revisions', { ...row, author_id });
    return row;
  }

  /** Changes of a published post that readers do not see yet. */
  async workingCopy(postId: string, changes: Row): Promise<void> {
    const row = { post_id: postId, changes, version: 2, updated_at: new Date() };
    await this.insert('post_drafts', { ...row, author_id: (await this.user()).id });
    await this.db.query('update posts set drafted_version = 2 where id = $1', [postId]);
  }

  /** A post that its author has planned for tomorrow, unless `published_at` says when. */
  scheduled(columns: Row = {}) {
    return this.post({ published_at: new Date(Date.now() + 86_400_000), ...columns, status: 'SCHEDULED' });
  }

  /** A tag, on the posts of these ids. */
  async tag(
    name = unique('tag'),
    postIds: string[] = [],
    columns: Row = {},
  ): Promise<{ id: string; name: string; slug: string }> {
    const row = { id: v7(), name, key: name.toLowerCase(), slug: unique('tag-'), ...columns };
    await this.insert('tags', row);
    for (const postId of postIds) await this.insert('post_tags', { post_id: postId, tag_id: row.id });
    return row;
  }

  /** A comment on a post, or below the comment that `parent_id` names. */
  async comment(
    columns: Row = {},
  ): Promise<{ id: string; body: string; post_id: string; author_id: string }> {
    const now = new Date();
    const row = {
      id: v7(),
      body: unique('A comment '),
      level: 1,
      created_at: now,
      updated_at: now,
      ...columns,
      post_id: String(columns.post_id ?? (await this.post()).id),
      author_id: String(columns.author_id ?? (await this.user()).id),
    };
    await this.insert('comments', row);
    return row;
  }

  /** A private image, without a file. */
  async image(columns: Row = {}): Promise<{ id: string; owner_id: string }> {
    const row: Row = {
      id: v7(),
      filename: `${unique('image-')}.png`,
      format: 'PNG',
      width: 400,
      height: 300,
      frames: 1,
      size: 5_000,
      sha256: unique('sha256-'),
      alt: '',
      visibility: 'PRIVATE',
      placeholder: 'AAAA',
      created_at: new Date(),
      ...columns,
      owner_id: columns.owner_id ?? (await this.user()).id,
    };
    await this.insert('images', row);
    return { id: String(row.id), owner_id: String(row.owner_id) };
  }

  /** A category, below the one of this id. */
  async category(
    name = unique('category'),
    parentId?: string,
  ): Promise<{ id: string; name: string; slug: string }> {
    const row = { id: v7(), name, key: name.toLowerCase(), slug: unique('category-'), parent_id: parentId };
    const { rows } = await this.db.query('select lineage from categories where id = $1', [parentId]);
    await this.insert('categories', { ...row, lineage: [...(rows[0]?.lineage ?? []), row.id] });
    return row;
  }

  /** A private album. */
  async album(columns: Row = {}): Promise<{ id: string; name: string }> {
    const row = {
      id: v7(),
      name: unique('album-'),
      visibility: 'PRIVATE',
      created_at: new Date(),
      ...columns,
    };
    await this.insert('albums', { ...row, owner_id: columns.owner_id ?? (await this.user()).id });
    return row;
  }

  /** The id of a share of an image. */
  async imageShare(imageId: string, columns: Row = {}): Promise<string> {
    const id = v7();
    await this.insert('image_shares', { id, image_id: imageId, created_at: new Date(), ...columns });
    return id;
  }

  private async insert(table: string, row: Row): Promise<void> {
    const columns = Object.keys(row);
    const places = columns.map((_, index) => `$${index + 1}`);
    await this.db.query(`insert into ${table} (${columns}) values (${places})`, Object.values(row));
  }
}
