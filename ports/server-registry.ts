// The game servers that have ever registered, with what each said last. Shared by all replicas of the admin API.

import type { TelemetrySample } from './telemetry-history.js';

export interface ServerDescription {
  /** UUID that the game server keeps in its data folder. */
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly host: string;
  readonly udpPort: number;
  readonly httpPort: number;
  readonly startedAtUnixMs: number;
  readonly playersMax: number;
  /** Which technique moves its datagrams, see DatagramSocket.kind. */
  readonly udpAdapter: string;
  readonly maps: readonly string[];
  /** X25519, 64 hexadecimal digits: what players' programs know it by. */
  readonly publicKey: string;
  /** Of its packets, 16 hexadecimal digits: a client with another hash is refused. */
  readonly protocolHash: string;
}

export interface RegisteredServer extends ServerDescription {
  /** The token it registered with; another one cannot speak for it. */
  readonly tokenId: string;
  readonly lastSeenAtUnixMs: number;
  readonly players: number;
  readonly draining: boolean;
  /** It said goodbye and has not been seen since. */
  readonly stopped: boolean;
  readonly latest: TelemetrySample | undefined;
}

export interface ServerRegistry {
  /** Adds it or replaces its description. Answers 'foreign-token' and changes nothing when another token owns the id, and 'too-many-servers' at the cap. */
  register(
    server: ServerDescription,
    tokenId: string,
    nowUnixMs: number,
  ): Promise<'registered' | 'foreign-token' | 'too-many-servers'>;
  /** False when the server is unknown. */
  heartbeat(id: string, beat: { players: number; draining: boolean }, nowUnixMs: number): Promise<boolean>;
  /** Keeps it as the latest sample and counts as a sign of life. False when the server is unknown. */
  noteTelemetry(id: string, sample: TelemetrySample, nowUnixMs: number): Promise<boolean>;
  markStopped(id: string): Promise<void>;
  find(id: string): Promise<RegisteredServer | undefined>;
  /** Ordered by name, then id. */
  list(): Promise<readonly RegisteredServer[]>;
}

export const serversMax = 1_000;
