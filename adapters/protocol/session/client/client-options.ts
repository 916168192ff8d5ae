// What a ClientSession is given, and what it tells.

import type { Clock } from '#ports/system/clock.js';
import type { Compressor } from '#ports/network/compressor.js';
import type { CryptoSuite } from '#ports/network/crypto-suite.js';
import type { DatagramSocket } from '#ports/network/datagram-socket.js';
import type { RandomSource } from '#ports/system/random-source.js';
import type { DenyReason, DisconnectReason, SessionParameters } from '../../generated/handshake.js';
import type { RekeyLimits } from '../crypto/key-phases.js';
import type { Channel } from '../bytes/packet-layout.js';

export type Credentials =
  /**
   * A character name without an account; the server must allow guests. The name belongs to who has the secret, 32 random
   * bytes: keep it. Without one a new one is made, which the session tells as `guestSecret`.
   */
  | { readonly kind: 'guest'; readonly name: string; readonly secret?: Uint8Array }
  /** A connect token and the X25519 secret key to whose public half it is bound. */
  | { readonly kind: 'token'; readonly token: Uint8Array; readonly clientSecretKey: Uint8Array };

export type ConnectFailure =
  | { readonly kind: 'denied'; readonly reason: DenyReason; readonly detail: string }
  /** Whoever answers has another key than the pinned one. */
  | { readonly kind: 'wrong-server-key' }
  | { readonly kind: 'no-answer' };

export type SessionEnd =
  | ConnectFailure
  /** `byPeer`: the server ended it. */
  | {
      readonly kind: 'disconnected';
      readonly reason: DisconnectReason;
      readonly detail: string;
      readonly byPeer: boolean;
    };

export interface ClientSessionListener {
  /** The session stands. `parameters` belongs to the session. */
  onConnected(parameters: SessionParameters): void;
  /** The server is full: this client is let in after `position` - 1 others. Told whenever the server says so. */
  onQueued?(position: number): void;
  /** `buffer` holds only during the call. */
  onMessage(channel: Channel, buffer: Uint8Array, at: number, length: number): void;
  onPacketAcked(packetNumber: number): void;
  onPacketLost(packetNumber: number): void;
  /** Once, also when the session never stood. */
  onClosed(end: SessionEnd): void;
}

export interface ClientSessionOptions {
  /** Used by this session alone. */
  readonly socket: DatagramSocket;
  readonly crypto: CryptoSuite;
  readonly random: RandomSource;
  readonly clock: Clock;
  readonly listener: ClientSessionListener;
  readonly credentials: Credentials;
  /** As ports/network/datagram-socket lays addresses out. */
  readonly serverAddress: Uint8Array;
  /** The server's X25519 public key. Without it the first answer is trusted: whoever sits in between can be the server. */
  readonly serverKey?: Uint8Array;
  /** Compresses long messages to the server; without it they go as they are. */
  readonly compressor?: Compressor;
  /** When this side replaces the session's key. */
  readonly rekey?: RekeyLimits;
  /** Without an answer for this long the attempt ends; default 10,000. */
  readonly connectTimeoutMs?: number;
  /** Waiting in a full server's queue ends after this long, as if denied with `serverFull`; default 1,800,000. */
  readonly queueTimeoutMs?: number;
  /** Whether to ask for what `ClientSession.resumeCredentials` gives; default true. */
  readonly resumable?: boolean;
}
