import { createRandom, pick } from './words.js';

const syllables =
  'ba be bi co da de di fo ga ge ha in ka la le lo ma me mi na ne no or pa pe ra re ri ro sa se si ta te ti to va ve vi za'.split(
    ' ',
  );

/** Words of one to four parts, every one different. */
function vocabulary(size, makePart, seed) {
  const random = createRandom(seed);
  const words = new Set();
  while (words.size < size) {
    words.add(Array.from({ length: 1 + Math.floor(random() * 4) }, () => makePart(random)).join(''));
  }
  return [...words];
}

/** The first words are the most common, as in any language. */
export const english = vocabulary(8_000, (random) => pick(random, syllables), 5);
export const chinese = vocabulary(
  8_000,
  (random) => String.fromCharCode(0x4e00 + Math.floor(random() * 3_000)),
  6,
);

/** The word of rank n comes with a probability of 1/n, by Zipf's law. */
const common = (random, words) => words[Math.floor((words.length + 1) ** random()) - 1];

const several = (random, words, count) => Array.from({ length: count }, () => common(random, words));

/** Titles and texts of about 2 kB: every other post is Chinese. */
export function writeBilingual(random, index) {
  const isChinese = index % 2 === 1;
  const words = isChinese ? chinese : english;
  const [space, stop, perText] = isChinese ? ['', '。', 320] : [' ', '. ', 340];
  const sentence = () => several(random, words, 10).join(space);
  return {
    title: several(random, words, 5).join(space),
    content: Array.from({ length: perText / 10 }, sentence).join(stop),
  };
}
