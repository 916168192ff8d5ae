// Commands that somebody looks at, kept current by the live stream. An event only says that something changed: what it
// is now is asked for, because events may overtake each other. At most 200; the oldest go.
import { Injectable, effect, inject, signal, untracked } from '@angular/core';
import { getCommand, listCommands } from '../api/fn/functions';
import { Command } from '../api/models';
import { Backend } from '../backend/backend';
import { ApiProblem } from '../backend/problem';
import { LiveConnection } from '../live/live-connection';
import { isUnderWay } from './command-words';

export const commandsMax = 200;
const shownOfServer = 10;

/** What came later in a command's life. */
const ranks: Readonly<Record<Command['state'], number>> = {
  proposed: -1,
  declined: 3,
  withdrawn: 3,
  lapsed: 3,
  queued: 0,
  delivered: 1,
  'timed-out': 2,
  unanswered: 2,
  applied: 3,
  refused: 3,
  interrupted: 3,
};

@Injectable({ providedIn: 'root' })
export class LiveCommands {
  readonly #backend = inject(Backend);
  readonly #known = signal<ReadonlyMap<string, Command>>(new Map());
  /** Whose list is shown somewhere. */
  readonly #servers = new Set<string>();

  constructor() {
    const live = inject(LiveConnection);
    live.command.subscribe(({ commandId, serverId }) => {
      if (this.#known().has(commandId) || this.#servers.has(serverId)) void this.#refresh(commandId);
    });
    effect(() => {
      if (live.resumed() === 0) return;
      untracked(() => {
        for (const one of this.#known().values()) if (isUnderWay(one)) void this.#refresh(one.id);
        for (const serverId of this.#servers) void this.#load(serverId);
      });
    });
  }

  find(id: string): Command | undefined {
    return this.#known().get(id);
  }

  /** Newest first. */
  ofServer(serverId: string): readonly Command[] {
    return [...this.#known().values()]
      .filter((one) => one.serverId === serverId)
      .sort((a, b) => Date.parse(b.issuedAt) - Date.parse(a.issuedAt))
      .slice(0, shownOfServer);
  }

  /** From now on it is kept current. What changed before that is asked for. */
  follow(command: Command): void {
    this.#take([command]);
    if (isUnderWay(command)) void this.#refresh(command.id);
  }

  /** Keeps the server's list current until the returned function is called. */
  show(serverId: string): () => void {
    this.#servers.add(serverId);
    void this.#load(serverId);
    return () => this.#servers.delete(serverId);
  }

  async #refresh(id: string): Promise<void> {
    await this.#ask(async () => [await this.#backend.call(getCommand, { id })]);
  }

  async #load(serverId: string): Promise<void> {
    await this.#ask(async () => {
      const asked = { serverId, limit: shownOfServer };
      return (await this.#backend.call(listCommands, asked)).commands;
    });
  }

  /** An API that is away has its own banner; when the stream is back, this is asked again. */
  async #ask(ask: () => Promise<readonly Command[]>): Promise<void> {
    try {
      this.#take(await ask());
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem;
    }
  }

  #take(commands: readonly Command[]): void {
    this.#known.update((known) => {
      const next = new Map(known);
      for (const one of commands) {
        const before = next.get(one.id);
        if (before === undefined || ranks[before.state] <= ranks[one.state]) next.set(one.id, one);
      }
      for (const oldest of next.keys()) {
        if (next.size <= commandsMax) break;
        next.delete(oldest);
      }
      return next;
    });
  }
}
