// The sessions of clients whose snapshots nobody reads: each seals every input it sends and acknowledges every packet that
// arrives, by the number in its header and unopened. To the server such a client is like any other; to the load generator
// it costs a fraction. What a packet needs of its session lies in one line of memory: thousands of sessions that are
// objects cost more in cache misses than in work. The plain twin is in the tests.

import {
  encodePlayerInput,
  type PlayerInput,
  playerInputId,
  playerInputSizeMax,
} from '#adapters/protocol/generated/game.js';
import { keepAliveId } from '#adapters/protocol/generated/handshake.js';
import type { Connection } from '#adapters/protocol/session/connection/connection.js';
import {
  ConnectionRows,
  highestReceivedAt,
  receivedAt,
  rowWords,
} from '#adapters/protocol/session/delivery/connection-rows.js';
import { keepAliveMs } from '#adapters/protocol/session/connection/connection-timers.js';
import { readU16, readU32, writeU16, writeU32 } from '#adapters/protocol/session/bytes/little-endian.js';
import {
  acknowledgementBytes,
  Channel,
  connectionIdAt,
  headerBytes,
  packetNumberAt,
  sealedType,
  tagBytes,
} from '#adapters/protocol/session/bytes/packet-layout.js';
import { nearestNumber } from '#adapters/protocol/session/bytes/packet-number.js';
import { ReceivedPackets } from '#adapters/protocol/session/delivery/received-packets.js';
import type { AeadKey } from '#ports/network/aead-key.js';
import type { CryptoSuite } from '#ports/network/crypto-suite.js';
import { turnEveryInputs, type Walk } from './walk.js';

/** Words of a session: where a connection's row has what these sessions do not need, behind what ReceivedPackets keeps. */
const isActiveAt = highestReceivedAt;
const connectionIdWord = receivedAt + 6;
const sentAt = receivedAt + 7;
const highestAt = receivedAt + 8;
const sequenceAt = receivedAt + 9;
/** The step's four bytes as the codec writes them. */
const stepAt = receivedAt + 10;
const sentMsAt = receivedAt + 11;

/** PlayerInput (STANDARD.md) with one step: id u8, sequence u16, viewTick u32, steps u8, then the step. */
const stepOffset = 8;
const stepBytes = 4;
const inputBytes = stepOffset + stepBytes;
const frameAt = headerBytes + acknowledgementBytes;
const inputAt = frameAt + 2;
const textBytes = acknowledgementBytes + 2 + inputBytes;
export const inputPacketBytes = headerBytes + textBytes + tagBytes;
const emptyPacketBytes = frameAt + tagBytes;
const keepAliveFrameBytes = 3;

export class UnreadSessions {
  private readonly words: Int32Array;
  private readonly rows: ConnectionRows;
  private readonly received: ReceivedPackets;
  private readonly keys: AeadKey[] = [];
  private readonly walks: Walk[] = [];
  private readonly connections: Connection[] = [];
  private readonly encoded = new Uint8Array(playerInputSizeMax);

  constructor(
    clients: number,
    private readonly crypto: CryptoSuite,
    /** World steps that one input stands for. */
    private readonly ticks: number,
  ) {
    this.rows = new ConnectionRows(clients);
    this.words = this.rows.words;
    this.received = new ReceivedPackets(this.rows);
  }

  isActive(row: number): boolean {
    return this.words[row * rowWords + isActiveAt] === 1;
  }

  /** Takes an established connection over. */
  takeOver(row: number, connection: Connection, key: AeadKey, walk: Walk, nowMs: number): void {
    const { words } = this;
    const at = row * rowWords;
    this.rows.reset(row);
    words[at + isActiveAt] = 1;
    words[at + connectionIdWord] = connection.connectionId;
    words[at + sentAt] = connection.sentPackets.highest;
    words[at + highestAt] = connection.highestReceived;
    words[at + sequenceAt] = walk.sequence;
    words[at + sentMsAt] = nowMs;
    this.keys[row] = key;
    this.walks[row] = walk;
    this.connections[row] = connection;
    this.keepStep(at, walk.current(0, this.ticks));
  }

