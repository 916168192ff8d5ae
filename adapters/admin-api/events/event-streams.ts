// The open event streams of this process. An event is written out once and sent to all; a client that does not read is
// dropped rather than kept in memory. With several replicas, each shows what reached it: fan-out between them is not yet.

import type { LiveEvent, LiveFeed } from '#ports/admin/monitoring/live-feed.js';
import { eventData, eventText } from './event-text.js';
import { healthData, type StreamHealth } from './health-event.js';
import { RecentEvents, type RecentEvent } from './recent-events.js';
import { ReplayBuffer } from './replay-buffer.js';
import { withoutPlayers, type ForgottenPlayers } from './without-players.js';

/** One client's connection, as far as streams need it. */
export interface StreamSink {
  write(text: string): void;
  /** What was written and has not left for the network yet. */
  readonly queuedBytes: number;
  end(): void;
}

export interface StreamClient {
  readonly tokenDigest: string;
  readonly accountId: string;
  /** Opened with an API key of the account. */
  readonly isOfKey?: boolean;
  /** Whose positions to send as well. */
  readonly map: string | undefined;
  readonly lastEventId: string | undefined;
}

/** A client that has this much waiting does not read. */
export const queuedBytesMax = 1024 * 1024;
/** With this much waiting, positions are skipped: the next ones replace them. */
const positionsQueuedBytesMax = 32 * 1024;
export const streamsMax = 500;
export const streamsPerSessionMax = 8;
/** Several people may share an account, and each have some windows. */
export const streamsPerAccountMax = 32;
/** Of all its API keys together, beside the streams of people: programs keep nobody's console out. */
export const streamsOfKeysPerAccountMax = 16;
const replayEventsMax = 512;
/** Who was forgotten one by one: what is said of them later, as that they left, is said to nobody. The last so many. */
const forgottenMax = 100;

export interface StreamCounters {
  /** Clients ended because they did not read. */
  dropped: number;
  positionsSkipped: number;
  refused: number;
}

interface OpenStream extends StreamClient {
  readonly sink: StreamSink;
}

export class EventStreams implements LiveFeed {
  readonly counters: StreamCounters = { dropped: 0, positionsSkipped: 0, refused: 0 };
  readonly #streams = new Set<OpenStream>();
  readonly #replay: ReplayBuffer;
  readonly #recent = new RecentEvents();
  readonly #forgotten: ForgottenPlayers[] = [];
  #health: StreamHealth | undefined;
  #telemetryAtUnixMs: number | undefined;
  readonly #streamsMax: number;
  #closed = false;

  /** `mark` differs from process to process; `most` streams at once. */
  constructor(mark: string, most = streamsMax) {
    this.#streamsMax = Math.min(most, streamsMax);
    this.#replay = new ReplayBuffer(mark, replayEventsMax);
  }

  get open(): number {
    return this.#streams.size;
  }

  /** From `close` on: nobody may come in any more. */
  get isClosed(): boolean {
    return this.#closed;
  }

