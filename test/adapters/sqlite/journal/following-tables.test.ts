// The tables of the game file follow the journal by some windows: nobody who reads sees it, whatever was written of them when
// the server was killed, or could not be. Compared with LedgerState, which applies each entry at once.

import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { closeGameFile, openGameFile } from '#adapters/sqlite/game-file.js';
import type { GameFile } from '#adapters/sqlite/schema/opened-file.js';
import { SqliteJournal } from '#adapters/sqlite/journal/sqlite-journal.js';
import { StoredLedger } from '#adapters/sqlite/journal/stored-ledger.js';
import { checkLedger } from '#application/ledger/check-ledger.js';
import { doneCommands } from '#domain/ledger/done-commands.js';
import { FactRows } from '#domain/ledger/entries/fact-rows.js';
import { createRandomStreams, type RandomStream } from '#domain/engine/random/random-stream.js';
import { LedgerState, professionPlace, type LedgerStack } from '#domain/ledger/state/ledger-state.js';
import { stateDifferences } from '#domain/ledger/state/state-differences.js';
import { readWindow } from '#domain/ledger/entries/window.js';
import {
  noteCharacterErased,
  noteLaidOnGround,
  noteProfessionChanged,
} from '#domain/vocabulary/generated/facts.js';
import { HolderKind, LedgerVerb, Profession, PurseKind } from '#domain/vocabulary/generated/words.js';
import { EncodedWindows } from '#src/journal-traffic/encoded-windows.js';
import { encoded, stackChanged, type WriteFact } from '../../../support/ledger/written-facts.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';

const players = 6;
const files: GameFile[] = [];
afterEach(() => {
  for (const file of files.splice(0)) closeGameFile(file);
});

async function open(path: string, gatheredRows: number): Promise<{ journal: SqliteJournal; file: GameFile }> {
  const file = await openGameFile(path);
  files.push(file);
  return { file, journal: new SqliteJournal(file, { gatheredRows }) };
}

/**
 * A few stacks that go from hand to hand, to the ground and back, end and are made anew, most of them in every window; and
 * characters that learn.
 */
class ChangingHands {
  readonly #random: RandomStream;
  readonly #there = new Map<number, { holder: HolderKind; owner: number }>();
  readonly #skills = new Map<number, number>();
  #instance = 0;

  constructor(seed: number) {
    this.#random = createRandomStreams(seed, ['hands']).streams.hands;
  }

