// Keeps characters: answers the simulation's requests for them and writes what it hands over. Saves are gathered and
// written in one transaction; the newest state of a character replaces an older one that still waits, and a load waits
// for the write before it, so that nobody ever meets an older self. Writes that fail are told by `saving`, and logged when
// that begins, while it lasts and when it ends, not at every try.

import { DisconnectReason } from '#domain/vocabulary/generated/words.js';
import { nilAccountId } from '#domain/player/character-sheet.js';
import {
  CharacterStoreError,
  type CharacterStore,
  type StoredCharacter,
} from '#ports/storage/character-store.js';
import { leastCharacterNumbers } from '#ports/storage/generated/character-numbers.js';
import type { Clock } from '#ports/system/clock.js';
import type { Log } from '#ports/system/log.js';
import { isGuestAccount } from '#ports/network/guest-account.js';
import { nameKey } from '#ports/names/name-key.js';
import { afterTimeAway } from './time-away.js';

export interface KeptCharacters {
  /** The character of the session is this one; `characterId` and `level` 0 for one that never was in the world. */
  loaded(session: number, character: StoredCharacter): void;
  /** `reason` tells the player's program whether trying again may help; `detail` is for the player, up to 64 bytes. */
  unavailable(session: number, reason: DisconnectReason, detail: string): void;
  /** A character that was handed over without an id is in the store under this one. Told with every such write. */
  numbered(character: StoredCharacter): void;
}

export interface Saving {
  /** Characters whose newest state is not stored. */
  readonly unsaved: number;
  /** For how long the one that waits longest has not been stored; 0 when none waits. */
  readonly oldestMs: number;
  /** Why the last write failed; undefined when it did not. */
  readonly fault: string | undefined;
}

export interface CharacterKeeperOptions {
  readonly store: CharacterStore;
  readonly clock: Clock;
  readonly log: Log;
  readonly answers: KeptCharacters;
  /** Characters that may wait to be written; more are refused, and the simulation offers them again. */
  readonly pendingMax?: number;
}

/** Every player of a full server, twice. */
const pendingMaxDefault = 20_000;
/** Characters in one transaction, so that a single write stays short. */
const batchMax = 500;
/** How often the log hears that writing still fails. */
const remindMs = 60_000;

interface Waiting {
  readonly character: StoredCharacter;
  /** Since when this character's newest state is not stored. */
  readonly sinceMs: number;
}

export class CharacterKeeper {
  /** Characters written since the start. */
  saved = 0;
  /** Writes that failed and are tried again. */
  failedWrites = 0;
  /** States that the store can never take, dropped and logged whole: a broken rule somewhere else. */
  refused = 0;
  private readonly pending = new Map<string, Waiting>();
  /** Taken from `pending`, not yet stored. */
  private batch: readonly Waiting[] = [];
  private fault: string | undefined;
  private failingSinceMs = 0;
  private remindedMs = 0;
  private readonly pendingMax: number;
  private writing: Promise<void> | undefined;

  constructor(private readonly options: CharacterKeeperOptions) {
    this.pendingMax = options.pendingMax ?? pendingMaxDefault;
  }

  get waiting(): number {
    return this.pending.size;
  }

  /** How many more characters can wait. */
  get room(): number {
    return this.pendingMax - this.pending.size;
  }

  get saving(): Saving {
    const nowMs = this.options.clock.nowMs();
    let sinceMs = nowMs;
    for (const waiting of this.pending.values()) sinceMs = Math.min(sinceMs, waiting.sinceMs);
    for (const waiting of this.batch) sinceMs = Math.min(sinceMs, waiting.sinceMs);
    return {
      unsaved: this.pending.size + this.batch.length,
      oldestMs: nowMs - sinceMs,
      fault: this.fault,
    };
  }

  /** Takes over a character's newest state. False when too many wait already. */
  keep(character: StoredCharacter): boolean {
    const key = nameKey(character.name);
    if (!this.pending.has(key) && this.room <= 0) return false;
    const sinceMs = this.pending.get(key)?.sinceMs ?? this.options.clock.nowMs();
    this.pending.delete(key);
    this.pending.set(key, { character, sinceMs });
    return true;
  }

  /** Looks for a session's character, after everything that waits has been written. */
  async load(session: number, accountId: string, name: string): Promise<void> {
    const { store, answers, log, clock } = this.options;
    try {
      if (this.pending.has(nameKey(name)) || this.writing !== undefined) await this.flush();
      const found = await store.find(name);
      if (found === undefined) answers.loaded(session, newborn(accountId, name));
      else if (!mayPlay(accountId, found)) {
        answers.unavailable(session, DisconnectReason.nameTaken, 'this name belongs to somebody else');
      } else
        answers.loaded(session, { ...afterTimeAway(found, clock.unixMs() - found.savedUnixMs), accountId });
    } catch (error) {
      // While nothing can be written, that is what the log says.
      if (this.fault === undefined) log.error('a character could not be loaded', { name, error });
      answers.unavailable(
        session,
        DisconnectReason.characterUnavailable,
        'the character could not be loaded',
      );
    }
  }

