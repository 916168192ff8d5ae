// Message frames inside a sealed packet:
//   head u8 (bits 0–1 channel, bit 2 fragment, bit 3 compressed, others 0), [sequence u16 unless unreliable],
//   [fragment index u8, fragment count u8], length (1 byte below 128, else 2), body.
// A two-byte length holds the low 7 bits with 0x80 set, then the rest: the varint of STANDARD.md, at most 16,383.

import { readU16, writeU16 } from './little-endian.js';
import {
  Channel,
  channelMask,
  compressedBit,
  fragmentBit,
  reservedBits,
  shortBody,
} from './packet-layout.js';

export function frameLength(hasSequence: boolean, isFragment: boolean, bytes: number): number {
  return 1 + (hasSequence ? 2 : 0) + (isFragment ? 2 : 0) + (bytes < shortBody ? 1 : 2) + bytes;
}

/** Writes head (channel and whether compressed) to length and returns where the body goes. */
export function writeReliableFrameHead(
  out: Uint8Array,
  at: number,
  sequence: number,
  fragment: number,
  fragmentCount: number,
  bytes: number,
  head: number,
): number {
  let offset = at;
  out[offset++] = fragmentCount === 0 ? head : head | fragmentBit;
  writeU16(out, offset, sequence);
  offset += 2;
  if (fragmentCount !== 0) {
    out[offset++] = fragment;
    out[offset++] = fragmentCount;
  }
  return writeLength(out, offset, bytes);
}

export function writeLength(out: Uint8Array, at: number, bytes: number): number {
  if (bytes < shortBody) {
    out[at] = bytes;
    return at + 1;
  }
  out[at] = (bytes & 0x7f) | 0x80;
  out[at + 1] = bytes >>> 7;
  return at + 2;
}

/** One parsed frame, reused for all. */
export class PacketFrame {
  channel: Channel = Channel.unreliable;
  isCompressed = false;
  sequence = 0;
  fragment = 0;
  /** 0 for a whole message. */
  fragmentCount = 0;
  bodyAt = 0;
  bytes = 0;

  /** Reads the frame at `at`; returns the offset behind it, or -1 when it is malformed. */
  read(data: Uint8Array, at: number, end: number): number {
    const head = data[at]!;
    const channel = head & channelMask;
    const isFragment = (head & fragmentBit) !== 0;
    if ((head & reservedBits) !== 0) return -1;
    const isCompressed = (head & compressedBit) !== 0;
    if (channel > Channel.reliable) return -1;
    if ((isFragment || isCompressed) && channel !== Channel.reliable) return -1;
    this.isCompressed = isCompressed;
    let offset = at + 1;
    const fixed = (channel === Channel.unreliable ? 0 : 2) + (isFragment ? 2 : 0);
    if (offset + fixed + 1 > end) return -1;
    this.channel = channel as Channel;
    this.sequence = 0;
    if (channel !== Channel.unreliable) {
      this.sequence = readU16(data, offset);
      offset += 2;
    }
    this.fragment = 0;
    this.fragmentCount = 0;
    if (isFragment) {
      this.fragment = data[offset]!;
      this.fragmentCount = data[offset + 1]!;
      offset += 2;
      if (this.fragmentCount < 2 || this.fragment >= this.fragmentCount) return -1;
    }
    return this.readBody(data, offset, end);
  }

  private readBody(data: Uint8Array, at: number, end: number): number {
    let offset = at;
    let bytes = data[offset++]!;
    if (bytes >= shortBody) {
      if (offset >= end) return -1;
      const high = data[offset++]!;
      // A longer length fits no packet; a high part of 0 should have been one byte.
      if (high >= shortBody || high === 0) return -1;
      bytes = (bytes & 0x7f) | (high << 7);
    }
    // An empty body has no packet id.
    if (bytes === 0 || offset + bytes > end) return -1;
    this.bodyAt = offset;
    this.bytes = bytes;
    return offset + bytes;
  }
}
