// A proposal whose player, or server, is gone ends, and says why: at once where somebody did away with it, with the next look
// where it only is there no more.

import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Caller } from '#application/admin/access/caller.js';
import { decideProposal } from '#application/admin/operations/decide-proposal.js';
import { endOverdueCommands } from '#application/admin/operations/end-commands.js';
import { moveOrPropose } from '#application/admin/operations/move-or-propose.js';
import { OpenProposals } from '#application/admin/operations/open-proposals.js';
import { lapseVoidProposals } from '#application/admin/operations/void-proposals.js';
import { removeServer } from '#application/admin/servers/change-server.js';
import type { AdminPorts } from '#application/admin/access/admin-ports.js';
import { AdminWorld } from '../../support/admin/admin-world.js';

const accountId = '77777777-7777-4777-8777-777777777777';

let ports: AdminPorts;
let world: AdminWorld;
let serverId: string;
let playerId: string;
let ann: Caller;
let bob: Caller;

beforeEach(async () => {
  world = new AdminWorld();
  ports = world.ports;
  serverId = (await world.gameServer()).id;
  await join({ characterId: 7, name: 'Ada' });
  playerId = (await ports.players.page({ limit: 1 })).players[0]!.id;
  ann = await world.caller('admin', 'ann');
  bob = await world.caller('admin', 'bob');
});

const join = (who: { characterId: number; name: string }) =>
  ports.players.noteJoined(serverId, [{ ...who, accountId, level: 1, map: 'meadow' }], world.clock.atUnixMs);
const propose = async (): Promise<string> => {
  const wish = { kind: 'grantCoins', reason: 'lost by our fault', more: { coins: 50_000 } } as const;
  const given = await moveOrPropose(ports, ann, playerId, wish);
  if (!given.ok) throw new Error(given.reason);
  return given.command.id;
};
const approve = (id: string) => decideProposal(ports, bob, { id, verb: 'approve', words: 'yes' });
const endOf = async (id: string) => {
  const found = await ports.commands.find(id);
  return [found?.state, found?.refusal];
};
const lastAudited = async () => (await ports.audit.page({ limit: 1, action: 'command' }))[0];
const tellErased = (characterId: number) =>
  ports.players.takeBatch(
    serverId,
    {
      ...{ telling: 'ab'.repeat(16), number: 1, mark: 'cd'.repeat(16), previous: null, asOf: 1 },
      ...{
        characters: [],
        gone: [characterId],
        erased: [{ characterId, createdAtUnixMs: 1 }],
        isWhole: true,
      },
    },
    world.clock.atUnixMs,
  );

describe('a proposal ends', () => {
  it('with the player that is erased, and keeps nothing of who it was', async () => {
    const id = await propose();
    await ports.commands.forgetPlayer({ playerId, serverId, characterId: 7, name: 'Ada' });
    expect(await endOf(id)).toEqual(['lapsed', 'player-erased']);
    expect(await approve(id)).toEqual({ ok: false, reason: 'proposal-over' });
    expect(JSON.stringify(await ports.commands.find(id))).not.toContain('Ada');
    await endOverdueCommands(ports);
    expect(await lastAudited()).toMatchObject({
      ...{ actorName: 'ann', outcome: 'refused' },
      details: { command: id, state: 'lapsed', refusal: 'player-erased', proposedBy: 'ann' },
    });
  });

  it('with the player that was erased before the directory forgot it here', async () => {
    const id = await propose();
    await tellErased(7);
    await lapseVoidProposals(ports);
    expect(await endOf(id)).toEqual(['lapsed', 'player-erased']);
    expect(JSON.stringify(await ports.commands.find(id))).not.toContain('Ada');
  });

  it('with the player that is in the directory no more', async () => {
    const [asked, swept] = [await propose(), await propose()];
    await ports.players.removeServer(serverId);
    expect(await approve(asked)).toEqual({ ok: false, reason: 'proposal-void' });
    await lapseVoidProposals(ports);
    for (const id of [asked, swept]) expect(await endOf(id)).toEqual(['lapsed', 'player-gone']);
    expect(await ports.commands.handOut(serverId, [], 10)).toEqual([]);
  });

  it('with its server', async () => {
    const id = await propose();
    await removeServer(ports, bob, serverId);
    expect(await endOf(id)).toEqual(['lapsed', 'server-removed']);
    await endOverdueCommands(ports);
    expect(await lastAudited()).toMatchObject({ details: { command: id, refusal: 'server-removed' } });
  });

  it('and no other does', async () => {
    const id = await propose();
    await lapseVoidProposals(ports);
    expect(await endOf(id)).toEqual(['proposed', undefined]);
    expect(await approve(id)).toMatchObject({ ok: true, command: { state: 'queued' } });
  });
});

describe('open proposals', () => {
  it('are counted when void ones were ended, and not known before the first look', async () => {
    const proposals = new OpenProposals();
    const shown = () => proposals.series[0]!.samples();
    expect(shown()).toEqual([]);
    await propose();
    await propose();
    await proposals.look(ports);
    expect(shown()).toEqual([{ value: 2 }]);
    await tellErased(7);
    await proposals.look(ports);
    expect(shown()).toEqual([{ value: 0 }]);
    const commands = Object.assign(Object.create(ports.commands) as AdminPorts['commands'], {
      openProposals: () => Promise.reject(new Error('no')),
    });
    await expect(proposals.look({ ...ports, commands })).rejects.toThrow('no');
    expect(shown()).toEqual([]);
  });
});
