// Opens the packets of all connections of an endpoint, either side: number, key, cipher, acknowledgement, frames. What
// most packets need stands in the connection's row; its objects are touched only for what is out of the ordinary: an
// acknowledgement that tells something new, a key that changes, a reliable frame.

import { type AeadKey, aeadKeyWords } from '#ports/network/aead-key.js';
import type { CryptoSuite } from '#ports/network/crypto-suite.js';
import type { ConnectionOwner } from './connection-owner.js';
import {
  ackedBitsAt,
  bytesReceivedAt,
  highestAckedAt,
  highestReceivedAt,
  highestSentAt,
  isOpenAt,
  keyPhaseAt,
  keySettledFromAt,
  lastReceivedMsAt,
  packetsReceivedAt,
  receivingKeyAt,
  rowWords,
} from '../delivery/connection-rows.js';
import type { EndpointMemory } from '../delivery/endpoint-memory.js';
import { IncomingFrames } from './incoming-frames.js';
import { readU16, readU32 } from '../bytes/little-endian.js';
import {
  acknowledgementBytes,
  headerBytes,
  keyPhaseBit,
  packetNumberAt,
  tagBytes,
} from '../bytes/packet-layout.js';
import { nearestNumber } from '../bytes/packet-number.js';

export const Received = {
  ok: 0,
  /** Its number was seen, is too old, or does not exist. */
  replayed: 1,
  unauthentic: 2,
  /** Authentic, but against the protocol: the session must end. */
  malformed: 3,
} as const;
export type Received = (typeof Received)[keyof typeof Received];

/** Like none in a header. */
const noPhase = -1;

export class PacketReceiver {
  private readonly words: Int32Array;
  private readonly doubles: Float64Array;
  private readonly frames: IncomingFrames;

  constructor(
    private readonly memory: EndpointMemory,
    private readonly crypto: CryptoSuite,
  ) {
    this.words = memory.rows.words;
    this.doubles = memory.rows.doubles;
    this.frames = new IncomingFrames(memory);
  }

  /** From now on packets of this phase are opened with `key`, and from number `settledFrom` on that changes nothing. */
  setKey(row: number, key: AeadKey, phase: number, settledFrom: number): void {
    const rowAt = row * rowWords;
    this.words.set(key, rowAt + receivingKeyAt);
    this.words[rowAt + keyPhaseAt] = phase;
    this.words[rowAt + keySettledFromAt] = settledFrom;
  }

  /** Nothing is opened until the next key is set. */
  forgetKey(row: number): void {
    const rowAt = row * rowWords;
    this.words.fill(0, rowAt + receivingKeyAt, rowAt + receivingKeyAt + aeadKeyWords);
    this.words[rowAt + keyPhaseAt] = noPhase;
  }

  /**
   * Opens a datagram in place, whose connection id was found to be that of the connection in `row`, and hands its messages
   * to the owner, who knows the connection as `sessionRow`.
   */
  receive(
    row: number,
    sessionRow: number,
    owner: ConnectionOwner,
    buffer: Uint8Array,
    at: number,
    length: number,
    nowMs: number,
  ): Received {
    const { words, memory } = this;
    const { replays } = memory;
    const rowAt = row * rowWords;
    const number = nearestNumber(readU16(buffer, at + packetNumberAt), words[rowAt + highestReceivedAt]!);
    if (!replays.isFresh(row, number)) return Received.replayed;
    const phase = buffer[at]! & keyPhaseBit;
    const isCurrent = phase === words[rowAt + keyPhaseAt];
    const keys = isCurrent ? words : memory.connection(row).findKey(phase, number);
    if (keys === undefined) return Received.unauthentic;
    const keyAt = isCurrent ? rowAt + receivingKeyAt : 0;
    const textAt = at + headerBytes;
    const sealedBytes = length - headerBytes;
    if (!this.crypto.open(keys, keyAt, number, buffer, at, headerBytes, textAt, sealedBytes)) {
      return Received.unauthentic;
    }
    replays.accept(row, number);
    if (!isCurrent || number < words[rowAt + keySettledFromAt]!) {
      memory.connection(row).acceptKey(phase, number);
    }
    words[rowAt + lastReceivedMsAt] = nowMs;
    words[rowAt + packetsReceivedAt]!++;
    this.doubles[(rowAt + bytesReceivedAt) >> 1]! += length;
    if (!this.isAckKnown(rowAt, buffer, textAt)) memory.connection(row).acknowledge(buffer, textAt, nowMs);
    const framesAt = textAt + acknowledgementBytes;
    const end = at + length - tagBytes;
    const { frames } = this;
    if (!frames.read(row, sessionRow, owner, buffer, framesAt, end, nowMs)) return Received.malformed;
    if (words[rowAt + isOpenAt] === 0) return Received.ok;
    if (frames.tookAll) memory.received.record(row, number, nowMs);
    if (end > framesAt) memory.received.owe(row, nowMs, frames.hadReliable);
    return Received.ok;
  }

  /** Whether the acknowledgement repeats the newest one before it, as most do: packets come more often than they go. */
  private isAckKnown(rowAt: number, buffer: Uint8Array, at: number): boolean {
    const { words } = this;
    const highest = words[rowAt + highestAckedAt]!;
    return (
      readU16(buffer, at) === (highest & 0xffff) &&
      (readU32(buffer, at + 2) | 0) === words[rowAt + ackedBitsAt] &&
      words[rowAt + highestSentAt]! - highest <= 0xffff
    );
  }
}
