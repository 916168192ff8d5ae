// What a ServerEndpoint is given.

import type { Clock } from '#ports/system/clock.js';
import type { Compressor } from '#ports/network/compressor.js';
import type { CryptoSuite } from '#ports/network/crypto-suite.js';
import type { DatagramRelay } from '#ports/threads/datagram-relay.js';
import type { DatagramSocket } from '#ports/network/datagram-socket.js';
import type { RandomSource } from '#ports/system/random-source.js';
import type { SessionRoom } from '#ports/threads/session-room.js';
import type { TokenLedger } from '#ports/storage/token-ledger.js';
import type { KeyLog } from '../crypto/key-log.js';
import type { RekeyLimits } from '../crypto/key-phases.js';
import type { ServerIdentity, TokenIssuer } from '../tokens/server-identity.js';
import type { SessionListener } from './session-listener.js';

export interface ServerEndpointOptions {
  readonly socket: DatagramSocket;
  readonly crypto: CryptoSuite;
  readonly random: RandomSource;
  readonly clock: Clock;
  readonly listener: SessionListener;
  readonly identity: ServerIdentity;
  /** Whose tokens open this server, besides its own; asked at every Connect, for keys come and go. */
  readonly issuers?: () => readonly TokenIssuer[];
  /** Stands in every connection id, 0 … 255. */
  readonly gatewayIndex: number;
  /** To the other gateways that share the socket's port; without one this is the only one. */
  readonly relay?: DatagramRelay;
  /** 1 … 65,535. About 13 KB each once used. */
  readonly sessionsMax: number;
  /** Whether players without an account get tokens from this server. */
  readonly guestsAllowed: boolean;
  /** Told to clients. */
  readonly tickRate: number;
  readonly snapshotRate: number;
  readonly currentTick: () => number;
  /** Silence after which a session ends; 1000 … 60,000, default 10,000. */
  readonly timeoutMs?: number;
  /** Key exchanges and signatures a second before Connect and TokenRequest are dropped unanswered; default 3000. */
  readonly handshakesPerSecond?: number;
  /** Longest reliable message a client may send; default `clientBytesMax`. */
  readonly receivedMessageBytesMax?: number;
  /** 128-byte blocks for waiting messages, shared by all sessions; default 131,072 (16 MB, touched only as needed). */
  readonly blocksMax?: number;
  /** Used connect tokens remembered until they expire; default 65,536. Means nothing with `tokenLedger`. */
  readonly usedTokensMax?: number;
  /** Shared by all endpoints of a server, so that a token opens one session at one of them. Default: its own. */
  readonly tokenLedger?: TokenLedger;
  /** Shared by all endpoints of a server that is full as a whole; default: `sessionsMax` is all there is. */
  readonly sessionRoom?: SessionRoom;
  /** Clients that may wait for a place; default 16,384, about 1 KB each. 0: a full server refuses. */
  readonly queueMax?: number;
  /** How many of them from one host (IPv4 address or IPv6 /64); default a quarter. */
  readonly queuedPerHostMax?: number;
  /** Compresses long messages to clients; without it they go as they are. What clients send is always understood. */
  readonly compressor?: Compressor;
  /** When this side replaces a session's key. */
  readonly rekey?: RekeyLimits;
  /** For reading captured packets; gives every session away. Default: none. */
  readonly keyLog?: KeyLog;
}
