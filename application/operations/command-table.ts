// Every kind of command that a game server applies. A kind without an entry does not compile.

import type { CommandArguments, CommandKind } from '#ports/admin/operations/operator-command.js';
import { backups, makeBackup, verifyBackup } from './kinds/backup-commands.js';
import { broadcast } from './kinds/broadcast.js';
import type { CommandDefinition } from './kinds/command-definition.js';
import { drain, reopen } from './kinds/drain-and-reopen.js';
import { eraseCharacter } from './kinds/erase-character.js';
import { exportCharacter } from './kinds/export-character.js';
import { grantCoins, grantItems, heal, seizeCoins, seizeItems, teleport } from './kinds/hand-commands.js';
import { restore, restorePreview } from './kinds/restore.js';
import { lift, sanction } from './kinds/sanction-and-lift.js';
import { kick } from './kinds/kick.js';
import { plan, unplan } from './planned-drain.js';
import { economy, gains } from './kinds/tell-economy.js';
import { playerLedger, possessions, stackHistory } from './kinds/tell-history.js';
import { ticks } from './kinds/tell-ticks.js';
import { verbSwitch } from './kinds/verb-switch.js';

export const commandTable: { readonly [Kind in CommandKind]: CommandDefinition<CommandArguments[Kind]> } = {
  kick,
  broadcast,
  drain,
  plan,
  unplan,
  reopen,
  verbSwitch,
  export: exportCharacter,
  possessions,
  playerLedger,
  stackHistory,
  economy,
  gains,
  ticks,
  erase: eraseCharacter,
  grantItems,
  grantCoins,
  seizeItems,
  seizeCoins,
  restore,
  restorePreview,
  heal,
  teleport,
  sanction,
  lift,
  backups,
  makeBackup,
  verifyBackup,
};

/** By a kind's name, which another version may have given. */
export function findDefinition(kind: string): CommandDefinition<unknown> | undefined {
  if (!Object.hasOwn(commandTable, kind)) return undefined;
  return commandTable[kind as CommandKind] as CommandDefinition<unknown>;
}

/** What was read of the arguments, for the definition that read them. */
export function readArguments(definition: CommandDefinition<unknown>, args: unknown): unknown {
  if (typeof args !== 'object' || args === null || Array.isArray(args)) return undefined;
  return definition.read(args as Readonly<Record<string, unknown>>);
}
