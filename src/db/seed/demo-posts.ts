import { demoChineseA } from './demo-chinese-a.js';
import { demoChineseB } from './demo-chinese-b.js';
import { demoChineseC } from './demo-chinese-c.js';
import { demoChineseD } from './demo-chinese-d.js';
import { demoEnglishA } from './demo-english-a.js';
import { demoEnglishB } from './demo-english-b.js';
import { demoEnglishC } from './demo-english-c.js';
import { demoEnglishD } from './demo-english-d.js';
import type { DemoAngle, DemoTopic } from './demo-topic.js';

export type DemoPost = {
  /** The username of one of the demo authors. */
  author: string;
  title: string;
  content: string;
  tags: readonly string[];
};

type Section = { heading: string; body: string };

const topics: readonly DemoTopic[] = [
  ...demoEnglishA,
  ...demoEnglishB,
  ...demoEnglishC,
  ...demoEnglishD,
  ...demoChineseA,
  ...demoChineseB,
  ...demoChineseC,
  ...demoChineseD,
];

// No common divisor with the number of topics, so that a round meets each topic once, and neighbouring
// posts have different authors and, often, different languages.
const topicStride = 7;
// Each round starts elsewhere, as the same order four times over would show.
const roundShift = 11;

const wideCharacter = /[\u2e80-\u9fff\uff00-\uffef]/;
const keepsItsLines = /^(?:```|\||> |[-*+] |\d+\. )/;

/** The demo blog's 200 posts, oldest first; the same list at every call. */
export function demoPosts(): DemoPost[] {
  const rounds = Math.max(...topics.map((topic) => topic.angles.length));
  return Array.from({ length: rounds }, (_, round) => roundOfPosts(round)).flat();
}

function roundOfPosts(round: number): DemoPost[] {
  return topics.flatMap((_, step) => {
    const topic = topics[(step * topicStride + round * roundShift) % topics.length];
    const angle = topic?.angles[round];
    return topic && angle ? [composePost(topic, angle)] : [];
  });
}

function composePost(topic: DemoTopic, angle: DemoAngle): DemoPost {
  const sections = readSections(topic.bank);
  const blocks = [
    unwrapBlocks(angle.opening),
    ...Array.from(angle.plan, (letter) => chosenSection(sections, letter)),
    unwrapBlocks(angle.closing),
  ];
  return {
    author: topic.author,
    title: angle.title,
    content: `${blocks.join('\n\n')}\n`,
    tags: angle.tags,
  };
}

function readSections(bank: string): Section[] {
  return bank
    .split(/^## /m)
    .slice(1)
    .map((text) => {
      const end = text.indexOf('\n');
      return { heading: text.slice(0, end), body: unwrapBlocks(text.slice(end)) };
    });
}

function chosenSection(sections: readonly Section[], letter: string): string {
  const position = letter.toLowerCase().charCodeAt(0) - 'a'.charCodeAt(0);
  const section = sections[position];
  if (!section) throw new Error(`The bank has no section ${letter}`);
  return letter === letter.toLowerCase() ? section.body : `## ${section.heading}\n\n${section.body}`;
}

function unwrapBlocks(text: string): string {
  return splitBlocks(text.trim()).map(unwrapBlock).join('\n\n');
}

function splitBlocks(text: string): string[] {
  // A blank line inside a code block does not end the block.
  return text.match(/```[\s\S]*?```|[^\n]+(?:\n[^\n]+)*/g) ?? [];
}

// The source is wrapped for its reader; a line break between two Chinese characters would show as a space.
function unwrapBlock(block: string): string {
  if (keepsItsLines.test(block)) return block;
  return block.split('\n').reduce((line, next) => `${line}${needsSpace(line, next) ? ' ' : ''}${next}`);
}

function needsSpace(line: string, next: string): boolean {
  return !wideCharacter.test(line.slice(-1)) && !wideCharacter.test(next.slice(0, 1));
}
