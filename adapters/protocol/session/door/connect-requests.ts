// Connect: makes a session of a good cookie, Noise message and token, once; repeated, it gets the same Accept again. The
// key exchange that this takes waits for `exchangeSome`.
// On a full server it makes a place in the queue instead, kept by repeating Connect. A token is used up by either.

import { Admits } from '#ports/threads/gateway-orders.js';
import type { TokenLedger } from '#ports/storage/token-ledger.js';
import { TokenClaim } from '#ports/storage/token-ledger.js';
import {
  Accept,
  type Connect,
  DenyReason,
  encodeAccept,
  encodeSessionParameters,
  SessionParameters,
} from '../../generated/handshake.js';
import { AdmissionQueue, QueueEntry } from './admission-queue.js';
import { equalBytes, hexOf } from '../bytes/bytes-compare.js';
import type { ConnectToken } from '../tokens/connect-token.js';
import type { CookieJar } from './cookie-jar.js';
import type { HandshakeBudget } from '../sessions/handshake-budget.js';
import { ExchangeBacklog } from './exchange-backlog.js';
import type { HandshakeReplies } from './handshake-replies.js';
import { guestAccountId, isGuestSecret, splitPayload } from '../tokens/guest-secret.js';
import { HostCounts, hostOf } from '../sessions/host-counts.js';
import { NoiseResponder } from '../crypto/noise-nk.js';
import { noisePrologue } from '../crypto/prologue.js';
import type { ResumeTokens } from '../sessions/resume-tokens.js';
import { ownTokenKey, tokenIssuer, type TokenIssuer } from '../tokens/server-identity.js';
import type { ServerEndpointOptions } from '../sessions/server-options.js';
import type { SessionCounters } from '../sessions/session-counters.js';
import { SessionState, type SessionTable } from '../sessions/session-table.js';
import { type TokenProblem, verifyToken } from '../tokens/verify-token.js';

/**
 * How long an accepted client may take to send its first sealed packet. Who waited in the queue repeats Connect every five
 * seconds at the latest: an Accept may be lost twice.
 */
const confirmationMs = 5000;
const confirmationAfterWaitMs = 16_000;
/** A server whose queue has no length given lets this many wait. */
export const queueMaxDefault = 16_384;
/** One host may hold this share of the queue. */
const queueShare = 1 / 4;

export interface ConnectParts {
  readonly options: ServerEndpointOptions;
  readonly table: SessionTable;
  readonly counters: SessionCounters;
  readonly cookies: CookieJar;
  readonly budget: HandshakeBudget;
  readonly replies: HandshakeReplies;
  readonly ledger: TokenLedger;
  readonly resumes: ResumeTokens;
  readonly timeoutMs: number;
}

export class ConnectRequests {
  /** Who is let in; the others are refused with `shuttingDown`. */
  admits: Admits = Admits.all;
  readonly queue: AdmissionQueue;
  private readonly backlog = new ExchangeBacklog();
  private readonly ownIssuer: TokenIssuer;
  private readonly ownKey: Uint8Array;
  private readonly prologue = noisePrologue();
  private readonly accept = new Accept();
  private readonly parameters = new SessionParameters();

  constructor(private readonly parts: ConnectParts) {
    const { crypto, identity, queueMax = queueMaxDefault, queuedPerHostMax } = parts.options;
    this.ownIssuer = tokenIssuer(crypto, identity.signing.publicKey);
    this.ownKey = ownTokenKey(crypto, identity);
    const perHost = queuedPerHostMax ?? Math.ceil(queueMax * queueShare);
    this.queue = new AdmissionQueue(queueMax, new HostCounts(perHost), parts.counters);
  }

  onConnect(connect: Connect, nowMs: number): void {
    const { counters, replies, table, cookies, options } = this.parts;
    const { clientKey, cookie } = connect;
    counters.connects++;
    if (this.backlog.has(clientKey)) {
      counters.connectsRepeated++;
      return;
    }
    const first = connect.noise.subarray(0, connect.noiseLength);
    const hasCookie = cookies.accepts(cookie, replies.address, replies.addressAt, clientKey, nowMs);
    if (!hasCookie && this.queue.length === 0 && table.halfOpen.isEmpty) {
      this.refuse(clientKey, DenyReason.badCookie, '', 'deniedBadCookie');
      return;
    }
    const digest = hexOf(options.crypto.hash(first), 0, 32);
    const entry = this.queue.find(digest);
    const known = table.rowOfDigest(digest);
    // Who waits, or was let in after a wait, has shown before that it receives at this address.
    const isKnownHere =
      entry?.isFrom(replies.address, replies.addressAt) === true ||
      (known >= 0 && table.hasAddress(known, replies.address, replies.addressAt));
    if (!hasCookie && !isKnownHere) {
      this.refuse(clientKey, DenyReason.badCookie, '', 'deniedBadCookie');
      return;
    }
    if (known >= 0) this.repeatAccept(known, nowMs);
    else if (!this.mayEnter(entry?.token)) this.turnAway(clientKey, entry);
    else if (entry !== undefined) {
      if (hasCookie) entry.moveTo(replies.address, replies.addressAt);
      this.onWaiting(entry, first, clientKey, nowMs);
    } else this.postpone(first, digest, clientKey);
  }

