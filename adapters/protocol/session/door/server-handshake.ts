// The server's side of the handshake: takes its datagrams apart and answers Hello and TokenRequest, which leave no
// memory. Connect, which does, is answered by ConnectRequests.

import {
  Challenge,
  Connect,
  connectId,
  decodeConnect,
  decodeHello,
  decodeTokenRequest,
  DenyReason,
  type DisconnectReason,
  encodeChallenge,
  encodeTokenGrant,
  Hello,
  helloId,
  sessionVersion,
  TokenGrant,
  TokenRequest,
  tokenRequestId,
} from '../../generated/handshake.js';
import { protocolHash } from '../../generated/packets.js';
import { equalBytes, hexOf } from '../bytes/bytes-compare.js';
import { isCharacterName } from '../tokens/character-name.js';
import { ConnectRequests } from './connect-requests.js';
import type { ConnectToken } from '../tokens/connect-token.js';
import { CookieJar } from './cookie-jar.js';
import { HandshakeBudget } from '../sessions/handshake-budget.js';
import { HandshakeReplies } from './handshake-replies.js';
import { issueOwnToken } from '../tokens/issue-token.js';
import { ResumeTokens } from '../sessions/resume-tokens.js';
import { issuerKeyId, ownTokenKey } from '../tokens/server-identity.js';
import type { ServerEndpointOptions } from '../sessions/server-options.js';
import type { SessionCounters } from '../sessions/session-counters.js';
import type { SessionTable } from '../sessions/session-table.js';
import { UsedTokens } from '../tokens/used-tokens.js';

/**
 * Operations that a guest's token leaves for each exchange that waits. Who is let in is ahead of who asks to be, and
 * guests who would only wait as well, and repeat themselves meanwhile, had better ask again.
 */
const leftForExchange = 8;
/** Of an operation: a token takes no public key, but should not run far ahead of the exchange that it will ask for. */
const grantCost = 1 / 2;
/** Of the budget: so many tokens are granted whatever waits, or a flood of Connects would shut every guest out. */
const grantsShare = 1 / 8;
/** Life of a token that the server issues itself: the client connects at once. */
const guestTokenLifeS = 30;

export class ServerHandshake {
  readonly budget: HandshakeBudget;
  private readonly grantsAtLeast: HandshakeBudget;
  readonly connects: ConnectRequests;
  readonly resumes: ResumeTokens;
  private readonly cookies: CookieJar;
  private readonly replies: HandshakeReplies;
  private readonly ownKeyId: Uint8Array;
  private readonly ownKey: Uint8Array;
  private readonly hello = new Hello();
  private readonly challenge = new Challenge();
  private readonly tokenRequest = new TokenRequest();
  private readonly tokenGrant = new TokenGrant();
  private readonly connect = new Connect();

  constructor(
    private readonly options: ServerEndpointOptions,
    table: SessionTable,
    private readonly counters: SessionCounters,
    times: { readonly timeoutMs: number; readonly nowMs: number },
    endSession: (sessionRow: number, reason: DisconnectReason) => void,
  ) {
    const { crypto, random, identity, socket } = options;
    const cookies = new CookieJar(crypto, random, times.nowMs);
    const perSecond = options.handshakesPerSecond ?? 3000;
    const budget = new HandshakeBudget(perSecond, times.nowMs);
    this.grantsAtLeast = new HandshakeBudget(perSecond * grantsShare, times.nowMs);
    const replies = new HandshakeReplies(socket, counters);
    const ledger = options.tokenLedger ?? new UsedTokens(options.usedTokensMax ?? 65_536);
    const resumes = new ResumeTokens(options, table, counters, ledger, endSession);
    const { timeoutMs } = times;
    const parts = { options, table, counters, cookies, budget, replies, ledger, resumes, timeoutMs };
    this.connects = new ConnectRequests(parts);
    this.cookies = cookies;
    this.budget = budget;
    this.replies = replies;
    this.resumes = resumes;
    this.ownKeyId = issuerKeyId(crypto, identity.signing.publicKey);
    this.ownKey = ownTokenKey(crypto, identity);
  }

