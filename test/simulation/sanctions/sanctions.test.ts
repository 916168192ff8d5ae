// Bans and mutes on a whole server with real clients on a virtual clock: whom they concern, for how long, and whatever way
// somebody comes by.

import { describe, expect, it } from '@jest/globals';
import { applied } from '#application/operations/kinds/command-definition.js';
import { rouse } from '#domain/combat/harm.js';
import { ticksPerSecond } from '#domain/engine/time.js';
import { ChatScope, DisconnectReason, RefusalReason } from '#domain/vocabulary/generated/words.js';
import { MemoryCharacterStore } from '#adapters/memory/storage/character-store.js';
import type { Credentials, SessionEnd } from '#adapters/protocol/session/client/client-options.js';
import type { CommandAnswer, CommandArguments } from '#ports/admin/operations/operator-command.js';
import type { ToldSanction } from '#ports/admin/players/sanction.js';
import { neverTooLateMs } from '#ports/threads/tick-commands.js';
import {
  ask,
  content,
  enter,
  game,
  restart,
  rowOf,
  seatOf,
  type Entered,
} from '../../support/servers/ada-on-a-server.js';
import { secretOf, WholeServer } from '../../support/servers/whole-server.js';

const id = (last: number): string => `00000000-0000-4000-8000-${String(last).padStart(12, '0')}`;

const start = async (): Promise<WholeServer> => new WholeServer({ content });

const dateOf = (server: WholeServer): number => game(server).world.tables.calendar.nowSeconds;

/** The clock jumps ahead: the calendar follows step by step. */
function wait(server: WholeServer, seconds: number): void {
  const untilSeconds = dateOf(server) + seconds;
  while (dateOf(server) < untilSeconds) server.simulation.parts.simulation.tellTime(untilSeconds);
}

async function run<Kind extends 'sanction' | 'lift' | 'kick'>(
  server: WholeServer,
  kind: Kind,
  args: CommandArguments[Kind],
): Promise<CommandAnswer> {
  let answer: CommandAnswer | undefined;
  void server.tickCommands.run({ kind, args, notAfterMs: neverTooLateMs }).then((given) => (answer = given));
  await server.until(() => answer !== undefined);
  return answer!;
}

/** Of whoever plays under this name now. */
function about(server: WholeServer, measure: 'ban' | 'mute', more: Partial<ToldSanction> = {}): ToldSanction {
  const { characterId, accountId, name } = seatOf(server, more.name ?? 'Ada');
  return {
    ...{ sanctionId: id(1), measure, characterId, name, accountId, secondsLeft: 0, message: 'enough' },
    ...more,
  };
}

const lift = (server: WholeServer, sanctionId = id(1)) =>
  run(server, 'lift', { characterId: 1, name: 'Ada', sanctionId });

async function triesToJoin(
  server: WholeServer,
  name = 'Ada',
  credentials?: Credentials,
): Promise<SessionEnd> {
  const ends: SessionEnd[] = [];
  const note = (end: SessionEnd) => void ends.push(end);
  server.join(name, { onConnectionLost: note, onClosed: note }, credentials);
  await server.until(() => ends.length > 0);
  return ends[0]!;
}

const banned = (detail: string) => ({ kind: 'disconnected', reason: DisconnectReason.banned, detail });

const says = (server: WholeServer, who: Entered, text = 'hear, hear') =>
  ask(server, who, (client) => client.chat(ChatScope.say, text));

