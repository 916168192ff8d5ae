// The player directory in memory.

import { nameKey } from '#ports/names/name-key.js';
import { randomUUID } from 'node:crypto';
import type {
  ChangedPlayer,
  DirectoryPlayer,
  JoinedPlayer,
  LeftPlayer,
  PlayerDirectory,
  PlayerPage,
  PlayerQuery,
} from '#ports/admin/players/player-directory.js';

export class MemoryPlayerDirectory implements PlayerDirectory {
  /** By server and character. */
  readonly #players = new Map<string, DirectoryPlayer>();

  async noteJoined(serverId: string, players: readonly JoinedPlayer[], nowUnixMs: number): Promise<void> {
    for (const joined of players) {
      const before = this.#players.get(keyOf(serverId, joined));
      this.#players.set(keyOf(serverId, joined), {
        id: before?.id ?? randomUUID(),
        firstSeenAtUnixMs: before?.firstSeenAtUnixMs ?? nowUnixMs,
        playedSeconds: before?.playedSeconds ?? 0,
        ...joined,
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
      const now = { ...left, online: false, lastSeenAtUnixMs: nowUnixMs };
      this.#players.set(keyOf(serverId, left), { ...before, ...now });
    }
  }

  async noteChanged(serverId: string, players: readonly ChangedPlayer[], nowUnixMs: number): Promise<void> {
    for (const changed of players) {
      const before = this.#players.get(keyOf(serverId, changed));
      if (!before?.online) continue;
      this.#players.set(keyOf(serverId, changed), { ...before, ...changed, lastSeenAtUnixMs: nowUnixMs });
    }
  }

  async replaceOnline(serverId: string, players: readonly JoinedPlayer[], nowUnixMs: number): Promise<void> {
    await this.markServerLost(serverId);
    await this.noteJoined(serverId, players, nowUnixMs);
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
      if (goes && !online) this.#players.delete(key);
    }
  }

  async find(id: string): Promise<DirectoryPlayer | undefined> {
    return [...this.#players.values()].find((player) => player.id === id);
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

/** In the order of pages. */
function isAfter(one: { name: string; id: string }, other: { name: string; id: string }): boolean {
  const [name, otherName] = [nameKey(one.name), nameKey(other.name)];
  return name === otherName ? one.id > other.id : name > otherName;
}
