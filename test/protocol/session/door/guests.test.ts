// A guest's secret on its way: behind the token, never in clear, one account for one secret, and no guest without.

import { describe, expect, it } from '@jest/globals';
import { DenyReason } from '#adapters/protocol/generated/handshake.js';
import type { ConnectToken } from '#adapters/protocol/session/tokens/connect-token.js';
import { guestAccountId, joinPayload } from '#adapters/protocol/session/tokens/guest-secret.js';
import { issueOwnToken } from '#adapters/protocol/session/tokens/issue-token.js';
import { ownTokenKey, tokenIssuer } from '#adapters/protocol/session/tokens/server-identity.js';
import { uuidText } from '#adapters/threads/records/character-records.js';
import { isGuestAccount } from '#ports/network/guest-account.js';
import { crypto, deniedMs, identity, SessionLab } from '../session-lab.js';

const secret = new Uint8Array(32).fill(0x5e);
const clientSecretKey = new Uint8Array(32).fill(0x21);
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

function guestToken(lab: SessionLab, changes: Partial<ConnectToken> = {}): Uint8Array {
  const nowUnixS = Math.floor(lab.clock.unixMs() / 1000);
  return issueOwnToken(crypto, ownTokenKey(crypto, identity), {
    issuer: tokenIssuer(crypto, identity.signing.publicKey).keyId,
    tokenId: new Uint8Array(16).fill(9),
    accountId: new Uint8Array(16),
    serverId: identity.serverId,
    clientKey: crypto.keyPair(clientSecretKey).publicKey,
    issuedUnixS: nowUnixS,
    expiresUnixS: nowUnixS + 30,
    name: 'Ada',
    guest: true,
    ...changes,
  });
}

/** What becomes of this payload of the first Noise message. */
function connectWith(lab: SessionLab, payload: Uint8Array) {
  const client = lab.join({ kind: 'token', token: payload, clientSecretKey });
  lab.run(deniedMs);
  return client;
}

describe('a guest', () => {
  it('has an account made of its secret, the same at every server and in every session', () => {
    const lab = new SessionLab();
    lab.join({ kind: 'guest', name: 'Ada', secret });
    lab.join({ kind: 'guest', name: 'Bob', secret: secret.with(31, 0) });
    lab.run(200);
    const [ada, bob] = lab.log.opened;
    expect(ada!.accountId).toBe(hex(guestAccountId(crypto, secret)));
    expect(bob!.accountId).not.toBe(ada!.accountId);
    expect(isGuestAccount(uuidText(guestAccountId(crypto, secret)))).toBe(true);
  });

  it('without a secret of its own gets one, keeps it through new attempts, and is told it', () => {
    const lab = new SessionLab();
    const client = lab.join({ kind: 'guest', name: 'Ada' });
    lab.run(200);
    expect(client.session.guestSecret).toHaveLength(32);
    expect(lab.log.opened[0]!.accountId).toBe(hex(guestAccountId(crypto, client.session.guestSecret!)));
  });

  it('never sends its secret in clear', () => {
    const lab = new SessionLab();
    const sent: string[] = [];
    const client = lab.join({ kind: 'guest', name: 'Ada', secret });
    const commit = client.socket.commit.bind(client.socket);
    client.socket.commit = (length, ...more) => {
      sent.push(hex(client.socket.outgoing));
      commit(length, ...more);
    };
    lab.run(200);
    expect(client.session.isConnected).toBe(true);
    expect(sent.length).toBeGreaterThan(2);
    expect(sent.join('')).not.toContain('5e'.repeat(8));
  });

  it.each([
    ['no secret', () => new Uint8Array(0)],
    ['a secret cut short', () => secret.slice(1)],
    ['a longer one', () => new Uint8Array(33).fill(1)],
    ['a secret of zeros', () => new Uint8Array(32)],
  ])('with %s is refused, and its token is not used up', (_case, behind) => {
    const lab = new SessionLab();
    const token = guestToken(lab);
    const client = connectWith(lab, joinPayload(token, behind()));
    expect(client.log.ends).toEqual([
      { kind: 'denied', reason: DenyReason.badToken, detail: 'no-guest-secret' },
    ]);
    expect(connectWith(lab, joinPayload(token, secret)).session.isConnected).toBe(true);
  });

  it('is who its resume token says, without the secret', () => {
    const lab = new SessionLab();
    const first = lab.join({ kind: 'guest', name: 'Ada', secret });
    lab.runUntil(() => first.session.resumeCredentials !== undefined);
    lab.join(first.session.resumeCredentials);
    lab.run(300);
    expect(lab.log.opened).toHaveLength(2);
    expect(lab.log.opened[1]!.accountId).toBe(lab.log.opened[0]!.accountId);
  });

  it('is refused a secret that is none before anything is sent', () => {
    const lab = new SessionLab();
    const join = () => lab.join({ kind: 'guest', name: 'Ada', secret: new Uint8Array(31).fill(1) });
    expect(join).toThrow('32 random bytes');
  });
});

describe('behind a token that is no guest’s', () => {
  it.each([
    ['of an account', { guest: false, accountId: new Uint8Array(16).fill(8) }],
    ['that resumes', { resume: true, accountId: new Uint8Array(16).fill(8) }],
  ])('%s, nothing may stand', (_case, changes) => {
    const lab = new SessionLab();
    const client = connectWith(lab, joinPayload(guestToken(lab, changes), secret));
    expect(client.log.ends).toMatchObject([{ kind: 'denied', reason: DenyReason.badToken }]);
    expect(lab.log.opened).toEqual([]);
  });
});

describe('the name in a token', () => {
  it.each(['Zoë', 'Ada Lovelace', '\u202eadA', 'a\u200bda', '---', 'Ab'])(
    '%j is refused, whoever issued it',
    (name) => {
      const lab = new SessionLab();
      const client = connectWith(lab, joinPayload(guestToken(lab, { name }), secret));
      expect(client.log.ends).toEqual([{ kind: 'denied', reason: DenyReason.badToken, detail: 'bad-name' }]);
    },
  );
});
