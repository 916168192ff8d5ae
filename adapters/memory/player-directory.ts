// The player directory in memory.

import { randomUUID } from 'node:crypto';
import type {
  ChangedPlayer,
  DirectoryPlayer,
  JoinedPlayer,
  LeftPlayer,
  PlayerDirectory,
  PlayerPage,
  PlayerQuery,
} from '#ports/player-directory.js';

export class MemoryPlayerDirectory implements PlayerDirectory {
  /** By lower-case name. */
  readonly #players = new Map<string, DirectoryPlayer>();

  async noteJoined(serverId: string, players: readonly JoinedPlayer[], nowUnixMs: number): Promise<void> {
    for (const joined of players) {
      const key = joined.name.toLowerCase();
      const before = this.#players.get(key);
      this.#players.set(key, {
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
    for (const { name, level, playedSeconds } of players) {
      const key = name.toLowerCase();
      const before = this.#players.get(key);
      if (before?.serverId !== serverId) continue;
      const now = { level, playedSeconds, online: false, lastSeenAtUnixMs: nowUnixMs };
      this.#players.set(key, { ...before, ...now });
    }
  }

  async noteChanged(serverId: string, players: readonly ChangedPlayer[], nowUnixMs: number): Promise<void> {
    for (const { name, level, map } of players) {
      const key = name.toLowerCase();
      const before = this.#players.get(key);
      if (before?.serverId !== serverId || !before.online) continue;
      this.#players.set(key, { ...before, level, map, lastSeenAtUnixMs: nowUnixMs });
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

  async find(id: string): Promise<DirectoryPlayer | undefined> {
    return [...this.#players.values()].find((player) => player.id === id);
  }

  async page(query: PlayerQuery): Promise<PlayerPage> {
    const search = query.search?.toLowerCase() ?? '';
    const after = query.afterName?.toLowerCase();
    const matching = [...this.#players]
      .filter(([key]) => key.includes(search))
      .filter(([, { online }]) => query.online === undefined || online === query.online)
      .filter(([, { serverId }]) => query.serverId === undefined || serverId === query.serverId)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    const rest = matching.filter(([key]) => after === undefined || key > after);
    return {
      players: rest.slice(0, query.limit).map(([, player]) => player),
      more: rest.length > query.limit,
      total: matching.length,
    };
  }
}
