// The list of game servers, kept current by the stream: telemetry renews the figures, server events the status.
import { Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import { Backend } from '../backend/backend';
import { GameServer, Telemetry } from '../api/models';
import { ApiProblem, problemOf } from '../backend/problem';
import { LiveConnection } from './live-connection';

@Injectable({ providedIn: 'root' })
export class LiveServers {
  readonly #backend = inject(Backend);
  readonly #live = inject(LiveConnection);
  readonly #list = signal<readonly GameServer[]>([]);
  readonly #loaded = signal(false);
  readonly #problem = signal<ApiProblem | null>(null);

  readonly list = this.#list.asReadonly();
  readonly loaded = this.#loaded.asReadonly();
  readonly problem = this.#problem.asReadonly();
  readonly playersOnline = computed(() => this.#list().reduce((sum, server) => sum + server.players, 0));

  constructor() {
    this.#live.telemetry.subscribe((telemetry) => this.#measure(telemetry));
    this.#live.server.subscribe((change) => {
      const { closedVerbs, planned } = change;
      if (closedVerbs !== undefined) return this.#change(change.serverId, { closedVerbs });
      if (planned !== undefined) return this.#change(change.serverId, { planned });
      // Registered anew it may have another address, version and maps as well.
      if (change.status === 'online' || this.find(change.serverId) === undefined) return void this.load();
      const { status } = change;
      this.#change(change.serverId, { status });
    });
    effect(() => {
      if (this.#live.resumed() > 0) untracked(() => void this.load());
    });
  }

  async load(): Promise<void> {
    try {
      this.#list.set(await this.#backend.servers());
      this.#loaded.set(true);
      this.#problem.set(null);
    } catch (cause) {
      this.#problem.set(problemOf(cause));
    }
  }

  find(id: string | undefined): GameServer | undefined {
    return this.#list().find((server) => server.id === id);
  }

  clear(): void {
    this.#list.set([]);
    this.#loaded.set(false);
    this.#problem.set(null);
  }

  #change(id: string, part: Partial<GameServer>): void {
    this.#list.update((list) => list.map((server) => (server.id === id ? { ...server, ...part } : server)));
  }

  #measure(telemetry: Telemetry): void {
    const { players, tickMsP50, tickMsP99, tickRate, memoryBytes, packetsInPerSecond, packetsOutPerSecond } =
      telemetry;
    const fresh = {
      players,
      tickMsP50,
      tickMsP99,
      tickRate,
      memoryBytes,
      packetsInPerSecond,
      packetsOutPerSecond,
    };
    this.#change(telemetry.serverId, { ...fresh, lastSeenAt: telemetry.at });
  }
}
