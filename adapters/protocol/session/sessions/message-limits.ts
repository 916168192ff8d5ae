// Which messages a client may send, on which channel, how long and how often: a token bucket per kind and connection,
// from the schema's `rate` and `burst`. What exceeds its bucket is dropped; who exceeds it grossly is disconnected.

import type { PacketInfo } from '../../codec/packet-info.js';
import { Channel } from '../bytes/packet-layout.js';

/** Strikes decay by this many a second; above `strikesMax` the session ends. */
const strikeDecayPerSecond = 20;
const strikesMax = 200;
/** All packets of a connection together, whatever they carry. */
const packetsPerSecond = 400;
const packetsBurst = 800;

export const MessageVerdict = {
  allowed: 0,
  /** Too many of this kind: dropped. */
  excess: 1,
  /** Far too many: the session must end. */
  flood: 2,
  /** No such message from a client, or on the wrong channel, or of impossible length: the session must end. */
  violation: 3,
} as const;
export type MessageVerdict = (typeof MessageVerdict)[keyof typeof MessageVerdict];

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
    case 'handshake':
    case 'none':
      return undefined;
  }
}

/** Words of a session: what all its packets share, then tokens and time of each kind. Tokens are thousandths of a message. */
const packetTokensAt = 0;
const packetsMsAt = 1;
const strikesAt = 2;
const strikesMsAt = 3;
const kindsAt = 4;

/** Every session's use of the limits, by row. */
export class MessageMeters {
  private readonly stride: number;
  private readonly words: Int32Array;

  constructor(
    private readonly limits: MessageLimits,
    sessions: number,
  ) {
    this.stride = kindsAt + 2 * limits.kinds.length;
    this.words = new Int32Array(sessions * this.stride);
  }

  reset(sessionRow: number, nowMs: number): void {
    const { words, stride, limits } = this;
    const at = sessionRow * stride;
    words[at + packetTokensAt] = packetsBurst * 1000;
    words[at + packetsMsAt] = nowMs;
    words[at + strikesAt] = 0;
    words[at + strikesMsAt] = nowMs;
    for (let kind = 0; kind < limits.kinds.length; kind++) {
      words[at + kindsAt + 2 * kind] = limits.burst[kind]! * 1000;
      words[at + kindsAt + 2 * kind + 1] = nowMs;
    }
  }

  /** One authentic packet arrived. */
  onPacket(sessionRow: number, nowMs: number): MessageVerdict {
    const { words } = this;
    const at = sessionRow * this.stride;
    const elapsedMs = nowMs - words[at + packetsMsAt]!;
    const tokens = refill(words[at + packetTokensAt]!, elapsedMs, packetsPerSecond, packetsBurst);
    words[at + packetsMsAt] = nowMs;
    words[at + packetTokensAt] = tokens;
    if (tokens < 1000) return this.strike(at, nowMs);
    words[at + packetTokensAt] = tokens - 1000;
    return MessageVerdict.allowed;
  }

  onMessage(sessionRow: number, id: number, channel: Channel, bytes: number, nowMs: number): MessageVerdict {
    const { limits, words } = this;
    const kind = limits.kindOfId[id]!;
    if (kind < 0 || limits.channelOfKind[kind] !== channel) return MessageVerdict.violation;
    if (bytes < limits.sizeMin[kind]! || bytes > limits.sizeMax[kind]!) return MessageVerdict.violation;
    const at = sessionRow * this.stride;
    const tokensAt = at + kindsAt + 2 * kind;
    const elapsedMs = nowMs - words[tokensAt + 1]!;
    const tokens = refill(words[tokensAt]!, elapsedMs, limits.ratePerSecond[kind]!, limits.burst[kind]!);
    words[tokensAt + 1] = nowMs;
    words[tokensAt] = tokens;
    if (tokens < 1000) return this.strike(at, nowMs);
    words[tokensAt] = tokens - 1000;
    return MessageVerdict.allowed;
  }

  private strike(at: number, nowMs: number): MessageVerdict {
    const { words } = this;
    const decay = Math.floor((((nowMs - words[at + strikesMsAt]!) | 0) * strikeDecayPerSecond) / 1000);
    if (decay > 0) {
      words[at + strikesAt] = Math.max(0, words[at + strikesAt]! - decay);
      words[at + strikesMsAt] = nowMs;
    }
    words[at + strikesAt]!++;
    return words[at + strikesAt]! > strikesMax ? MessageVerdict.flood : MessageVerdict.excess;
  }
}

function refill(tokens: number, elapsed: number, ratePerSecond: number, burst: number): number {
  // A long pause fills any bucket; the bound keeps the product small.
  const elapsedMs = Math.min(Math.max(0, elapsed | 0), 60_000);
  return Math.min(burst * 1000, tokens + elapsedMs * ratePerSecond);
}
