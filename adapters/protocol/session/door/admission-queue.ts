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

export class QueuePlace {
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
  // Maps keep the order in which places were taken.
  private readonly returning = new Map<string, QueuePlace>();
  private readonly newcomers = new Map<string, QueuePlace>();
  private countedMs = 0;

  constructor(
    private readonly placesMax: number,
    private readonly hosts: HostCounts,
    private readonly counters: Pick<SessionCounters, 'queueAbandoned'>,
  ) {}

  get length(): number {
    return this.returning.size + this.newcomers.size;
  }

  find(digest: string): QueuePlace | undefined {
    return this.returning.get(digest) ?? this.newcomers.get(digest);
  }

  /** Takes a place at the end, or undefined when the queue or the host's share of it is full. */
  add(place: QueuePlace, nowMs: number): boolean {
    this.recount(nowMs);
    if (this.length >= this.placesMax || !this.hosts.add(place.host)) return false;
    const { returning, newcomers } = this;
    (place.token.resume ? returning : newcomers).set(place.digest, place);
    place.position = place.token.resume ? returning.size : this.length;
    place.seenMs = nowMs;
    this.touch(place, nowMs);
    return true;
  }

  /** The client of this place was heard: its position is counted, its place kept. */
  touch(place: QueuePlace, nowMs: number): void {
    const cameAfterMs = (nowMs - place.seenMs) | 0;
    place.seenMs = nowMs;
    this.recount(nowMs);
    place.retryMs = Math.min(retryMsMax, retryMsMin + place.position * retryMsPerPosition);
    place.paceMs = Math.max(place.retryMs, Math.min(retryMsMax, cameAfterMs));
  }

  remove(place: QueuePlace): void {
    if (this.returning.delete(place.digest) || this.newcomers.delete(place.digest)) {
      this.hosts.remove(place.host);
    }
  }

  /** Counts positions anew and drops who was not heard of for too long. */
  recount(nowMs: number): void {
    if (((nowMs - this.countedMs) | 0) < recountMs) return;
    this.countedMs = nowMs;
    let position = 0;
    for (const places of [this.returning, this.newcomers]) {
      for (const place of places.values()) {
        const silentMs = (nowMs - place.seenMs) | 0;
        if (silentMs > repeatsMissed * place.paceMs + repeatSlackMs) {
          this.remove(place);
          this.counters.queueAbandoned++;
        } else place.position = ++position;
      }
    }
  }
}
