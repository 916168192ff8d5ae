// The state of a command in plain words.
import { Command } from '../api/models';
import { formatDateTime } from '../ui/format';
import { commandKinds } from './kinds/command-kinds';

export type Tone = 'plain' | 'ok' | 'warn' | 'bad';

export interface CommandWords {
  readonly tone: Tone;
  /** In a word, for lists. */
  readonly word: string;
  readonly sentence: string;
}

export function isUnderWay({ state }: Pick<Command, 'state'>): boolean {
  return state === 'proposed' || state === 'queued' || state === 'delivered';
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
    case 'proposed':
      return {
        ...{ tone: 'warn', word: 'Proposed' },
        sentence: `Nothing is done yet: this is more than one person may do alone. It waits for a second person, who finds it under Approvals, until ${formatDateTime(Date.parse(command.deadline))}.`,
      };
    case 'declined':
      return {
        ...{ tone: 'warn', word: 'Declined' },
        sentence: `${command.proposal?.deciderName ?? 'Somebody'} declined it, and it is not done${saidOf(command)}`,
      };
    case 'withdrawn':
      return { tone: 'plain', word: 'Withdrawn', sentence: 'It was withdrawn, and is not done.' };
    case 'lapsed':
      return { tone: 'warn', word: 'Lapsed', sentence: lapseWords(command.refusal) };
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

function saidOf({ proposal }: Command): string {
  const words = proposal?.words ?? '';
  return words === '' ? '.' : `: “${words}”`;
}

const lapses: Readonly<Record<string, string>> = {
  'not-decided': 'Nobody decided in time, and it is not done. Propose it again if it is still wanted.',
  'proposer-may-not': 'Who proposed it may not do so any more. It is not done.',
  'player-erased': 'The player was erased. There is nobody to whom it could be done.',
  'player-gone': 'The player is not there any more as it was meant. It is not done.',
  'server-removed': 'The server was removed. It is not done.',
};

function lapseWords(refusal: string | null): string {
  const known = refusal !== null && Object.hasOwn(lapses, refusal) ? lapses[refusal] : undefined;
  return known ?? `It is not done: ${refusal ?? 'without a reason'}.`;
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
  'in-world':
    'The player is in the world, or on its way in or out. It has to be away: kick it, wait a moment, and propose it again.',
  'no-entry': 'The server does not keep that entry any more.',
  'not-begun': 'The character was not there yet.',
  'nothing-to-restore': 'The player has what it had then.',
  unfinished: 'The server has begun, and goes on with it by itself.',
  'backups-off': 'The server’s settings say that no backups are made there.',
  'backup-busy': 'The server is making or reading back another backup. Try again when that is done.',
  'unknown-backup': 'The server has no backup of this name any more.',
  'backup-key-missing': 'The server cannot read the file of its backup keys.',
  'backup-place-full': 'There is no room, for the copy or where the server’s backups go.',
  'backup-place-away': 'Where the server’s backups go gives no answer.',
  'backup-place-refused': 'Where the server’s backups go does not let the server in.',
  failed: 'It failed on the server; the server’s log says how.',
};

function refusalWords(refusal: string | null): string {
  const known = refusal !== null && Object.hasOwn(refusals, refusal) ? refusals[refusal] : undefined;
  return known ?? `The server refused it: ${refusal ?? 'without a reason'}.`;
}
