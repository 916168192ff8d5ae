// What operators do to players, on a whole server with real clients on a virtual clock: kick, words to everybody, and the
// door of a server that is emptied.

import { describe, expect, it } from '@jest/globals';
import { rouse } from '#domain/combat/harm.js';
import { applied, refused } from '#application/operations/kinds/command-definition.js';
import { kickedOutTicks } from '#application/seats/kicked-out.js';
import {
  ChatScope,
  DisconnectReason,
  HolderKind,
  RefusalReason,
} from '#domain/vocabulary/generated/words.js';
import { DenyReason } from '#adapters/protocol/generated/handshake.js';
import type { SessionEnd } from '#adapters/protocol/session/client/client-options.js';
import type { CommandAnswer, CommandArguments } from '#ports/admin/operations/operator-command.js';
import { neverTooLateMs } from '#ports/threads/tick-commands.js';
import { Admits } from '#ports/threads/gateway-orders.js';
import { nameKey } from '#ports/names/name-key.js';
import { ask, content, enter, game, seatOf, type Entered } from '../support/servers/ada-on-a-server.js';
import { WholeServer } from '../support/servers/whole-server.js';

async function run<Kind extends 'kick' | 'broadcast' | 'verbSwitch'>(
  server: WholeServer,
  kind: Kind,
  args: CommandArguments[Kind],
  notAfterMs = neverTooLateMs,
): Promise<CommandAnswer> {
  let answer: CommandAnswer | undefined;
  void server.tickCommands.run({ kind, args, notAfterMs }).then((given) => (answer = given));
  await server.until(() => answer !== undefined);
  return answer!;
}

const kick = (server: WholeServer, name = 'Ada', message = 'enough', characterId = 1) =>
  run(server, 'kick', { characterId, name, message });

/** A client that tries to get in, and how that ended. */
function tryToJoin(
  server: WholeServer,
  name: string,
  credentials?: Entered['client']['session']['resumeCredentials'],
) {
  const ends: SessionEnd[] = [];
  const note = (end: SessionEnd) => void ends.push(end);
  const { client } = server.join(name, { onConnectionLost: note, onClosed: note }, credentials);
  return { client, ends };
}

describe('a kick', () => {
  it('ends the session with the operator’s words, its character saved', async () => {
    const server = new WholeServer({ content });
    const { client } = await enter(server);
    expect(await kick(server)).toEqual(applied(1));
    await server.until(() => !client.isInWorld);
    expect(client.ended).toMatchObject({
      kind: 'disconnected',
      reason: DisconnectReason.kicked,
      detail: 'enough',
    });
    await server.run(10);
    expect((await server.store.find('Ada'))?.name).toBe('Ada');
    expect(game(server).seats.count).toBe(0);
  });

  it('of who has left between is refused, also while the character stays for the rest of a fight', async () => {
    const server = new WholeServer({ content });
    const { client } = await enter(server);
    rouse(game(server).world, seatOf(server).row);
    client.leave();
    await server.until(() => game(server).seats.lingering.size === 1);
    expect(await kick(server)).toEqual(refused('not-here'));
    expect(await kick(server, 'Nobody')).toEqual(refused('not-here'));
  });

  it('means the character with that number, not who bears the name now', async () => {
    const server = new WholeServer({ content });
    const first = await enter(server);
    first.client.leave();
    await server.until(() => game(server).seats.count === 0);
    await server.run(20);
    await enter(server);
    const { characterId } = seatOf(server);
    expect(characterId).toBeGreaterThan(0);
    expect(await kick(server, 'Ada', '', characterId + 1)).toEqual(refused('not-here'));
    expect(await kick(server, 'ADA', '', characterId)).toEqual(applied(1));
  });

  it('voids the resume token: the session cannot be taken up again', async () => {
    const server = new WholeServer({ content });
    const { client } = await enter(server);
    const credentials = client.session.resumeCredentials!;
    await kick(server);
    await server.run(kickedOutTicks + 60);
    const back = tryToJoin(server, 'Ada', credentials);
    await server.until(() => back.ends.length > 0);
    expect(back.ends.slice(0, 1)).toMatchObject([{ kind: 'denied', reason: DenyReason.tokenUsed }]);
  });

  it('holds for a resume that was under way already', async () => {
    const server = new WholeServer({ content });
    const lost = await enter(server);
    const credentials = lost.client.session.resumeCredentials!;
    server.crash(lost);
    const back = tryToJoin(server, 'Ada', credentials);
    // The gateway has let the new session in; the simulation has not heard of it when it applies the kick.
    const { endpoint } = server.gateways[0]!.parts;
    let kicked: CommandAnswer | undefined;
    await server.until(() => endpoint.counters.accepted === 2);
    void server.tickCommands
      .run({ kind: 'kick', args: { characterId: 1, name: 'Ada', message: '' }, notAfterMs: neverTooLateMs })
      .then((answer) => (kicked = answer));
    await server.until(() => back.ends.length > 0);
    expect(kicked).toEqual(applied(1));
    expect(back.ends.slice(0, 1)).toMatchObject([{ kind: 'disconnected', reason: DisconnectReason.kicked }]);
    expect(game(server).seats.findByName(nameKey('Ada'))).toBeUndefined();
  });

  it('is for a moment: who knocks again is sent away at once, and let in some seconds later', async () => {
    const server = new WholeServer({ content });
    await enter(server);
    await kick(server);
    const atOnce = tryToJoin(server, 'Ada');
    await server.until(() => atOnce.ends.length > 0);
    expect(atOnce.ends.slice(0, 1)).toMatchObject([
      { kind: 'disconnected', reason: DisconnectReason.kicked },
    ]);
    await server.run(kickedOutTicks);
    await enter(server);
  });

  it('too late is not applied, however long the simulation stood still', async () => {
    const server = new WholeServer({ content });
    const { client } = await enter(server);
    const args = { characterId: 1, name: 'Ada', message: '' };
    expect(await run(server, 'kick', args, server.clock.nowMs())).toEqual(refused('too-late'));
    await server.run(30);
    expect(client.isInWorld).toBe(true);
  });
});

