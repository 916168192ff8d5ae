// A player gets back what it had before an entry of its ledger: first one sees what that would change, then one proposes it, and
// somebody else agrees, since it may be worth anything.

import type { AnsweredRestore } from '../../ledger/restore/answer-restore.js';
import type { AdminPorts } from '../access/admin-ports.js';
import type { Caller } from '../access/caller.js';
import { isServerAway } from '../operations/await-command.js';
import { documentOrRefusal, type DocumentResult } from '../operations/document-from.js';
import { fittingDocument, maybe, moment, type Like } from '../operations/fitting-document.js';
import { commandPlayer, type CommandPorts, type GiveCommandResult } from '../operations/give-command.js';

/** What the server says where there is nothing to show. */
const passed = ['no-entry', 'not-begun', 'nothing-to-restore'] as const;

export type ReadRestoreResult =
  | { readonly ok: true; readonly restore: AnsweredRestore }
  | { readonly ok: false; readonly reason: (typeof passed)[number] }
  | Extract<DocumentResult, { ok: false }>;

const stacks: Like = [{ stack: 1, item: 1, count: 1, holder: 'bank', slot: 0 }];
const change: Like = { now: 1, then: 1 };
const standing = maybe({ stage: 1, completed: 0 });
const restoreLike: Like = {
  ...{ entry: 1, storedUnix: maybe(moment), taken: stacks, given: stacks, coins: change, experience: change },
  elsewhere: [{ of: 1, stack: 2, count: 1, holder: 'letter', owner: 3 }],
  professions: [{ profession: 'cooking', now: 1, then: 1 }],
  quests: [{ quest: 1, name: maybe('Wolves'), now: standing, then: standing }],
  items: [{ id: 1, key: 'pelt', name: 'Pelt' }],
};

type Ports = CommandPorts & Pick<AdminPorts, 'pauses'>;

/** `before`: number of an entry. */
export async function readRestore(
  ports: Ports,
  caller: Caller,
  playerId: string,
  before: number,
): Promise<ReadRestoreResult> {
  const player = await ports.players.find(playerId);
  if (player === undefined) return { ok: false, reason: 'unknown-player' };
  const target = `player:${playerId}`;
  if (await isServerAway(ports, caller, { target, serverId: player.serverId }, 'restorePreview'))
    return { ok: false, reason: 'server-away' };
  const wish = { kind: 'restorePreview', reason: 'read', more: { before } } as const;
  const told = await documentOrRefusal(ports, await commandPlayer(ports, caller, playerId, wish), passed);
  if (!told.ok) return told;
  const restore = fittingDocument<AnsweredRestore>(told.document, restoreLike);
  return restore === undefined ? { ok: false, reason: 'unfit-answer' } : { ok: true, restore };
}

export function proposeRestore(
  ports: CommandPorts,
  caller: Caller,
  playerId: string,
  { before, reason }: { readonly before: number; readonly reason: string },
): Promise<GiveCommandResult> {
  const wish = { kind: 'restore', reason, more: { before }, beyond: 'any' } as const;
  return commandPlayer(ports, caller, playerId, wish);
}
