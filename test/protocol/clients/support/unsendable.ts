// Messages that no codec may write, as lines for the test programs.

import { doubleWord } from './message-words.js';

interface Unsendable {
  readonly about: string;
  readonly question: string;
  readonly fault: string;
  /** For languages in which the message can be expressed at all. */
  readonly only?: string;
}

const half = doubleWord(0.5);

export const unsendable: readonly Unsendable[] = [
  {
    about: 'a step of no ticks',
    question: `encode MoveStep ${half} ${half} 0 0`,
    fault: 'outOfRange',
  },
  {
    about: 'a step of seven ticks',
    question: `encode MoveStep ${half} ${half} 0 7`,
    fault: 'outOfRange',
  },
  {
    about: 'a direction that is no number',
    question: `encode MoveStep ${doubleWord(NaN)} ${half} 0 1`,
    fault: 'outOfRange',
  },
  {
    about: 'a direction beyond the range, which is clamped',
    question: `encode MoveStep ${doubleWord(Infinity)} ${doubleWord(-7)} 0 1`,
    fault: 'xfe000001',
  },
  { about: 'a scope that does not exist', question: 'encode ChatRequest 9 x61', fault: 'outOfRange' },
  { about: 'a group that does not exist', question: 'encode EntityState 32', fault: 'outOfRange' },
  { about: 'a flag that does not exist', question: 'encode EntityState 16 32', fault: 'outOfRange' },
  { about: 'a slot that does not exist', question: 'encode EntityUpdate 250 0', fault: 'outOfRange' },
  {
    about: 'a fraction that is infinite',
    question: numbers(doubleWord(Infinity), half),
    fault: 'outOfRange',
  },
  { about: 'a fraction that is no number', question: numbers(half, doubleWord(NaN)), fault: 'outOfRange' },
  {
    about: 'text cut off inside a character',
    question: 'encode ChatRequest 1 xe282',
    fault: 'badText',
    only: 'C++',
  },
  { about: 'half a surrogate pair', question: 'encode ChatRequest 1 ud83d', fault: 'badText', only: 'C#' },
  {
    about: 'a surrogate pair turned round',
    question: 'encode ChatRequest 1 udc00d83d',
    fault: 'badText',
    only: 'C#',
  },
  {
    about: 'text above its cap',
    question: `encode ChatRequest 1 x${'61'.repeat(201)}`,
    fault: 'tooLong',
    only: 'C#',
  },
  {
    about: 'text that its type cannot hold',
    question: `encode ChatRequest 1 x${'61'.repeat(201)}`,
    fault: 'inexpressible',
    only: 'C++',
  },
  { about: 'more slots than there are', question: snapshot('251'), fault: 'tooLong', only: 'C#' },
  { about: 'fewer slots than none', question: snapshot('-1'), fault: 'tooLong', only: 'C#' },
  {
    about: 'more than a datagram carries',
    question: snapshot(
      `0 250 ${Array.from({ length: 250 }, (_, slot) => `${slot} 2 ${half} ${half}`).join(' ')}`,
    ),
    fault: 'tooLong',
  },
];

/** The specimen's fractions; everything else is in order. */
function numbers(single: string, double: string): string {
  return `encode Numbers ${single} ${double} ${half} 1 0 0 ${half} ${half} ${half} ${half} ${half} 0 1 0 0`;
}

function snapshot(removed: string): string {
  return `encode Snapshot 1 0 ${half} ${half} 1 1 ${removed}`;
}
