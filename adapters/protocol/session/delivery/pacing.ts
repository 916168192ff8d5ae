// How fast a connection sends what can wait: a budget of bytes that is filled at a rate found by trying. The rate grows
// while it is used up and the way carries it; where packets get lost only while growing brings more across. It falls when
// queues on the way grow (the round trip says so) or a third of all is lost, and never stays far above what arrived lately
// (as BBR's does, draft-ietf-ccwg-bbr). Random loss alone does not slow a game down. Ours: the usual answer to loss would
// starve a player on a bad radio link, and the usual queue would make the others lag.

import { budgetAt, ConnectionRows, rowWords, sentBytesAt, sentPacketsAt } from './connection-rows.js';
import type { RoundTrip } from './round-trip.js';

/** Bytes a second at the start, and the bounds. */
const rateStart = 256 * 1024;
const rateMin = 16 * 1024;
const rateMax = 2 * 1024 * 1024;
/** The budget saves up this long, and at least four packets. */
const depthMs = 10;
const depthBytesMin = 4800;
/** What happened is judged once a round trip, at least this long, and only on enough packets. */
const judgeMsMin = 50;
const judgePacketsMin = 8;
/** In thousandths of the packets: above the first the rate grows only where that helps, above the second it falls. */
const lossHold = 100;
const lossFall = 350;
/** The round trip that tells of queues: this many times the shortest one, and so much longer. */
const queueFactor = 2;
const queueSlackMs = 25;
/** The rate may exceed what arrived in the best round of late by this factor: room to find more, and for what is lost. */
const carriedHeadroom = 1.5;
/** What the best round brought fades by this factor with every round. */
const carriedFade = 0.97;
/** Rounds in which the rate was used up, before what arrives tells what the way carries. */
const fullRounds = 2;
/** Growing has helped when so much more arrives; whether it would is tried anew after so many rounds. */
const helpFactor = 1.02;
const retryRounds = 8;
/** The shortest round trip is forgotten after this long: ways change. */
const shortestKeptMs = 30_000;

export class Pacing {
  bytesPerSecond = rateStart;
  /** Packets lost lately, in thousandths of those told of. */
  lossPerMille = 0;
  private filledMs = 0;
  private wasShort = false;
  private isStarting = true;
  private judgedMs = 0;
  private acked = 0;
  private lost = 0;
  /** Bytes a second that arrived: in the last round, in the best of late, and before the rate last grew. */
  private arrived = 0;
  private carried = 0;
  private arrivedBeforeGrowth = 0;
  private roundsSinceGrowth = 0;
  private roundsShort = 0;
  private shortestMs = 0;
  private shortestAtMs = 0;
  private readonly words: Int32Array;
  private readonly rowAt: number;

  constructor(rows = new ConnectionRows(1), row = 0) {
    this.words = rows.words;
    this.rowAt = row * rowWords;
  }

  reset(nowMs: number): void {
    this.bytesPerSecond = rateStart;
    this.lossPerMille = 0;
    this.words[this.rowAt + budgetAt] = depthBytesMin;
    this.filledMs = nowMs;
    this.wasShort = false;
    this.isStarting = true;
    this.judgedMs = nowMs;
    this.acked = 0;
    this.lost = 0;
    this.words[this.rowAt + sentBytesAt] = 0;
    this.words[this.rowAt + sentPacketsAt] = 0;
    this.arrived = 0;
    this.carried = 0;
    this.arrivedBeforeGrowth = 0;
    this.roundsSinceGrowth = 0;
    this.roundsShort = 0;
    this.shortestMs = 0;
    this.shortestAtMs = nowMs;
  }

  /** Whether what can wait may go out now. Asking and hearing no tells that the rate is what holds it up. */
  allows(nowMs: number): boolean {
    const { words } = this;
    const budget = this.rowAt + budgetAt;
    const elapsedMs = Math.min(1000, (nowMs - this.filledMs) | 0);
    if (elapsedMs > 0) {
      this.filledMs = nowMs;
      const depth = Math.max(depthBytesMin, (this.bytesPerSecond * depthMs) / 1000);
      words[budget] = Math.min(depth, words[budget]! + (elapsedMs * this.bytesPerSecond) / 1000) | 0;
    }
    if (words[budget]! > 0) return true;
    this.wasShort = true;
    return false;
  }

