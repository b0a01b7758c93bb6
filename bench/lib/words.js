/** Numbers from 0 to 1 that are the same in every run: the data set has to be repeatable. */
export function createRandom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const vocabulary =
  `river stone ink paper morning letter harbour garden window silver quiet winter lantern bridge market
  orchard thunder copper meadow candle forest village mountain ribbon marble shadow kettle compass feather
  voyage island chapter station harvest painter violin archive valley ceramic mirror anchor cotton saddle
  temple amber basin canvas desert ember fabric glacier hollow ivory jasmine kernel ladder mosaic nectar
  obsidian pebble quarry rafter summit timber umbrella velvet willow yarn zephyr brush scroll bamboo crane
  lotus pavilion dragon jade tea rain cloud wind moon star`.split(/\s+/);

export const pick = (random, list) => list[Math.floor(random() * list.length)];

export const words = (random, count) => Array.from({ length: count }, () => pick(random, vocabulary));

const capital = (text) => text[0].toUpperCase() + text.slice(1);

const sentence = (random) => `${capital(words(random, 6 + Math.floor(random() * 10)).join(' '))}.`;

export const titleOf = (random) => capital(words(random, 3 + Math.floor(random() * 4)).join(' '));

/** About `length` characters of paragraphs. */
export function proseOf(random, length) {
  const paragraphs = [];
  for (let written = 0; written < length; ) {
    const paragraph = Array.from({ length: 3 }, () => sentence(random)).join(' ');
    paragraphs.push(paragraph);
    written += paragraph.length + 2;
  }
  return paragraphs.join('\n\n').slice(0, length).trimEnd();
}