describe('a switch of the economy', () => {
  it('refuses what is asked from the next tick on, until it is on again', async () => {
    const server = new WholeServer({ content });
    const ada = await enter(server);
    const discard = (slot: number) =>
      ask(server, ada, (client) => client.discardItem(client.nextCommand(), HolderKind.inventory, slot, 1));
    expect(await run(server, 'verbSwitch', { verb: 'discard', isOpen: false })).toEqual(applied(1));
    expect(await discard(0)).toBe(RefusalReason.switchedOff);
    expect(await run(server, 'verbSwitch', { verb: 'discard', isOpen: true })).toEqual(applied(1));
    expect(await discard(0)).toBeUndefined();
  });
});

describe('words to everybody', () => {
  it('reach everybody in the world on every gateway, as the server’s', async () => {
    const server = new WholeServer({ content, gateways: 2 });
    const heard: string[] = [];
    for (const name of ['Ada', 'Bob', 'Cid', 'Dan']) {
      const onChat = ({
        scope,
        speaker,
        name: from,
        text,
      }: {
        scope: number;
        speaker: number;
        name: string;
        text: string;
      }) => void heard.push(`${name}: ${scope} ${speaker} '${from}' ${text}`);
      const client = server.connect(name, { onChat });
      await server.until(() => client.isInWorld);
    }
    expect(await run(server, 'broadcast', { text: 'The mill burns!' })).toEqual(applied(4));
    await server.until(() => heard.length === 4);
    expect(heard.sort()).toEqual(
      ['Ada', 'Bob', 'Cid', 'Dan'].map((name) => `${name}: ${ChatScope.server} 0 '' The mill burns!`),
    );
  });
});

describe('the door of a server that is emptied', () => {
  it('is shut from the first datagram on when it was shut before the start', async () => {
    const server = new WholeServer({ content, admits: Admits.nobody });
    const early = tryToJoin(server, 'Bob');
    await server.until(() => early.ends.length > 0);
    expect(early.ends.slice(0, 1)).toMatchObject([{ kind: 'denied', reason: DenyReason.shuttingDown }]);
    server.gatewayOrders.admitAll();
    await enter(server, 'Bob');
  });

  it('is shut for newcomers, open for a session that was lost, and opens again', async () => {
    const server = new WholeServer({ content });
    const lost = await enter(server);
    const credentials = lost.client.session.resumeCredentials!;
    server.gatewayOrders.admitReturning();
    const stranger = tryToJoin(server, 'Bob');
    await server.until(() => stranger.ends.length > 0);
    expect(stranger.ends.slice(0, 1)).toMatchObject([{ kind: 'denied', reason: DenyReason.shuttingDown }]);
    server.crash(lost);
    const back = await enter(server, 'Ada', credentials);
    expect(back.client.isInWorld).toBe(true);
    server.gatewayOrders.admitAll();
    await enter(server, 'Bob');
  });

  it('sends away who waits in the queue, and keeps no place for them', async () => {
    const server = new WholeServer({ content, playersMax: 1 });
    const { client } = await enter(server);
    const waiting = tryToJoin(server, 'Bob');
    const { endpoint } = server.gateways[0]!.parts;
    await server.until(() => endpoint.queueLength === 1);
    server.gatewayOrders.admitReturning();
    await server.until(() => waiting.ends.length > 0);
    expect(waiting.ends.slice(0, 1)).toMatchObject([{ kind: 'denied', reason: DenyReason.shuttingDown }]);
    expect(endpoint.queueLength).toBe(0);
    expect(client.isInWorld).toBe(true);
  });
});