  /** Writes what waits. Rejects when the store refuses; the characters then wait on. */
  async flush(): Promise<void> {
    while (this.writing !== undefined) await this.writing.catch(() => undefined);
    while (this.pending.size > 0) {
      this.writing = this.writeBatch();
      try {
        await this.writing;
      } finally {
        this.writing = undefined;
      }
    }
  }

  private async writeBatch(): Promise<void> {
    const batch = [...this.pending.values()].slice(0, batchMax);
    for (const { character } of batch) this.pending.delete(nameKey(character.name));
    this.batch = batch;
    try {
      await this.writeWhole(batch);
      this.noteSuccess();
    } catch (error) {
      this.noteFailure(error);
      throw error;
    } finally {
      this.batch = [];
    }
  }

  private async writeWhole(batch: readonly Waiting[]): Promise<void> {
    try {
      await this.write(batch.map(({ character }) => character));
    } catch (error) {
      this.failedWrites++;
      if (!isInvalid(error)) {
        this.putBack(batch);
        throw error;
      }
      await this.writeOneByOne(batch);
    }
  }

  private noteSuccess(): void {
    if (this.fault === undefined) return;
    const failedForMs = Math.round(this.options.clock.nowMs() - this.failingSinceMs);
    this.options.log.info('characters are saved again', { failedForMs, failedWrites: this.failedWrites });
    this.fault = undefined;
  }

  private noteFailure(error: unknown): void {
    const nowMs = this.options.clock.nowMs();
    const isNew = this.fault === undefined;
    this.fault = error instanceof Error ? error.message : String(error);
    if (isNew) this.failingSinceMs = nowMs;
    else if (nowMs - this.remindedMs < remindMs) return;
    this.remindedMs = nowMs;
    const { unsaved } = this.saving;
    this.options.log.error('characters cannot be saved; they wait and are tried again', {
      unsaved,
      reason: this.fault,
      ...(isNew ? {} : { failingForMs: Math.round(nowMs - this.failingSinceMs) }),
    });
  }

  private async write(batch: readonly StoredCharacter[]): Promise<void> {
    const { store, clock } = this.options;
    const known: StoredCharacter[] = [];
    for (const character of batch) {
      if (character.characterId !== 0) known.push(character);
      else await this.number(character, known);
    }
    if (known.length > 0) await store.save(known, clock.unixMs());
    this.saved += batch.length;
  }

  /** One state that the store can never take must not keep the others from being written. */
  private async writeOneByOne(batch: readonly Waiting[]): Promise<void> {
    for (const [index, { character }] of batch.entries()) {
      try {
        await this.write([character]);
      } catch (error) {
        if (!isInvalid(error)) {
          this.putBack(batch.slice(index));
          throw error;
        }
        this.refused++;
        this.options.log.error('a character cannot be stored as it is', { character, error });
      }
    }
  }

  /** Unless something newer came meanwhile. */
  private putBack(batch: readonly Waiting[]): void {
    this.batch = [];
    for (const { character, sinceMs } of batch) {
      const key = nameKey(character.name);
      this.pending.set(key, { character: this.pending.get(key)?.character ?? character, sinceMs });
    }
  }

  /** Creates the character, whole; one that is stored already is added to the `known`, which are still to be written. */
  private async number(character: StoredCharacter, known: StoredCharacter[]): Promise<void> {
    const { store, clock, answers } = this.options;
    const stored = await store.find(character.name);
    const characterId = stored?.characterId ?? (await store.create(character, clock.unixMs()));
    const numbered = { ...character, characterId };
    if (stored !== undefined) known.push(numbered);
    answers.numbered(numbered);
  }
}

/** Its owner; or a guest, if it is from the time before guests had secrets: with the next save it is that guest's. */
function mayPlay(accountId: string, { accountId: owner }: StoredCharacter): boolean {
  return owner === accountId || (owner === nilAccountId && isGuestAccount(accountId));
}

function isInvalid(error: unknown): boolean {
  return (
    error instanceof CharacterStoreError &&
    (error.code === 'invalid-character' || error.code === 'unknown-character')
  );
}

/** A character that was never in the world; the simulation gives it its start. */
function newborn(accountId: string, name: string): StoredCharacter {
  return {
    characterId: 0,
    accountId,
    name,
    mapKey: '',
    ...leastCharacterNumbers,
    cooldowns: [],
    savedUnixMs: 0,
    inventory: [],
  };
}
