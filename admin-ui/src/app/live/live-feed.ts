// What has happened lately, newest first: players who came and went, servers whose status changed, breaks of the
// stream itself. Begins with what the API remembers, and asks for that again after a break, so that it has no gap. At
// most 200 lines; the oldest go.
import { Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import { RecentEventsAnswer, ServerStatus } from '../api/models';
import { Backend } from '../backend/backend';
import { PlayerMove, ServerChange } from '../backend/live-events';
import { ApiProblem } from '../backend/problem';
import { LiveConnection } from './live-connection';
import { LiveServers } from './live-servers';

export const feedLinesMax = 200;

export interface FeedLine {
  /** The same for the same happening, however it was learnt of. */
  readonly key: string;
  readonly at: string;
  readonly kind: 'joined' | 'left' | 'server' | 'stream';
  readonly tone: 'plain' | 'ok' | 'warn' | 'bad';
  readonly who: string;
  readonly what: string;
}

/** A line whose server is named when it is shown: the list of servers may come later. */
interface Happening extends FeedLine {
  readonly serverId?: string;
}

const statusTone: Record<ServerStatus, FeedLine['tone']> = {
  online: 'ok',
  draining: 'warn',
  stale: 'warn',
  offline: 'bad',
};

@Injectable({ providedIn: 'root' })
export class FeedLines {
  readonly #backend = inject(Backend);
  readonly #live = inject(LiveConnection);
  readonly #servers = inject(LiveServers);
  readonly #happenings = signal<readonly Happening[]>([]);
  #loading: AbortController | undefined;

  readonly #names = computed(() => new Map(this.#servers.list().map(({ id, name }) => [id, name])), {
    equal: (a, b) => a.size === b.size && [...a].every(([id, name]) => b.get(id) === name),
  });
  readonly lines = computed<readonly FeedLine[]>(() =>
    this.#happenings().map((one) => {
      const server = one.serverId === undefined ? undefined : this.#names().get(one.serverId);
      return server === undefined ? one : { ...one, what: `${one.what} ${server}` };
    }),
  );

  constructor() {
    this.#live.player.subscribe((move) => this.#take([ofPlayer(move)]));
    this.#live.server.subscribe((change) => {
      if (change.closedVerbs === undefined && change.planned === undefined) this.#take([ofServer(change)]);
    });
    effect(() => {
      const state = this.#live.state();
      untracked(() => {
        if (state === 'lost' && this.#happenings()[0]?.kind !== 'stream')
          this.#take([ofStream('bad', 'stopped')]);
      });
    });
    effect(() => {
      if (this.#live.resumed() === 0) return;
      untracked(() => {
        this.#take([ofStream('ok', 'resumed')]);
        void this.load();
      });
    });
  }

  /** Adds what the API remembers and is not here yet. */
  async load(): Promise<void> {
    this.#loading?.abort();
    const loading = new AbortController();
    this.#loading = loading;
    try {
      const events = await this.#backend.recentEvents(loading.signal);
      if (!loading.signal.aborted) this.#take(events.map(ofEvent));
    } catch (problem) {
      // What happens from now on is shown all the same; a lost API has its own banner.
      if (!(problem instanceof ApiProblem)) throw problem;
    }
  }

  clear(): void {
    this.#loading?.abort();
    this.#happenings.set([]);
  }

  #take(happenings: readonly Happening[]): void {
    const known = new Set(this.#happenings().map(({ key }) => key));
    const fresh = happenings.filter(({ key }) => !known.has(key));
    if (fresh.length === 0) return;
    this.#happenings.update((all) =>
      withoutRepeats([...fresh.reverse(), ...all].sort((a, b) => Date.parse(b.at) - Date.parse(a.at))).slice(
        0,
        feedLinesMax,
      ),
    );
  }
}

/** A status that a server has already is no news: `lines` are newest first. */
function withoutRepeats(lines: readonly Happening[]): Happening[] {
  const before = new Map<string, string>();
  const kept: Happening[] = [];
  for (const line of lines.toReversed()) {
    if (line.kind === 'server' && before.get(line.who) === line.what) continue;
    if (line.kind === 'server') before.set(line.who, line.what);
    kept.push(line);
  }
  return kept.reverse();
}

function ofEvent(event: RecentEventsAnswer['events'][number]): Happening {
  return event.type === 'player' ? ofPlayer(event) : ofServer(event);
}

function ofPlayer({ change, name, serverId, at }: PlayerMove): Happening {
  const key = `${change} ${name} ${at}`;
  return { key, at, kind: change, tone: 'plain', who: name, what: change, serverId };
}

function ofServer({ serverId, name, status, at }: ServerChange): Happening {
  const key = `${serverId} ${status} ${at}`;
  return { key, at, kind: 'server', tone: statusTone[status], who: name, what: `is ${status}` };
}

function ofStream(tone: 'ok' | 'bad', what: string): Happening {
  const at = new Date().toISOString();
  return { key: `stream ${what} ${at}`, at, kind: 'stream', tone, who: 'Live updates', what };
}
