// The one live stream of the console (server-sent events): connects, notices silence, comes back by itself from the
// last event it saw, rests while nobody looks at the page. Fetch and not EventSource, because that hides heartbeats
// and refusals, and cannot carry the last id over when the watched map changes.
import { DOCUMENT, Injectable, inject, signal } from '@angular/core';
import { Subject } from 'rxjs';
import { Telemetry } from '../api/models';
import {
  CommandChange,
  DataHealth,
  PlayerMove,
  PlayersChange,
  Positions,
  ServerChange,
} from '../backend/live-events';
import { waitMs } from './backoff';
import { EventStreamParser, StreamEvent } from './event-stream-parser';

export type LiveState = 'off' | 'connecting' | 'live' | 'lost' | 'resting';

/** Four of the API's words on its health, which come every 3 s. */
const silenceMsMax = 12_000;
/** A hidden page keeps its stream this long: switching tabs for a moment costs nothing. */
const restAfterMs = 45_000;

@Injectable({ providedIn: 'root' })
export class LiveConnection {
  readonly #document = inject(DOCUMENT);
  readonly #state = signal<LiveState>('off');
  readonly #lostAt = signal(0);
  readonly #retryAt = signal(0);
  readonly #resumed = signal(0);
  readonly #staleSince = signal(0);

  readonly state = this.#state.asReadonly();
  /** When the stream broke; 0 while it has not. */
  readonly lostAt = this.#lostAt.asReadonly();
  /** When the next try will be made, while lost. */
  readonly retryAt = this.#retryAt.asReadonly();
  /** Counts how often the stream came back: what was shown may have gaps to fill. */
  readonly resumed = this.#resumed.asReadonly();

  /** Since when the stream is alive and what it shows is not: the database does not answer. 0 while it does. */
  readonly staleSince = this.#staleSince.asReadonly();

  readonly telemetry = new Subject<Telemetry>();
  readonly server = new Subject<ServerChange>();
  readonly player = new Subject<PlayerMove>();
  readonly playersChanged = new Subject<PlayersChange>();
  readonly command = new Subject<CommandChange>();
  readonly positions = new Subject<Positions>();
  /** The API no longer knows the session. */
  readonly refused = new Subject<void>();

  #map: string | null = null;
  #lastId = '';
  #failures = 0;
  #wasLive = false;
  #abort: AbortController | undefined;
  #retryTimer: ReturnType<typeof setTimeout> | undefined;
  #silenceTimer: ReturnType<typeof setTimeout> | undefined;
  #restTimer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    this.#document.addEventListener('visibilitychange', () => this.#onVisibility());
    this.#document.defaultView?.addEventListener('online', () => this.retryNow());
  }

  start(): void {
    if (this.#state() === 'off') this.#connect();
  }

  stop(): void {
    this.#close();
    clearTimeout(this.#restTimer);
    this.#state.set('off');
    this.#lastId = '';
    this.#failures = 0;
    this.#wasLive = false;
    this.#staleSince.set(0);
  }

  /** From now on also the positions on this map, or on none. */
  watchMap(key: string | null): void {
    if (this.#map === key) return;
    this.#map = key;
    if (this.#state() === 'live' || this.#state() === 'connecting') this.#connect();
  }

  retryNow(): void {
    if (this.#state() === 'lost') this.#connect();
  }

  #connect(): void {
    this.#close();
    if (this.#state() !== 'live') this.#state.set('connecting');
    const abort = new AbortController();
    this.#abort = abort;
    this.#read(abort.signal).then(
      () => this.#onEnd(abort),
      () => this.#onEnd(abort),
    );
  }

  async #read(signal: AbortSignal): Promise<void> {
    const query = this.#map === null ? '' : `?map=${encodeURIComponent(this.#map)}`;
    const headers: Record<string, string> = { accept: 'text/event-stream' };
    if (this.#lastId !== '') headers['last-event-id'] = this.#lastId;
    this.#listenForSilence();
    const response = await fetch(`/api/v1/events${query}`, { headers, signal, cache: 'no-store' });
    // 403: by now something is due before anything else is open, as a second factor.
    if (response.status === 401 || response.status === 403) {
      this.stop();
      this.refused.next();
      return;
    }
    if (!response.ok || response.body === null) throw new Error(`The stream answered ${response.status}.`);
    this.#onOpen();
    const parser = new EventStreamParser();
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      this.#listenForSilence();
      for (const event of parser.push(value)) this.#dispatch(event);
    }
  }

  #onOpen(): void {
    this.#failures = 0;
    if (this.#wasLive && this.#lostAt() > 0) this.#resumed.update((count) => count + 1);
    this.#wasLive = true;
    this.#lostAt.set(0);
    this.#state.set('live');
  }

  #onEnd(abort: AbortController): void {
    // A stream that was closed on purpose, or has a successor, says nothing about the connection.
    if (this.#abort !== abort || abort.signal.aborted) return;
    this.#lose();
  }

  #lose(): void {
    this.#close();
    this.#failures++;
    if (this.#lostAt() === 0) this.#lostAt.set(Date.now());
    const wait = waitMs(this.#failures, Math.random());
    this.#retryAt.set(Date.now() + wait);
    this.#state.set('lost');
    this.#retryTimer = setTimeout(() => this.#connect(), wait);
  }

  #close(): void {
    clearTimeout(this.#retryTimer);
    clearTimeout(this.#silenceTimer);
    const abort = this.#abort;
    this.#abort = undefined;
    abort?.abort();
  }

  #listenForSilence(): void {
    clearTimeout(this.#silenceTimer);
    this.#silenceTimer = setTimeout(() => this.#lose(), silenceMsMax);
  }

  #onVisibility(): void {
    clearTimeout(this.#restTimer);
    if (this.#state() === 'off') return;
    if (this.#document.hidden) {
      this.#restTimer = setTimeout(() => {
        this.#close();
        if (this.#lostAt() === 0) this.#lostAt.set(Date.now());
        this.#state.set('resting');
      }, restAfterMs);
    } else if (this.#state() === 'resting' || this.#state() === 'lost') {
      this.#connect();
    }
  }

  #dispatch(event: StreamEvent): void {
    if (event.id !== '') this.#lastId = event.id;
    let data: unknown;
    try {
      data = JSON.parse(event.data);
    } catch {
      console.warn(`A live event "${event.event}" was no JSON and is left out.`);
      return;
    }
    if (event.event === 'health') this.#onHealth(data as DataHealth);
    else if (event.event === 'telemetry') this.telemetry.next(data as Telemetry);
    else if (event.event === 'server') this.server.next(data as ServerChange);
    else if (event.event === 'player') this.player.next(data as PlayerMove);
    else if (event.event === 'players-changed') this.playersChanged.next(data as PlayersChange);
    else if (event.event === 'command') this.command.next(data as CommandChange);
    else if (event.event === 'positions') this.positions.next(data as Positions);
  }

  #onHealth({ database, since }: DataHealth): void {
    const wasStale = this.#staleSince() > 0;
    this.#staleSince.set(database === 'down' ? Date.parse(since) : 0);
    // What happened meanwhile was not told: what is shown has gaps to fill.
    if (wasStale && database === 'up') this.#resumed.update((count) => count + 1);
  }
}
