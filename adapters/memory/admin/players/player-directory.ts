// The player directory in memory.

import { nameKey } from '#ports/names/name-key.js';
import { randomUUID } from 'node:crypto';
import { placeOf } from '#ports/admin/players/directory-batch.js';
import type {
  BatchPlace,
  DirectoryBatch,
  KnownTelling,
  ToldCharacter,
} from '#ports/admin/players/directory-batch.js';
import type {
  ChangedPlayer,
  DirectoryPlayer,
  JoinedPlayer,
  LeftPlayer,
  PlayerDirectory,
  PlayerPage,
  PlayerQuery,
} from '#ports/admin/players/player-directory.js';

import type {
  ErasedCharacter,
  ErasedPlace,
  RememberedErasure,
} from '#ports/admin/players/erased-character.js';

export class MemoryPlayerDirectory implements PlayerDirectory {
  /** By server and character. */
  readonly #players = new Map<string, DirectoryPlayer>();
  readonly #tellings = new Map<string, KnownTelling>();
  /** Of which telling the state of a player is, and which one in it; by the player's id. */
  readonly #told = new Map<string, { readonly telling: string; readonly asOf: number }>();

  /** By `erasedKey`, with the player's id if it was listed. */
  readonly #erased = new Map<string, string | undefined>();
  /** By `erasedKey`. */
  readonly #receipts = new Map<string, Set<string>>();

