// The registry of game servers in memory.

import {
  serversMax,
  type RegisteredServer,
  type ServerDescription,
  type ServerRegistry,
} from '#ports/server-registry.js';
import type { TelemetrySample } from '#ports/telemetry-history.js';

export class MemoryServerRegistry implements ServerRegistry {
  readonly #servers = new Map<string, RegisteredServer>();

  async register(
    server: ServerDescription,
    tokenId: string,
    nowUnixMs: number,
  ): Promise<'registered' | 'foreign-token' | 'too-many-servers'> {
    const before = this.#servers.get(server.id);
    if (before && before.tokenId !== tokenId) return 'foreign-token';
    if (!before && this.#servers.size >= serversMax) return 'too-many-servers';
    this.#servers.set(server.id, {
      ...server,
      tokenId,
      lastSeenAtUnixMs: nowUnixMs,
      players: 0,
      draining: false,
      stopped: false,
      latest: undefined,
    });
    return 'registered';
  }

  async heartbeat(
    id: string,
    beat: { players: number; draining: boolean },
    nowUnixMs: number,
  ): Promise<boolean> {
    return this.#update(id, { ...beat, stopped: false, lastSeenAtUnixMs: nowUnixMs });
  }

  async noteTelemetry(id: string, sample: TelemetrySample, nowUnixMs: number): Promise<boolean> {
    return this.#update(id, {
      latest: sample,
      players: sample.players,
      stopped: false,
      lastSeenAtUnixMs: nowUnixMs,
    });
  }

  async markStopped(id: string): Promise<void> {
    this.#update(id, { stopped: true, players: 0 });
  }

  async find(id: string): Promise<RegisteredServer | undefined> {
    return this.#servers.get(id);
  }

  async list(): Promise<readonly RegisteredServer[]> {
    return [...this.#servers.values()].sort((a, b) => compare(`${a.name}\n${a.id}`, `${b.name}\n${b.id}`));
  }

  #update(id: string, part: Partial<RegisteredServer>): boolean {
    const server = this.#servers.get(id);
    if (!server) return false;
    this.#servers.set(id, { ...server, ...part });
    return true;
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
