// Backups in plain words: how they stand, why one stays, what is wrong with one; and the command lines of a restore.
import { Backup, BackupEnd, BackupsAnswer } from '../api/models';

export type BackupTone = 'ok' | 'warn' | 'bad' | 'plain';

export interface Standing {
  readonly tone: BackupTone;
  /** In a word or two. */
  readonly word: string;
}

const faultWords = { damaged: 'damaged', 'other-key': 'other key', 'newer-format': 'newer format' } as const;

/** What is worst first. */
export function standingOf(seen: BackupsAnswer): Standing {
  const { isOn, unlisted, failure, isOverdue, total, work, backups } = seen;
  const newest = backups[0]?.check;
  if (!isOn) return { tone: 'warn', word: 'Off' };
  if (unlisted !== null) return { tone: 'bad', word: 'Not listed' };
  if (failure !== null) return { tone: 'bad', word: 'Last one failed' };
  if (isOverdue) return { tone: 'bad', word: 'Overdue' };
  if (newest?.fault) return { tone: 'bad', word: `Newest: ${faultWords[newest.fault]}` };
  if (work?.task === 'make') return { tone: 'plain', word: 'Being made' };
  if (work?.task === 'verify') return { tone: 'plain', word: 'Being read back' };
  return total === 0 ? { tone: 'warn', word: 'None yet' } : { tone: 'ok', word: 'Up to date' };
}

const keptWords: Readonly<Record<Backup['kept'][number], string>> = {
  newest: 'newest',
  hourly: 'hour',
  daily: 'day',
  weekly: 'week',
};

/** Of one that nothing keeps: it goes when the next has been made. */
export function keptAs({ kept }: Pick<Backup, 'kept'>): string {
  return kept.length === 0 ? 'goes next' : kept.map((reason) => keptWords[reason]).join(', ');
}

type Reason = NonNullable<BackupEnd['reason']>;

const reasons: Readonly<Record<Reason, string>> = {
  'backups-off': 'No backups are made there.',
  'backup-busy': 'Another one was being made or read back. Try again when that is done.',
  'unknown-backup': 'It is not there any more.',
  'backup-key-missing': 'The file of the backup keys cannot be read.',
  'backup-place-full': 'There is no room, for the copy or where backups go.',
  'backup-place-away': 'Where backups go gives no answer.',
  'backup-place-refused': 'Where backups go does not let us.',
  failed: 'It failed; the log says how.',
  damaged: 'Damaged: it is not what was written.',
  'other-key': 'It is sealed with a key that is not in the key file.',
  'newer-format': 'A newer program made it.',
};

export function reasonWords(reason: string): string {
  return Object.hasOwn(reasons, reason) ? reasons[reason as Reason] : `It was not done: ${reason}.`;
}

/** In a word, for the table; a backup was read back when it was made, too. */
export function checkWord({ check }: Pick<Backup, 'check'>): string {
  if (check === null) return 'when made';
  return check.fault === null ? 'well' : faultWords[check.fault];
}

/** What was asked for last, and what became of it. */
export function endWords({ task, name, reason, words }: BackupEnd): string {
  const said = words === '' ? '' : ` (${words})`;
  const which = name === null ? '' : ` ${name}`;
  if (task === 'make') return reason === null ? `Made${which}.` : `Not made: ${reasonWords(reason)}${said}`;
  return reason === null
    ? `Read back${which}: it is well.`
    : `Read back${which}: ${reasonWords(reason)}${said}`;
}

/** A command line of the checkout, and what it is for. */
export interface RestoreLine {
  readonly explains: string;
  readonly line: string;
}

/** Whose backups: the API's own, or a game server's. */
export type BackupKind = 'admin' | 'game';

export interface Restored {
  readonly kind: BackupKind;
  readonly origin: string;
  readonly backup: Pick<Backup, 'name' | 'madeAt'>;
}

/** Nothing in them needs quoting: names and ids are of letters, digits and dashes. */
export function restoreLines({ kind, origin, backup }: Restored): readonly RestoreLine[] {
  const of = `--of ${origin}`;
  if (kind === 'admin')
    return [
      {
        explains:
          'With the API stopped, and a database that holds nothing: move postgres out of the data folder and delete its line in the file data-folder, or let DATABASE_URL name a new database. Then',
        line: `npm run backup -- restore ${backup.name} --what admin ${of}`,
      },
    ];
  return [
    {
      explains: 'Beside the server, which may run on, into a folder without a game file:',
      line: `npm run backup -- restore ${backup.name} ${of} --to restored`,
    },
    {
      explains: 'In its place, with the server stopped and its game.sqlite* moved away:',
      line: `npm run backup -- restore ${backup.name} ${of}`,
    },
  ];
}

export const characterNameForm = /^[A-Za-z][A-Za-z0-9_-]{2,23}$/;

/** What one character owned when the backup was made, by the journal of the server as it is now. */
export function characterLines(name: string, { madeAt }: Pick<Backup, 'madeAt'>): readonly RestoreLine[] {
  const at = `${new Date(madeAt).toISOString().slice(0, 19)}Z`;
  return [
    {
      explains: 'What it owned then, in the file restored beside the server:',
      line: `npm run ledger -- character ${name} restored/game.sqlite`,
    },
    {
      explains: 'What would change, in the data folder of the server, which is stopped:',
      line: `npm run ledger -- restore ${name} ${at} data/game.sqlite`,
    },
    {
      explains: 'The same, and it is done:',
      line: `npm run ledger -- restore ${name} ${at} data/game.sqlite --yes`,
    },
  ];
}
