// What comes between two verbs: a server that dies, a session that is gone, another map, an operator's hand, and who does
// one of them is erased.

import { applyInTick } from '#application/operations/apply-in-tick.js';
import { switchableVerbNames } from '#domain/ledger/switchable-verbs.js';
import type { CommandKind } from '#ports/admin/operations/operator-command.js';
import type { EconomyPlayer } from '../server/economy-player.js';
import type { EconomyStage } from '../server/stage.js';
import * as hands from './hands.js';
import type { Variation } from './variation.js';

/** `way`: which of several. */
type Edit = (stage: EconomyStage, players: readonly EconomyPlayer[], way: number) => void | Promise<void>;

/** Why a command is none of these faults. */
interface NoFault {
  readonly none: string;
}

/** What operators can do to those who play, by command: each has an entry, or a reason for having none. */
const edits = {
  kick: ({ server }, players) => {
    for (const { name, characterId } of players)
      applyInTick(server.simulation, 'kick', { name, characterId, message: 'out' });
  },
  broadcast: ({ server }) => void applyInTick(server.simulation, 'broadcast', { text: 'hear, hear' }),
  drain: (stage) => stage.restart(),
  plan: { none: 'it is a drain, later' },
  unplan: { none: 'it moves nothing' },
  // It undoes a drain, and so follows one.
  reopen: (stage) => stage.restart(),
  verbSwitch: ({ server }, _, way) =>
    server.switchVerb(switchableVerbNames[way % switchableVerbNames.length]!, false),
  export: { none: 'it only reads' },
  possessions: { none: 'it only reads' },
  playerLedger: { none: 'it only reads' },
  stackHistory: { none: 'it only reads' },
  economy: { none: 'it only reads' },
  gains: { none: 'it only reads' },
  ticks: { none: 'it only reads' },
  erase: { none: 'it is a fault of its own' },
  grantItems: hands.grantItems,
  grantCoins: hands.grantCoins,
  seizeItems: hands.seizeItems,
  seizeCoins: hands.seizeCoins,
  // Only who is away: it is sent out, and comes back when that is done.
  restore: (stage, players, way) => stage.restoreLater(players, way),
  restorePreview: { none: 'it only reads' },
  heal: hands.heal,
  teleport: hands.carryAway,
  sanction: { none: 'a ban ends a session as a kick does, a mute moves nothing' },
  lift: { none: 'it moves nothing' },
  backups: { none: 'it only reads' },
  makeBackup: { none: 'it only reads' },
  verifyBackup: { none: 'it only reads' },
} satisfies { readonly [Kind in CommandKind]: Edit | NoFault };

/** Verbs that operators switched off are refused until they are on again. */
export function switchAll({ server }: EconomyStage, isOpen: boolean): void {
  for (const verb of switchableVerbNames) server.switchVerb(verb, isOpen);
}

const allEdits: readonly Edit[] = [
  ...Object.values(edits).filter((edit) => typeof edit === 'function'),
  (stage) => switchAll(stage, false),
  // One of many, and so it has more turns than the others.
  edits.verbSwitch,
];

/** A `way` of the fault `operator` in which it is this edit, as the so manieth of its ways. */
export function wayOf(kind: keyof typeof edits, nth: number): number {
  const index = allEdits.indexOf(edits[kind] as Edit);
  if (index < 0) throw new Error(`${kind} is no fault`);
  return index + nth * allEdits.length;
}

/** Before the rules' part of a tick. Deaths of servers come elsewhere: they can fall into the middle of a tick. */
export async function bringAbout(stage: EconomyStage, variation: Variation): Promise<void> {
  const { fault, meets, way } = variation;
  const players = stage.players.filter((_, index) => meets === 2 || meets === index);
  switch (fault) {
    case 'disconnect':
      for (const player of players)
        if (way % 2 === 0) stage.leave(player);
        else stage.join(player);
      return;
    case 'travel':
      for (const player of players) stage.travel(player);
      return;
    case 'operator':
      return allEdits[way % allEdits.length]!(stage, players, Math.floor(way / allEdits.length));
    case 'erase':
      for (const player of players) await stage.erase(player);
      return;
    case 'none':
    case 'crash':
    case 'kill':
  }
}
