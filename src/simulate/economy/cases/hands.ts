// What operators do to those who play, in the middle of what they do: more is there than a moment ago, or less.

import { applyInTick } from '#application/operations/apply-in-tick.js';
import { pointAtInventory } from '#domain/inventory/bags.js';
import { Bag } from '#domain/ledger/bag.js';
import type { CommandKind } from '#ports/admin/operations/operator-command.js';
import type { EconomyPlayer } from '../server/economy-player.js';
import type { EconomyStage } from '../server/stage.js';

type Players = readonly EconomyPlayer[];

const bag = new Bag();

export function grantItems(stage: EconomyStage, players: Players, way: number): void {
  const { items } = stage.content.lists;
  const { id, key, stackMax } = items[way % items.length]!;
  const units = Math.min(stackMax, 1 + (way % 3));
  give(stage, players, 'grantItems', () => ({ args: { item: key, units }, of: id, amount: units }));
}

export function grantCoins(stage: EconomyStage, players: Players, way: number): void {
  const coins = 1 + (way % 50);
  give(stage, players, 'grantCoins', () => ({ args: { coins }, of: 0, amount: coins }));
}

/** One of what lies in the bag: it may be on a table, in an order that waits, about to be put on. */
export function seizeItems(stage: EconomyStage, players: Players, way: number): void {
  give(stage, players, 'seizeItems', (player) => {
    const row = stage.rowOf(player);
    if (row === 0) return undefined;
    pointAtInventory(stage.server.world, row, bag);
    const filled = Array.from({ length: bag.slots }, (_, slot) => slot).filter((slot) => bag.has(slot));
    const slot = filled[way % Math.max(1, filled.length)];
    if (slot === undefined) return undefined;
    const instance = bag.columns.instances[bag.first + slot]!;
    return { args: { instance, units: 1 }, of: bag.itemAt(slot), amount: -1 };
  });
}

export function seizeCoins(stage: EconomyStage, players: Players, way: number): void {
  const coins = 1 + (way % 5);
  give(stage, players, 'seizeCoins', () => ({ args: { coins }, of: 0, amount: -coins }));
}

export function heal(stage: EconomyStage, players: Players): void {
  give(stage, players, 'heal', () => ({ args: {}, of: 0, amount: 0 }));
}

/** To the other map, where no trade goes on. */
export function carryAway(stage: EconomyStage, players: Players): void {
  const { key } = stage.content.maps[1]!;
  give(stage, players, 'teleport', () => ({ args: { map: key, x: 5, y: 5 }, of: 0, amount: 0 }));
}

/** What a command takes of one player, and how much more there is of an item afterwards; coins are 0. */
interface Wish {
  readonly args: object;
  readonly of: number;
  readonly amount: number;
}

/** `wishOf` says undefined to leave a player alone. */
function give(
  { server, handed }: EconomyStage,
  players: Players,
  kind: CommandKind,
  wishOf: (player: EconomyPlayer) => Wish | undefined,
): void {
  for (const player of players) {
    const { name, characterId } = player;
    const wish = wishOf(player);
    if (wish === undefined) continue;
    const { args, of, amount } = wish;
    const answer = applyInTick(server.simulation, kind, { name, characterId, ...args });
    if (answer.outcome === 'applied') handed.set(of, (handed.get(of) ?? 0) + amount);
  }
}
