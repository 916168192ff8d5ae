// What outlives a server: its journal, its characters, what it noted of erasures and of switches, and what time it is. In
// memory, or in a game file as a real server has it.

import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MemoryCharacterStore } from '#adapters/memory/storage/character-store.js';
import { MemoryJournal } from '#adapters/memory/storage/journal.js';
import { closeGameFile } from '#adapters/sqlite/game-file.js';
import { SqliteJournal } from '#adapters/sqlite/journal/sqlite-journal.js';
import { SqliteCharacterStore } from '#adapters/sqlite/sqlite-character-store.js';
import type { SwitchableVerb } from '#domain/ledger/switchable-verbs.js';
import type { CharacterStore } from '#ports/storage/characters/character-store.js';
import type { ErasureBook } from '#ports/storage/erasure-book.js';
import type { Journal } from '#ports/storage/journal.js';
import { memoryGameStores, sqliteGameStores } from '../../../game-server/game-stores.js';
import { VirtualClock } from '../../work/virtual-clock.js';

interface Kept {
  readonly journal: Journal;
  readonly characters: CharacterStore;
  readonly erasures: ErasureBook;
}

export class Stores implements Kept {
  /** What time it is, in whole seconds since 1970. */
  nowSeconds = 1_800_000_000;
  readonly clock = new VirtualClock();
  /** What operators have switched off, as the control thread writes it down. */
  closed: readonly SwitchableVerb[] = [];

  constructor(protected kept: Kept = inMemory()) {}

  get journal(): Journal {
    return this.kept.journal;
  }

  get characters(): CharacterStore {
    return this.kept.characters;
  }

  get erasures(): ErasureBook {
    return this.kept.erasures;
  }

  /** The process that has them open dies; they are as the next one finds them. */
  async killed(): Promise<void> {
    // What is in memory is what was stored, and nothing else knows it.
  }

  async close(): Promise<void> {
    // As above.
  }
}

function inMemory(): Kept {
  const [journal, characters] = [new MemoryJournal(), new MemoryCharacterStore()];
  return { journal, characters, erasures: memoryGameStores({ characters, journal }).erasures };
}

/** Nothing of an opened file outlives its process: the next one opens the bytes that were written, and knows no more. */
export class FileStores extends Stores {
  #file: OpenFile;
  #deaths = 0;

  private constructor(
    private readonly folder: string,
    file: OpenFile,
  ) {
    super(file);
    this.#file = file;
  }

  static async make(): Promise<FileStores> {
    const folder = mkdtempSync(join(tmpdir(), 'tos-simulate-'));
    try {
      return new FileStores(folder, await openIn(join(folder, '0')));
    } catch (error) {
      rmSync(folder, { recursive: true, force: true });
      throw error;
    }
  }

  /** The system keeps what a killed process wrote: the file and its write-ahead log, with no end in good order. */
  override async killed(): Promise<void> {
    const [left, found] = [`${this.#deaths}`, `${++this.#deaths}`].map((name) => join(this.folder, name));
    cpSync(left!, found!, { recursive: true });
    this.#file.store.file.db.close();
    rmSync(left!, { recursive: true });
    this.kept = this.#file = await openIn(found!);
  }

  override async close(): Promise<void> {
    closeGameFile(this.#file.store.file);
    rmSync(this.folder, { recursive: true, force: true });
  }
}

interface OpenFile extends Kept {
  readonly store: SqliteCharacterStore;
}

async function openIn(folder: string): Promise<OpenFile> {
  mkdirSync(folder, { recursive: true });
  const store = await SqliteCharacterStore.open(join(folder, 'game.sqlite'));
  const journal = new SqliteJournal(store.file);
  const { erasures } = sqliteGameStores({ characters: store, journal });
  return { store, journal, characters: store, erasures };
}