  hasRoomFor(tokenDigest: string, accountId: string, isOfKey = false): boolean {
    const count = (matches: (stream: OpenStream) => boolean): number =>
      [...this.#streams].filter(matches).length;
    const room =
      !this.#closed &&
      this.#streams.size < this.#streamsMax &&
      count((stream) => stream.tokenDigest === tokenDigest) < streamsPerSessionMax &&
      count((stream) => stream.accountId === accountId && (stream.isOfKey ?? false) === isOfKey) <
        (isOfKey ? streamsOfKeysPerAccountMax : streamsPerAccountMax);
    if (!room) this.counters.refused++;
    return room;
  }

  /** Begins with `hello`, then what was missed since `lastEventId`, then what happens. Returns how to leave. */
  add(client: StreamClient, sink: StreamSink): () => void {
    // Whoever asked for room before the end and comes after it.
    if (this.#closed) {
      sink.end();
      return () => undefined;
    }
    const stream = { ...client, sink };
    const missed = client.lastEventId === undefined ? undefined : this.#replay.after(client.lastEventId);
    // Reconnect soon: the API comes back within seconds after an update.
    sink.write(`retry: 2000\n${eventText('hello', { resumed: missed !== undefined })}`);
    for (const text of missed ?? []) sink.write(text);
    if (this.#health !== undefined) sink.write(this.#healthText(this.#health));
    this.#streams.add(stream);
    return () => this.#streams.delete(stream);
  }

  publish(said: LiveEvent): void {
    if (said.type === 'positions') return this.#publishPositions(said);
    const event = this.#forgotten.reduce<LiveEvent | undefined>(
      (left, players) => left && withoutPlayers(left, players),
      said,
    );
    if (event === undefined) return;
    if (event.type === 'telemetry') this.#telemetryAtUnixMs = event.sample.atUnixMs;
    this.#recent.add(event);
    const namesPlayers = event.type === 'player' || event.type === 'players-changed';
    const text = this.#replay.add((id) => textOf(event, id), namesPlayers ? event : undefined);
    for (const stream of this.#streams) this.#send(stream, text);
  }

  forgetPlayers(serverId: string, characterIds?: readonly number[]): void {
    const players = { serverId, characterIds };
    if (characterIds !== undefined && this.#forgotten.push(players) > forgottenMax) this.#forgotten.shift();
    this.#recent.forget(players);
    this.#replay.forget(players, textOf);
  }

  /** How what is shown stands: told to all now, and to each newcomer until the next word. Never replayed: it was then. */
  tellHealth(health: StreamHealth): void {
    this.#health = health;
    const text = this.#healthText(health);
    for (const stream of this.#streams) this.#send(stream, text);
  }

  /** What operators would have seen lately, oldest first. */
  recent(): readonly RecentEvent[] {
    return this.#recent.all();
  }

  watchedMaps(): readonly string[] {
    const maps = new Set<string>();
    for (const { map } of this.#streams) if (map !== undefined) maps.add(map);
    return [...maps];
  }

  /** A comment keeps proxies from closing quiet connections, and finds dead ones. */
  beat(): void {
    for (const stream of this.#streams) this.#send(stream, ': beat\n\n');
  }

  sessions(): ReadonlySet<string> {
    return new Set([...this.#streams].map(({ tokenDigest }) => tokenDigest));
  }

  endStreamsOfSession(tokenDigest: string): void {
    this.#endWhere((stream) => stream.tokenDigest === tokenDigest);
  }

  endStreamsOfAccount(accountId: string, exceptTokenDigest?: string): void {
    this.#endWhere((stream) => stream.accountId === accountId && stream.tokenDigest !== exceptTokenDigest);
  }

  /** Ends all, and whatever comes later. */
  close(): void {
    this.#closed = true;
    this.#endWhere(() => true);
  }

  #healthText(health: StreamHealth): string {
    return eventText('health', healthData(health, this.#telemetryAtUnixMs));
  }

  #publishPositions(event: LiveEvent & { type: 'positions' }): void {
    let text: string | undefined;
    for (const stream of this.#streams) {
      if (stream.map !== event.map) continue;
      if (stream.sink.queuedBytes > positionsQueuedBytesMax) {
        this.counters.positionsSkipped++;
        continue;
      }
      this.#send(stream, (text ??= eventText(event.type, eventData(event))));
    }
  }

  #send(stream: OpenStream, text: string): void {
    if (stream.sink.queuedBytes > queuedBytesMax) {
      this.counters.dropped++;
      this.#end(stream);
      return;
    }
    stream.sink.write(text);
  }

  #endWhere(matches: (stream: OpenStream) => boolean): void {
    for (const stream of this.#streams) if (matches(stream)) this.#end(stream);
  }

  #end(stream: OpenStream): void {
    this.#streams.delete(stream);
    stream.sink.end();
  }
}

function textOf(event: LiveEvent, id: string): string {
  return eventText(event.type, eventData(event), id);
}