describe('a ban', () => {
  it('ends the session with the operator’s words and how long it is, its character saved', async () => {
    const server = await start();
    const { client } = await enter(server);
    expect(await run(server, 'sanction', about(server, 'ban', { secondsLeft: 3 * 86_400 }))).toEqual(
      applied(1),
    );
    await server.until(() => !client.isInWorld);
    expect(client.ended).toMatchObject(banned('enough (for 3 days)'));
    await server.run(10);
    expect((await server.store.find('Ada'))?.name).toBe('Ada');
    expect(game(server).seats.count).toBe(0);
  });

  it.each([
    ['', 0, 'banned for good'],
    ['', 90, 'banned for 90 seconds'],
    ['', 47 * 3_600, 'banned for 47 hours'],
    ['m'.repeat(64), 60, 'm'.repeat(64)],
  ])('of the words %j for %i seconds says %j', async (message, secondsLeft, detail) => {
    const server = await start();
    const { client } = await enter(server);
    await run(server, 'sanction', about(server, 'ban', { message, secondsLeft }));
    await server.until(() => !client.isInWorld);
    expect(client.ended).toMatchObject(banned(detail));
  });

  it('keeps out whoever comes with the account, under any spelling of its name and any other name', async () => {
    const server = await start();
    await enter(server);
    await run(server, 'sanction', about(server, 'ban'));
    for (const name of ['Ada', 'ADA'])
      expect(await triesToJoin(server, name)).toMatchObject(banned('enough (for good)'));
    const sameSecret = { kind: 'guest', name: 'Zoe', secret: secretOf('Ada') } as const;
    expect(await triesToJoin(server, 'Zoe', sameSecret)).toMatchObject(banned('enough (for good)'));
    await enter(server, 'Bob');
  });

  it('ends by itself when the calendar has passed it, and not before', async () => {
    const server = await start();
    await enter(server);
    await run(server, 'sanction', about(server, 'ban', { secondsLeft: 120 }));
    wait(server, 60);
    expect(await triesToJoin(server)).toMatchObject(banned('enough (for 60 seconds)'));
    wait(server, 60);
    await enter(server);
  });

  it('lasts as long as it says also while the calendar follows a clock that jumped ahead', async () => {
    const server = await start();
    await enter(server);
    // The machine was suspended for the night.
    const { clock, simulation } = server;
    const unixMs = clock.unixMs.bind(clock);
    let nightMs = 8 * 3_600_000;
    clock.unixMs = () => unixMs() + nightMs;
    const catchUp = (): void => {
      const now = Math.floor(clock.unixMs() / 1000);
      while (dateOf(server) < now) simulation.parts.simulation.tellTime(now);
    };
    await server.run(2 * ticksPerSecond);
    expect(dateOf(server)).toBeLessThan(clock.unixMs() / 1000 - 7 * 3_600);
    await run(server, 'sanction', about(server, 'ban', { secondsLeft: 600 }));
    expect(await triesToJoin(server)).toMatchObject(banned('enough (for 10 minutes)'));
    catchUp();
    expect(await triesToJoin(server)).toMatchObject(banned('enough (for 10 minutes)'));
    nightMs += 570_000;
    catchUp();
    expect(await triesToJoin(server)).toMatchObject({ reason: DisconnectReason.banned });
    nightMs += 30_000;
    catchUp();
    await enter(server);
  });

  it('is over when it is lifted; what else is held against the player goes on', async () => {
    const server = await start();
    await enter(server);
    const first = about(server, 'ban');
    await run(server, 'sanction', first);
    await run(server, 'sanction', { ...first, sanctionId: id(2), message: 'and that' });
    await lift(server);
    expect(await triesToJoin(server)).toMatchObject(banned('and that (for good)'));
    await lift(server, id(2));
    await enter(server);
    expect(await lift(server, id(77))).toEqual(applied(0));
  });

  it('told once more ends nobody’s session anew, and changes how long it is', async () => {
    const server = await start();
    await enter(server);
    const ban = about(server, 'ban');
    await run(server, 'sanction', ban);
    expect(await run(server, 'sanction', { ...ban, secondsLeft: 60 })).toEqual(applied(0));
    wait(server, 60);
    await enter(server);
  });

  it('holds for a resume', async () => {
    const server = await start();
    const lost = await enter(server);
    const credentials = lost.client.session.resumeCredentials!;
    const ban = about(server, 'ban');
    server.crash(lost);
    const coming = triesToJoin(server, 'Ada', credentials);
    await run(server, 'sanction', ban);
    expect(await coming).toMatchObject(banned('enough (for good)'));
    expect(game(server).seats.count).toBe(0);
  });

  it('lets a character that lingers in a fight stay there, and nobody take it over', async () => {
    const server = await start();
    const { client } = await enter(server);
    const ban = about(server, 'ban');
    rouse(game(server).world, rowOf(server));
    client.leave();
    await server.until(() => game(server).seats.lingering.size === 1);
    expect(await run(server, 'sanction', ban)).toEqual(applied(0));
    expect(game(server).seats.lingering.size).toBe(1);
    expect(await triesToJoin(server)).toMatchObject(banned('enough (for good)'));
  });

  it('is nothing to who has the character’s number and another account and name', async () => {
    const server = await start();
    await enter(server);
    const { accountId, characterId } = about(server, 'ban');
    const other = { sanctionId: id(1), measure: 'ban', secondsLeft: 0, message: '' } as const;
    const stranger = accountId.replace(/^./, (digit) => (digit === 'a' ? 'b' : 'a'));
    expect(
      await run(server, 'sanction', { ...other, accountId: stranger, characterId, name: 'Eve' }),
    ).toEqual(applied(0));
    expect(
      await run(server, 'sanction', { ...other, accountId: stranger, characterId, name: 'aDA' }),
    ).toEqual(applied(1));
  });

  it('stands from the first moment of a world that begins with it', async () => {
    const store = new MemoryCharacterStore();
    const server = new WholeServer({ content, store });
    await enter(server);
    const { secondsLeft: _, ...ban } = about(server, 'ban');
    const again = await restart(server, store);
    await again.run(2);
    game(again).sanctions.set({ ...ban, untilSeconds: dateOf(again) + 60 }, 0);
    expect(await triesToJoin(again)).toMatchObject(banned('enough (for 60 seconds)'));
    wait(again, 60);
    await enter(again);
  });
});

