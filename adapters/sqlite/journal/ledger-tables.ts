// Who has what, in tables: written with the last state of whatever changed, and read back. There are two sets of them
// (table-set.ts).

import type { Database } from 'better-sqlite3';
import {
  commandPlace,
  commandsKept,
  fallenPlace,
  professionPlace,
  questPlace,
  LedgerState,
  type DoneCommand,
  type GroundPlace,
  type LearnedProfession,
  type LedgerQuest,
  type LedgerStack,
} from '#domain/ledger/state/ledger-state.js';
import type { GroundStack, KeptItem } from '#ports/storage/journal.js';
import { DocumentTables } from './document-tables.js';
import { FallenTable } from './fallen-table.js';
import { OwnedWrites } from './owned/owned-writes.js';
import type { TableSet } from '../schema/table-set.js';

const stackColumns = 'instance, item, count, holder, owner, slot, wear, bound';
const questColumns = 'character, quest, stage, progress, completed, until_seconds AS untilSeconds';
const groundColumns = 'g.instance, g.map, g.x, g.y, g.character, g.ticks, g.since_tick AS sinceTick';

export class LedgerTables {
  readonly #reads: ReturnType<typeof prepareReads>;
  readonly owned: OwnedWrites;
  readonly documents: DocumentTables;
  readonly fallen: FallenTable;

  constructor(db: Database, set: TableSet = 'ledger') {
    this.#reads = prepareReads(db, set);
    this.owned = new OwnedWrites(db, set);
    this.documents = new DocumentTables(db, set);
    this.fallen = new FallenTable(db, set);
  }

  /** Ascending by slot. */
  stacksIn(holder: number, owner: number): LedgerStack[] {
    return this.#reads.stacksIn.all(owner, holder);
  }

  /** All that lies with an owner, whatever it lies in; of owner 0 what lies on the ground. */
  stacksOf(owner: number): LedgerStack[] {
    return this.#reads.stacksOf.all(owner);
  }

  /** Stacks that lie with more than one owner, a row for each of them: none but between two pieces of following-tables.ts. */
  doubledStacks(): { readonly instance: number; readonly owner: number }[] {
    return this.#reads.doubledStacks.all();
  }

  onGround(): GroundStack[] {
    return this.#reads.onGround.all();
  }

  keptItems(): KeptItem[] {
    return this.#reads.keptItems.all();
  }

  ground(instance: number): GroundPlace | undefined {
    return this.#reads.ground.get(instance);
  }

  coinsIn(kind: number, owner: number): number {
    return this.#reads.coins.get(owner, kind) ?? 0;
  }

  experienceOf(character: number): number {
    return this.#reads.experience.get(character) ?? 0;
  }

  /** Ascending by profession. */
  professionsOf(character: number): LearnedProfession[] {
    return this.#reads.professions.all(character);
  }

  skillIn(character: number, profession: number): number {
    return this.#reads.skill.get(character, profession) ?? 0;
  }

  commandsOf(character: number): DoneCommand[] {
    const first = commandPlace(character, 0);
    return this.#reads.commands.all(first, first + commandsKept - 1);
  }

  /** Ascending by quest. */
  questsOf(character: number): LedgerQuest[] {
    return this.#reads.quests.all(character);
  }

  all(): LedgerState {
    const state = new LedgerState();
    const reads = this.#reads;
    for (const stack of reads.allStacks.iterate()) state.stacks.set(stack.instance, stack);
    for (const { kind, owner, coins } of reads.allPurses.iterate()) state.purses.get(kind)?.set(owner, coins);
    for (const { character, points } of reads.allExperience.iterate())
      state.experience.set(character, points);
    for (const { character, profession, skill } of reads.allProfessions.iterate())
      state.professions.set(professionPlace(character, profession), skill);
    for (const done of reads.allCommands.iterate())
      state.commands.set(commandPlace(done.character, done.command), done);
    for (const place of reads.allGround.iterate()) state.ground.set(place.instance, place);
    for (const quest of reads.allQuests.iterate())
      state.quests.set(questPlace(quest.character, quest.quest), quest);
    this.documents.readInto(state);
    for (const member of this.fallen.all()) state.fallen.set(fallenPlace(member), member);
    return state;
  }
}

function prepareReads(db: Database, set: TableSet) {
  return {
    stacksIn: db.prepare<[number, number], LedgerStack>(
      `SELECT ${stackColumns} FROM ${set}_stacks WHERE owner = ? AND owner > 0 AND holder = ? ORDER BY slot, instance`,
    ),
    stacksOf: db.prepare<[number], LedgerStack>(`SELECT ${stackColumns} FROM ${set}_stacks WHERE owner = ?`),
    doubledStacks: db.prepare<[], { instance: number; owner: number }>(
      `SELECT instance, owner FROM ${set}_stacks WHERE instance IN
         (SELECT instance FROM ${set}_stacks GROUP BY instance HAVING count(*) > 1) ORDER BY instance, owner`,
    ),
    onGround: db.prepare<[], GroundStack>(
      `SELECT ${groundColumns}, s.item, s.count, s.wear, s.bound
       FROM ${set}_ground g JOIN ${set}_stacks s ON s.owner = 0 AND s.instance = g.instance ORDER BY g.instance`,
    ),
    keptItems: db.prepare<[], KeptItem>(
      `SELECT item, count(*) AS stacks, sum(count) AS units FROM ${set}_stacks GROUP BY item ORDER BY item`,
    ),
    ground: db.prepare<[number], GroundPlace>(
      `SELECT ${groundColumns} FROM ${set}_ground g WHERE instance = ?`,
    ),
    coins: db
      .prepare<[number, number], number>(`SELECT coins FROM ${set}_purses WHERE owner = ? AND kind = ?`)
      .pluck(),
    experience: db
      .prepare<[number], number>(`SELECT points FROM ${set}_experience WHERE character = ?`)
      .pluck(),
    professions: db.prepare<[number], LearnedProfession>(
      `SELECT profession, skill FROM ${set}_professions WHERE character = ? ORDER BY profession`,
    ),
    skill: db
      .prepare<[number, number], number>(
        `SELECT skill FROM ${set}_professions WHERE character = ? AND profession = ?`,
      )
      .pluck(),
    commands: db.prepare<[number, number], DoneCommand>(
      `SELECT character, command, request FROM ${set}_commands WHERE place BETWEEN ? AND ?`,
    ),
    quests: db.prepare<[number], LedgerQuest>(
      `SELECT ${questColumns} FROM ${set}_quests WHERE character = ? ORDER BY quest`,
    ),
    allQuests: db.prepare<[], LedgerQuest>(`SELECT ${questColumns} FROM ${set}_quests`),
    allStacks: db.prepare<[], LedgerStack>(`SELECT ${stackColumns} FROM ${set}_stacks`),
    allPurses: db.prepare<[], { kind: number; owner: number; coins: number }>(
      `SELECT kind, owner, coins FROM ${set}_purses`,
    ),
    allExperience: db.prepare<[], { character: number; points: number }>(
      `SELECT character, points FROM ${set}_experience WHERE points <> 0`,
    ),
    allProfessions: db.prepare<[], LearnedProfession & { character: number }>(
      `SELECT character, profession, skill FROM ${set}_professions`,
    ),
    allCommands: db.prepare<[], DoneCommand>(`SELECT character, command, request FROM ${set}_commands`),
    allGround: db.prepare<[], GroundPlace>(`SELECT ${groundColumns} FROM ${set}_ground g`),
  };
}
