// The state of a command in plain words.
import { Command } from '../api/models';
import { commandKinds } from './command-kinds';

export type Tone = 'plain' | 'ok' | 'warn' | 'bad';

export interface CommandWords {
  readonly tone: Tone;
  /** In a word, for lists. */
  readonly word: string;
  readonly sentence: string;
}

export function isUnderWay({ state }: Pick<Command, 'state'>): boolean {
  return state === 'queued' || state === 'delivered';
}

const ends: readonly Command['state'][] = ['refused', 'timed-out', 'unanswered', 'interrupted'];

export function wordsOf(command: Command): CommandWords {
  const words = plainWordsOf(command);
  const { stands } = commandKinds[command.kind];
  if (stands === undefined || !ends.includes(command.state)) return words;
  return { ...words, tone: 'warn', sentence: stands };
}

function plainWordsOf(command: Command): CommandWords {
  switch (command.state) {
    case 'queued':
      return { tone: 'plain', word: 'Waiting', sentence: 'Waits for the server to fetch it …' };
    case 'delivered':
      return { tone: 'plain', word: 'Delivered', sentence: 'The server has it …' };
    case 'applied':
      return { tone: 'ok', word: 'Done', sentence: `Done. ${commandKinds[command.kind].done(command)}` };
    case 'refused':
      return { tone: 'warn', word: 'Refused', sentence: refusalWords(command.refusal) };
    case 'timed-out':
      return {
        ...{ tone: 'bad', word: 'Timed out' },
        sentence: 'The server did not fetch it in time. It was not applied, and will not be.',
      };
    case 'unanswered':
      return {
        ...{ tone: 'bad', word: 'No answer' },
        sentence:
          'The server has it and has not answered in time. It may have been applied; when the server answers, it is shown here.',
      };
    case 'interrupted':
      return {
        ...{ tone: 'bad', word: 'Interrupted' },
        sentence:
          'The server ended while it was at it, and does not know whether it took effect. It is not applied again: look, and give it anew if need be.',
      };
  }
}

const refusals: Readonly<Record<string, string>> = {
  'not-here': 'The player is not in the world any more.',
  'already-draining': 'The server is being emptied already. Open it again first.',
  'not-draining': 'The server is open: there is nothing to take back.',
  'too-late': 'It came too late, and was not applied.',
  busy: 'The server has too much to do, and did not apply it. Try again.',
  'not-recorded': 'The server cannot write to its disk, and did not apply it.',
  'unknown-item': 'The server’s content has no item of this key.',
  'unknown-map': 'The server’s content has no map of this key.',
  'no-room': 'There is no room: neither in the bag nor in one letter, or the mailbox is full.',
  'not-enough': 'There are not so many.',
  'stack-gone': 'The player has no such stack on itself or in its bank any more.',
  dead: 'The player is dead, and has to stand up first.',
  'no-ground': 'Nobody can stand there.',
  unfinished: 'The server has begun, and goes on with it by itself.',
  failed: 'It failed on the server; the server’s log says how.',
};

function refusalWords(refusal: string | null): string {
  const known = refusal !== null && Object.hasOwn(refusals, refusal) ? refusals[refusal] : undefined;
  return known ?? `The server refused it: ${refusal ?? 'without a reason'}.`;
}
