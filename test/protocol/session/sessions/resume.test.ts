// A client that lost its session takes it up again with a token: once, in time, and never beside the old one.

import { describe, expect, it } from '@jest/globals';
import { DenyReason, DisconnectReason } from '#adapters/protocol/generated/handshake.js';
import type { Credentials } from '#adapters/protocol/session/client/client-options.js';
import { UsedTokens } from '#adapters/protocol/session/tokens/used-tokens.js';
import { deniedMs, SessionLab, type LabClient } from '../session-lab.js';

/** Lets a client crash: it neither sends nor hears anything more. Returns what it had stored. */
function crash(lab: SessionLab, client: LabClient): Credentials {
  const credentials = client.session.resumeCredentials;
  if (credentials === undefined) throw new Error('no resume token was granted');
  lab.clients.splice(lab.clients.indexOf(client), 1);
  void client.socket.close();
  return credentials;
}

function joined(lab: SessionLab): LabClient & { sessionRow: number } {
  const client = lab.connect();
  lab.runUntil(() => client.session.resumeCredentials !== undefined);
  const inLab = lab.clients.find(({ session }) => session === client.session)!;
  return Object.assign(inLab, { sessionRow: client.sessionRow });
}

describe('a resume token', () => {
  it('replaces the old session atomically: the new one opens, then the old one closes', () => {
    const lab = new SessionLab();
    const first = joined(lab);
    const events: string[] = [];
    const { onSessionOpened, onSessionClosed } = lab.log;
    lab.log.onSessionOpened = function (...args) {
      events.push(`open ${args[0]}`);
      onSessionOpened.apply(this, args);
    };
    lab.log.onSessionClosed = function (sessionRow, reason) {
      events.push(`close ${sessionRow} ${reason}`);
      onSessionClosed.call(this, sessionRow, reason);
    };
    const second = lab.join(crash(lab, first));
    lab.run(300);
    expect(second.session.isConnected).toBe(true);
    expect(events).toEqual(['open 1', `close 0 ${DisconnectReason.replaced}`]);
    expect(lab.log.opened[1]).toMatchObject({ name: 'bot-0', guest: true });
    expect(lab.server.counters.resumed).toBe(1);
    lab.run(1000);
    expect(lab.server.sessionsUsed).toBe(1);
  });

  it('works after the session timed out, for an account as for a guest', () => {
    const lab = new SessionLab();
    const credentials = crash(lab, joined(lab));
    lab.run(15_000);
    expect(lab.log.closed).toMatchObject([{ reason: DisconnectReason.timeout }]);
    const again = lab.join(credentials);
    lab.run(300);
    expect(again.session.isConnected).toBe(true);
    expect(lab.log.opened.map(({ name }) => name)).toEqual(['bot-0', 'bot-0']);
  });

  it('is good once', () => {
    const lab = new SessionLab();
    const credentials = crash(lab, joined(lab));
    const second = lab.join(credentials);
    lab.run(deniedMs);
    // The same request as the second client's: while that one plays, nobody is answered.
    const third = lab.join(credentials);
    lab.run(11_000);
    expect(third.log.ends).toMatchObject([{ kind: 'no-answer' }]);
    second.session.disconnect();
    lab.run(2000);
    const fourth = lab.join(credentials);
    lab.run(deniedMs);
    expect(fourth.log.ends).toMatchObject([{ reason: DenyReason.tokenUsed }]);
    expect(lab.log.opened).toHaveLength(2);
  });

  it('is void after its time', () => {
    const lab = new SessionLab();
    const credentials = crash(lab, joined(lab));
    lab.run(601_000, 1000);
    const late = lab.join(credentials);
    lab.run(deniedMs);
    expect(late.log.ends).toMatchObject([{ reason: DenyReason.tokenExpired }]);
  });

  it('is granted anew while the session lasts, and the one before is void', () => {
    const lab = new SessionLab();
    const client = joined(lab);
    const early = client.session.resumeCredentials!;
    lab.run(250_000, 50);
    expect(client.session.resumeCredentials).not.toBe(early);
    const old = lab.join(early);
    lab.run(deniedMs);
    expect(old.log.ends).toMatchObject([{ reason: DenyReason.tokenUsed }]);
    expect(client.session.isConnected).toBe(true);
    const renewed = lab.join(crash(lab, client));
    lab.run(300);
    expect(renewed.session.isConnected).toBe(true);
  });

  it.each([
    [DisconnectReason.kicked, false],
    [DisconnectReason.banned, false],
    [DisconnectReason.left, false],
    [DisconnectReason.replaced, false],
    [DisconnectReason.protocolViolation, false],
    [DisconnectReason.nameTaken, false],
    [DisconnectReason.overloaded, true],
    [DisconnectReason.shuttingDown, true],
    [DisconnectReason.characterUnavailable, true],
  ])('after an end with reason %i it opens a session: %s', (reason, opens) => {
    const lab = new SessionLab();
    const client = joined(lab);
    lab.server.disconnect(client.sessionRow, reason);
    lab.run(1000);
    const again = lab.join(crash(lab, client));
    lab.run(300);
    expect(again.session.isConnected).toBe(opens);
  });

  it('is no use without the key it was granted for', () => {
    const lab = new SessionLab();
    const credentials = crash(lab, joined(lab));
    if (credentials.kind !== 'token') throw new Error('a token is expected');
    const thief = lab.join({ ...credentials, clientSecretKey: new Uint8Array(32).fill(0x66) });
    lab.run(deniedMs);
    expect(thief.log.ends).toMatchObject([{ reason: DenyReason.badToken }]);
  });

  it('opens a session at a sister gateway too, and then nowhere else', () => {
    const tokenLedger = new UsedTokens(100);
    const [here, there] = [new SessionLab({}, { tokenLedger }), new SessionLab({}, { tokenLedger })];
    const credentials = crash(here, joined(here));
    const again = there.join(credentials);
    there.run(deniedMs);
    expect(again.session.isConnected).toBe(true);
    const third = here.join(credentials);
    here.run(deniedMs);
    expect(third.log.ends).toMatchObject([{ reason: DenyReason.tokenUsed }]);
  });

  it('no inherited RTT samples on reconnect', () => {
    const lab = new SessionLab({ delayMs: 60 });
    const client = joined(lab);
    const again = lab.join(crash(lab, client));
    lab.runUntil(() => again.session.isConnected);
    expect(again.session.connection.roundTrip.samples).toBe(0);
    expect(lab.server.connection(lab.log.opened[1]?.sessionRow ?? 1).roundTrip.samples).toBe(0);
  });
});
