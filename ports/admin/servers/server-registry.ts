// The game servers that have ever registered, with what each said last. Shared by all replicas of the admin API.

import type { PlannedDrain } from '../operations/operator-command.js';
import type { TelemetrySample } from '../monitoring/telemetry-history.js';

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

/** Where players reach it. */
export interface ServerAddress {
  readonly host: string;
  readonly udpPort: number;
}

export interface RegisteredServer extends ServerDescription {
  /** The token it registered with last; another one cannot speak for it. The nil UUID: none, its token was revoked. */
  readonly tokenId: string;
  readonly lastSeenAtUnixMs: number;
  readonly players: number;
  readonly draining: boolean;
  /** It said goodbye, or lost its token, and has not been seen since. */
  readonly stopped: boolean;
  /** Verbs of the economy that are switched off there, as it said last. */
  readonly closedVerbs: readonly string[];
  /** When it is to empty by itself, as it said last. */
  readonly planned: PlannedDrain | undefined;
  /** How it judged itself when it was last heard of; undefined: it tells no checks, or has not yet. */
  readonly checks: readonly ServerCheck[] | undefined;
  /** When it told them, or that it tells none, by the caller's clock. */
  readonly checksAtUnixMs: number | undefined;
  readonly latest: TelemetrySample | undefined;
  /** When that came, by the caller's clock: the sample's own time is by the server's. */
  readonly latestAtUnixMs: number | undefined;
  /** Where it says that it is now, and no operator has agreed yet. */
  readonly pendingAddress: ServerAddress | undefined;
}

/**
 * - other-key: the id is known with another key; nothing changes
 * - moved: it is known at another address; only `pendingAddress` changes
 * - too-many-servers: it is new, and there are `serversMax`; nothing changes
 */
export type RegisterAnswer = 'registered' | 'other-key' | 'moved' | 'too-many-servers';

export interface ServerRegistry {
  /** Adds it or replaces its description, unless key or address are others than before. `before`: as it was known. */
  register(
    server: ServerDescription,
    tokenId: string,
    nowUnixMs: number,
  ): Promise<{ readonly answer: RegisterAnswer; readonly before: RegisteredServer | undefined }>;
  /** False, and nothing changes, when the server is unknown or not this token's. */
  heartbeat(id: string, tokenId: string, beat: Heartbeat, nowUnixMs: number): Promise<boolean>;
  /** Keeps it as the latest sample and counts as a sign of life. False as with `heartbeat`. */
  noteTelemetry(id: string, tokenId: string, sample: TelemetrySample, nowUnixMs: number): Promise<boolean>;
  markStopped(id: string): Promise<void>;
  /** Nobody speaks for the token's servers any more: they count as stopped. Answers them. */
  releaseToken(tokenId: string): Promise<readonly RegisteredServer[]>;
  /** By an operator: the server is there, and nothing is pending. Answers it as it was before. */
  setAddress(id: string, address: ServerAddress): Promise<RegisteredServer | undefined>;
  /** Answers it as it was. */
  remove(id: string): Promise<RegisteredServer | undefined>;
  /** Removes those not heard of since; answers them. */
  removeUnseen(sinceUnixMs: number): Promise<readonly RegisteredServer[]>;
  find(id: string): Promise<RegisteredServer | undefined>;
  /** Ordered by name, then id. */
  list(): Promise<readonly RegisteredServer[]>;
}

declare module '../admin-stores.js' {
  interface AdminStores {
    readonly servers: ServerRegistry;
  }
}

export interface Heartbeat {
  readonly players: number;
  readonly draining: boolean;
  /** None if left out. */
  readonly closedVerbs?: readonly string[];
  readonly planned?: PlannedDrain | undefined;
  readonly checks?: readonly ServerCheck[] | undefined;
}

/** One thing that must be well for a server to work (ports/system/health-check). */
export interface ServerCheck {
  /** Small letters, digits and dashes: 'simulation', 'characters-saved'. */
  readonly name: string;
  readonly ok: boolean;
  /** Why not, or what somebody should look at although it is well. */
  readonly reason?: string | undefined;
}

/** Of one server. */
export const serverChecksMax = 32;
export const checkReasonCharactersMax = 300;

export const serversMax = 1_000;
/** No server's: what `tokenId` is when its token was revoked. */
export const noToken = '00000000-0000-0000-0000-000000000000';

export function isSameAddress(a: ServerAddress, b: ServerAddress): boolean {
  return a.host === b.host && a.udpPort === b.udpPort;
}
