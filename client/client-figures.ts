// How the connection is doing, counted since the client began, over all its sessions.

import type { Connection } from '#adapters/protocol/session/connection/connection.js';
import { ReadResult } from './message-reader.js';

/** Round trips are collected up to this many between two calls of `takeRoundTrips`; later ones are dropped. */
const roundTripsMax = 1024;
const lossEveryMs = 1000;
/** Of each second's loss in the running one. */
const lossShare = 0.25;

export class ClientFigures {
  inputsSent = 0;
  snapshots = 0;
  /** Messages that did not decode: 0 unless something is wrong. */
  malformed = 0;
  /** Sessions that stood; all but the first are reconnects. */
  sessions = 0;
  /** Share of the sent packets that were lost lately, 0 … 1. */
  lossRatio = 0;
  private readonly roundTripsMs = new Uint16Array(roundTripsMax);
  private roundTripCount = 0;
  private samplesSeen = 0;
  private lossAtMs = 0;
  private lossSent = 0;
  private lossLost = 0;
  /** Of the sessions before this one. */
  private readonly before = { sent: 0, lost: 0, received: 0, bytesSent: 0, bytesReceived: 0 };

  constructor(private connection: Connection) {}

  /** The next session's connection counts from 0. */
  follow(connection: Connection): void {
    const { before } = this;
    before.sent = this.packetsSent;
    before.lost = this.packetsLost;
    before.received = this.packetsReceived;
    before.bytesSent = this.bytesSent;
    before.bytesReceived = this.bytesReceived;
    this.connection = connection;
    this.samplesSeen = 0;
    this.lossSent = 0;
    this.lossLost = 0;
  }

  get packetsSent(): number {
    return this.before.sent + this.connection.sentPackets.highest;
  }

  /** Without those that arrived late after all. */
  get packetsLost(): number {
    return this.before.lost + this.connection.sentPackets.lost;
  }

  get packetsReceived(): number {
    return this.before.received + this.connection.packetsReceived;
  }

  get bytesSent(): number {
    return this.before.bytesSent + this.connection.bytesSent;
  }

  get bytesReceived(): number {
    return this.before.bytesReceived + this.connection.bytesReceived;
  }

  /** Smoothed, in milliseconds; 0 before the first measurement. */
  get roundTripMs(): number {
    return this.connection.roundTrip.smoothedMs;
  }

  /** The newest measurement, 0 before the first. */
  get latestRoundTripMs(): number {
    return this.connection.roundTrip.latestMs;
  }

  /** Calls `take` with every round trip measured since the last call, in milliseconds. */
  takeRoundTrips(take: (roundTripMs: number) => void): void {
    for (let index = 0; index < this.roundTripCount; index++) take(this.roundTripsMs[index]!);
    this.roundTripCount = 0;
  }

  onMessage(result: ReadResult): void {
    if (result === ReadResult.snapshot) this.snapshots++;
    else if (result === ReadResult.malformed) this.malformed++;
  }

  onRoundTrip(): void {
    const { roundTrip } = this.connection;
    if (roundTrip.samples === this.samplesSeen) return;
    this.samplesSeen = roundTrip.samples;
    if (this.roundTripCount < roundTripsMax) {
      this.roundTripsMs[this.roundTripCount++] = Math.min(65_535, roundTrip.latestMs);
    }
  }

  /** Once a second works out `lossRatio`; true when it did. */
  measureLoss(nowMs: number): boolean {
    if (nowMs - this.lossAtMs < lossEveryMs) return false;
    const { highest, lost } = this.connection.sentPackets;
    const sent = highest - this.lossSent;
    // Packets found again lower the count of lost ones.
    const ratio = sent > 0 ? Math.min(1, Math.max(0, lost - this.lossLost) / sent) : this.lossRatio;
    this.lossRatio += (ratio - this.lossRatio) * lossShare;
    this.lossAtMs = nowMs;
    this.lossSent = highest;
    this.lossLost = lost;
    return true;
  }
}