  async noteJoined(serverId: string, players: readonly JoinedPlayer[], nowUnixMs: number): Promise<void> {
    for (const joined of players) {
      const before = this.#players.get(keyOf(serverId, joined));
      this.#players.set(keyOf(serverId, joined), {
        id: before?.id ?? randomUUID(),
        firstSeenAtUnixMs: before?.firstSeenAtUnixMs ?? nowUnixMs,
        playedSeconds: before?.playedSeconds ?? 0,
        ...joined,
        ...this.#known(before),
        serverId,
        online: true,
        lastSeenAtUnixMs: nowUnixMs,
      });
    }
  }

  async noteLeft(serverId: string, players: readonly LeftPlayer[], nowUnixMs: number): Promise<void> {
    for (const left of players) {
      const before = this.#players.get(keyOf(serverId, left));
      if (before === undefined) continue;
      const now = { ...left, ...this.#known(before), online: false, lastSeenAtUnixMs: nowUnixMs };
      this.#players.set(keyOf(serverId, left), { ...before, ...now });
    }
  }

  async noteChanged(serverId: string, players: readonly ChangedPlayer[], nowUnixMs: number): Promise<void> {
    for (const changed of players) {
      const before = this.#players.get(keyOf(serverId, changed));
      if (!before?.online) continue;
      const now = { ...changed, ...this.#known(before), lastSeenAtUnixMs: nowUnixMs };
      this.#players.set(keyOf(serverId, changed), { ...before, ...now });
    }
  }

  async replaceOnline(serverId: string, players: readonly JoinedPlayer[], nowUnixMs: number): Promise<void> {
    await this.markServerLost(serverId);
    await this.noteJoined(serverId, players, nowUnixMs);
  }

  async placeOfBatch(serverId: string, batch: DirectoryBatch): Promise<BatchPlace> {
    return placeOf(batch, this.#tellings.get(serverId));
  }

  async takeBatch(serverId: string, batch: DirectoryBatch, nowUnixMs: number): Promise<BatchPlace> {
    const known = this.#tellings.get(serverId);
    const place = placeOf(batch, known);
    if (place === 'diverged') return place;
    for (const character of batch.characters) this.#take(serverId, character, batch, nowUnixMs);
    for (const one of batch.erased ?? []) {
      const before = this.#erased.get(erasedKey(serverId, one));
      this.#erased.set(
        erasedKey(serverId, one),
        one.orderedAs ?? before ?? this.#players.get(keyOf(serverId, one))?.id,
      );
      const receipts = this.#receipts.get(erasedKey(serverId, one)) ?? new Set();
      if (one.receipt !== undefined) this.#receipts.set(erasedKey(serverId, one), receipts.add(one.receipt));
    }
    for (const characterId of batch.gone) this.#remove(keyOf(serverId, { characterId }));
    if (batch.isWhole && (place === 'first' || known?.isWhole !== true)) this.#removeUntold(serverId, batch);
    this.#tellings.set(serverId, batch);
    return place;
  }

  async removeServer(serverId: string): Promise<void> {
    this.#tellings.delete(serverId);
    for (const [key, player] of this.#players) if (player.serverId === serverId) this.#remove(key);
  }

  async markServerLost(serverId: string): Promise<number> {
    let lost = 0;
    for (const [key, player] of this.#players) {
      if (player.serverId !== serverId || !player.online) continue;
      this.#players.set(key, { ...player, online: false });
      lost++;
    }
    return lost;
  }

  async countOnline(serverId: string): Promise<number> {
    return [...this.#players.values()].filter((player) => player.serverId === serverId && player.online)
      .length;
  }

  async forget(old: { seenBeforeUnixMs: number; perServerMax: number }): Promise<void> {
    const kept = new Map<string, number>();
    const newestFirst = [...this.#players].sort(
      ([, a], [, b]) => Number(b.online) - Number(a.online) || b.lastSeenAtUnixMs - a.lastSeenAtUnixMs,
    );
    for (const [key, { serverId, online, lastSeenAtUnixMs }] of newestFirst) {
      const count = (kept.get(serverId) ?? 0) + 1;
      kept.set(serverId, count);
      const goes = lastSeenAtUnixMs < old.seenBeforeUnixMs || count > old.perServerMax;
      if (goes && !online) this.#remove(key);
    }
  }

  #take(serverId: string, told: ToldCharacter, { telling, asOf }: DirectoryBatch, nowUnixMs: number): void {
    const key = keyOf(serverId, told);
    const there = this.#players.get(key);
    const last = there && this.#told.get(there.id);
    if (last?.telling === telling && last.asOf > asOf) return;
    const isAnother =
      last !== undefined &&
      last.telling !== telling &&
      nameKey(there!.name) !== nameKey(told.name) &&
      there!.accountId !== told.accountId;
    const before = isAnother ? undefined : there;
    const { createdAtUnixMs, savedAtUnixMs, ...state } = told;
    const seen = Math.min(savedAtUnixMs, nowUnixMs);
    const id = before?.id ?? randomUUID();
    this.#remove(key);
    this.#players.set(key, {
      ...{ ...state, id, serverId, online: before?.online ?? false },
      firstSeenAtUnixMs: Math.min(createdAtUnixMs, nowUnixMs),
      lastSeenAtUnixMs: before?.online === true ? Math.max(before.lastSeenAtUnixMs, seen) : seen,
    });
    this.#told.set(id, { telling, asOf });
  }

  #removeUntold(serverId: string, { telling }: DirectoryBatch): void {
    for (const [key, player] of this.#players) {
      const isTold = this.#told.get(player.id)?.telling === telling;
      if (player.serverId === serverId && !player.online && !isTold) this.#remove(key);
    }
  }

  #remove(key: string): void {
    const player = this.#players.get(key);
    if (player === undefined) return;
    this.#players.delete(key);
    this.#told.delete(player.id);
  }

  /** What reports do not change of a player that was told. */
  #known(before: DirectoryPlayer | undefined): Partial<DirectoryPlayer> {
    if (before === undefined || !this.#told.has(before.id)) return {};
    const { name, accountId, level, map, playedSeconds } = before;
    return { name, accountId, level, map, playedSeconds };
  }

  async find(id: string): Promise<DirectoryPlayer | undefined> {
    return [...this.#players.values()].find((player) => player.id === id);
  }

  async findCharacter(serverId: string, characterId: number): Promise<DirectoryPlayer | undefined> {
    return this.#players.get(keyOf(serverId, { characterId }));
  }

  async erasureOf(id: string): Promise<ErasedPlace | undefined> {
    const key = [...this.#erased].find(([, playerId]) => playerId === id)?.[0];
    if (key === undefined) return undefined;
    const [serverId, characterId] = key.split(' ') as [string, string];
    return { serverId, characterId: Number(characterId) };
  }

  async erasedAmong(serverId: string, characters: readonly ErasedCharacter[]): Promise<RememberedErasure[]> {
    return characters
      .filter((one) => this.#erased.has(erasedKey(serverId, one)))
      .map((one) => ({
        ...{ characterId: one.characterId, createdAtUnixMs: one.createdAtUnixMs },
        playerId: this.#erased.get(erasedKey(serverId, one)),
        receipts: [...(this.#receipts.get(erasedKey(serverId, one)) ?? [])],
      }));
  }

  async countErased(serverId: string): Promise<number> {
    const isOfServer = (key: string): boolean => key.startsWith(`${serverId} `);
    const receipts = [...this.#receipts].map(([key, of]) => (isOfServer(key) ? of.size : 0));
    return Math.max(
      [...this.#erased.keys()].filter(isOfServer).length,
      receipts.reduce((sum, size) => sum + size, 0),
    );
  }

  async page(query: PlayerQuery): Promise<PlayerPage> {
    const search = nameKey(query.search ?? '');
    const matching = [...this.#players.values()]
      .filter(({ name }) => nameKey(name).includes(search))
      .filter(({ online }) => query.online === undefined || online === query.online)
      .filter(({ serverId }) => query.serverId === undefined || serverId === query.serverId)
      .sort((a, b) => (isAfter(a, b) ? 1 : -1));
    const { after } = query;
    const rest = matching.filter((player) => after === undefined || isAfter(player, after));
    return {
      players: rest.slice(0, query.limit),
      more: rest.length > query.limit,
      total: matching.length,
    };
  }
}

function keyOf(serverId: string, { characterId }: { characterId: number }): string {
  return `${serverId} ${characterId}`;
}

function erasedKey(serverId: string, { characterId, createdAtUnixMs }: ErasedCharacter): string {
  return `${serverId} ${characterId} ${createdAtUnixMs}`;
}

/** In the order of pages. */
function isAfter(one: { name: string; id: string }, other: { name: string; id: string }): boolean {
  const [name, otherName] = [nameKey(one.name), nameKey(other.name)];
  return name === otherName ? one.id > other.id : name > otherName;
}