  /** Takes one handshake datagram; answers it or counts why not. */
  onDatagram(
    buffer: Uint8Array,
    at: number,
    length: number,
    address: Uint8Array,
    addressAt: number,
    nowMs: number,
  ): void {
    this.replies.address = address;
    this.replies.addressAt = addressAt;
    const id = buffer[at];
    const end = at + length;
    if (id === helloId && decodeHello(this.hello, buffer, at, end) >= 0) this.onHello(nowMs);
    else if (id === tokenRequestId && decodeTokenRequest(this.tokenRequest, buffer, at, end) >= 0) {
      this.onTokenRequest(nowMs);
    } else if (id === connectId && decodeConnect(this.connect, buffer, at, end) >= 0) {
      this.connects.onConnect(this.connect, nowMs);
    } else this.counters.droppedMalformedHandshake++;
  }

  private onHello(nowMs: number): void {
    const { hello, challenge, replies } = this;
    this.counters.hellos++;
    if (hello.sessionVersion !== sessionVersion) {
      this.counters.deniedBadVersion++;
      this.replies.refuse(hello.clientKey, DenyReason.badVersion, `${sessionVersion}`);
      return;
    }
    if (!equalBytes(hello.protocolHash, 0, protocolHash, 0, protocolHash.length)) {
      this.counters.deniedBadProtocol++;
      this.replies.refuse(
        hello.clientKey,
        DenyReason.badProtocol,
        hexOf(protocolHash, 0, protocolHash.length),
      );
      return;
    }
    this.cookies.bake(challenge.cookie, 0, replies.address, replies.addressAt, hello.clientKey, nowMs);
    challenge.serverKey.set(this.options.identity.exchange.publicKey);
    const at = replies.claim();
    if (at >= 0) replies.send(at, encodeChallenge(challenge, replies.bytes, at));
  }

  private onTokenRequest(nowMs: number): void {
    const { clientKey, cookie, name } = this.tokenRequest;
    if (!this.acceptCookie(cookie, clientKey, nowMs)) return;
    if (!this.options.guestsAllowed) {
      this.counters.deniedGuests++;
      this.replies.refuse(clientKey, DenyReason.guestsRefused, '');
      return;
    }
    if (!isCharacterName(name)) {
      this.counters.deniedBadHandshake++;
      this.replies.refuse(
        clientKey,
        DenyReason.badHandshake,
        'name: 3 to 24 of A-Z, a-z, 0-9, - or _, first a letter',
      );
      return;
    }
    const leave = this.connects.waiting * leftForExchange;
    if (!this.budget.spend(nowMs, leave, grantCost) && !this.grantsAtLeast.spend(nowMs)) {
      this.counters.droppedHandshakeBudget++;
      return;
    }
    const grant = this.tokenGrant;
    const token = issueOwnToken(this.options.crypto, this.ownKey, this.guestToken(clientKey, name));
    grant.clientKey.set(clientKey);
    grant.token.set(token);
    grant.tokenLength = token.length;
    this.counters.tokensGranted++;
    const at = this.replies.claim();
    if (at >= 0) this.replies.send(at, encodeTokenGrant(grant, this.replies.bytes, at));
  }

  private guestToken(clientKey: Uint8Array, name: string): ConnectToken {
    const issuedUnixS = this.nowUnixS();
    const tokenId = new Uint8Array(16);
    this.options.random.fill(tokenId);
    return {
      issuer: this.ownKeyId,
      tokenId,
      accountId: new Uint8Array(16),
      serverId: this.options.identity.serverId,
      clientKey,
      issuedUnixS,
      expiresUnixS: issuedUnixS + guestTokenLifeS,
      name,
      guest: true,
    };
  }

  private acceptCookie(cookie: Uint8Array, clientKey: Uint8Array, nowMs: number): boolean {
    const { address, addressAt } = this.replies;
    if (this.cookies.accepts(cookie, address, addressAt, clientKey, nowMs)) return true;
    this.counters.deniedBadCookie++;
    this.replies.refuse(clientKey, DenyReason.badCookie, '');
    return false;
  }

  private nowUnixS(): number {
    return Math.floor(this.options.clock.unixMs() / 1000);
  }
}
