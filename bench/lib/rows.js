import { v7 } from 'uuid';
import { createRandom, pick, proseOf, titleOf, words } from './words.js';

export const userCount = 1_000;
export const tagCount = 500;
export const tagsPerPost = 3;
/** Every fourth post has a conversation below it; the others have none. */
const postsPerConversation = 4;
const commentsPerConversation = 12;
const repliesPerConversation = 2;

const firstMoment = Date.parse('2020-01-01T00:00:00Z');
/** Every row of the data set is older than this, and whatever a round writes is younger. */
export const lastMoment = Date.parse('2026-01-01T00:00:00Z');

/** bcrypt of nothing anybody knows: nobody signs in with a password here. */
const passwordHash = '$2b$12$7/fI/EfsmDIrXHctrJAgRudkPJo/1mLNG5mmTAEjE0JVbD/ttnAU6';

/** Time-ordered like the product's own ids, and the same in every run. */
const idAt = (random, moment) =>
  v7({ msecs: moment, random: Uint8Array.from({ length: 16 }, () => Math.floor(random() * 256)), seq: 0 });

export function makeUsers() {
  const random = createRandom(1);
  return Array.from({ length: userCount }, (_, index) => {
    const username = `writer${String(index).padStart(4, '0')}`;
    const moment = firstMoment + index;
    return {
      id: idAt(random, moment),
      username,
      username_key: username,
      display_name: titleOf(random),
      email: `${username}@example.org`,
      password_hash: passwordHash,
      created_at: new Date(moment),
      updated_at: new Date(moment),
    };
  });
}

/** One a user, alive for ten years. */
export function makeSessions(users) {
  const random = createRandom(2);
  return users.map((user) => ({
    id: idAt(random, user.created_at.getTime()),
    user_id: user.id,
    created_at: user.created_at,
    last_used_at: user.created_at,
    expires_at: new Date(Date.now() + 10 * 365 * 86_400_000),
  }));
}

export function makeTags() {
  const random = createRandom(3);
  return Array.from({ length: tagCount }, (_, index) => {
    const [first, second] = words(random, 2);
    const name = `${first} ${second} ${index}`;
    return { id: idAt(random, firstMoment + index), name, key: name, slug: name.replaceAll(' ', '-') };
  });
}

/** About 2 kB of words that do not differ in how often they come. */
const plainText = (random) => ({
  title: titleOf(random),
  content: proseOf(random, 1_800 + Math.floor(random() * 400)),
});

/** Ten comments on a post, and two replies to the first of them. */
function makeComments(random, post, users) {
  const comments = [];
  for (let index = 0; index < commentsPerConversation; index++) {
    const moment = new Date(post.created_at.getTime() + 1 + Math.floor(index / 2));
    const replies = index >= commentsPerConversation - repliesPerConversation;
    comments.push({
      id: idAt(random, moment.getTime()),
      body: proseOf(random, 100 + Math.floor(random() * 200)),
      level: replies ? 2 : 1,
      post_id: post.id,
      parent_id: replies ? comments[0].id : null,
      author_id: pick(random, users).id,
      created_at: moment,
      updated_at: moment,
      hidden: false,
      deleted: false,
    });
  }
  return comments;
}

/** Yields posts in the order of their publication, with the ids of their tags and with their comments. */
export function* makePosts(count, users, tags, write = plainText) {
  const random = createRandom(4);
  const step = (lastMoment - firstMoment - 86_400_000) / count;
  for (let index = 0; index < count; index++) {
    const moment = new Date(Math.floor(firstMoment + 3_600_000 + index * step));
    const { title, content } = write(random, index);
    const post = {
      id: idAt(random, moment.getTime()),
      slug: `${title.toLowerCase().replace(/\W+/g, '-')}-${index}`,
      title,
      content,
      summary: content.replace(/\s+/g, ' ').slice(0, 501),
      reading_minutes: 1,
      status: 'PUBLISHED',
      published_at: moment,
      created_at: moment,
      updated_at: moment,
      author_id: pick(random, users).id,
    };
    const tagIds = new Set();
    while (tagIds.size < tagsPerPost) tagIds.add(pick(random, tags).id);
    const comments = index % postsPerConversation === 0 ? makeComments(random, post, users) : [];
    yield { post, tagIds: [...tagIds], comments };
  }
}
