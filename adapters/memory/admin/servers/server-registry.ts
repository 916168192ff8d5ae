// The registry of game servers in memory.

import {
  isSameAddress,
  noToken,
  serversMax,
  type Heartbeat,
  type RegisterAnswer,
  type RegisteredServer,
  type ServerAddress,
  type ServerDescription,
  type ServerRegistry,
} from '#ports/admin/servers/server-registry.js';
import type { TelemetrySample } from '#ports/admin/monitoring/telemetry-history.js';

export class MemoryServerRegistry implements ServerRegistry {
  readonly #servers = new Map<string, RegisteredServer>();

  async register(
    server: ServerDescription,
    tokenId: string,
    nowUnixMs: number,
  ): Promise<{ answer: RegisterAnswer; before: RegisteredServer | undefined }> {
    const before = this.#servers.get(server.id);
    if (!before && this.#servers.size >= serversMax) return { answer: 'too-many-servers', before };
    if (before && before.publicKey !== server.publicKey) return { answer: 'other-key', before };
    if (before && !isSameAddress(before, server)) {
      const { host, udpPort } = server;
      this.#update(server.id, { pendingAddress: { host, udpPort } });
      return { answer: 'moved', before };
    }
    this.#servers.set(server.id, {
      ...server,
      tokenId,
      lastSeenAtUnixMs: nowUnixMs,
      players: 0,
      draining: false,
      stopped: false,
      closedVerbs: [],
      planned: undefined,
      checks: undefined,
      checksAtUnixMs: undefined,
      latest: undefined,
      latestAtUnixMs: undefined,
      pendingAddress: undefined,
    });
    return { answer: 'registered', before };
  }

  async heartbeat(id: string, tokenId: string, beat: Heartbeat, nowUnixMs: number): Promise<boolean> {
    const { closedVerbs = [], planned, checks, ...rest } = beat;
    const heard = {
      ...{ ...rest, closedVerbs, planned, checks, stopped: false },
      ...{ checksAtUnixMs: nowUnixMs, lastSeenAtUnixMs: nowUnixMs },
    };
    return this.#updateOwn(id, tokenId, heard);
  }

  async noteTelemetry(
    id: string,
    tokenId: string,
    sample: TelemetrySample,
    nowUnixMs: number,
  ): Promise<boolean> {
    return this.#updateOwn(id, tokenId, {
      latest: sample,
      latestAtUnixMs: nowUnixMs,
      players: sample.players,
      stopped: false,
      lastSeenAtUnixMs: nowUnixMs,
    });
  }

  async markStopped(id: string): Promise<void> {
    this.#update(id, { stopped: true, players: 0 });
  }

  async releaseToken(tokenId: string): Promise<readonly RegisteredServer[]> {
    const released = [...this.#servers.values()].filter((server) => server.tokenId === tokenId);
    return released.map(({ id }) => this.#update(id, { tokenId: noToken, stopped: true, players: 0 })!);
  }

  async setAddress(id: string, { host, udpPort }: ServerAddress): Promise<RegisteredServer | undefined> {
    const before = this.#servers.get(id);
    this.#update(id, { host, udpPort, pendingAddress: undefined });
    return before;
  }

  async remove(id: string): Promise<RegisteredServer | undefined> {
    const before = this.#servers.get(id);
    this.#servers.delete(id);
    return before;
  }

  async removeUnseen(sinceUnixMs: number): Promise<readonly RegisteredServer[]> {
    const unseen = [...this.#servers.values()].filter((server) => server.lastSeenAtUnixMs < sinceUnixMs);
    for (const { id } of unseen) this.#servers.delete(id);
    return unseen;
  }

  async find(id: string): Promise<RegisteredServer | undefined> {
    return this.#servers.get(id);
  }

  async list(): Promise<readonly RegisteredServer[]> {
    return [...this.#servers.values()].sort((a, b) => compare(`${a.name}\n${a.id}`, `${b.name}\n${b.id}`));
  }

  #updateOwn(id: string, tokenId: string, part: Partial<RegisteredServer>): boolean {
    if (this.#servers.get(id)?.tokenId !== tokenId) return false;
    this.#update(id, part);
    return true;
  }

  #update(id: string, part: Partial<RegisteredServer>): RegisteredServer | undefined {
    const server = this.#servers.get(id);
    if (!server) return undefined;
    const after = { ...server, ...part };
    this.#servers.set(id, after);
    return after;
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
