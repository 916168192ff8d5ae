// Who waits for a place on a full server, in order of arrival; players who had a session and lost it come first. A place
// is kept for as long as its client repeats Connect. Bounded in all and for each host; costs an object a client.

import { addressBytes } from '#ports/network/datagram-socket.js';
import type { ConnectToken } from '../tokens/connect-token.js';
import { type HostCounts, hostOf } from '../sessions/host-counts.js';
import type { SessionCounters } from '../sessions/session-counters.js';

/** Positions are counted anew at most this often; until then they are a little too high, never too low. */
const recountMs = 50;
/** The first ones come back soon, for a place may be free at any time; the others need not crowd the server. */
const retryMsMin = 500;
const retryMsMax = 5000;
const retryMsPerPosition = 5;
/** Repeats that may be lost before the place goes to the next. */
const repeatsMissed = 4;
const repeatSlackMs = 1000;

export class QueueEntry {
  /** 1 is the next to be let in. */
  position = 0;
  retryMs = 0;
  seenMs = 0;
  /**
   * How far apart its client's requests are: as it was asked at last, or as it came at last, if that is longer. An answer
   * that asks it to come sooner may be lost, and it keeps to what it heard before.
   */
  paceMs = 0;
  readonly host: string;
  private readonly address: Uint8Array;

  constructor(
    readonly digest: string,
    readonly token: ConnectToken,
    address: Uint8Array,
    addressAt: number,
  ) {
    this.address = address.slice(addressAt, addressAt + addressBytes);
    this.host = hostOf(address, addressAt);
  }

  /** The client showed that it receives there. */
  moveTo(address: Uint8Array, addressAt: number): void {
    for (let index = 0; index < addressBytes; index++) this.address[index] = address[addressAt + index]!;
  }

  /** Whether the client still sends from the address whose cookie was good when it came. */
  isFrom(address: Uint8Array, addressAt: number): boolean {
    for (let index = 0; index < addressBytes; index++) {
      if (this.address[index] !== address[addressAt + index]) return false;
    }
    return true;
  }
}

export class AdmissionQueue {
  // Maps keep the order in which entries came.
  private readonly returning = new Map<string, QueueEntry>();
  private readonly newcomers = new Map<string, QueueEntry>();
  private countedMs = 0;

  constructor(
    private readonly entriesMax: number,
    private readonly hosts: HostCounts,
    private readonly counters: Pick<SessionCounters, 'queueAbandoned'>,
  ) {}

  get length(): number {
    return this.returning.size + this.newcomers.size;
  }

  find(digest: string): QueueEntry | undefined {
    return this.returning.get(digest) ?? this.newcomers.get(digest);
  }

  /** Takes a place at the end, or undefined when the queue or the host's share of it is full. */
  add(entry: QueueEntry, nowMs: number): boolean {
    this.recount(nowMs);
    if (this.length >= this.entriesMax || !this.hosts.add(entry.host)) return false;
    const { returning, newcomers } = this;
    (entry.token.resume ? returning : newcomers).set(entry.digest, entry);
    entry.position = entry.token.resume ? returning.size : this.length;
    entry.seenMs = nowMs;
    this.touch(entry, nowMs);
    return true;
  }

  /** The client of this entry was heard: its position is counted, its entry kept. */
  touch(entry: QueueEntry, nowMs: number): void {
    const cameAfterMs = (nowMs - entry.seenMs) | 0;
    entry.seenMs = nowMs;
    this.recount(nowMs);
    entry.retryMs = Math.min(retryMsMax, retryMsMin + entry.position * retryMsPerPosition);
    entry.paceMs = Math.max(entry.retryMs, Math.min(retryMsMax, cameAfterMs));
  }

  remove(entry: QueueEntry): void {
    if (this.returning.delete(entry.digest) || this.newcomers.delete(entry.digest)) {
      this.hosts.remove(entry.host);
    }
  }

  /** Counts positions anew and drops who was not heard of for too long. */
  recount(nowMs: number): void {
    if (((nowMs - this.countedMs) | 0) < recountMs) return;
    this.countedMs = nowMs;
    let position = 0;
    for (const entries of [this.returning, this.newcomers]) {
      for (const entry of entries.values()) {
        const silentMs = (nowMs - entry.seenMs) | 0;
        if (silentMs > repeatsMissed * entry.paceMs + repeatSlackMs) {
          this.remove(entry);
          this.counters.queueAbandoned++;
        } else entry.position = ++position;
      }
    }
  }
}
