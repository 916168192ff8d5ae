// The numbers of a connection that every packet needs, side by side: a row of 896 bytes each, all connections of an
// endpoint in one array. A packet that brings nothing out of the ordinary touches a few lines of memory here and few or
// no objects of its connection: with thousands of sessions each line comes from far away.
// What a number means says the class that owns it; here is only where it lies.

export const rowWords = 224;

/** ReplayWindows: the highest number accepted, and the window's 32 words of bits. */
export const highestReceivedAt = 0;
export const replayBitsAt = 32;
/** ReceivedPackets: six words. */
export const receivedAt = 1;
/** SentPackets. */
export const highestSentAt = 7;
export const highestAckedAt = 8;
export const ackedBitsAt = 9;
/** IncomingFrames. */
export const isOpenAt = 10;
export const sequencedAt = 11;
/** PacketReceiver: the phase of the current key, from which packet number on a packet under it changes no key, and its words. */
export const keyPhaseAt = 12;
export const keySettledFromAt = 13;
export const receivingKeyAt = 18;
/** Connection: the words of the key it seals with, the key's phase, and the packet number and time from which it is old. */
export const sendingKeyAt = 64;
export const sendingPhaseAt = 72;
export const rekeyNumberAt = 73;
export const rekeyMsAt = 74;
/** OutgoingMessages: not 0 while messages may wait for a packet. */
export const pendingAt = 75;
/** Pacing: what of its budget is left, and what was sent since it last judged. */
export const budgetAt = 76;
export const sentBytesAt = 77;
export const sentPacketsAt = 78;
/** SentPackets: the records of 64 packets, two words each. */
export const sentRecordsAt = 96;
/** Connection; `bytesReceivedAt` and the word behind it are one double. */
export const lastReceivedMsAt = 14;
export const packetsReceivedAt = 15;
export const bytesReceivedAt = 16;

export class ConnectionRows {
  readonly words: Int32Array;
  /** The same memory; a double takes two words. */
  readonly doubles: Float64Array;

  constructor(readonly connections: number) {
    this.words = new Int32Array(connections * rowWords);
    this.doubles = new Float64Array(this.words.buffer);
  }

  /** A connection begins anew. */
  reset(row: number): void {
    this.words.fill(0, row * rowWords, (row + 1) * rowWords);
  }
}