describe('a mute', () => {
  it('refuses what is said, tells why, and lets the rest of the game go on', async () => {
    const server = await start();
    const heard: string[] = [];
    const connected = server.join('Ada', { onChat: ({ text }: { text: string }) => void heard.push(text) });
    await server.until(() => connected.client.isInWorld);
    const refused: number[] = [];
    const ada = { ...connected, refused, confirmed: [] } as Entered;
    expect(await run(server, 'sanction', about(server, 'mute', { secondsLeft: 7_200 }))).toEqual(applied(1));
    await server.until(() => heard.length > 0);
    expect(heard).toEqual(['You are muted for 2 hours: enough']);
    expect(ada.client.isInWorld).toBe(true);
  });

  it('ends by itself', async () => {
    const server = await start();
    const ada = await enter(server);
    await run(server, 'sanction', about(server, 'mute', { secondsLeft: 60 }));
    for (const scope of [ChatScope.say, ChatScope.zone])
      expect(await ask(server, ada, (client) => client.chat(scope, 'hm'))).toBe(RefusalReason.muted);
    wait(server, 60);
    expect(await says(server, ada)).toBeUndefined();
  });

  it('is over when it is lifted, unless another one holds', async () => {
    const server = await start();
    const ada = await enter(server);
    const mute = about(server, 'mute');
    await run(server, 'sanction', mute);
    await run(server, 'sanction', { ...mute, sanctionId: id(2), secondsLeft: 600 });
    await lift(server);
    expect(await says(server, ada)).toBe(RefusalReason.muted);
    await lift(server, id(2));
    expect(await says(server, ada)).toBeUndefined();
  });

  it('goes with the player through leaving, coming back, and a second session', async () => {
    const server = await start();
    const first = await enter(server);
    await run(server, 'sanction', about(server, 'mute'));
    first.client.leave();
    await server.until(() => game(server).seats.count === 0);
    await server.run(20);
    const second = await enter(server);
    expect(await says(server, second)).toBe(RefusalReason.muted);
    const third = await enter(server);
    await server.until(() => !second.client.isInWorld);
    expect(await says(server, third)).toBe(RefusalReason.muted);
  });

  it('takes letters with words too, and leaves those without', async () => {
    const server = await start();
    const ada = await enter(server);
    await enter(server, 'Bob');
    await run(server, 'sanction', about(server, 'mute'));
    const letter = (title: string) =>
      ask(server, ada, (client) => client.sendLetter(client.nextCommand(), 'Bob', title, '', 0, 0, []));
    expect(await letter('you fool')).toBe(RefusalReason.muted);
    expect(await letter('')).not.toBe(RefusalReason.muted);
  });

  it('is given to who is away, and waits for it', async () => {
    const server = await start();
    const ada = await enter(server);
    const mute = about(server, 'mute');
    ada.client.leave();
    await server.until(() => game(server).seats.count === 0);
    await server.run(20);
    expect(await run(server, 'sanction', mute)).toEqual(applied(0));
    expect(await says(server, await enter(server))).toBe(RefusalReason.muted);
  });

  it('is a part of the world’s hash', async () => {
    const server = await start();
    await enter(server);
    const { simulation } = server.simulation.parts;
    const before = simulation.hash();
    simulation.imposeSanction(about(server, 'mute'));
    expect(simulation.hash()).not.toBe(before);
    simulation.liftSanction(id(1));
    expect(simulation.hash()).toBe(before);
  });
});
