// Keeps what a client needs to take up its session again after losing it: a token that the server grants for a key pair
// of the session to come. Asked for when the session stands, and anew well before it expires.

import type { CryptoSuite, KeyPair } from '#ports/network/crypto-suite.js';
import type { RandomSource } from '#ports/system/random-source.js';
import { encodeResumeRequest, type ResumeGrant, ResumeRequest } from '../../generated/handshake.js';
import { equalBytes } from '../bytes/bytes-compare.js';
import type { Credentials } from './client-options.js';

/** A grant lives 600 s; so at least 360 s remain whenever the session is lost. */
const refreshMs = 240_000;
const repeatMs = 30_000;

export class ClientResume {
  credentials: Extract<Credentials, { kind: 'token' }> | undefined;
  private asked: KeyPair | undefined;
  private dueMs = 0;
  private readonly request = new ResumeRequest();

  constructor(
    private readonly crypto: CryptoSuite,
    private readonly random: RandomSource,
  ) {}

  /** The session stands: ask at once. */
  start(nowMs: number): void {
    this.dueMs = nowMs;
  }

  isDue(nowMs: number): boolean {
    return ((nowMs - this.dueMs) | 0) >= 0;
  }

  /** Encodes the request and returns its end. */
  write(out: Uint8Array, at: number, nowMs: number): number {
    const seed = new Uint8Array(32);
    this.random.fill(seed);
    this.asked = this.crypto.keyPair(seed);
    this.request.clientKey.set(this.asked.publicKey);
    this.dueMs = (nowMs + repeatMs) | 0;
    return encodeResumeRequest(this.request, out, at);
  }

  onGrant({ clientKey, token, tokenLength }: ResumeGrant, nowMs: number): void {
    const { asked } = this;
    if (asked === undefined || !equalBytes(asked.publicKey, 0, clientKey, 0, 32) || tokenLength === 0) return;
    this.credentials = {
      kind: 'token',
      token: token.slice(0, tokenLength),
      clientSecretKey: asked.secretKey.slice(),
    };
    this.dueMs = (nowMs + refreshMs) | 0;
  }
}
