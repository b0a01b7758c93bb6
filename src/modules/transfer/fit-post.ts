import { badField } from '../../core/errors.js';
import type { ForeignPost } from './foreign-post.js';

const mostTitle = 200;
const mostContent = 100_000;
const mostTags = 20;
const mostTag = 50;

/** What of a foreign post a post here can be, and what it had to lose for it. */
type Fitted = { input: { title: string; content: string; tags: string[] }; notes: string[] };

/** Throws BAD_USER_INPUT when its text can only be taken over in part: that would lose words. */
export function fitPost({ title, content, tags }: ForeignPost): Fitted {
  if (`${title}${content}`.includes('\0') || !`${title}${content}`.isWellFormed()) {
    throw badField(
      ['content'],
      'CHARACTER',
      'holds characters that no text can hold (U+0000 or half a pair)',
    );
  }
  if (lengthOf(content) > mostContent) {
    throw badField(['content'], 'LENGTH', `is longer than ${mostContent} characters; split it in two`);
  }
  const short = title.trim() || 'Untitled';
  const fitting = tags.filter((tag) => lengthOf(tag.trim()) <= mostTag && tag.trim() !== '');
  const notes = [
    ...(lengthOf(short) > mostTitle ? [`its title is cut to ${mostTitle} characters`] : []),
    ...(fitting.length < tags.length ? [`tags of more than ${mostTag} characters are left out`] : []),
    ...(fitting.length > mostTags ? [`only its first ${mostTags} tags are kept`] : []),
  ];
  const input = {
    title: [...short].slice(0, mostTitle).join(''),
    content,
    tags: fitting.slice(0, mostTags),
  };
  return { input, notes };
}

const lengthOf = (text: string): number => [...text].length;
