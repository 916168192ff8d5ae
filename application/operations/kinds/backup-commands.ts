// A game server tells of its backups, makes one, reads one back. None of it is done in the tick.

import type { BackupsAnswer, CommandArguments } from '#ports/admin/operations/operator-command.js';
import type { MakeResult, VerifyResult } from '#ports/backups/backup-desk.js';
import { backupNamePattern } from '#ports/backups/backup-vault.js';
import { refused, type ServerCommand } from './command-definition.js';

export const backups: ServerCommand<CommandArguments['backups']> = {
  where: 'server',
  read: () => ({}),
  async apply({ backups }) {
    const answer: BackupsAnswer = { told: (await backups?.tell()) ?? null };
    return { outcome: 'applied', players: 0, document: JSON.stringify(answer) };
  },
};

export const makeBackup: ServerCommand<CommandArguments['makeBackup']> = {
  where: 'server',
  read: () => ({}),
  async apply({ backups }) {
    return backups === undefined ? refused('backups-off') : answerTo(await backups.make());
  },
};

export const verifyBackup: ServerCommand<CommandArguments['verifyBackup']> = {
  where: 'server',
  read: ({ name }) => (typeof name === 'string' && backupNamePattern.test(name) ? { name } : undefined),
  async apply({ backups }, { name }) {
    return backups === undefined ? refused('backups-off') : answerTo(await backups.verify(name));
  },
};

function answerTo(result: MakeResult | VerifyResult) {
  if (!result.ok) return refused(result.reason);
  const { ok: _, ...found } = 'made' in result ? { ok: true, ...result.made } : result;
  return { outcome: 'applied', players: 0, document: JSON.stringify(found) } as const;
}