  /** Connection and walk go on where this leaves off. */
  giveBack(row: number): void {
    const at = row * rowWords;
    this.words[at + isActiveAt] = 0;
    this.connections[row]!.sentPackets.highest = this.words[at + sentAt]!;
    this.walks[row]!.sequence = this.words[at + sequenceAt]!;
  }

  /** A sealed packet of this session. */
  receive(row: number, buffer: Uint8Array, at: number, nowMs: number): void {
    const { words } = this;
    const highestWord = row * rowWords + highestAt;
    const number = nearestNumber(readU16(buffer, at + packetNumberAt), words[highestWord]!);
    if (number > words[highestWord]!) words[highestWord] = number;
    this.received.record(row, number, nowMs);
    this.received.owe(row, nowMs, false);
  }

  /** Writes the packet with the walk's next input to `at`, `inputPacketBytes` long. */
  writeInput(row: number, out: Uint8Array, at: number, viewTick: number, nowMs: number): void {
    const { words } = this;
    const rowAt = row * rowWords;
    const number = this.begin(row, out, at, nowMs);
    const sequence = (words[rowAt + sequenceAt] = (words[rowAt + sequenceAt]! + 1) & 0xffff);
    if (sequence % turnEveryInputs === 0) this.turn(row);
    out[at + frameAt] = Channel.unreliable;
    out[at + frameAt + 1] = inputBytes;
    const input = at + inputAt;
    out[input] = playerInputId;
    writeU16(out, input + 1, sequence);
    writeU32(out, input + 3, viewTick);
    out[input + 7] = 1;
    writeU32(out, input + stepOffset, words[rowAt + stepAt]!);
    this.crypto.seal(this.keys[row]!, 0, number, out, at, headerBytes, at + headerBytes, textBytes);
  }

  /** Whether a session that sends no inputs must be heard: with an acknowledgement, or for it has long been silent. */
  isDue(row: number, nowMs: number): boolean {
    return this.received.msUntilDue(row, nowMs) === 0 || this.isSilent(row, nowMs);
  }

  /** Writes the packet with which a session without inputs is heard to `at`, and returns its length. */
  writeIdle(row: number, out: Uint8Array, at: number, nowMs: number): number {
    const isSilent = this.isSilent(row, nowMs);
    const number = this.begin(row, out, at, nowMs);
    if (isSilent) {
      out[at + frameAt] = Channel.unreliable;
      out[at + frameAt + 1] = 1;
      out[at + frameAt + 2] = keepAliveId;
    }
    const text = acknowledgementBytes + (isSilent ? keepAliveFrameBytes : 0);
    this.crypto.seal(this.keys[row]!, 0, number, out, at, headerBytes, at + headerBytes, text);
    return emptyPacketBytes + (isSilent ? keepAliveFrameBytes : 0);
  }

  private isSilent(row: number, nowMs: number): boolean {
    return ((nowMs - this.words[row * rowWords + sentMsAt]!) | 0) >= keepAliveMs;
  }

  /** Header and acknowledgement; returns the packet's number. */
  private begin(row: number, out: Uint8Array, at: number, nowMs: number): number {
    const { words } = this;
    const rowAt = row * rowWords;
    const number = (words[rowAt + sentAt] = words[rowAt + sentAt]! + 1);
    words[rowAt + sentMsAt] = nowMs;
    out[at] = sealedType;
    writeU32(out, at + connectionIdAt, words[rowAt + connectionIdWord]!);
    writeU16(out, at + packetNumberAt, number & 0xffff);
    this.received.write(row, out, at + headerBytes, nowMs);
    return number;
  }

  private turn(row: number): void {
    const walk = this.walks[row]!;
    walk.turn();
    this.keepStep(row * rowWords, walk.current(0, this.ticks));
  }

  private keepStep(rowAt: number, input: PlayerInput): void {
    encodePlayerInput(input, this.encoded, 0);
    this.words[rowAt + stepAt] = readU32(this.encoded, stepOffset);
  }
}
