// The outbox in memory, of characters in memory. Behaves as the one in SQLite does.

import { randomBytes } from 'node:crypto';
import type { DirectoryBatch, ToldCharacter } from '#ports/admin/players/directory-batch.js';
import type {
  BatchQuery,
  DirectoryOutbox,
  OutboxFigures,
} from '#ports/storage/characters/directory-outbox.js';
import type { ErasedCharacter } from '#ports/admin/players/erased-character.js';
import type { StoredCharacter } from '#ports/storage/characters/character-store.js';

interface Note {
  change: number;
  sinceMs: number;
  isPressing: boolean;
}

interface UnderWay {
  readonly mark: string;
  readonly asOf: number;
  readonly ids: readonly number[];
  readonly walked: number | undefined;
}

export class MemoryDirectoryOutbox implements DirectoryOutbox {
  readonly #characters = new Map<number, ToldCharacter>();
  readonly #notes = new Map<number, Note>();
  /** When they were made. */
  readonly #erased = new Map<number, number>();
  #telling = newMark();
  #changes = 0;
  #number = 0;
  #acknowledged: string | null = null;
  #sending: string | undefined;
  /** Up to which id all have been told; undefined when all have. */
  #walked: number | undefined = 0;
  #underWay: UnderWay | undefined;

  /** To be called with whatever stores it. */
  stored(character: StoredCharacter, nowUnixMs: number): void {
    const { characterId, accountId, name, level, mapKey, playedSeconds } = character;
    const before = this.#characters.get(characterId);
    this.#characters.set(characterId, {
      ...{ characterId, accountId, name, level, map: mapKey, playedSeconds },
      ...{ createdAtUnixMs: before?.createdAtUnixMs ?? nowUnixMs, savedAtUnixMs: nowUnixMs },
    });
    const isSame =
      before?.level === level &&
      before.map === mapKey &&
      before.name === name &&
      before.accountId === accountId;
    this.#note(characterId, nowUnixMs, !isSame);
  }

  /** To be called with whatever removes it. */
  removed(characterId: number, nowUnixMs: number): void {
    this.#characters.delete(characterId);
    this.#note(characterId, nowUnixMs, true);
  }

  /** The same of one that is erased. */
  erased({ characterId, createdAtUnixMs }: ErasedCharacter, nowUnixMs: number): void {
    this.#erased.set(characterId, createdAtUnixMs);
    this.removed(characterId, nowUnixMs);
  }

  /** When it was made, of one that is there. */
  createdAt(characterId: number): number | undefined {
    return this.#characters.get(characterId)?.createdAtUnixMs;
  }

  async next({
    limit,
    restingSinceUnixMs,
    isGreeting = false,
  }: BatchQuery): Promise<DirectoryBatch | undefined> {
    const walked = this.#walked;
    const ids = this.#noted(true, walked === undefined ? limit : Math.ceil(limit / 2));
    const resting = this.#noted(false, limit - ids.length, restingSinceUnixMs);
    ids.push(...resting);
    const room = limit - ids.length;
    const walkedNow = walked === undefined ? [] : this.#after(walked).slice(0, room);
    const isNothing = ids.length === 0 && walked === undefined && this.#sending === undefined;
    if (isNothing && !isGreeting) return undefined;
    const isWhole = walked === undefined || walkedNow.length < room;
    const mark = (this.#sending ??= newMark());
    const told = [...new Set([...ids, ...walkedNow])];
    const asOf = this.#changes;
    const walkedTo = isWhole ? undefined : (walkedNow.at(-1) ?? walked);
    this.#underWay = { mark, asOf, ids: told, walked: walkedTo };
    return {
      ...{
        telling: this.#telling,
        number: this.#number + 1,
        mark,
        previous: this.#acknowledged,
        asOf,
        isWhole,
      },
      characters: told.flatMap((id) => this.#characters.get(id) ?? []),
      gone: told.filter((id) => !this.#characters.has(id)),
      erased: told.flatMap((characterId) => {
        const createdAtUnixMs = this.#characters.has(characterId) ? undefined : this.#erased.get(characterId);
        return createdAtUnixMs === undefined ? [] : [{ characterId, createdAtUnixMs }];
      }),
    };
  }

  async acknowledged(mark: string, nowUnixMs: number): Promise<void> {
    if (this.#underWay?.mark !== mark) return;
    const { ids, asOf, walked } = this.#underWay;
    for (const id of ids) {
      const note = this.#notes.get(id);
      if (note === undefined) continue;
      if (note.change <= asOf) this.#notes.delete(id);
      else note.sinceMs = nowUnixMs;
    }
    this.#number += 1;
    this.#acknowledged = mark;
    this.#walked = walked;
    this.#underWay = this.#sending = undefined;
  }

  async startOver(): Promise<void> {
    this.#telling = newMark();
    this.#number = 0;
    this.#acknowledged = null;
    this.#walked = 0;
    this.#underWay = this.#sending = undefined;
    for (const characterId of this.#erased.keys()) this.#note(characterId, 0, true);
  }

  async figures(): Promise<OutboxFigures> {
    const times = [...this.#notes.values()].map(({ sinceMs }) => sinceMs);
    const oldestUnixMs = times.length === 0 ? undefined : Math.min(...times);
    return { waiting: times.length, oldestUnixMs, isWhole: this.#walked === undefined };
  }

  #note(characterId: number, nowUnixMs: number, isPressing: boolean): void {
    this.#changes += 1;
    const before = this.#notes.get(characterId);
    this.#notes.set(characterId, {
      change: this.#changes,
      sinceMs: before?.sinceMs ?? nowUnixMs,
      isPressing: isPressing || before?.isPressing === true,
    });
  }

  #noted(isPressing: boolean, limit: number, sinceUnixMs = Infinity): number[] {
    return [...this.#notes]
      .filter(([, note]) => note.isPressing === isPressing && note.sinceMs <= sinceUnixMs)
      .sort(([, a], [, b]) => (isPressing ? a.change - b.change : a.sinceMs - b.sinceMs))
      .slice(0, limit)
      .map(([id]) => id);
  }

  #after(characterId: number): number[] {
    return [...this.#characters.keys()].filter((id) => id > characterId).sort((a, b) => a - b);
  }
}

function newMark(): string {
  return randomBytes(16).toString('hex');
}
