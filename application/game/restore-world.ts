// A world that goes on where the journal ends: its tick, the ids that were given, what lies on the ground, letters, what is
// on the market, and when killed creatures come back.

import type { GameWorld } from '#domain/game.js';
import { Bag, createStackColumns } from '#domain/ledger/bag.js';
import { Deed } from '#domain/ledger/deed.js';
import { destroyUnits } from '#domain/ledger/stacks.js';
import { createLoot } from '#domain/loot/create-loot.js';
import { HolderKind, LedgerVerb } from '#domain/vocabulary/generated/words.js';
import type { SwitchableVerb } from '#domain/ledger/switchable-verbs.js';
import type { FallenMember } from '#domain/ledger/state/ledger-state.js';
import type { KeptSanction } from '#ports/storage/sanction-book.js';
import type { GroundStack } from '#ports/storage/journal.js';
import { restoreDocuments } from './restore-documents.js';
import type { DocumentsBeginning } from './restore-documents.js';

export interface WorldBeginning extends DocumentsBeginning {
  /** Tick of the last entry of the journal. */
  readonly tick: number;
  /** The highest id that a stack ever had. */
  readonly instance: number;
  readonly ground: readonly GroundStack[];
  readonly fallen: readonly FallenMember[];
  /** What operators have switched off; nothing if left out. It is no fact of the journal (ports/storage/notes/switch-note). */
  readonly closed?: readonly SwitchableVerb[];
  /** Those that hold; none if left out (ports/storage/sanction-book). Game keeps them. */
  readonly sanctions?: readonly KeptSanction[];
}

/** Before the first tick. What lay on a map that is gone decays, and the ledger notes it. */
export function restoreWorld(world: GameWorld, begin: WorldBeginning): void {
  const { tick, instance, ground } = begin;
  world.tick = tick;
  world.facts.now = tick;
  world.tables.ledger.lastInstance = instance;
  for (const verb of begin.closed ?? []) world.tables.ledger.switchVerb(LedgerVerb[verb], false);
  for (const stack of ground) if (!lay(world, stack)) decay(world, stack);
  restoreDocuments(world, begin);
  for (const member of begin.fallen) keepAway(world, member);
}

/** A start brings nothing back before its time. Groups and members that the content has no more are passed over. */
function keepAway(world: GameWorld, { map, spawnGroup, member, dueTick }: FallenMember): void {
  const mapIndex = world.maps.findIndex(({ definition }) => definition.id === map);
  if (mapIndex < 0) return;
  const { spawnGroups } = world.maps[mapIndex]!.definition;
  const group = spawnGroups.findIndex(({ key }) => key === spawnGroup);
  if (group >= 0) world.tables.spawns.timers.putOff(mapIndex, group, member, dueTick);
}

function lay(world: GameWorld, stack: GroundStack): boolean {
  const map = world.maps.findIndex(({ definition }) => definition.id === stack.map);
  if (map < 0) return false;
  const { x, y, item, character: owner } = stack;
  const id = createLoot(world, { map, x, y, facing: 0, item, owner });
  if (id === 0) return false;
  const row = world.rowOf(id);
  const { columns } = world.components.loot;
  columns.items[row] = stack.item;
  columns.counts[row] = stack.count;
  columns.instances[row] = stack.instance;
  columns.wear[row] = stack.wear;
  columns.bound[row] = stack.bound;
  columns.ownedUntilTick[row] = stack.sinceTick + world.content.rules.lootOwnedTicks;
  columns.expiresTick[row] = stack.sinceTick + stack.ticks;
  return true;
}

function decay(world: GameWorld, stack: GroundStack): void {
  if (!world.facts.reserve(1)) throw new Error('more lay on the ground than can be noted');
  const columns = createStackColumns(1);
  columns.items[0] = stack.item;
  columns.counts[0] = stack.count;
  columns.instances[0] = stack.instance;
  columns.wear[0] = stack.wear;
  columns.bound[0] = stack.bound;
  const bag = new Bag().pointAt(columns, 0, 1).of(HolderKind.ground, 0, 0);
  destroyUnits(world, new Deed().is(LedgerVerb.decay, 0), bag, 0, stack.count);
}