  /** Exchanges that wait. */
  get waiting(): number {
    return this.backlog.length;
  }

  /** Whether an exchange waits that may be done now. */
  isReady(nowMs: number): boolean {
    return this.backlog.length > 0 && !this.parts.budget.isSpent(nowMs);
  }

  /** Does up to so many of the exchanges that wait, as many as the budget allows. */
  exchangeSome(count: number, nowMs: number): void {
    const { backlog } = this;
    const { budget, replies } = this.parts;
    for (let left = count; left > 0 && backlog.length > 0 && budget.spend(nowMs); left--) {
      const { first, digest, clientKey, address } = backlog.take()!;
      replies.address = address;
      replies.addressAt = 0;
      if (!this.mayEnter(undefined)) this.turnAway(clientKey, undefined);
      else this.exchange(first, digest, clientKey, nowMs);
    }
  }

  private postpone(first: Uint8Array, digest: string, clientKey: Uint8Array): void {
    const { replies, counters } = this.parts;
    const { address, addressAt } = replies;
    if (!this.backlog.add(digest, first, clientKey, address, addressAt)) counters.droppedHandshakeBudget++;
  }

  /** The same message from an address whose cookie is good: the first Accept was lost, or the client's address changed. */
  private repeatAccept(sessionRow: number, nowMs: number): void {
    const { table, replies, counters } = this.parts;
    counters.connectsRepeated++;
    if (table.state[sessionRow] !== SessionState.accepted) return;
    table.dueMs[sessionRow] = (nowMs + confirmationMs) | 0;
    table.setAddress(sessionRow, replies.address, replies.addressAt);
    replies.sendBytes(table.admissions[sessionRow]!.accept);
  }

  private exchange(first: Uint8Array, digest: string, clientKey: Uint8Array, nowMs: number): void {
    const { options, replies, counters, ledger, table } = this.parts;
    if (!table.halfOpen.hasRoom(hostOf(replies.address, replies.addressAt))) {
      counters.droppedHalfOpen++;
      return;
    }
    const { crypto, identity } = options;
    const responder = this.answer(first, clientKey);
    if (responder === undefined) {
      this.refuse(clientKey, DenyReason.badHandshake, '', 'deniedBadHandshake');
      return;
    }
    const nowUnixS = Math.floor(options.clock.unixMs() / 1000);
    const { ownIssuer, ownKey } = this;
    const issuers = options.issuers?.() ?? [];
    const expected = { issuers, ownIssuer, ownKey, serverId: identity.serverId, clientKey, nowUnixS };
    const { token: presented, behind } = splitPayload(responder.payload);
    const verdict = verifyToken(crypto, presented, expected);
    if (!verdict.ok) {
      this.refuseToken(clientKey, verdict.reason);
      return;
    }
    const token = this.withOwner(verdict.token, behind);
    if (token === undefined) {
      this.refuse(clientKey, DenyReason.badToken, 'no-guest-secret', 'deniedBadToken');
      return;
    }
    // Before it is used up: it is good for later, while it lasts.
    if (!this.mayEnter(token)) {
      this.turnAway(clientKey, undefined);
      return;
    }
    const claim = ledger.claim(token.tokenId, token.expiresUnixS, nowUnixS);
    if (claim === TokenClaim.used) this.refuse(clientKey, DenyReason.tokenUsed, '', 'deniedTokenUsed');
    else if (claim === TokenClaim.full) this.refuse(clientKey, DenyReason.serverFull, '', 'deniedFull');
    else this.admitOrQueue(responder.noise, token, digest, clientKey, nowMs);
  }

  /** A guest's token names no account: the guest's secret behind it does. Undefined when it is missing, or out of place. */
  private withOwner(token: ConnectToken, behind: Uint8Array): ConnectToken | undefined {
    if (!token.guest || token.resume === true) return behind.length === 0 ? token : undefined;
    if (!isGuestSecret(behind)) return undefined;
    return { ...token, accountId: guestAccountId(this.parts.options.crypto, behind) };
  }

  private answer(
    first: Uint8Array,
    clientKey: Uint8Array,
  ): { readonly noise: NoiseResponder; readonly payload: Uint8Array } | undefined {
    const { crypto, identity } = this.parts.options;
    const noise = new NoiseResponder(crypto, this.prologue, identity.exchange);
    const payload = equalBytes(first, 0, clientKey, 0, 32) ? noise.readFirst(first) : undefined;
    return payload === undefined ? undefined : { noise, payload };
  }

