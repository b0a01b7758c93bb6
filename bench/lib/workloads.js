import { isDeepStrictEqual } from 'node:util';
import { tokenFor } from './token.js';
import { createRandom, pick, proseOf, titleOf } from './words.js';

/*
 * A workload makes cases (what is asked, by whom) and says what is wrong with the data of an answer: `problem`
 * returns a sentence, or nothing when the answer is right. `cases` are drawn at random; `create` makes new ones.
 */

const sameMoment = (text, expected) => new Date(text).getTime() === new Date(expected).getTime();

/** The product ends a cut text with an ellipsis, a peer may just cut it: both are at most 200 characters. */
const isExcerpt = (text, summary) =>
  text === summary.slice(0, 200) || text === `${summary.slice(0, 199).trimEnd()}…`;

function homeProblem(data, expected) {
  const { nodes, pageInfo } = data.posts;
  if (nodes.length !== expected.length) return `${nodes.length} posts instead of ${expected.length}`;
  const wrong = nodes.findIndex((node, index) => !isSamePost(node, expected[index]));
  if (wrong >= 0) return `post ${wrong} is ${JSON.stringify(nodes[wrong]).slice(0, 400)}`;
  if (pageInfo.hasNextPage !== true || !pageInfo.endCursor) return `pageInfo is ${JSON.stringify(pageInfo)}`;
}

function isSamePost(
  { excerpt, publishedAt, comments, ...node },
  { summary, publishedAt: moment, comments: conversation, ...expected },
) {
  const rightExcerpt = summary === undefined || isExcerpt(excerpt, summary);
  const rightComments = conversation === undefined || isSameConversation(comments.nodes, conversation);
  const rightMoment = sameMoment(publishedAt, moment);
  return rightExcerpt && rightComments && rightMoment && isDeepStrictEqual(node, expected);
}

const isSameConversation = (comments, expected) =>
  comments.length === expected.length &&
  comments.every((comment, index) => isSameComment(comment, expected[index]));

const isSameComment = ({ createdAt, ...comment }, { createdAt: moment, ...expected }) =>
  sameMoment(createdAt, moment) && isDeepStrictEqual(comment, expected);

const viewersOf = ({ users }) => users.map((user) => ({ viewer: user.viewer, token: tokenFor(user) }));

const W1 = {
  title: 'Home: the 20 newest posts with author and tags, as a guest',
  cases: ({ home }) => [{ expected: home }],
  problem: (data, { expected }) => homeProblem(data, expected),
};

const W2 = {
  title: 'One post of 2 kB by slug with its first ten comments, a random one of 5,000, as a guest',
  cases: ({ posts }) => posts.map(({ slug, post }) => ({ variables: { slug }, expected: post })),
  problem: ({ post }, { expected }) =>
    post && isSamePost(post, expected) ? undefined : `the post is ${JSON.stringify(post)?.slice(0, 400)}`,
};

const W3 = {
  title: 'The viewer by an access token, one of 1,000 users',
  cases: (expected) => viewersOf(expected).map(({ viewer, token }) => ({ token, expected: viewer })),
  problem: ({ viewer }, { expected }) =>
    isDeepStrictEqual(viewer, expected) ? undefined : `the viewer is ${JSON.stringify(viewer)}`,
};

const W4 = {
  title: 'Write a post of 2 kB with three tags, one of 1,000 users',
  creates: true,
  create: (expected) => {
    const random = createRandom(Date.now());
    const viewers = viewersOf(expected);
    const contents = Array.from({ length: 20 }, () => proseOf(random, 2_000));
    let count = Math.floor(random() * 26 ** 5);
    return () => {
      // A word nobody else uses stands first: a number at the end is what a server adds to a title that is taken.
      const title = `Q${letters(random() * 26 ** 5)}${letters(count++)} ${titleOf(random).toLowerCase()}`;
      const start = Math.floor(random() * (expected.tags.length - 3));
      const input = { title, content: pick(random, contents), tags: expected.tags.slice(start, start + 3) };
      return { token: pick(random, viewers).token, variables: { input }, expected: title };
    };
  },
  problem: ({ createPost: post }, { expected: title }) => {
    const slug = title.toLowerCase().replaceAll(' ', '-');
    const right = post.title === title && post.slug === slug && post.version === 1 && isId(post.id);
    return right ? undefined : `the new post is ${JSON.stringify(post)}`;
  },
};

const W5 = {
  title: '{ __typename }: what a request costs without data',
  cases: () => [{}],
  problem: (data) => (data.__typename === 'Query' ? undefined : `the data is ${JSON.stringify(data)}`),
};

const isId = (text) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

const letters = (number) =>
  Math.floor(number % 26 ** 5)
    .toString(26)
    .padStart(5, '0')
    .replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 26)));

export const workloads = { W1, W2, W3, W4, W5 };
