// What other threads ask of the journal's, and their ends of it: each port behaves as the store itself does, errors included.

import {
  CharacterStoreError,
  type CharacterStore,
  type StoredCharacter,
} from '#ports/storage/character-store.js';
import type { CommandLedger, LedgerEntry } from '#ports/storage/command-ledger.js';
import { FolderPartError } from '#ports/storage/folder-part.js';
import { JournalError } from '#ports/storage/journal.js';
import type { CharacterOwnership, OwnershipBook } from '#ports/storage/ownership.js';
import type { CommandAnswer } from '#ports/admin/operations/operator-command.js';
import type { RemoteCalls, CallTable } from './calls.js';
import { directoryCallTable, type DirectoryCalls, type DirectoryParts } from './directory-calls.js';
import type { ErrorClasses } from './wire-error.js';

/** Unanswered calls: more than all loads that the keeper has under way, and commands of operators. */
export const journalCallsMax = 16_384;

/** Of the ports; adapters have more. */
export const storageErrors: ErrorClasses = { CharacterStoreError, FolderPartError, JournalError };

type StoreCalls = Pick<CharacterStore, 'find' | 'create' | 'save' | 'count'>;

/** What the journal's thread answers, of the ports; and what it does besides. */
export interface JournalCalls extends DirectoryCalls {
  findCharacter: StoreCalls['find'];
  createCharacter: StoreCalls['create'];
  saveCharacters: StoreCalls['save'];
  countCharacters: StoreCalls['count'];
  findCommand: CommandLedger['find'];
  beginCommand: CommandLedger['begin'];
  concludeCommand: CommandLedger['conclude'];
  forgetCommands: CommandLedger['forget'];
  settle: OwnershipBook['settle'];
  ownedBy: OwnershipBook['ownedBy'];
  /** A consistent copy at the path, in pieces between its other work. */
  copy(path: string, signal?: AbortSignal): Promise<void>;
  /** Stores what waits, closes the file; nothing is answered afterwards. In words, what could not be stored or closed. */
  end(): Promise<readonly string[]>;
}

export interface JournalParts extends Pick<JournalCalls, 'copy' | 'end'>, DirectoryParts {
  readonly characters: StoreCalls;
  readonly commands: CommandLedger;
  readonly ownership: OwnershipBook;
}

export function journalCallTable(parts: JournalParts): CallTable & JournalCalls {
  const { characters, commands, ownership } = parts;
  return {
    findCharacter: (name) => characters.find(name),
    createCharacter: (character, nowUnixMs) => characters.create(character, nowUnixMs),
    saveCharacters: (list, nowUnixMs) => characters.save(list, nowUnixMs),
    countCharacters: () => characters.count(),
    findCommand: (id) => commands.find(id),
    beginCommand: (id, kind, nowUnixMs) => commands.begin(id, kind, nowUnixMs),
    concludeCommand: (id, answer) => commands.conclude(id, answer),
    forgetCommands: (beforeUnixMs) => commands.forget(beforeUnixMs),
    settle: () => ownership.settle(),
    ownedBy: (character) => ownership.ownedBy(character),
    ...directoryCallTable(parts),
    copy: (path, signal) => parts.copy(path, signal),
    end: () => parts.end(),
  };
}

type JournalCallsOut = Pick<RemoteCalls<JournalCalls>, 'call'>;

export class RemoteCharacterStore implements CharacterStore {
  #closed = false;
  readonly #underWay = new Set<Promise<unknown>>();

  constructor(private readonly caller: JournalCallsOut) {}

  find(name: string): Promise<StoredCharacter | undefined> {
    return this.#open(() => this.caller.call('findCharacter', name));
  }

  create(character: StoredCharacter, nowUnixMs: number): Promise<number> {
    return this.#open(() => this.caller.call('createCharacter', character, nowUnixMs));
  }

  save(characters: readonly StoredCharacter[], nowUnixMs: number): Promise<void> {
    return this.#open(() => this.caller.call('saveCharacters', characters, nowUnixMs));
  }

  count(): Promise<number> {
    return this.#open(() => this.caller.call('countCharacters'));
  }

  /** This end alone: the file is the journal's thread to close. */
  async close(): Promise<void> {
    this.#closed = true;
    await Promise.allSettled(this.#underWay);
  }

  async #open<Result>(call: () => Promise<Result>): Promise<Result> {
    if (this.#closed) throw new CharacterStoreError('closed', 'the character store is closed');
    const answer = call();
    this.#underWay.add(answer);
    try {
      return await answer;
    } finally {
      this.#underWay.delete(answer);
    }
  }
}

export class RemoteCommandLedger implements CommandLedger {
  constructor(private readonly caller: JournalCallsOut) {}

  find(id: string): Promise<LedgerEntry | undefined> {
    return this.caller.call('findCommand', id);
  }

  begin(id: string, kind: string, nowUnixMs: number): Promise<boolean> {
    return this.caller.call('beginCommand', id, kind, nowUnixMs);
  }

  conclude(id: string, answer: CommandAnswer): Promise<void> {
    return this.caller.call('concludeCommand', id, answer);
  }

  forget(beforeUnixMs: number): Promise<void> {
    return this.caller.call('forgetCommands', beforeUnixMs);
  }
}

export class RemoteOwnership implements OwnershipBook {
  constructor(private readonly caller: JournalCallsOut) {}

  settle(): Promise<boolean> {
    return this.caller.call('settle');
  }

  ownedBy(character: number): Promise<CharacterOwnership> {
    return this.caller.call('ownedBy', character);
  }
}