  next(tick: number): Uint8Array {
    const facts: WriteFact[] = [];
    for (let i = 0; i < 6; i++) {
      const instances = [...this.#there.keys()];
      const isMade = instances.length < 5 || this.#random.chance(1 / 8);
      const instance = isMade
        ? ++this.#instance
        : instances[this.#random.wholeBetween(0, instances.length - 1)]!;
      const from = this.#there.get(instance) ?? { holder: HolderKind.nowhere, owner: 0 };
      const to = this.#place(isMade);
      const amount = (isMade ? 3 : 0) - (to.holder === HolderKind.nowhere ? 3 : 0);
      const after = to.holder === HolderKind.nowhere ? 0 : 3;
      const origin = { fromHolder: from.holder, fromOwner: from.owner };
      facts.push(stackChanged({ instance, amount, after, ...to, ...origin }));
      if (to.holder === HolderKind.ground)
        facts.push((rows) => noteLaidOnGround(rows, 1, instance, 1, tick, 2, 3, 60));
      if (after === 0) this.#there.delete(instance);
      else this.#there.set(instance, to);
    }
    const learner = this.#random.wholeBetween(1, 3);
    const skill = (this.#skills.get(learner) ?? 0) + 1;
    this.#skills.set(learner, skill);
    facts.push((rows) =>
      noteProfessionChanged(rows, 0, learner, LedgerVerb.craft, Profession.cooking, 1, skill),
    );
    return encoded(tick, ...facts);
  }

  #place(isMade: boolean): { holder: HolderKind; owner: number } {
    const choice = this.#random.wholeBetween(0, isMade ? 6 : 7);
    if (choice === 7) return { holder: HolderKind.nowhere, owner: 0 };
    if (choice >= 5) return { holder: HolderKind.ground, owner: 0 };
    const holder = choice === 0 ? HolderKind.bank : HolderKind.inventory;
    return { holder, owner: this.#random.wholeBetween(1, 3) };
  }
}

function sorted<Row extends { instance: number }>(rows: ReadonlyMap<number, Row | undefined>): Row[] {
  return [...rows.values()].filter((row) => row !== undefined).sort((a, b) => a.instance - b.instance);
}

/** The plain twin. */
class Plain {
  readonly state = new LedgerState();
  readonly #rows = new FactRows(1);

  append(bytes: Uint8Array): void {
    readWindow(bytes, this.#rows, (rows) => this.state.apply(rows, 0));
  }

  /** All that reading one character, and nothing else, tells. */
  expectAlike(journal: SqliteJournal): void {
    const { stacks, purses, experience, professions, commands } = this.state;
    for (let character = 1; character <= players; character++) {
      for (const holder of [HolderKind.inventory, HolderKind.equipment, HolderKind.bank]) {
        const own = [...stacks.values()].filter(
          (stack) => stack.owner === character && stack.holder === holder,
        );
        own.sort((a, b) => a.slot - b.slot || a.instance - b.instance);
        expect(journal.stacksIn(holder, character)).toEqual(own);
      }
      const coins = purses.get(PurseKind.wallet)!.get(character) ?? 0;
      expect(journal.coinsIn(PurseKind.wallet, character)).toBe(coins);
      expect(journal.experienceOf(character)).toBe(experience.get(character) ?? 0);
      for (const { profession, skill } of journal.professionsOf(character))
        expect(professions.get(professionPlace(character, profession))).toBe(skill);
      expect(journal.commandsOf(character)).toEqual(doneCommands(character, (place) => commands.get(place)));
    }
  }
}

describe('tables that follow the journal', () => {
  it.each([1, 2, 3, 4])(
    'are read as if they did not, over kills, full disks and clean ends (seed %i)',
    async (seed) => {
      let path = join(temporaryFolder(), 'game.sqlite');
      const gatheredRows = [40, 100, 300, 5000][seed % 4]!;
      let { journal, file } = await open(path, gatheredRows);
      const windows = new EncodedWindows(20, players, seed);
      const plain = new Plain();
      let late = 0;
      for (let step = 0; step < 60; step++) {
        const { bytes } = windows.next();
        if (step % 7 === 3) {
          const pages = file.db.pragma('page_count', { simple: true }) as number;
          file.db.pragma(`max_page_count = ${pages}`);
          const first = journal.end.number + 1;
          // Whether it has room is the pages' affair; when it has none, nothing of it is there.
          let stored = true;
          for (let more = 0; stored && more < 20; more++) {
            const next = more === 0 ? bytes : windows.next().bytes;
            try {
              journal.append(journal.end.number + 1, next);
              plain.append(next);
            } catch (error) {
              expect(error).toMatchObject({ code: 'full' });
              stored = false;
              plain.expectAlike(journal);
              file.db.pragma('max_page_count = 1000000');
              journal.append(journal.end.number + 1, next);
              plain.append(next);
            }
          }
          file.db.pragma('max_page_count = 1000000');
          expect(journal.end.number).toBeGreaterThan(first);
        } else {
          journal.append(journal.end.number + 1, bytes);
          plain.append(bytes);
        }
        const followed = file.db.prepare('SELECT followed FROM journal_state').pluck().get() as number;
        if (followed < journal.end.number) late += 1;
        plain.expectAlike(journal);
        if (step % 10 === 9) {
          const killed = join(temporaryFolder(), 'game.sqlite');
          for (const end of ['', '-wal']) copyFileSync(`${path}${end}`, `${killed}${end}`);
          const stored = new StoredLedger(killed);
          expect(stateDifferences(stored.tables(), plain.state)).toEqual([]);
          expect(checkLedger(stored).findings).toEqual([]);
          stored.close();
          if (step % 20 === 9) {
            journal.close();
            closeGameFile(files.pop()!);
          } else {
            files.pop()!.db.close();
            path = killed;
          }
          ({ journal, file } = await open(path, gatheredRows));
          plain.expectAlike(journal);
          expect(stateDifferences(journal.tables(), plain.state)).toEqual([]);
        }
      }
      expect(late).toBeGreaterThan(10);
    },
  );

  it.each([1, 2, 3])(
    'have each stack once after a kill, however often it changed hands (seed %i)',
    async (seed) => {
      const path = join(temporaryFolder(), 'game.sqlite');
      const { journal } = await open(path, 40);
      const hands = new ChangingHands(seed);
      const plain = new Plain();
      for (let step = 1; step <= 120; step++) {
        const bytes = hands.next(step);
        journal.append(journal.end.number + 1, bytes);
        plain.append(bytes);
        const killed = join(temporaryFolder(), 'game.sqlite');
        for (const end of ['', '-wal']) copyFileSync(`${path}${end}`, `${killed}${end}`);
        const again = await open(killed, 40);
        plain.expectAlike(again.journal);
        // The tables themselves: a stack in two places would be read as one of them.
        const stacks = again.file.db.prepare<[], LedgerStack>('SELECT * FROM ledger_stacks').all();
        expect(stacks.sort((a, b) => a.instance - b.instance)).toEqual(sorted(plain.state.stacks));
        const ground = again.file.db
          .prepare('SELECT instance FROM ledger_ground ORDER BY instance')
          .pluck()
          .all();
        expect(ground).toEqual(sorted(plain.state.ground).map(({ instance }) => instance));
        again.journal.close();
        closeGameFile(files.pop()!);
      }
    },
  );

  it('forget the commands of a character that was erased, wherever they were', async () => {
    const path = join(temporaryFolder(), 'game.sqlite');
    const { journal } = await open(path, 40);
    const windows = new EncodedWindows(20, 2, 9);
    const plain = new Plain();
    const append = (bytes: Uint8Array): void => {
      journal.append(journal.end.number + 1, bytes);
      plain.append(bytes);
    };
    for (let i = 0; i < 5; i++) append(windows.next().bytes);
    expect(journal.commandsOf(1).done.length).toBeGreaterThan(3);
    append(encoded(1000, (facts) => noteCharacterErased(facts, 0, 1)));
    expect(journal.commandsOf(1)).toEqual({ highest: 0, done: [] });
    plain.expectAlike(journal);
    expect(journal.tables().commands).toEqual(plain.state.commands);
  });
});
