// What facts left of stacks, purses, experience, professions, done commands, places on the ground and quests, in columns: the last state of each,
// also of what is no more. The same rules as LedgerState's, which stays the plain twin (test/adapters/sqlite/journal).

import {
  commandPlace,
  commandsKept,
  professionPlace,
  questAt,
  questPlace,
  type DoneCommand,
  type LedgerQuest,
  type LedgerStack,
} from '#domain/ledger/state/ledger-state.js';
import type { WordedFacts } from '#domain/vocabulary/generated/fact-codec.js';
import { FactKind } from '#domain/vocabulary/generated/facts.js';
import { HolderKind, PurseKind } from '#domain/vocabulary/generated/words.js';
import { RowColumns } from './row-columns.js';
import { stacksInOrder } from './stacks-in-order.js';

/** Numbers of kinds of purses are below it. */
const purseKinds = 8;
const knownPurses: ReadonlySet<number> = new Set(Object.values(PurseKind));
if (Math.max(...knownPurses) >= purseKinds) throw new Error('a kind of purse has no room');

/** In the order of the table: by owner, then kind. */
export function purseKey(kind: number, owner: number): number {
  return owner * purseKinds + kind;
}

export function purseOf(key: number): { readonly kind: number; readonly owner: number } {
  const kind = key % purseKinds;
  return { kind, owner: (key - kind) / purseKinds };
}

/** Numbers of a stack's row. */
export const stackAt = { count: 1, holder: 2, owner: 3, wasUnder: 7 } as const;
/** Of a place on the ground: 1 where the table may have it. */
export const wasThere = 7;

export const ownedTables = [
  ...(['stacks', 'purses', 'experience', 'professions', 'commands', 'ground', 'quests'] as const),
] as const;
export type OwnedTable = (typeof ownedTables)[number];

export class OwnedRows implements Readonly<Record<OwnedTable, RowColumns>> {
  /**
   * By instance: item, count (0 for gone), holder, owner, slot, wear, bound, and the owner that the table has it under: as
   * it was before the first of these facts, -1 when it was nowhere.
   */
  readonly stacks = new RowColumns(8);
  /** By purseKey: coins. */
  readonly purses = new RowColumns(1);
  /** By character: points. */
  readonly experience = new RowColumns(1);
  /** By professionPlace: points of skill. */
  readonly professions = new RowColumns(1);
  /** By commandPlace: character (0 for gone), command, request. */
  readonly commands = new RowColumns(3);
  /** By instance: 1 (0 for gone), map, x, y, character, ticks, since tick, 1 where the table may have it. */
  readonly ground = new RowColumns(8);
  /** By questPlace: stage, progress, completed (0 as the stage for gone), until. */
  readonly quests = new RowColumns(4);

  get count(): number {
    let count = 0;
    for (const table of ownedTables) count += this[table].count;
    return count;
  }

  /** False for a fact that is of something else. */
  apply(facts: WordedFacts, row: number): boolean {
    switch (facts.kind[row]) {
      case FactKind.stackChanged:
        this.#applyStack(facts, row);
        return true;
      case FactKind.coinsChanged:
        this.#applyCoins(facts, row);
        return true;
      case FactKind.experienceChanged:
        put(this.experience, facts.character[row]!, facts.after[row]!);
        return true;
      case FactKind.professionChanged:
        put(this.professions, professionPlace(facts.character[row]!, facts.outcome[row]!), facts.after[row]!);
        return true;
      case FactKind.commandDone:
        this.#applyCommand(facts, row);
        return true;
      case FactKind.laidOnGround:
        this.#applyGround(facts, row);
        return true;
      case FactKind.questChanged:
        this.#applyQuest(facts, row);
        return true;
      case FactKind.characterErased:
        this.#forgetCommands(facts.character[row]!);
        return true;
      default:
        return false;
    }
  }

  /** Those of a later time. */
  takeFrom(later: OwnedRows): void {
    this.purses.takeFrom(later.purses);
    this.experience.takeFrom(later.experience);
    this.professions.takeFrom(later.professions);
    this.quests.takeFrom(later.quests);
    this.stacks.takeFrom(later.stacks, stackAt.wasUnder);
    this.ground.takeFrom(later.ground, wasThere);
    this.#takeCommandsFrom(later.commands);
  }

  /** Steps of writing a table, in its order: rows, and of stacks what stacksInOrder says. */
  inOrder(table: OwnedTable): Float64Array {
    return table === 'stacks' ? stacksInOrder(this.stacks, stackAt) : this[table].inOrder();
  }

  clear(): void {
    for (const table of ownedTables) this[table].clear();
  }

  stackAt(row: number): LedgerStack {
    const { stacks } = this;
    const [item, count, holder, owner, slot, wear, bound] = stacks.values.subarray(row * stacks.width);
    return {
      ...{ instance: stacks.keyAt(row), item: item!, count: count!, holder: holder!, owner: owner! },
      ...{ slot: slot!, wear: wear!, bound: bound! },
    };
  }

  /** Undefined for one that is gone. */
  commandAt(row: number): DoneCommand | undefined {
    const [character, command, request] = this.commands.values.subarray(row * this.commands.width);
    return character === 0 ? undefined : { character: character!, command: command!, request: request! };
  }

