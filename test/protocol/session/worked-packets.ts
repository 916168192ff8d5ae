// Sealed packets of SESSION.md's worked example: the first two of a session, then one example each of what is harder to
// get right: acknowledgements with gaps, a new address, resuming, fragments, a packed message, another key.

import { bytesOfAeadKey } from '#ports/network/aead-key.js';
import {
  encodePathChallenge,
  encodePathResponse,
  encodeResumeRequest,
  keepAliveId,
  PathChallenge,
  PathResponse,
  ResumeRequest,
} from '#adapters/protocol/generated/handshake.js';
import { Connection } from '#adapters/protocol/session/connection/connection.js';
import { EndpointMemory } from '#adapters/protocol/session/delivery/endpoint-memory.js';
import { nextKey, type RekeyLimits } from '#adapters/protocol/session/crypto/key-phases.js';
import { Lz4Block } from '#adapters/protocol/session/bytes/lz4-block.js';
import type { SessionKeys } from '#adapters/protocol/session/crypto/noise-nk.js';
import { crypto } from './session-lab.js';

/** Keeps a block under its name, and returns it. */
export type Show = (name: string, bytes: Uint8Array) => Uint8Array;

export interface BothKeys {
  readonly client: SessionKeys;
  readonly server: SessionKeys;
}

const headerBytes = 7;
const tagBytes = 16;
/** What is shown of a packet too long to print. */
const shownOfLong = 20;

const nobody = {
  onConnectionMessage() {},
  onConnectionPacketAcked() {},
  onConnectionPacketLost() {},
  onConnectionPacketFound() {},
};

/** Both ends of one session, on one clock. */
class Ends {
  readonly client: Connection;
  readonly server: Connection;

  constructor(
    readonly keys: BothKeys,
    connectionId: number,
    rekey?: RekeyLimits,
  ) {
    const memory = new EndpointMemory({
      connectionsMax: 2,
      outgoingBlocks: 64,
      incomingBlocks: 64,
      messageBytesMax: 4096,
      compressor: new Lz4Block(),
    });
    this.client = new Connection(0, nobody, crypto, memory, rekey);
    this.server = new Connection(1, nobody, crypto, memory, rekey);
    this.client.open(connectionId, keys.client, 0);
    this.server.open(connectionId, keys.server, 0);
  }
}

function send(from: Connection, nowMs: number): Uint8Array {
  const out = new Uint8Array(1536);
  from.beginPacket(out, 0, 0, nowMs);
  return out.slice(0, from.finishPacket());
}

function take(to: Connection, sealed: Uint8Array, nowMs: number): void {
  const copy = sealed.slice();
  to.receive(copy, 0, copy.length, nowMs);
}

/** What is inside, by whoever holds `keys` to receive with. */
function plain(sealed: Uint8Array, key: SessionKeys['receive'], number: number): Uint8Array {
  const copy = sealed.slice();
  const length = copy.length - headerBytes;
  if (!crypto.open(key, 0, number, copy, 0, headerBytes, headerBytes, length))
    throw new Error('not authentic');
  return copy.slice(headerBytes, -tagBytes);
}

function queue(from: Connection, reliable: boolean, message: Uint8Array, nowMs: number): void {
  from.outgoing.enqueue(reliable, message, 0, message.length, nowMs);
}

function encoded<T>(encode: (message: T, out: Uint8Array, at: number) => number, message: T): Uint8Array {
  const out = new Uint8Array(64);
  return out.slice(0, encode(message, out, 0));
}

export function showPackets(show: Show, keys: BothKeys, connectionId: number): void {
  const ends = new Ends(keys, connectionId);
  const { client, server } = ends;
  queue(client, false, Uint8Array.of(keepAliveId), 0);
  const first = send(client, 0);
  show('client packet 1, plain', plain(first, keys.server.receive, 1));
  show('client packet 1', first);
  take(server, first, 40);
  // Refused: use of a skill, not in reach.
  queue(server, true, Uint8Array.of(0x46, 0x11, 0x02), 45);
  const second = send(server, 45);
  show('server packet 1, plain', plain(second, keys.client.receive, 1));
  show('server packet 1', second);
  take(client, second, 85);
  showGaps(show, ends);
  showAddress(show, ends);
  showResume(show, ends);
  showLong(show, ends);
  showKeyChange(show, keys, connectionId);
}

/** Server packets 2, 3, 4, of which 3 is lost. */
function showGaps(show: Show, { client, server, keys }: Ends): void {
  for (const nowMs of [100, 110, 120]) {
    queue(server, false, Uint8Array.of(keepAliveId), nowMs);
    const packet = send(server, nowMs);
    if (nowMs !== 110) take(client, packet, nowMs + 40);
  }
  const packet = send(client, 163);
  show('client packet 2, plain', plain(packet, keys.server.receive, 2));
  take(server, packet, 203);
}

function showAddress(show: Show, { client, server, keys }: Ends): void {
  const challenge = new PathChallenge();
  challenge.token.fill(0x88);
  queue(server, false, encoded(encodePathChallenge, challenge), 210);
  const asked = send(server, 210);
  show('server packet 5, plain', plain(asked, keys.client.receive, 5));
  take(client, asked, 250);
  const response = new PathResponse();
  response.token.fill(0x88);
  queue(client, false, encoded(encodePathResponse, response), 250);
  const answered = send(client, 250);
  show('client packet 3, plain', plain(answered, keys.server.receive, 3));
  take(server, answered, 290);
}

function showResume(show: Show, { client, server, keys }: Ends): void {
  const request = new ResumeRequest();
  request.clientKey.set(crypto.keyPair(new Uint8Array(32).fill(0x99)).publicKey);
  queue(client, true, encoded(encodeResumeRequest, request), 300);
  const packet = send(client, 300);
  show('client packet 4, plain', plain(packet, keys.server.receive, 4));
  take(server, packet, 340);
}

/** 1,500 bytes that do not shrink, in two fragments; then 600 that do. */
function showLong(show: Show, { client, server, keys }: Ends): void {
  queue(server, true, noise(1500), 350);
  for (const number of [6, 7]) {
    const packet = send(server, 350);
    show(
      `server packet ${number}, plain, its start`,
      plain(packet, keys.client.receive, number).slice(0, shownOfLong),
    );
    take(client, packet, 390);
  }
  queue(server, true, new Uint8Array(600).fill(0x61), 400);
  show('server packet 8, plain', plain(send(server, 400), keys.client.receive, 8));
}

/** Every byte differs from those before it by a multiple that does not repeat for long: LZ4 finds nothing. */
function noise(length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let state = 1;
  for (let index = 0; index < length; index++) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    bytes[index] = state >>> 24;
  }
  return bytes;
}

/** As if a key were good for one packet. */
function showKeyChange(show: Show, keys: BothKeys, connectionId: number): void {
  const { client, server } = new Ends(keys, connectionId, { packets: 1, ms: 600_000 });
  queue(client, false, Uint8Array.of(keepAliveId), 0);
  take(server, send(client, 0), 40);
  take(client, send(server, 45), 85);
  queue(client, false, Uint8Array.of(keepAliveId), 90);
  const packet = send(client, 90);
  const next = nextKey(crypto, keys.server.receive);
  show('client to server key, the next', bytesOfAeadKey(next));
  show('client packet 2 under the next key, plain', plain(packet, next, 2));
  show('client packet 2 under the next key', packet);
}