  /** The token is this client's. Nobody overtakes who waits. */
  private admitOrQueue(
    noise: NoiseResponder,
    token: ConnectToken,
    digest: string,
    clientKey: Uint8Array,
    nowMs: number,
  ): void {
    const { table, replies, counters, resumes } = this.parts;
    const free = table.freeRows;
    const ahead = token.resume === true ? 0 : this.queue.length;
    const sessionRow = free > ahead ? table.acquire() : -1;
    if (sessionRow >= 0) {
      this.admit(sessionRow, noise, token, digest, clientKey, nowMs);
      return;
    }
    // The session that is resumed holds the place that it needs.
    if (token.resume === true && free === 0) resumes.endPrevious(token);
    const entry = new QueueEntry(digest, token, replies.address, replies.addressAt);
    if (!this.queue.add(entry, nowMs)) {
      this.refuse(clientKey, DenyReason.serverFull, '', 'deniedFull');
      return;
    }
    counters.queued++;
    replies.wait(clientKey, entry.position, entry.retryMs);
  }

  private onWaiting(entry: QueueEntry, first: Uint8Array, clientKey: Uint8Array, nowMs: number): void {
    const { table, replies, budget } = this.parts;
    this.queue.touch(entry, nowMs);
    const isNext = entry.position <= table.freeRows;
    if (!isNext || !budget.spend(nowMs)) {
      replies.wait(clientKey, entry.position, entry.retryMs);
      return;
    }
    const responder = this.answer(first, clientKey);
    if (responder === undefined) return;
    const sessionRow = table.acquire();
    if (sessionRow < 0) {
      // Another gateway took the last place of the server just now.
      replies.wait(clientKey, entry.position, entry.retryMs);
      return;
    }
    this.queue.remove(entry);
    this.admit(sessionRow, responder.noise, entry.token, entry.digest, clientKey, nowMs);
    table.dueMs[sessionRow] = (nowMs + confirmationAfterWaitMs) | 0;
  }

  private admit(
    sessionRow: number,
    noise: NoiseResponder,
    token: ConnectToken,
    connectDigest: string,
    clientKey: Uint8Array,
    nowMs: number,
  ): void {
    const { table, options, replies, counters } = this.parts;
    const { crypto, random, keyLog } = options;
    const connectionId = table.connectionIdOf(sessionRow);
    const seed = new Uint8Array(32);
    random.fill(seed);
    const second = noise.writeSecond(crypto.keyPair(seed), this.encodeParameters(connectionId));
    if (second === undefined) throw new Error('a key that agreed once did not agree again');
    const accept = this.encodeAccept(clientKey, second.message);
    const host = hostOf(replies.address, replies.addressAt);
    table.admit(
      sessionRow,
      { connectDigest, token, accept, host },
      replies.address,
      replies.addressAt,
      nowMs,
    );
    table.connection(sessionRow).open(connectionId, second.keys, nowMs);
    keyLog?.(connectionId, second.keys.receive, second.keys.send);
    table.dueMs[sessionRow] = (nowMs + confirmationMs) | 0;
    counters.accepted++;
    replies.sendBytes(accept);
  }

  private encodeParameters(connectionId: number): Uint8Array {
    const { currentTick, tickRate, snapshotRate } = this.parts.options;
    const { timeoutMs } = this.parts;
    const tick = currentTick();
    Object.assign(this.parameters, { connectionId, tickRate, snapshotRate, tick, timeoutMs });
    const payload = new Uint8Array(32);
    const end = encodeSessionParameters(this.parameters, payload, 0);
    if (end < 0) throw new RangeError(`session parameters do not encode: fault ${end}`);
    return payload.slice(0, end);
  }

  private encodeAccept(clientKey: Uint8Array, message: Uint8Array): Uint8Array {
    const { accept } = this;
    accept.clientKeyStart.set(clientKey.subarray(0, 8));
    accept.noise.set(message);
    accept.noiseLength = message.length;
    const datagram = new Uint8Array(10 + message.length);
    encodeAccept(accept, datagram, 0);
    return datagram;
  }

  /** Whose token is not known yet (undefined) may be one who returns. */
  private mayEnter(token: ConnectToken | undefined): boolean {
    if (this.admits === Admits.nobody) return false;
    return this.admits === Admits.all || token === undefined || token.resume === true;
  }

  /** Who waits in the queue loses its place: it keeps nobody else waiting when the door opens again. */
  private turnAway(clientKey: Uint8Array, entry: QueueEntry | undefined): void {
    if (entry !== undefined) this.queue.remove(entry);
    this.refuse(clientKey, DenyReason.shuttingDown, '', 'deniedShuttingDown');
  }

  private refuseToken(clientKey: Uint8Array, problem: TokenProblem): void {
    if (problem === 'expired') this.refuse(clientKey, DenyReason.tokenExpired, problem, 'deniedTokenExpired');
    else this.refuse(clientKey, DenyReason.badToken, problem, 'deniedBadToken');
  }

  private refuse(
    clientKey: Uint8Array,
    reason: DenyReason,
    detail: string,
    counter: keyof SessionCounters,
  ): void {
    this.parts.counters[counter]++;
    this.parts.replies.refuse(clientKey, reason, detail);
  }
}
