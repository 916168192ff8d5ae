// Keeps a client in a session: the first one, and when that is lost and may be had again, the next, after a pause. The next
// is opened with what the lost one was granted for that, else with the ordinary credentials. The server puts it in the
// place of the lost one: the same character, which continues where it stands when it has not left the world yet.

import type { SessionParameters } from '#adapters/protocol/generated/handshake.js';
import type {
  ClientSessionListener,
  ClientSessionOptions,
  Credentials,
  SessionEnd,
} from '#adapters/protocol/session/client/client-options.js';
import { ClientSession } from '#adapters/protocol/session/client-session.js';
import {
  isTokenRefused,
  isWorthRetrying,
  type ReconnectOptions,
  ReconnectPauses,
  stableMs,
} from './reconnect-policy.js';

export interface SessionKeeperOptions extends Omit<ClientSessionOptions, 'listener' | 'credentials'> {
  /**
   * What to connect with. A connect token opens one session only; the session grants another to come back with, good
   * for minutes. A client that is to come back even later gives a function, which is asked before each attempt that
   * needs it, and again at every update while it returns undefined (the program may be fetching a token meanwhile).
   */
  readonly credentials: Credentials | (() => Credentials | undefined);
  /** Without it the first loss is the end. */
  readonly reconnect?: ReconnectOptions;
}

export interface KeptSessionListener extends Omit<ClientSessionListener, 'onConnected'> {
  /** A session stands, the first or a later one. */
  onConnected(parameters: SessionParameters): void;
  /** The session is lost or did not come about; the next attempt begins after `retryMs`. */
  onLost(end: SessionEnd, retryMs: number): void;
  /** Once: it is over. */
  onClosed(end: SessionEnd): void;
  /** The session that follows; its connection counts from 0. */
  onNextSession(session: ClientSession): void;
}

export class SessionKeeper {
  private current: ClientSession;
  private readonly pauses: ReconnectPauses;
  private isOver = false;
  /** When the next attempt begins; undefined while a session is tried or stands. */
  private retryAtMs: number | undefined;
  private connectedAtMs: number | undefined;
  private hasConnected = false;
  private lastEnd: SessionEnd | undefined;
  /** Granted by the session that stood last; of use once. */
  private resume: Credentials | undefined;
  /** A guest's, given or made for the first attempt: the same for all that follow. */
  guestSecret: Uint8Array | undefined;
  private serverKey: Uint8Array | undefined;

  constructor(
    private readonly options: SessionKeeperOptions,
    private readonly listener: KeptSessionListener,
  ) {
    const nowMs = options.clock.nowMs();
    this.pauses = new ReconnectPauses(options.reconnect ?? {}, options.random, nowMs);
    this.serverKey = options.serverKey;
    const { credentials } = options;
    const first = typeof credentials === 'function' ? credentials() : credentials;
    if (first === undefined) throw new RangeError('there must be credentials for the first attempt');
    this.current = this.open(first);
  }

  /** The session at hand; while waiting for the next, the one that ended. */
  get session(): ClientSession {
    return this.current;
  }

  /** Between two attempts. */
  get isWaiting(): boolean {
    return this.retryAtMs !== undefined && !this.isOver;
  }

  update(): void {
    if (this.isOver) return;
    if (this.retryAtMs !== undefined) this.retry(this.retryAtMs);
    if (this.retryAtMs === undefined) this.current.update();
  }

  /** Ends everything from this side, also while waiting for the next attempt. */
  disconnect(reason?: Parameters<ClientSession['disconnect']>[0]): void {
    if (this.isOver) return;
    const { lastEnd } = this;
    const wasWaiting = this.isWaiting;
    if (wasWaiting && lastEnd !== undefined) this.close(lastEnd);
    else this.current.disconnect(reason, true);
  }

  private retry(dueMs: number): void {
    if (this.options.clock.nowMs() < dueMs) return;
    const credentials = this.nextCredentials();
    if (credentials === undefined) return;
    this.retryAtMs = undefined;
    this.current = this.open(credentials);
    this.listener.onNextSession(this.current);
  }

  private nextCredentials(): Credentials | undefined {
    const { credentials } = this.options;
    return this.resume ?? (typeof credentials === 'function' ? credentials() : credentials);
  }

  private open(credentials: Credentials): ClientSession {
    const { listener, options, serverKey } = this;
    const session: ClientSession = new ClientSession({
      ...options,
      resumable: options.resumable ?? options.reconnect !== undefined,
      // Who was trusted the first time must be the same the next.
      ...(serverKey === undefined ? {} : { serverKey }),
      credentials: this.withSecret(credentials),
      listener: {
        onConnected: (parameters) => {
          this.hasConnected = true;
          this.connectedAtMs = options.clock.nowMs();
          this.resume = undefined;
          this.serverKey = session.serverKey;
          listener.onConnected(parameters);
        },
        onQueued: (position) => listener.onQueued?.(position),
        onMessage: (channel, buffer, at, length) => listener.onMessage(channel, buffer, at, length),
        onPacketAcked: (number) => listener.onPacketAcked(number),
        onPacketLost: (number) => listener.onPacketLost(number),
        onClosed: (end) => this.onEnd(end),
      },
    });
    this.guestSecret = session.guestSecret ?? this.guestSecret;
    return session;
  }

  private withSecret(credentials: Credentials): Credentials {
    const { guestSecret } = this;
    if (credentials.kind !== 'guest' || credentials.secret !== undefined || guestSecret === undefined) {
      return credentials;
    }
    return { ...credentials, secret: guestSecret };
  }

  private onEnd(end: SessionEnd): void {
    const nowMs = this.options.clock.nowMs();
    this.lastEnd = end;
    if (this.connectedAtMs !== undefined) this.resume = this.current.resumeCredentials;
    if (this.connectedAtMs !== undefined && nowMs - this.connectedAtMs >= stableMs)
      this.pauses.beginAnew(nowMs);
    this.connectedAtMs = undefined;
    const pauseMs = this.mayRetry(end) ? this.pauses.next(nowMs) : -1;
    if (pauseMs < 0) {
      this.close(end);
      return;
    }
    this.retryAtMs = nowMs + pauseMs;
    this.listener.onLost(end, pauseMs);
  }

  private mayRetry(end: SessionEnd): boolean {
    const { credentials, reconnect } = this.options;
    if (reconnect === undefined) return false;
    const renews = typeof credentials === 'function';
    // A given token has been used up by the session it opened.
    const isSpent = !renews && credentials.kind === 'token' && this.hasConnected;
    if (isTokenRefused(end)) {
      const wasResume = this.resume !== undefined;
      this.resume = undefined;
      return renews || (wasResume && !isSpent);
    }
    return isWorthRetrying(end) && (this.resume !== undefined || !isSpent);
  }

  private close(end: SessionEnd): void {
    this.isOver = true;
    this.retryAtMs = undefined;
    this.listener.onClosed(end);
  }
}
