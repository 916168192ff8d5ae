// Which messages a client may send, on which channel, how long and how often: a token bucket per kind and connection,
// from the schema's `rate` and `burst`. What exceeds its bucket is dropped; who exceeds it grossly is disconnected.

import type { PacketInfo } from '../codec/packet-info.js';
import { Channel } from './packet-layout.js';

/** Strikes decay by this many a second; above `strikesMax` the session ends. */
const strikeDecayPerSecond = 20;
const strikesMax = 200;
/** All packets of a connection together, whatever they carry. */
const packetsPerSecond = 400;
const packetsBurst = 800;

export const Verdict = {
  allowed: 0,
  /** Too many of this kind: dropped. */
  excess: 1,
  /** Far too many: the session must end. */
  flood: 2,
  /** No such message from a client, or on the wrong channel, or of impossible length: the session must end. */
  violation: 3,
} as const;
export type Verdict = (typeof Verdict)[keyof typeof Verdict];

/** The rules, made once from the schema and shared by all connections. */
export class MessageLimits {
  /** Kind of a packet id, -1 when clients may not send it. */
  readonly kindOfId = new Int8Array(256).fill(-1);
  readonly kinds: readonly PacketInfo[];
  readonly channelOfKind: Uint8Array;
  readonly ratePerSecond: Uint32Array;
  readonly burst: Uint32Array;
  readonly sizeMin: Uint16Array;
  readonly sizeMax: Uint16Array;

  /** Takes the packets that a client may send inside a session. A kind without a rate is held to the packets' own. */
  constructor(packets: readonly PacketInfo[]) {
    this.kinds = packets.filter(
      (packet) => (packet.from === 'client' || packet.from === 'both') && channelOf(packet) !== undefined,
    );
    this.kinds.forEach((packet, kind) => (this.kindOfId[packet.id] = kind));
    this.channelOfKind = Uint8Array.from(this.kinds, (packet) => channelOf(packet)!);
    this.ratePerSecond = Uint32Array.from(this.kinds, (packet) => packet.ratePerSecond || packetsPerSecond);
    this.burst = Uint32Array.from(this.kinds, (packet) => packet.burst || packetsBurst);
    this.sizeMin = Uint16Array.from(this.kinds, (packet) => packet.sizeMin);
    this.sizeMax = Uint16Array.from(this.kinds, (packet) => packet.sizeMax);
  }
}

function channelOf(packet: PacketInfo): Channel | undefined {
  switch (packet.channel) {
    case 'unreliable':
      return Channel.unreliable;
    case 'sequenced':
      return Channel.sequenced;
    case 'reliable':
      return Channel.reliable;
    case 'unordered':
      return Channel.unordered;
    case 'handshake':
    case 'none':
      return undefined;
  }
}

/** One connection's use of the limits. Tokens are thousandths of a message. */
export class MessageMeter {
  private readonly tokens: Int32Array;
  private readonly filledMs: Int32Array;
  private packetTokens = 0;
  private packetsFilledMs = 0;
  private strikes = 0;
  private strikesMs = 0;

  constructor(private readonly limits: MessageLimits) {
    this.tokens = new Int32Array(limits.kinds.length);
    this.filledMs = new Int32Array(limits.kinds.length);
  }

  reset(nowMs: number): void {
    for (let kind = 0; kind < this.tokens.length; kind++) this.tokens[kind] = this.limits.burst[kind]! * 1000;
    this.filledMs.fill(nowMs);
    this.packetTokens = packetsBurst * 1000;
    this.packetsFilledMs = nowMs;
    this.strikes = 0;
    this.strikesMs = nowMs;
  }

  /** One authentic packet arrived. */
  onPacket(nowMs: number): Verdict {
    this.packetTokens = refill(
      this.packetTokens,
      nowMs - this.packetsFilledMs,
      packetsPerSecond,
      packetsBurst,
    );
    this.packetsFilledMs = nowMs;
    if (this.packetTokens < 1000) return this.strike(nowMs);
    this.packetTokens -= 1000;
    return Verdict.allowed;
  }

  onMessage(id: number, channel: Channel, bytes: number, nowMs: number): Verdict {
    const { limits } = this;
    const kind = limits.kindOfId[id]!;
    if (kind < 0 || limits.channelOfKind[kind] !== channel) return Verdict.violation;
    if (bytes < limits.sizeMin[kind]! || bytes > limits.sizeMax[kind]!) return Verdict.violation;
    const elapsedMs = nowMs - this.filledMs[kind]!;
    const tokens = refill(this.tokens[kind]!, elapsedMs, limits.ratePerSecond[kind]!, limits.burst[kind]!);
    this.filledMs[kind] = nowMs;
    this.tokens[kind] = tokens;
    if (tokens < 1000) return this.strike(nowMs);
    this.tokens[kind] = tokens - 1000;
    return Verdict.allowed;
  }

  private strike(nowMs: number): Verdict {
    const decay = Math.floor((((nowMs - this.strikesMs) | 0) * strikeDecayPerSecond) / 1000);
    if (decay > 0) {
      this.strikes = Math.max(0, this.strikes - decay);
      this.strikesMs = nowMs;
    }
    this.strikes++;
    return this.strikes > strikesMax ? Verdict.flood : Verdict.excess;
  }
}

function refill(tokens: number, elapsed: number, ratePerSecond: number, burst: number): number {
  // A long pause fills any bucket; the bound keeps the product small.
  const elapsedMs = Math.min(Math.max(0, elapsed | 0), 60_000);
  return Math.min(burst * 1000, tokens + elapsedMs * ratePerSecond);
}
