// The client's side of the handshake: Hello, then a token if it has none, then Connect. Every request is repeated until
// its answer comes; answers that do not fit the state or this attempt's key are ignored. Deny proves nothing about who
// sent it: it is believed only when no better answer comes within a second.

import type { CryptoSuite, KeyPair } from '#ports/network/crypto-suite.js';
import type { RandomSource } from '#ports/system/random-source.js';
import {
  Accept,
  Challenge,
  Connect,
  decodeAccept,
  decodeChallenge,
  decodeDeny,
  decodeQueued,
  decodeSessionParameters,
  decodeTokenGrant,
  Deny,
  DenyReason,
  encodeConnect,
  encodeHello,
  encodeTokenRequest,
  Hello,
  Queued,
  SessionParameters,
  sessionVersion,
  TokenGrant,
  TokenRequest,
} from '../../generated/handshake.js';
import { protocolHash } from '../../generated/packets.js';
import { equalBytes } from '../bytes/bytes-compare.js';
import type { ConnectFailure, Credentials } from './client-options.js';
import { guestSecretBytes, joinPayload } from '../tokens/guest-secret.js';
import { NoiseInitiator, type SessionKeys } from '../crypto/noise-nk.js';
import { noisePrologue } from '../crypto/prologue.js';

const firstRepeatMs = 250;
const repeatCeilingMs = 1000;
/** How soon a server in whose queue the client waits may ask it to come back, and how late. */
const retryMsMin = 100;
const retryMsMax = 10_000;
/** Repeats that may go unanswered there; the server gives the place up after four and a second. */
const queueRepeats = 5;
/** There a Connect that gets no answer is repeated after this, then twice as late each time, up to what the server asked for. */
const queueResendMs = 500;
/** Longer than most round trips, so that who reads along and forges a Deny loses against the server's own answer. */
const denyHoldMs = 1000;
/** Cookies that went stale on the way, or guest tokens that did, are asked for anew this often. */
const restartsMax = 5;

const Step = { hello: 0, token: 1, connect: 2, done: 3, failed: 4 } as const;
type Step = (typeof Step)[keyof typeof Step];

export class ClientHandshake {
  keys: SessionKeys | undefined;
  readonly parameters = new SessionParameters();
  failure: ConnectFailure | undefined;
  /** To whom the guest's name belongs; undefined for one with a token. */
  readonly guestSecret: Uint8Array | undefined;
  /** The server's X25519 key, once known. */
  serverKey: Uint8Array | undefined;
  /** Place in the queue of a full server, 0 when not told to wait. */
  position = 0;
  private queuedSinceMs = 0;
  /** Pause after the next Connect from the queue. */
  private resendMs = queueResendMs;
  private isDenied = false;
  /** When the Deny in `deny` is believed. */
  private denyAtMs = 0;
  private step: Step = Step.hello;
  private clientKeys: KeyPair;
  private noise: NoiseInitiator | undefined;
  private sawOtherServerKey = false;
  private restarts = 0;
  private repeatMs = firstRepeatMs;
  private sendAtMs: number;
  private readonly hello = new Hello();
  private readonly challenge = new Challenge();
  private readonly tokenRequest = new TokenRequest();
  private readonly tokenGrant = new TokenGrant();
  private readonly connect = new Connect();
  private readonly accept = new Accept();
  /** The Deny that came last, and the one that waits to be believed. */
  private readonly heard = new Deny();
  private readonly deny = new Deny();
  private readonly queued = new Queued();

  constructor(
    private readonly crypto: CryptoSuite,
    private readonly random: RandomSource,
    private readonly credentials: Credentials,
    private readonly pinnedServerKey: Uint8Array | undefined,
    private readonly timeouts: { readonly connectMs: number; readonly queueMs: number },
    private startedMs: number,
  ) {
    this.sendAtMs = startedMs;
    this.clientKeys = this.makeKeys();
    this.guestSecret = this.ownSecret();
  }

  get isDone(): boolean {
    return this.step === Step.done;
  }

  get isFailed(): boolean {
    return this.step === Step.failed;
  }

