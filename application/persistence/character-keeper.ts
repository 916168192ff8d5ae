// Keeps characters: answers the simulation's requests for them and writes what it hands over. Saves are gathered and
// written in one transaction; the newest state of a character replaces an older one that still waits, and a load waits
// for the write before it, so that nobody ever meets an older self. Writes that fail are told by `saving`, and logged when
// that begins, while it lasts and when it ends, not at every try.

import type { Content } from '#domain/content/content.js';
import { DisconnectReason } from '#domain/vocabulary/generated/words.js';
import { nilAccountId } from '#domain/player/character-sheet.js';
import {
  CharacterStoreError,
  type CharacterStore,
  type StoredCharacter,
} from '#ports/storage/characters/character-store.js';
import type { Clock } from '#ports/system/clock.js';
import type { Log } from '#ports/system/log.js';
import { isGuestAccount } from '#ports/network/guest-account.js';
import { nameKey } from '#ports/names/name-key.js';
import type { OwnershipBook } from '#ports/storage/ownership.js';
import { FailedLoads } from './failed-loads.js';
import { unborn, withPossessions } from './owned-by.js';
import { afterTimeAway } from './time-away.js';

export interface KeptCharacters {
  /** The character of the session is this one; `characterId` and `level` 0 for one that never was in the world. */
  loaded(session: number, character: StoredCharacter): void;
  /** `reason` tells the player's program whether trying again may help; `detail` is for the player, up to 64 bytes. */
  unavailable(session: number, reason: DisconnectReason, detail: string): void;
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
  readonly store: Pick<CharacterStore, 'find' | 'create' | 'save'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly answers: KeptCharacters;
  readonly content: Content;
  readonly ownership: OwnershipBook;
  /** Characters that may wait to be written; more are refused, and the simulation offers them again. */
  readonly pendingMax?: number;
}

