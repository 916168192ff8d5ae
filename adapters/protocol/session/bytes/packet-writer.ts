// Lays out the plaintext of one packet after the other in memory that the caller provides: header, acknowledgement,
// frames of queued messages, then messages that the caller encodes in place. One for all connections of an endpoint.

import { writeU16, writeU32 } from './little-endian.js';
import {
  acknowledgementBytes,
  Channel,
  connectionIdAt,
  datagramBytesMax,
  headerBytes,
  inPlaceOverhead,
  packetNumberAt,
  sealedType,
  shortBody,
  tagBytes,
  unreliableBytesMax,
} from './packet-layout.js';

export class PacketWriter {
  out: Uint8Array = new Uint8Array(0);
  /** Where the packet begins, where its next frame goes, and where its tag must fit. */
  packetAt = 0;
  offset = 0;
  limit = 0;
  private messageAt = 0;
  private lengthAt = 0;
  private lengthBytes = 0;

  /** Writes the header; the acknowledgement goes to `acknowledgementAt`, frames behind it. */
  begin(out: Uint8Array, at: number, connectionId: number, packetNumber: number, phase: number): void {
    this.out = out;
    this.packetAt = at;
    this.limit = at + datagramBytesMax - tagBytes;
    this.offset = at + headerBytes + acknowledgementBytes;
    out[at] = sealedType | phase;
    writeU32(out, at + connectionIdAt, connectionId);
    writeU16(out, at + packetNumberAt, packetNumber & 0xffff);
  }

  get acknowledgementAt(): number {
    return this.packetAt + headerBytes;
  }

  /** Bytes left for the body of one more message on an unreliable channel. */
  get messageRoom(): number {
    return this.limit - this.offset - inPlaceOverhead;
  }

  /** Whether the message begun last is on the sequenced channel. */
  get isSequenced(): boolean {
    return this.out[this.messageAt] === Channel.sequenced;
  }

  /** Length of header and plaintext so far. */
  get length(): number {
    return this.offset - this.packetAt;
  }

  /** Where the body of a message goes, or -1 when one of `bytesMax` does not fit. `sequence` is for the sequenced channel. */
  beginMessage(channel: Channel, sequence: number, bytesMax: number): number {
    if (bytesMax > this.messageRoom || bytesMax > unreliableBytesMax) return -1;
    this.messageAt = this.offset;
    this.lengthAt = this.offset + 1;
    this.out[this.messageAt] = channel;
    if (channel === Channel.sequenced) {
      writeU16(this.out, this.lengthAt, sequence);
      this.lengthAt += 2;
    }
    this.lengthBytes = bytesMax < shortBody ? 1 : 2;
    return this.lengthAt + this.lengthBytes;
  }

  /** Ends the message with its body ending at `end`. False, and nothing was added, when it is empty or `end` a fault. */
  endMessage(end: number): boolean {
    const { out, lengthAt } = this;
    const bodyAt = lengthAt + this.lengthBytes;
    const bytes = end - bodyAt;
    if (bytes <= 0) return false;
    if (bytes < shortBody) {
      out[lengthAt] = bytes;
      // Room for a two-byte length was left, and one does.
      if (this.lengthBytes === 2) out.copyWithin(lengthAt + 1, bodyAt, end);
      this.offset = lengthAt + 1 + bytes;
    } else {
      out[lengthAt] = (bytes & 0x7f) | 0x80;
      out[lengthAt + 1] = bytes >>> 7;
      this.offset = end;
    }
    return true;
  }
}