  /** Whether a request should be sent now. Notices when the whole attempt has taken too long, or was denied. */
  isDue(nowMs: number): boolean {
    if (this.step >= Step.done) return false;
    if (this.isDenied && ((nowMs - this.denyAtMs) | 0) >= 0) {
      this.believeDeny(nowMs);
      if (this.isFailed) return false;
    }
    if (this.position > 0 && ((nowMs - this.queuedSinceMs) | 0) >= this.timeouts.queueMs) {
      this.fail({ kind: 'denied', reason: DenyReason.serverFull, detail: 'waited long enough' });
      return false;
    }
    if (((nowMs - this.startedMs) | 0) >= this.patienceMs) {
      if (this.isDenied) this.failDenied();
      else this.fail({ kind: this.sawOtherServerKey ? 'wrong-server-key' : 'no-answer' });
      return false;
    }
    return ((nowMs - this.sendAtMs) | 0) >= 0;
  }

  /** How long to go on without an answer: in the queue as long as the server keeps a place there, whatever gets lost. */
  private get patienceMs(): number {
    const { connectMs } = this.timeouts;
    return this.position > 0 ? Math.max(connectMs, queueRepeats * this.repeatMs) : connectMs;
  }

  /** Writes the current request and returns its end. */
  write(out: Uint8Array, at: number, nowMs: number): number {
    if (this.position > 0 && this.step === Step.connect) {
      // The server says when to come back; until it does, this may have been lost.
      this.sendAtMs = (nowMs + Math.min(this.repeatMs, this.resendMs)) | 0;
      this.resendMs *= 2;
    } else {
      this.sendAtMs = (nowMs + this.repeatMs) | 0;
      this.repeatMs = Math.min(this.repeatMs * 2, repeatCeilingMs);
    }
    if (this.step === Step.hello) {
      this.hello.sessionVersion = sessionVersion;
      this.hello.protocolHash.set(protocolHash);
      this.hello.clientKey.set(this.clientKeys.publicKey);
      return encodeHello(this.hello, out, at);
    }
    if (this.step === Step.token) return encodeTokenRequest(this.tokenRequest, out, at);
    return encodeConnect(this.connect, out, at);
  }

  /** Takes an answer; false when it means nothing here. */
  onDatagram(data: Uint8Array, at: number, length: number, nowMs: number): boolean {
    const end = at + length;
    if (this.step === Step.hello && decodeChallenge(this.challenge, data, at, end) >= 0) {
      return this.onChallenge(nowMs);
    }
    if (this.step === Step.token && decodeTokenGrant(this.tokenGrant, data, at, end) >= 0) {
      if (!equalBytes(this.tokenGrant.clientKey, 0, this.clientKeys.publicKey, 0, 32)) return false;
      return this.prepareConnect(this.tokenGrant.token.slice(0, this.tokenGrant.tokenLength), nowMs);
    }
    if (this.step === Step.connect && decodeAccept(this.accept, data, at, end) >= 0) return this.onAccept();
    if (this.step === Step.connect && decodeQueued(this.queued, data, at, end) >= 0) {
      return this.onQueued(nowMs);
    }
    if (this.step < Step.done && decodeDeny(this.heard, data, at, end) >= 0) return this.onDeny(nowMs);
    return false;
  }

  private onChallenge(nowMs: number): boolean {
    const { serverKey, cookie } = this.challenge;
    const pinned = this.pinnedServerKey;
    if (pinned !== undefined && !equalBytes(pinned, 0, serverKey, 0, 32)) {
      // Perhaps forged by someone near: the true answer may still come.
      this.sawOtherServerKey = true;
      return false;
    }
    const isSame = this.serverKey !== undefined && equalBytes(this.serverKey, 0, serverKey, 0, 32);
    this.serverKey = serverKey.slice();
    this.connect.cookie.set(cookie);
    if (this.position > 0 && isSame) {
      // The place in the queue goes with the very same Noise message.
      this.enter(Step.connect, nowMs);
      return true;
    }
    if (this.credentials.kind === 'token') return this.prepareConnect(this.credentials.token, nowMs);
    this.tokenRequest.cookie.set(cookie);
    this.tokenRequest.clientKey.set(this.clientKeys.publicKey);
    this.tokenRequest.name = this.credentials.name;
    this.enter(Step.token, nowMs);
    return true;
  }

