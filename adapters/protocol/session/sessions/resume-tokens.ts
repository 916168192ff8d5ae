// Tokens by which a client takes up its session again after it lost it: connect tokens that this server issues for
// the key of a session to come. One a session is good at a time; used once, like any other; void when the session ends
// in a way that nobody should come back from.

import type { TokenLedger } from '#ports/storage/token-ledger.js';
import {
  DisconnectReason,
  encodeResumeGrant,
  ResumeGrant,
  resumeGrantSizeMax,
} from '../../generated/handshake.js';
import { equalBytes } from '../bytes/bytes-compare.js';
import type { ConnectToken } from '../tokens/connect-token.js';
import { issueOwnToken } from '../tokens/issue-token.js';
import { readU32, writeU32 } from '../bytes/little-endian.js';
import { issuerKeyId, ownTokenKey } from '../tokens/server-identity.js';
import type { ServerEndpointOptions } from './server-options.js';
import type { SessionCounters } from './session-counters.js';
import { SessionState, type SessionTable } from './session-table.js';
import { tokenLifeMaxS } from '../tokens/verify-token.js';

const idBytes = 16;

/** After these the client may come back on its own. */
const keptAfter: readonly DisconnectReason[] = [
  DisconnectReason.timeout,
  DisconnectReason.overloaded,
  DisconnectReason.shuttingDown,
  DisconnectReason.characterUnavailable,
];

export class ResumeTokens {
  private readonly granted: (ConnectToken | undefined)[] = [];
  private readonly ownKeyId: Uint8Array;
  private readonly ownKey: Uint8Array;
  private readonly grant = new ResumeGrant();
  private readonly bytes = new Uint8Array(resumeGrantSizeMax);

  constructor(
    private readonly options: ServerEndpointOptions,
    private readonly table: SessionTable,
    private readonly counters: SessionCounters,
    private readonly ledger: TokenLedger,
    private readonly endSession: (sessionRow: number, reason: DisconnectReason) => void,
  ) {
    this.ownKeyId = issuerKeyId(options.crypto, options.identity.signing.publicKey);
    this.ownKey = ownTokenKey(options.crypto, options.identity);
  }

  /** Encodes ResumeGrant for the session's client and returns its length; it lies in `grantBytes`. */
  issue(sessionRow: number, clientKey: Uint8Array): number {
    this.revoke(sessionRow);
    const token = this.tokenFor(sessionRow, clientKey);
    const issued = issueOwnToken(this.options.crypto, this.ownKey, token);
    this.granted[sessionRow] = token;
    this.grant.clientKey.set(clientKey);
    this.grant.token.set(issued);
    this.grant.tokenLength = issued.length;
    this.counters.resumesGranted++;
    return encodeResumeGrant(this.grant, this.bytes, 0);
  }

  get grantBytes(): Uint8Array {
    return this.bytes;
  }

  /** A session that was resumed stands: the one before it goes, if this endpoint has it. */
  onOpened(sessionRow: number, token: ConnectToken): void {
    if (token.resume !== true) return;
    this.counters.resumed++;
    const previous = this.previousRow(token.tokenId);
    if (previous >= 0 && previous !== sessionRow) this.endSession(previous, DisconnectReason.replaced);
  }

  /** Ends the session that this token resumes, at whichever gateway: its place is needed for the new one. */
  endPrevious({ tokenId }: ConnectToken): void {
    const { relay, gatewayIndex } = this.options;
    const home = this.table.gatewayOf(readU32(tokenId, 0));
    if (home === gatewayIndex) this.endHere(tokenId);
    else if (relay !== undefined && home < relay.gateways && !relay.passResumed(home, tokenId)) {
      // It ends by its time-out then, and until that the client waits in the queue.
      this.counters.droppedHandOverFull++;
    }
  }

  /** Ends the session that this token resumes, if it is one of this endpoint's. */
  endHere(tokenId: Uint8Array): void {
    const previous = this.previousRow(tokenId);
    if (previous >= 0) this.endSession(previous, DisconnectReason.replaced);
  }

  onClosed(sessionRow: number, reason: DisconnectReason): void {
    if (!keptAfter.includes(reason)) this.revoke(sessionRow);
    this.granted[sessionRow] = undefined;
  }

  private previousRow(tokenId: Uint8Array): number {
    const sessionRow = this.table.rowOf(readU32(tokenId, 0));
    if (sessionRow < 0 || this.table.state[sessionRow] !== SessionState.established) return -1;
    const known = this.granted[sessionRow];
    return known !== undefined && equalBytes(known.tokenId, 0, tokenId, 0, idBytes) ? sessionRow : -1;
  }

  private revoke(sessionRow: number): void {
    const token = this.granted[sessionRow];
    if (token === undefined) return;
    this.ledger.claim(token.tokenId, token.expiresUnixS, this.nowUnixS());
  }

  private tokenFor(sessionRow: number, clientKey: Uint8Array): ConnectToken {
    const { token } = this.table.admissions[sessionRow]!;
    const tokenId = new Uint8Array(idBytes);
    this.options.random.fill(tokenId);
    // Tells the endpoint which session it is about; the rest is random.
    writeU32(tokenId, 0, this.table.connectionIdOf(sessionRow));
    const issuedUnixS = this.nowUnixS();
    return {
      ...token,
      issuer: this.ownKeyId,
      tokenId,
      clientKey: clientKey.slice(),
      issuedUnixS,
      expiresUnixS: issuedUnixS + tokenLifeMaxS,
      resume: true,
    };
  }

  private nowUnixS(): number {
    return Math.floor(this.options.clock.unixMs() / 1000);
  }
}
