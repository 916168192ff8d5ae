// The sessions of clients at play whose snapshots nobody reads: each seals every input it sends and acknowledges every
// packet that arrives, by the number in its header and unopened. To the server such a client is like any other; to the
// load generator it costs a fraction. All of them lie side by side, one line of memory each for what a packet needs:
// thousands of sessions that are objects cost more in cache misses than in work. Its plain twin is in the tests.

import {
  encodePlayerInput,
  type PlayerInput,
  playerInputId,
  playerInputSizeMax,
} from '#adapters/protocol/generated/game.js';
import type { Connection } from '#adapters/protocol/session/connection.js';
import { ConnectionRows } from '#adapters/protocol/session/connection-rows.js';
import { readU16, readU32, writeU16, writeU32 } from '#adapters/protocol/session/little-endian.js';
import {
  acknowledgementBytes,
  Channel,
  connectionIdAt,
  headerBytes,
  packetNumberAt,
  sealedType,
  tagBytes,
} from '#adapters/protocol/session/packet-layout.js';
import { nearestNumber } from '#adapters/protocol/session/packet-number.js';
import { ReceivedPackets } from '#adapters/protocol/session/received-packets.js';
import type { AeadKey, CryptoSuite } from '#ports/crypto-suite.js';
import { turnEveryInputs, type Walk } from './walk.js';

/** Words of a session. */
const stride = 8;
const isActiveAt = 0;
const connectionIdWord = 1;
const sentAt = 2;
const highestAt = 3;
const sequenceAt = 4;
/** The step's four bytes as the codec writes them. */
const stepAt = 5;

/** PlayerInput (STANDARD.md) with one step: id u8, sequence u16, viewTick u32, steps u8, then the step. */
const stepOffset = 8;
const stepBytes = 4;
const inputBytes = stepOffset + stepBytes;
const frameAt = headerBytes + acknowledgementBytes;
const inputAt = frameAt + 2;
const textBytes = acknowledgementBytes + 2 + inputBytes;
export const inputPacketBytes = headerBytes + textBytes + tagBytes;

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
    this.words = new Int32Array(clients * stride);
    this.rows = new ConnectionRows(clients);
    this.received = new ReceivedPackets(this.rows);
  }

  isActive(place: number): boolean {
    return this.words[place * stride + isActiveAt] === 1;
  }

  /** Takes an established connection over. */
  takeOver(place: number, connection: Connection, key: AeadKey, walk: Walk): void {
    const { words } = this;
    const at = place * stride;
    words[at + isActiveAt] = 1;
    words[at + connectionIdWord] = connection.connectionId;
    words[at + sentAt] = connection.sentPackets.highest;
    words[at + highestAt] = connection.highestReceived;
    words[at + sequenceAt] = walk.sequence;
    this.keys[place] = key;
    this.walks[place] = walk;
    this.connections[place] = connection;
    this.rows.reset(place);
    this.keepStep(at, walk.current(0, this.ticks));
  }

  /** Connection and walk go on where this leaves off. */
  giveBack(place: number): void {
    const at = place * stride;
    this.words[at + isActiveAt] = 0;
    this.connections[place]!.sentPackets.highest = this.words[at + sentAt]!;
    this.walks[place]!.sequence = this.words[at + sequenceAt]!;
  }

  /** A sealed packet of this session. */
  receive(place: number, buffer: Uint8Array, at: number, nowMs: number): void {
    const { words } = this;
    const highestWord = place * stride + highestAt;
    const number = nearestNumber(readU16(buffer, at + packetNumberAt), words[highestWord]!);
    if (number > words[highestWord]!) words[highestWord] = number;
    this.received.record(place, number, nowMs);
  }

  /** Writes the packet with the walk's next input to `at`, `inputPacketBytes` long. */
  writeInput(place: number, out: Uint8Array, at: number, viewTick: number, nowMs: number): void {
    const { words } = this;
    const row = place * stride;
    const number = (words[row + sentAt] = words[row + sentAt]! + 1);
    const sequence = (words[row + sequenceAt] = (words[row + sequenceAt]! + 1) & 0xffff);
    if (sequence % turnEveryInputs === 0) this.turn(place);
    out[at] = sealedType;
    writeU32(out, at + connectionIdAt, words[row + connectionIdWord]!);
    writeU16(out, at + packetNumberAt, number & 0xffff);
    this.received.write(place, out, at + headerBytes, nowMs);
    out[at + frameAt] = Channel.unreliable;
    out[at + frameAt + 1] = inputBytes;
    const input = at + inputAt;
    out[input] = playerInputId;
    writeU16(out, input + 1, sequence);
    writeU32(out, input + 3, viewTick);
    out[input + 7] = 1;
    writeU32(out, input + stepOffset, words[row + stepAt]!);
    this.crypto.seal(this.keys[place]!, number, out, at, headerBytes, at + headerBytes, textBytes);
  }

  private turn(place: number): void {
    const walk = this.walks[place]!;
    walk.turn();
    this.keepStep(place * stride, walk.current(0, this.ticks));
  }

  private keepStep(row: number, input: PlayerInput): void {
    encodePlayerInput(input, this.encoded, 0);
    this.words[row + stepAt] = readU32(this.encoded, stepOffset);
  }
}