  private prepareConnect(token: Uint8Array, nowMs: number): boolean {
    this.noise = new NoiseInitiator(this.crypto, noisePrologue(), this.clientKeys, this.serverKey!);
    const { guestSecret } = this;
    const payload = guestSecret === undefined ? token : joinPayload(token, guestSecret);
    const first = this.noise.writeFirst(payload);
    if (first === undefined || first.length > this.connect.noise.length) return false;
    this.connect.clientKey.set(this.clientKeys.publicKey);
    this.connect.noise.set(first);
    this.connect.noiseLength = first.length;
    this.enter(Step.connect, nowMs);
    return true;
  }

  private onAccept(): boolean {
    const { accept } = this;
    if (!equalBytes(accept.clientKeyStart, 0, this.clientKeys.publicKey, 0, 8)) return false;
    const second = this.noise?.readSecond(accept.noise.slice(0, accept.noiseLength));
    if (second === undefined) return false;
    const { payload } = second;
    if (decodeSessionParameters(this.parameters, payload, 0, payload.length) !== payload.length) return false;
    this.keys = second.keys;
    this.step = Step.done;
    return true;
  }

  private onQueued(nowMs: number): boolean {
    const { clientKeyStart, position, retryMs } = this.queued;
    if (!equalBytes(clientKeyStart, 0, this.clientKeys.publicKey, 0, 8)) return false;
    if (this.position === 0) this.queuedSinceMs = nowMs;
    this.isDenied = false;
    this.position = Math.max(1, position);
    this.startedMs = nowMs;
    this.repeatMs = Math.min(retryMsMax, Math.max(retryMsMin, retryMs));
    this.resendMs = queueResendMs;
    this.sendAtMs = (nowMs + this.repeatMs) | 0;
    return true;
  }

  private onDeny(nowMs: number): boolean {
    const { heard, deny } = this;
    if (!equalBytes(heard.clientKeyStart, 0, this.clientKeys.publicKey, 0, 8)) return false;
    // The first stands: more of them must not put off the end.
    if (this.isDenied) return true;
    this.isDenied = true;
    this.denyAtMs = (nowMs + denyHoldMs) | 0;
    deny.reason = heard.reason;
    deny.detail = heard.detail;
    return true;
  }

  private believeDeny(nowMs: number): void {
    const { reason } = this.deny;
    const isStale =
      reason === DenyReason.badCookie ||
      (this.credentials.kind === 'guest' &&
        (reason === DenyReason.tokenExpired || reason === DenyReason.tokenUsed));
    if (!isStale || this.restarts >= restartsMax) {
      this.failDenied();
      return;
    }
    // Who waits in the queue needs another cookie only now and then, and keeps its keys and its place.
    if (this.position > 0 && reason === DenyReason.badCookie) {
      // The server is there: for the cookie it has as long as for a first one. `queueMs` bounds all of it.
      this.startedMs = nowMs;
    } else {
      this.restarts++;
      this.position = 0;
      // A guest's next attempt has keys of its own; a given token is bound to the keys it came with.
      this.clientKeys = this.makeKeys();
    }
    this.enter(Step.hello, nowMs);
  }

  private failDenied(): void {
    this.fail({ kind: 'denied', reason: this.deny.reason, detail: this.deny.detail });
  }

  private enter(step: Step, nowMs: number): void {
    this.step = step;
    this.isDenied = false;
    this.repeatMs = firstRepeatMs;
    this.sendAtMs = nowMs;
  }

  private fail(failure: ConnectFailure): void {
    this.failure = failure;
    this.step = Step.failed;
  }

  private ownSecret(): Uint8Array | undefined {
    const { credentials } = this;
    if (credentials.kind === 'token') return undefined;
    if (credentials.secret !== undefined) return credentials.secret.slice();
    const secret = new Uint8Array(guestSecretBytes);
    this.random.fill(secret);
    return secret;
  }

  private makeKeys(): KeyPair {
    if (this.credentials.kind === 'token') return this.crypto.keyPair(this.credentials.clientSecretKey);
    const seed = new Uint8Array(32);
    this.random.fill(seed);
    return this.crypto.keyPair(seed);
  }
}