  /** Everything sent counts, also what cannot wait; that makes no debt of more than a few packets. */
  onSent(bytes: number): void {
    const { words, rowAt } = this;
    words[rowAt + budgetAt] = Math.max(-depthBytesMin, words[rowAt + budgetAt]! - bytes);
    words[rowAt + sentBytesAt]! += bytes;
    words[rowAt + sentPacketsAt]!++;
  }

  onAcked(): void {
    this.acked++;
  }

  onLost(): void {
    this.lost++;
  }

  /** A packet thought lost had arrived. */
  onFound(): void {
    if (this.lost > 0) this.lost--;
  }

  /** Judges what has happened since the last time, if it is time. Called with every acknowledgement. */
  judge(nowMs: number, roundTrip: RoundTrip): void {
    if (roundTrip.samples === 0) return;
    const isOld = ((nowMs - this.shortestAtMs) | 0) > shortestKeptMs;
    if (this.shortestMs === 0 || roundTrip.latestMs < this.shortestMs || isOld) {
      this.shortestMs = Math.max(1, isOld ? roundTrip.smoothedMs | 0 : roundTrip.latestMs | 0);
      this.shortestAtMs = nowMs;
    }
    const told = this.acked + this.lost;
    const dueMs = Math.max(judgeMsMin, roundTrip.smoothedMs);
    if (((nowMs - this.judgedMs) | 0) < dueMs || told < judgePacketsMin) return;
    this.measure((nowMs - this.judgedMs) | 0);
    this.judgedMs = nowMs;
    this.lossPerMille = ((this.lossPerMille + (this.lost * 1000) / told) | 0) >> 1;
    this.acked = 0;
    this.lost = 0;
    this.adapt(roundTrip.smoothedMs > queueFactor * this.shortestMs + queueSlackMs);
    this.wasShort = false;
  }

  /** What arrived in a round of `elapsedMs`, by the mean packet; it tells of the way once the rate was used up for a while. */
  private measure(elapsedMs: number): void {
    this.roundsShort = this.wasShort ? this.roundsShort + 1 : 0;
    this.roundsSinceGrowth++;
    const sentBytes = this.words[this.rowAt + sentBytesAt]!;
    const sentPackets = this.words[this.rowAt + sentPacketsAt]!;
    this.arrived = sentPackets === 0 ? 0 : (this.acked * sentBytes * 1000) / (sentPackets * elapsedMs);
    this.words[this.rowAt + sentBytesAt] = 0;
    this.words[this.rowAt + sentPacketsAt] = 0;
    // When most is lost, the first round tells: the rate was far too high.
    const tells = this.roundsShort > fullRounds || (this.wasShort && this.lost > this.acked);
    if (tells) this.carried = Math.max(this.arrived, this.carried * carriedFade);
    else if (this.roundsShort === 0) this.carried = 0;
  }

  private adapt(isQueueing: boolean): void {
    const rate = this.bytesPerSecond;
    if (isQueueing || this.lossPerMille > lossFall) {
      this.isStarting = false;
      this.bytesPerSecond = Math.max(rateMin, (rate * 0.8) | 0);
    } else if (this.wasShort && this.mayGrow()) {
      const faster = this.isStarting ? rate * 1.5 : rate * 1.05 + 2048;
      this.bytesPerSecond = Math.min(rateMax, faster | 0);
      this.arrivedBeforeGrowth = this.arrived;
      this.roundsSinceGrowth = 0;
    }
    if (this.carried > 0) {
      const most = Math.max(rateMin, (this.carried * carriedHeadroom) | 0);
      if (this.bytesPerSecond > most) this.bytesPerSecond = most;
    }
  }

  /** Loss may be of the way's nature or of our making: of our making it is when sending more brings no more across. */
  private mayGrow(): boolean {
    if (this.lossPerMille <= lossHold) return true;
    this.isStarting = false;
    return this.arrived > this.arrivedBeforeGrowth * helpFactor || this.roundsSinceGrowth >= retryRounds;
  }
}
