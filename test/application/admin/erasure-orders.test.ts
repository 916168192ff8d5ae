// Which erasures count as ordered: by what became of the order, wherever that is still known.

import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { erasePlayer } from '#application/admin/players/erase-player.js';
import { forgetErased, type Teller } from '#application/admin/erasure/forget-erased.js';
import { forgetOld } from '#application/admin/forget-old.js';
import { endOverdueCommands } from '#application/admin/operations/end-commands.js';
import { recordHeartbeat } from '#application/admin/servers/record-heartbeat.js';
import type { Caller } from '#application/admin/access/caller.js';
import type { StoredAnswer } from '#ports/admin/operations/command-store.js';
import { AdminWorld, type GameServer } from '../../support/admin/admin-world.js';
import { PausesOf } from '../../support/admin/turned-pauses.js';

const dayMs = 24 * 60 * 60_000;

let world: AdminWorld;
let game: GameServer;
let caller: Caller;
let teller: Teller;
let playerId: string;

beforeEach(async () => {
  world = new AdminWorld();
  game = await world.gameServer();
  caller = await world.caller('owner');
  teller = { serverId: game.id, token: game.token, origin: { address: '192.0.2.9', requestId: 'r-2' } };
  const ada = { characterId: 7, name: 'Ada', accountId: randomUUID(), level: 1, map: 'meadow' };
  await world.ports.players.noteJoined(game.id, [ada], world.clock.atUnixMs);
  playerId = (await world.ports.players.page({ limit: 1 })).players[0]!.id;
});

const beThere = () =>
  recordHeartbeat(world.ports, game.token, game.id, { players: 0, draining: false, closedVerbs: [] });

/** Somebody orders it; of that becomes `end`: an answer of the server's, or the time that passes. */
async function order(end: StoredAnswer | 'nobody fetches it' | 'nobody answers'): Promise<void> {
  const { ports, clock } = world;
  const pauses = new PausesOf(clock, async () => {
    const [given] = end === 'nobody fetches it' ? [] : await ports.commands.handOut(game.id, [], 1);
    if (given && typeof end !== 'string') await ports.commands.conclude(game.id, given.command.id, end);
  });
  await beThere();
  await erasePlayer({ ...ports, pauses }, caller, playerId, { name: 'Ada', reason: 'asked for it' });
  clock.atUnixMs += 60_000;
  await endOverdueCommands(ports);
}

async function isOrderedAfter(days: number): Promise<boolean> {
  const { ports, clock } = world;
  clock.atUnixMs += days * dayMs;
  await beThere();
  await forgetOld(ports, { auditDays: 400 });
  const told = [{ characterId: 7, createdAtUnixMs: 1, receipt: 'a'.repeat(64) }];
  await forgetErased(ports, teller, told);
  return (await ports.audit.page({ limit: 9, action: 'player.forget' })).length === 0;
}

describe('an order to erase a player', () => {
  // Commands are known for 30 days, the audit log for longer.
  for (const days of [1, 29, 31, 90]) {
    it.each([
      { outcome: 'applied', players: 1 },
      { outcome: 'refused', reason: 'unfinished' },
      { outcome: 'interrupted' },
      'nobody answers',
    ] as const)(`may be what a server tells ${days} days later: %j`, async (end) => {
      await order(end);
      expect(await isOrderedAfter(days)).toBe(true);
    });

    it.each([
      { outcome: 'refused', reason: 'not-here' },
      { outcome: 'refused', reason: 'too-late' },
      'nobody fetches it',
    ] as const)(`that came to nothing is none ${days} days later: %j`, async (end) => {
      await order(end);
      expect(await isOrderedAfter(days)).toBe(false);
    });
  }

  it('that came to nothing is none either where the directory does not list the player any more', async () => {
    await order('nobody fetches it');
    await world.ports.players.removeServer(game.id);
    expect(await isOrderedAfter(31)).toBe(false);
  });

  it('that came to nothing is none beside one that is', async () => {
    await order('nobody fetches it');
    await order({ outcome: 'refused', reason: 'unfinished' });
    await order({ outcome: 'refused', reason: 'not-here' });
    expect(await isOrderedAfter(31)).toBe(true);
  });

  // Refused ones are counted by the quiet log; these are what a log of before holds, or several replicas write.
  const entry = (part: object) => ({
    ...{ atUnixMs: world.clock.atUnixMs, actorId: undefined, actorName: 'owner', action: 'command.erase' },
    ...{ target: `player:${playerId}`, address: '', requestId: '', outcome: 'done' as const },
    ...{ details: { state: 'erased before' } },
    ...part,
  });

  it.each([
    ['nobody fetches it', false],
    [{ outcome: 'refused', reason: 'unfinished' }, true],
  ] as const)('is what it came to however much is written after it: %j', async (end, isOrdered) => {
    await order(end);
    const refused = { outcome: 'refused' as const, details: { reason: 'name-differs' } };
    for (let i = 0; i < 450; i++) await world.ports.audit.append(entry(i % 2 === 0 ? refused : {}));
    expect(await isOrderedAfter(31)).toBe(isOrdered);
  });

  it('is none where nobody gave a command: of one who was erased before', async () => {
    await world.ports.audit.append(entry({}));
    expect(await isOrderedAfter(1)).toBe(false);
  });

  it('that is asked for again after the erasure is answered so often as commands are', async () => {
    await order({ outcome: 'applied', players: 1 });
    expect(await isOrderedAfter(0)).toBe(true);
    await world.ports.players.takeBatch(
      game.id,
      {
        ...{ telling: 'f'.repeat(32), number: 1, mark: '1'.repeat(32), previous: null, asOf: 1 },
        ...{ characters: [], gone: [7], isWhole: true },
        erased: [{ characterId: 7, createdAtUnixMs: 1, receipt: 'a'.repeat(64), orderedAs: playerId }],
      },
      world.clock.atUnixMs,
    );
    const again = () => erasePlayer(world.ports, caller, playerId, { name: 'Ada', reason: 'again' });
    const answers: unknown[] = [];
    for (let i = 0; i < 100; i++) answers.push((await again()).ok);
    expect(answers.filter((ok) => ok)).toHaveLength(60);
    expect(await again()).toMatchObject({ ok: false, reason: 'locked-out' });
  });
});
