import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';

/** Below this, guessing would succeed even at the pace that failed sign-ins are allowed. */
const leastGuesses = 1e6;

/** No list of guesses has texts this long, however regular; the estimate does not know that. */
const alwaysStrongFrom = 40;

/** What may stand beside names before a password counts as more than they. */
const mostBesideNames = 4;

// Bounds the readings of a text full of signs that may stand for letters, each of which costs time.
const estimator = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs, l33tMaxSubstitutions: 10 });

const common = 'it is, or nearly is, on the lists of common passwords';

/** Why the estimate is low, in words for the person who chose the password. */
const reasons: Record<string, string> = {
  straightRow: 'it follows the keys of a keyboard',
  keyPattern: 'it follows the keys of a keyboard',
  simpleRepeat: 'it repeats itself',
  extendedRepeat: 'it repeats itself',
  sequences: 'it is a sequence, as abc and 123 are',
  recentYears: 'it is little more than a year',
  dates: 'it is little more than a date',
  topTen: common,
  topHundred: common,
  common,
  similarToCommon: common,
  userInputs: 'it is little more than your name, or the name of this server',
};

/** What the estimate leaves without a reason begins with a word that is on a list, though far down. */
const otherReason = 'it is little more than a common word';

const hints: Record<string, string> = {
  l33t: ' Signs in place of letters, such as @ for a, do not help.',
  reverseWords: ' Writing a word backwards does not help.',
};

type Weakness = { isCommon: boolean; message: string };

/**
 * Why a password of at most 72 bytes is easy to guess, or null. `names` are what an attacker of this account tries
 * first. Costs a few milliseconds, whatever the text.
 */
export function weakness(password: string, names: string[]): Weakness | null {
  const words = names.flatMap(withItsWords);
  if (isBuiltOn(password, words)) return because('userInputs');
  if ([...password].length >= alwaysStrongFrom) return null;
  const { guesses, feedback } = estimator.check(password, words);
  return guesses < leastGuesses ? because(feedback.warning, feedback.suggestions) : null;
}

function because(warning: string | null, suggestions: string[] = []): Weakness {
  const reason = reasons[warning ?? ''] ?? otherReason;
  const hint = suggestions.map((suggestion) => hints[suggestion] ?? '').join('');
  const message = `This password is easy to guess: ${reason}.${hint} A few words that have nothing to do with each other make a good one.`;
  return { isCommon: reason === common, message };
}

/** `Vera Ott` is tried as one word and as two. A single letter says nothing of a person. */
const withItsWords = (name: string): string[] =>
  [name, ...name.split(/[^\p{L}\p{M}\p{N}]+/u)]
    .map((word) => word.toLowerCase())
    .filter((word) => [...word].length > 1);

function isBuiltOn(password: string, words: string[]): boolean {
  const lower = password.toLowerCase();
  const rest = words.reduce((text, word) => text.replaceAll(word, ''), lower);
  return rest !== lower && [...rest].length <= mostBesideNames;
}