/** Every player of a full server, twice. */
const pendingMaxDefault = 20_000;
/** Loads under way, beyond which the simulation's requests wait in their ring. */
const loadingMax = 6144;
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
  /** Those that failed, for readiness. */
  readonly loads: FailedLoads;
  private readonly pending = new Map<string, Waiting>();
  /** Taken from `pending`, not yet stored. */
  private batch: readonly Waiting[] = [];
  private fault: string | undefined;
  private failingSinceMs = 0;
  private remindedMs = 0;
  private readonly pendingMax: number;
  private writing: Promise<void> | undefined;
  private loading = 0;
  /** Why nobody is loaded, by keys of names. */
  private readonly shut = new Map<string, string>();

  constructor(private readonly options: CharacterKeeperOptions) {
    this.loads = new FailedLoads(options.clock);
    this.pendingMax = options.pendingMax ?? pendingMaxDefault;
  }

  get waiting(): number {
    return this.pending.size;
  }

  /** How many more characters it takes, to be kept or to be looked for. */
  get room(): number {
    return Math.min(this.pendingMax - this.pending.size, loadingMax - this.loading);
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

  /** Takes over a character's newest state, which has an id. False when too many wait already. */
  keep(character: StoredCharacter): boolean {
    const key = nameKey(character.name);
    if (!this.pending.has(key) && this.pending.size >= this.pendingMax) return false;
    const sinceMs = this.pending.get(key)?.sinceMs ?? this.options.clock.nowMs();
    this.pending.delete(key);
    this.pending.set(key, { character, sinceMs });
    return true;
  }

  /** Nobody is loaded by this name until `letIn`; `why` is for players, up to 64 bytes. */
  shutOut(name: string, why: string): void {
    this.shut.set(nameKey(name), why);
  }

  letIn(name: string): void {
    this.shut.delete(nameKey(name));
  }

  /** What waits of it is not stored any more; resolves when nothing of it is being written. */
  async forget(name: string): Promise<void> {
    const key = nameKey(name);
    this.pending.delete(key);
    while (this.isInBatch(key)) {
      await this.writing?.catch(() => undefined);
      this.pending.delete(key);
    }
  }

  /** Looks for a session's character, after its own last state has been written and all that happened before is stored. */
  async load(session: number, accountId: string, name: string): Promise<void> {
    this.loading++;
    try {
      await this.answer(session, accountId, name);
    } catch (error) {
      // While nothing can be written, that is what the log says.
      if (this.fault === undefined)
        this.options.log.error('a character could not be loaded', { name, error });
      this.options.answers.unavailable(
        session,
        DisconnectReason.characterUnavailable,
        'the character could not be loaded',
      );
    } finally {
      this.loading--;
    }
  }

  private async answer(session: number, accountId: string, name: string): Promise<void> {
    const { store, answers, clock, ownership, content } = this.options;
    await this.written(nameKey(name));
    const found = await this.watched('find', name, () => store.find(name));
    if (found !== undefined && !mayPlay(accountId, found)) {
      answers.unavailable(session, DisconnectReason.nameTaken, 'this name belongs to somebody else');
      return;
    }
    if (!(await ownership.settle())) {
      answers.unavailable(session, DisconnectReason.characterUnavailable, 'nothing can be stored now');
      return;
    }
    const whyShut = (): string | undefined => this.shut.get(nameKey(name));
    const shutAtFirst = whyShut();
    const character = shutAtFirst !== undefined ? undefined : (found ?? (await this.create(accountId, name)));
    const owned =
      character && (await this.watched('own', name, () => ownership.ownedBy(character.characterId)));
    const shut = whyShut() ?? shutAtFirst;
    if (character === undefined || owned === undefined || shut !== undefined) {
      answers.unavailable(session, DisconnectReason.characterUnavailable, shut ?? 'try again');
      return;
    }
    const here = afterTimeAway(character, clock.unixMs() - character.savedUnixMs);
    answers.loaded(session, withPossessions(owned, { ...here, accountId }, content));
  }

  /** Writes until the state of this character that waited is stored. Others may wait on: more come all the time. */
  private async written(key: string): Promise<void> {
    for (;;) {
      if (this.writing === undefined) {
        if (!this.pending.has(key)) return;
        await this.write(this.writeBatch(key));
      } else if (this.pending.has(key) || this.isInBatch(key)) await this.writing;
      else return;
    }
  }

  private isInBatch(key: string): boolean {
    return this.batch.some(({ character }) => nameKey(character.name) === key);
  }

  private async watched<Result>(
    step: 'find' | 'create' | 'own',
    name: string,
    work: () => Promise<Result>,
  ): Promise<Result> {
    try {
      const result = await work();
      this.loads.worked(step, name);
      return result;
    } catch (error) {
      this.loads.failed(step, name, error);
      throw error;
    }
  }

  /** It gets its id before it comes into the world, so that all that it will own can be told to be its own. */
  private async create(accountId: string, name: string): Promise<StoredCharacter> {
    const { store, clock, content } = this.options;
    const character = unborn(content, accountId, name);
    const nowUnixMs = clock.unixMs();
    const characterId = await this.watched('create', name, () => store.create(character, nowUnixMs));
    return { ...character, characterId, savedUnixMs: nowUnixMs };
  }

  /** Writes what waits. Rejects when the store refuses; the characters then wait on. */
  async flush(): Promise<void> {
    while (this.writing !== undefined) await this.writing.catch(() => undefined);
    while (this.pending.size > 0) await this.write(this.writeBatch());
  }

  /** One at a time: only when none is under way. */
  private async write(batch: Promise<void>): Promise<void> {
    this.writing = batch;
    try {
      await batch;
    } finally {
      this.writing = undefined;
    }
  }

  /** What waits longest, and before it the character `first`. */
  private async writeBatch(first?: string): Promise<void> {
    const urgent = first === undefined ? undefined : this.pending.get(first);
    const waiting = [...this.pending.values()].filter((one) => one !== urgent);
    const batch = [...(urgent === undefined ? [] : [urgent]), ...waiting].slice(0, batchMax);
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
      await this.store(batch.map(({ character }) => character));
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

  private async store(batch: readonly StoredCharacter[]): Promise<void> {
    await this.options.store.save(batch, this.options.clock.unixMs());
    this.saved += batch.length;
  }

  /** One state that the store can never take must not keep the others from being written. */
  private async writeOneByOne(batch: readonly Waiting[]): Promise<void> {
    for (const [index, { character }] of batch.entries()) {
      try {
        await this.store([character]);
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
