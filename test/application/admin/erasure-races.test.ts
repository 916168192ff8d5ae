// A player is erased in the middle of what operators do to it: nothing of who it was comes after.

import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { commandPlayer } from '#application/admin/operations/give-command.js';
import { erasePlayer } from '#application/admin/players/erase-player.js';
import { listNotes, writeNote } from '#application/admin/players/player-notes.js';
import { liftSanction, sanctionPlayer } from '#application/admin/players/sanction-player.js';
import { takeDirectoryBatch } from '#application/admin/players/take-directory-batch.js';
import { recordHeartbeat } from '#application/admin/servers/record-heartbeat.js';
import type { Caller } from '#application/admin/access/caller.js';
import { AdminWorld, type GameServer } from '../../support/admin/admin-world.js';
import { PausesOf } from '../../support/admin/turned-pauses.js';

const characterId = 7;
const accountId = randomUUID();

let world: AdminWorld;
let game: GameServer;
let owner: Caller;
let playerId: string;

beforeEach(async () => {
  world = new AdminWorld();
  game = await world.gameServer();
  owner = await world.caller('owner');
  await join();
  await recordHeartbeat(world.ports, game.token, game.id, { players: 0, draining: false, closedVerbs: [] });
});

/** As its server tells that it came. */
async function join(): Promise<void> {
  const ada = { characterId, name: 'Adalind', accountId, level: 1, map: 'meadow' };
  await world.ports.players.noteJoined(game.id, [ada], world.clock.atUnixMs);
  playerId = (await world.ports.players.page({ limit: 1 })).players[0]!.id;
}

/** As an operator orders it and the server does it; the directory has not heard of it. */
async function orderErasure(): Promise<void> {
  const { ports, clock } = world;
  const pauses = new PausesOf(clock, async () => {
    const [given] = await ports.commands.handOut(game.id, [], 1);
    if (given) await ports.commands.conclude(game.id, given.command.id, { outcome: 'applied', players: 1 });
  });
  await erasePlayer({ ...ports, pauses }, owner, playerId, { name: 'Adalind', reason: 'asked for it' });
}

/** As the server tells the directory. */
const tell = () =>
  takeDirectoryBatch(world.ports, game.budget, game.id, {
    token: game.token,
    origin: { address: '192.0.2.9', userAgent: '', requestId: 'r-2' },
    batch: {
      ...{ telling: 'f'.repeat(32), number: 1, mark: '1'.repeat(32), previous: null, asOf: 1 },
      ...{ characters: [], gone: [characterId], isWhole: true },
      erased: [{ characterId, createdAtUnixMs: 500, receipt: 'a'.repeat(64) }],
    },
  });

/** The next call of `method` does `first` before its own. */
function before<Store extends object>(
  store: Store,
  method: keyof Store,
  first: () => Promise<unknown>,
): void {
  const methods = store as Record<keyof Store, (...args: unknown[]) => unknown>;
  const own = methods[method].bind(store);
  methods[method] = async (...args) => {
    methods[method] = own;
    await first();
    return own(...args);
  };
}

async function allThatIsKept(): Promise<string> {
  const { ports } = world;
  const kept = [
    await ports.players.page({ limit: 100 }),
    await ports.audit.page({ limit: 1_000 }),
    await ports.commands.page({ limit: 1_000 }),
    await ports.notes.about(game.id, characterId),
    await ports.sanctions.about({ serverId: game.id, characterId, accountId, name: '' }, 100),
  ];
  return JSON.stringify(kept);
}

const note = () => writeNote(world.ports, owner, playerId, 'Adalind was rude');
const ban = () =>
  sanctionPlayer(world.ports, owner, playerId, {
    ...{ measure: 'ban', seconds: undefined, reason: 'rude', message: 'no, Adalind' },
  });
const kick = () =>
  commandPlayer(world.ports, owner, playerId, {
    ...{ kind: 'kick', reason: 'noise', more: { message: 'bye' } },
  });

describe.each([
  ['a note', note],
  ['a ban', ban],
  ['a kick', kick],
] as const)('%s', (_, act) => {
  it('between the forgetting and the directory is forgotten with the rest', async () => {
    await orderErasure();
    before(world.ports.players, 'takeBatch', act);
    expect(await tell()).toMatchObject({ ok: true });
    expect((await allThatIsKept()).toLowerCase()).not.toContain('adalind');
  });
});

describe('what was begun before the erasure and is written after it', () => {
  it('is no note', async () => {
    await orderErasure();
    before(world.ports.notes, 'add', tell);
    expect(await note()).toEqual({ ok: false, reason: 'unknown-player' });
    expect(await world.ports.notes.about(game.id, characterId)).toEqual([]);
    expect(await listNotes(world.ports, playerId)).toBeUndefined();
  });

  it('is no ban', async () => {
    await orderErasure();
    before(world.ports.sanctions, 'impose', tell);
    expect(await ban()).toEqual({ ok: false, reason: 'unknown-player' });
    expect((await allThatIsKept()).toLowerCase()).not.toContain('adalind');
  });

  it('is a command without its name', async () => {
    await orderErasure();
    before(world.ports.commands, 'issue', tell);
    expect(await kick()).toMatchObject({ ok: true });
    expect((await allThatIsKept()).toLowerCase()).not.toContain('adalind');
  });
});

describe('what broke off in the middle', () => {
  it('is done when the server tells it again, as it does', async () => {
    await orderErasure();
    before(world.ports.players, 'takeBatch', note);
    before(world.ports.players, 'takeBatch', async () => {
      before(world.ports.notes, 'forgetPlayer', () => Promise.reject(new Error('the database is away')));
    });
    await expect(tell()).rejects.toThrow('away');
    expect(await world.ports.notes.about(game.id, characterId)).toHaveLength(1);
    expect(await tell()).toMatchObject({ ok: true, place: 'again' });
    expect((await allThatIsKept()).toLowerCase()).not.toContain('adalind');
  });
});

describe('a ban that is lifted while its player is erased', () => {
  it('is forgotten with the rest', async () => {
    const imposed = await ban();
    if (!imposed.ok) throw new Error(imposed.reason);
    await orderErasure();
    before(world.ports.audit, 'append', tell);
    expect(await liftSanction(world.ports, owner, imposed.sanction.id, 'a mistake')).toMatchObject({
      ok: true,
    });
    const kept = await allThatIsKept();
    expect(kept.toLowerCase()).not.toContain('adalind');
    expect(kept).not.toContain(accountId);
  });
});

describe('an order by an id that the directory does not know any more', () => {
  it.each([
    ['a ban', ban],
    ['a kick', kick],
  ] as const)('holds for what is written meanwhile: %s', async (_, act) => {
    await orderErasure();
    await world.ports.players.removeServer(game.id);
    await join();
    before(world.ports.audit, 'append', tell);
    await act();
    expect((await allThatIsKept()).toLowerCase()).not.toContain('adalind');
  });
});

describe('an erasure that nobody had ordered when its server told it', () => {
  it('leaves bans and notes, until somebody orders it', async () => {
    await ban();
    await note();
    await tell();
    const kept = await allThatIsKept();
    expect(kept).toContain('Adalind was rude');
    expect(kept).toContain('no, Adalind');
    const asked = { name: 'Adalind', reason: 'asked for it' };
    expect(await erasePlayer(world.ports, owner, playerId, asked)).toEqual({
      ok: true,
    });
    const left = await allThatIsKept();
    expect(left.toLowerCase()).not.toContain('adalind');
    expect(left).not.toContain(accountId);
  });
});
