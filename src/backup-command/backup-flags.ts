// The command line of `npm run backup`.

import { parseCommandLine, type ParsedCommandLine } from '../process/command-line.js';
import { oneOf, path, text } from '../process/flags.js';

export const tasks = ['list', 'create', 'verify', 'restore', 'new-key'] as const;

export interface BackupFlags {
  readonly task: (typeof tasks)[number];
  readonly name: string;
  readonly what: 'game' | 'admin';
  readonly of: string;
  readonly to: string;
  readonly config: string;
}

const usage = [
  'npm run backup -- [list|create|verify|restore|new-key] [NAME] [flags]',
  '',
  'list          the backups that there are, oldest first',
  'create        makes one now; the server must be stopped (while it runs it makes its own)',
  'verify NAME   fetches a backup, opens it, and compares and checks all of it; changes nothing',
  'restore NAME  the same, and puts it into a place where there is none',
  'new-key       puts a new key before those in the key file; older backups stay readable',
  '',
  'NAME is one of the list, or latest. Where backups lie and which key opens them say the settings (TOS_BACKUP…).',
  'Exit code 0: done; 1: not, and why; 2: wrong flags.',
];

export function parseBackupFlags(args: readonly string[]): ParsedCommandLine<BackupFlags> {
  const flags = {
    task: oneOf(tasks, 'list', 'what to do; the first bare word is taken for it'),
    name: text('latest', 'which backup; the second bare word is taken for it'),
    what: oneOf(['game', 'admin'], 'game', "the game server's database, or the admin API's"),
    of: text('', "whose: the server's id, or the API's data folder's; empty: this one's, or the only one's"),
    to: path('', 'folder into which a game file is restored; empty: TOS_DATA_DIR'),
    config: path('', 'the configuration file; empty: tos.config.json, if it is there'),
  };
  return parseCommandLine({ usage, flags, positions: ['task', 'name'] }, args);
}
