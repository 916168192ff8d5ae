// The command line of `npm run ledger`.

import { nearestName } from '#codegen/text/nearest-name.js';
import { parseCommandLine, type ParsedCommandLine } from '../process/command-line.js';
import { toggle } from '../process/flags.js';

/** What the ledger is asked for. */
export type LedgerTask =
  | { readonly task: 'check'; readonly file: string }
  | { readonly task: 'item'; readonly instance: number; readonly file: string }
  | { readonly task: 'character'; readonly name: string; readonly file: string }
  | {
      readonly task: 'restore';
      readonly name: string;
      /** Seconds since 1970. */
      readonly unixSeconds: number;
      readonly file: string;
      /** Otherwise it is only told. */
      readonly isMeant: boolean;
    };

const yes = toggle('do it; without it what would change is told');

const tasks = ['check', 'item', 'character', 'restore'] as const;

const ledgerUsage = [
  'npm run ledger -- check FILE       whether a journal adds up: created less destroyed is what is there, of every item,',
  '                                   of coins and experience; what does not add up is named',
  '                  item ID FILE     the whole life of the stack with this id, splits and merges followed, with dates and names as',
  '                                   far as the file has them; items are told by their id in the content',
  '                  character NAME FILE',
  '                                   what the character with this name owns, each stack with its id: the ID of item. An export of',
  '                                   a player has ids too (its ledger_stacks), and so have lines of check',
  '                  restore NAME TIME FILE [--yes]',
  '                                   what changes if the character with this name owns again what it owned at TIME, as in',
  '                                   2026-11-29T08:00:00Z: items, coins, experience, skills and quests, nobody else’s; with',
  '                                   --yes it is done; a TIME at which it was not there yet, or that is still to come, is',
  '                                   refused',
  '',
  'FILE is the game.sqlite of a server that is stopped, or a copy of one, with the -wal beside it if there is one.',
  'Without --yes nothing in it or beside it is changed, and both may be read-only: what is looked at is a copy of it in the',
  'folder for temporary files (TMPDIR names another one), which is gone afterwards.',
  'Exit code 0: it adds up, the stack was found, there is something to restore; 1: not; 2: wrong flags.',
];

export function parseLedgerFlags(args: readonly string[]): ParsedCommandLine<{ readonly task: LedgerTask }> {
  const parsed = parseCommandLine(
    { usage: ledgerUsage, flags: { yes } },
    args.filter((word) => word.startsWith('-')),
  );
  if (parsed.kind !== 'flags') return parsed;
  const isMeant = parsed.flags.yes;
  const task = taskOf(
    args.filter((word) => !word.startsWith('-')),
    isMeant,
  );
  if (typeof task === 'string') return faulty(task);
  if (isMeant && task.task !== 'restore') return faulty(`${task.task}: --yes is for restore alone`);
  return { kind: 'flags', flags: { task }, words: [] };
}

function faulty(problem: string): ParsedCommandLine<never> {
  return { kind: 'faulty', problems: [problem, '', ...ledgerUsage.slice(0, ledgerUsage.indexOf(''))] };
}

/** Or what is wrong with the words. */
function taskOf([task, ...words]: readonly string[], isMeant: boolean): LedgerTask | string {
  // As a variable leaves it that nobody set.
  if (words.some((word) => word.trim() === '')) return `${task}: a word is empty`;
  if (task === 'check') return checkOf(words);
  if (task === 'item') return itemOf(words);
  if (task === 'character') return characterOf(words);
  if (task === 'restore') return restoreOf(words, isMeant);
  const allowed = `must be one of ${tasks.join(', ')}`;
  if (task === undefined) return `what to do is missing: ${allowed}`;
  const meant = nearestName(task, tasks);
  return `${task}: ${allowed}${meant === undefined ? '' : `; did you mean ${meant}?`}`;
}

function checkOf([file, surplus]: readonly string[]): LedgerTask | string {
  if (file === undefined) return 'check: FILE is missing';
  if (surplus !== undefined) return `check: '${surplus}' is one word too many`;
  return { task: 'check', file };
}

function itemOf([id, file, surplus]: readonly string[]): LedgerTask | string {
  if (id === undefined) return 'item: ID and FILE are missing';
  const instance = Number(id);
  const isId = Number.isSafeInteger(instance) && instance >= 1;
  if (file === undefined) return isId ? 'item: FILE is missing' : `item: ID is missing before '${id}'`;
  if (!isId) return `item: ID '${id}' must be a whole number from 1 to ${Number.MAX_SAFE_INTEGER}`;
  if (surplus !== undefined) return `item: '${surplus}' is one word too many`;
  return { task: 'item', instance, file };
}

function characterOf([name, file, surplus]: readonly string[]): LedgerTask | string {
  if (name === undefined) return 'character: NAME and FILE are missing';
  if (file === undefined) return 'character: FILE is missing';
  if (surplus !== undefined) return `character: '${surplus}' is one word too many`;
  return { task: 'character', name, file };
}

/** A date and a time with its zone: what a clock on the wall says is not one moment. */
const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)$/;

/** The 31st of February would be taken for the 3rd of March. */
function isDay(time: string): boolean {
  const day = time.slice(0, '2026-11-29'.length);
  const parsed = new Date(day);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(day);
}

function restoreOf(words: readonly string[], isMeant: boolean): LedgerTask | string {
  const [name, time, file, surplus] = words;
  const missing = ['NAME', 'TIME', 'FILE'].slice(words.length);
  if (name === undefined || time === undefined || file === undefined)
    return `restore: ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing`;
  if (surplus !== undefined) return `restore: '${surplus}' is one word too many`;
  const unixSeconds = moment.test(time) && isDay(time) ? Math.floor(Date.parse(time) / 1000) : NaN;
  if (Number.isNaN(unixSeconds))
    return `restore: TIME '${time}' must be a date and time with its zone, as in 2026-11-29T08:00:00Z`;
  return { task: 'restore', name, unixSeconds, file, isMeant };
}
