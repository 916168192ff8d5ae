// Handshake requests as an attacker makes them by the million: well-formed, from any address, with keys and cookies that
// nobody gave out. Made in batches, so that taking them in can be timed without making them.

import {
  Connect,
  encodeConnect,
  encodeHello,
  encodeTokenRequest,
  Hello,
  sessionVersion,
  TokenRequest,
} from '#adapters/protocol/generated/handshake.js';
import { protocolHash } from '#adapters/protocol/generated/packets.js';
import { writeU32 } from '#adapters/protocol/session/bytes/little-endian.js';
import { addressBytes, remoteBytes } from '#ports/network/datagram-socket.js';
import type { SeededBytes } from './work/seeded-bytes.js';

export const floodKinds = ['hello', 'connect', 'token request'] as const;
export type FloodKind = (typeof floodKinds)[number];

export const requestBytes = 1200;

export class HandshakeRequests {
  /** Request n begins at n × `requestBytes`, its forged sender at n × `addressBytes`. */
  readonly data: Uint8Array;
  readonly from: Uint8Array;
  private readonly hello = new Hello();
  private readonly connect = new Connect();
  private readonly tokenRequest = new TokenRequest();

  constructor(
    private readonly kind: FloodKind,
    private readonly random: SeededBytes,
    readonly count: number,
  ) {
    this.data = new Uint8Array(count * requestBytes);
    this.from = new Uint8Array(count * addressBytes);
    this.hello.sessionVersion = sessionVersion;
    this.hello.protocolHash.set(protocolHash);
    this.connect.noiseLength = 400;
    this.tokenRequest.name = 'nobody';
  }

  /** Makes the next batch. The cookies look fresh at `nowMs`, so that the server has to compute what they should be. */
  next(nowMs: number): void {
    writeU32(this.connect.cookie, 0, nowMs);
    writeU32(this.tokenRequest.cookie, 0, nowMs);
    for (let i = 0; i < this.count; i++) {
      this.forgeSender(i * addressBytes);
      this.write(i * requestBytes);
    }
  }

  private forgeSender(at: number): void {
    const { from, random } = this;
    // IPv4, mapped; from a block in which no player is.
    from.fill(255, at + 10, at + 12);
    from[at + 12] = 100;
    for (let i = 13; i < remoteBytes; i++) from[at + i] = 1 + random.below(254);
  }

  private write(at: number): void {
    const { random, data } = this;
    let end: number;
    if (this.kind === 'hello') {
      random.fill(this.hello.clientKey);
      end = encodeHello(this.hello, data, at);
    } else if (this.kind === 'connect') {
      random.fill(this.connect.clientKey);
      random.fill(this.connect.cookie.subarray(4));
      end = encodeConnect(this.connect, data, at);
    } else {
      random.fill(this.tokenRequest.clientKey);
      random.fill(this.tokenRequest.cookie.subarray(4));
      end = encodeTokenRequest(this.tokenRequest, data, at);
    }
    if (end !== at + requestBytes) throw new Error(`a request does not encode: ${end}`);
  }
}