  /** Undefined for one that leaves nothing behind. */
  questAt(row: number): LedgerQuest | undefined {
    const { quests } = this;
    const [stage, progress, completed, untilSeconds] = quests.values.subarray(row * quests.width);
    if (stage === 0 && completed === 0) return undefined;
    const numbers = {
      stage: stage!,
      progress: progress!,
      completed: completed!,
      untilSeconds: untilSeconds!,
    };
    return { ...questAt(quests.keyAt(row)), ...numbers };
  }

  #applyStack(facts: WordedFacts, row: number): void {
    const instance = facts.instance[row]!;
    const count = facts.after[row]!;
    const holder = facts.holder[row]!;
    if (holder !== HolderKind.ground || count === 0) this.#takeOffGround(facts.fromHolder[row]!, instance);
    const owner = facts.owner[row]!;
    const { stacks } = this;
    const isNew = stacks.find(instance) < 0;
    const at = stacks.claim(instance) * stacks.width;
    const { values } = stacks;
    if (isNew) values[at + stackAt.wasUnder] = cameFromNowhere(facts, row) ? -1 : facts.fromOwner[row]!;
    values[at] = facts.item[row]!;
    values[at + 1] = count;
    values[at + 2] = holder;
    values[at + 3] = owner;
    values[at + 4] = facts.slot[row]!;
    values[at + 5] = facts.wear[row]!;
    values[at + 6] = facts.bound[row]!;
  }

  #takeOffGround(fromHolder: number, instance: number): void {
    const { ground } = this;
    const isNew = ground.find(instance) < 0;
    if (isNew && fromHolder !== HolderKind.ground) return;
    const at = ground.claim(instance) * ground.width;
    ground.values[at] = 0;
    if (isNew) ground.values[at + wasThere] = 1;
  }

  #applyCoins(facts: WordedFacts, row: number): void {
    const kind = facts.holder[row]!;
    if (!knownPurses.has(kind)) throw new Error(`coins in a purse of kind ${kind}, which is none`);
    put(this.purses, purseKey(kind, facts.owner[row]!), facts.after[row]!);
  }

  #applyCommand(facts: WordedFacts, row: number): void {
    const character = facts.character[row]!;
    const command = facts.command[row]!;
    const { commands } = this;
    const place = commandPlace(character, command);
    const known = commands.find(place);
    if (known >= 0 && commands.values[known * commands.width + 1]! >= command) return;
    const at = commands.claim(place) * commands.width;
    commands.values[at] = character;
    commands.values[at + 1] = command;
    commands.values[at + 2] = facts.request[row]!;
  }

  /** The highest key of a place stays, unless its character is gone. */
  #takeCommandsFrom(later: RowColumns): void {
    const { commands } = this;
    const { width } = commands;
    for (let row = 0, from = 0; row < later.count; row++, from += width) {
      const known = commands.find(later.keyAt(row));
      const isGone = later.values[from] === 0;
      if (known >= 0 && !isGone && commands.values[known * width + 1]! >= later.values[from + 1]!) continue;
      const to = commands.claim(later.keyAt(row)) * width;
      for (let i = 0; i < width; i++) commands.values[to + i] = later.values[from + i]!;
    }
  }

  #applyQuest(facts: WordedFacts, row: number): void {
    const { quests } = this;
    const at = quests.claim(questPlace(facts.character[row]!, facts.quest[row]!)) * quests.width;
    quests.values[at] = facts.slot[row]!;
    quests.values[at + 1] = facts.amount[row]!;
    quests.values[at + 2] = facts.after[row]!;
    quests.values[at + 3] = facts.untilSeconds[row]!;
  }

  #forgetCommands(character: number): void {
    const first = commandPlace(character, 0);
    for (let place = first; place < first + commandsKept; place++) {
      const at = this.commands.claim(place) * this.commands.width;
      this.commands.values.fill(0, at, at + this.commands.width);
    }
  }

  /** False for one that perhaps lay there before: rights to it change where it lies. */
  #cameToGround(instance: number): boolean {
    const { stacks } = this;
    const row = stacks.find(instance);
    return row >= 0 && stacks.values[row * stacks.width + stackAt.wasUnder] !== 0;
  }

  #applyGround(facts: WordedFacts, row: number): void {
    const { ground } = this;
    const isNew = ground.find(facts.instance[row]!) < 0;
    const at = ground.claim(facts.instance[row]!) * ground.width;
    const { values } = ground;
    if (isNew) values[at + wasThere] = this.#cameToGround(facts.instance[row]!) ? 0 : 1;
    values[at] = 1;
    values[at + 1] = facts.map[row]!;
    values[at + 2] = facts.x[row]!;
    values[at + 3] = facts.y[row]!;
    values[at + 4] = facts.character[row]!;
    values[at + 5] = facts.amount[row]!;
    values[at + 6] = facts.tick[row]!;
  }
}

export function cameFromNowhere(facts: WordedFacts, row: number): boolean {
  return facts.fromHolder[row] === HolderKind.nowhere;
}

/** The first number of its row. */
function put(rows: RowColumns, key: number, value: number): void {
  const row = rows.claim(key);
  rows.values[row * rows.width] = value;
}
