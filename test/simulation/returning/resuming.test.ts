// The column “resume” of the table “What stays with a character” (ARCHITECTURE.md), on a whole server with real clients:
// the client crashes and comes back with its resume token, while the server still has its session or after that timed out.

import { harmAndTell } from '../../support/worlds/harm-and-tell.js';
import { isInCombat, rouse } from '#domain/combat/harm.js';
import { teleport } from '#domain/body/movement.js';
import { describe, expect, it } from '@jest/globals';
import { RefusalReason } from '#domain/vocabulary/generated/words.js';
import { nameKey } from '#ports/names/name-key.js';
import {
  type Entered,
  beInParty,
  companions,
  content,
  endFight,
  enter,
  game,
  mend,
  pickUp,
  rowOf,
  putBeside,
  seatOf,
  sheetOf,
  slayWolf,
  standUp,
  wolfOf,
} from '../../support/servers/ada-on-a-server.js';
import { Item, Skill } from '../../support/worlds/small-content.js';
import { WholeServer } from '../../support/servers/whole-server.js';
import { unitsIn } from '../../support/worlds/units-in.js';

async function crash(server: WholeServer, lost: Entered) {
  const credentials = lost.client.session.resumeCredentials;
  server.crash(lost);
  return credentials;
}

const hasSeat = (server: WholeServer) => game(server).seats.findByName(nameKey('Ada')) !== undefined;

describe.each([
  ['before its session timed out', false],
  ['after its session timed out', true],
])('a character that is resumed %s', (_, timesOut) => {
  /** `meanwhile` happens every step until the session is gone. */
  async function resume(
    server: WholeServer,
    lost: Entered,
    meanwhile: () => void = () => undefined,
  ): Promise<Entered> {
    const credentials = await crash(server, lost);
    if (timesOut)
      await server.until(() => {
        if (!hasSeat(server)) return true;
        meanwhile();
        return false;
      }, 1000);
    return enter(server, 'Ada', credentials);
  }

  it('has its death: where it died, with the same wait', async () => {
    const server = new WholeServer({ content });
    const lost = await enter(server);
    teleport(game(server).world, rowOf(server), 0, 20, 20, 0);
    harmAndTell(game(server).world, rowOf(server), rowOf(server), 1000);
    await server.run(10);
    const back = await resume(server, lost);
    const { dead, transform } = game(server).world.components;
    expect(dead.has(rowOf(server))).toBe(true);
    expect(transform.columns.x[rowOf(server)]).toBe(20);
    expect(await mend(server, back)).toBe(RefusalReason.dead);
    await server.run(60);
    expect(await standUp(server, back)).toBeUndefined();
    expect(dead.has(rowOf(server))).toBe(false);
    expect(sheetOf(server).deaths).toBe(1);
  });

  it('has its health and mana', async () => {
    const entered: number[][] = [];
    const server = new WholeServer({
      content,
      audience: {
        entered: ({ health, mana }) => entered.push([health, mana]),
        departed: () => undefined,
        saved: () => undefined,
      },
    });
    const lost = await enter(server);
    const { health, mana } = game(server).world.components.vitals.columns;
    const row = rowOf(server);
    health[row] = 41;
    mana[row] = 7;
    // Nothing comes back before the end of the fight.
    rouse(game(server).world, row);
    let before = [41, 7];
    await resume(server, lost, () => (before = [health[row]!, mana[row]!]));
    expect(entered.slice(1)).toEqual([before]);
  });

  it('has its cooldowns', async () => {
    const server = new WholeServer({ content });
    const lost = await enter(server);
    expect(await mend(server, lost)).toBeUndefined();
    const back = await resume(server, lost);
    expect(await mend(server, back)).toBe(RefusalReason.onCooldown);
  });

  it('has its right to the loot on the ground', async () => {
    const server = new WholeServer({ content });
    const lost = await enter(server);
    const loot = await slayWolf(server, lost);
    endFight(server);
    const bob = await enter(server, 'Bob');
    putBeside(server, loot, 'Bob');
    const back = await resume(server, lost);
    expect(await pickUp(server, bob, loot)).toBe(RefusalReason.notYours);
    expect(await pickUp(server, back, loot)).toBeUndefined();
    expect(unitsIn(sheetOf(server).inventory, Item.pelt)).toBe(2);
  });

  it('has its place in a party, which its client knows again', async () => {
    const server = new WholeServer({ content });
    const lost = await enter(server);
    const bob = await enter(server, 'Bob');
    await beInParty(server, lost, bob);
    const back = await resume(server, lost);
    await server.until(() => [...bob.client.party.members.values()].every(({ entity }) => entity !== 0));
    expect(companions(back)).toEqual(['Ada', 'Bob']);
    expect(companions(bob)).toEqual(['Ada', 'Bob']);
    expect(back.client.party.leader).toBe(back.client.party.own);
  });

  it('has its part in a kill', async () => {
    const server = new WholeServer({ content });
    const lost = await enter(server);
    const bob = await enter(server, 'Bob');
    const wolf = wolfOf(server);
    putBeside(server, wolf);
    putBeside(server, wolf, 'Bob');
    const { world } = game(server);
    harmAndTell(world, rowOf(server), wolf, 400);
    endFight(server);
    // Somebody keeps the wolf from going home, where it would forget.
    await resume(server, lost, () => harmAndTell(world, rowOf(server, 'Bob'), wolf, 0));
    harmAndTell(world, rowOf(server, 'Bob'), wolf, 400);
    await slayWolf(server, bob, 'Bob');
    expect(sheetOf(server)).toMatchObject({ kills: 1 });
    expect(sheetOf(server).experience).toBeGreaterThan(15);
    expect(sheetOf(server, 'Bob').experience + sheetOf(server).experience).toBe(40);
  });
});

describe('a fight', () => {
  it('is taken over with the same entity by who resumes while it lingers after its session timed out', async () => {
    const server = new WholeServer({ content });
    const lost = await enter(server);
    const wolf = wolfOf(server);
    putBeside(server, wolf);
    const { world, seats } = game(server);
    harmAndTell(world, rowOf(server), wolf, 10);
    const { entity, row } = seatOf(server);
    const credentials = await crash(server, lost);
    await server.until(() => {
      rouse(world, row);
      return seats.lingering.size === 1;
    }, 1000);
    await enter(server, 'Ada', credentials);
    expect(seatOf(server).entity).toBe(entity);
    expect(isInCombat(world, rowOf(server))).toBe(true);
    expect(seats.lingering.size).toBe(0);
  });

  it('is taken over with the same entity by who resumes at once', async () => {
    const server = new WholeServer({ content });
    const lost = await enter(server);
    const wolf = wolfOf(server);
    putBeside(server, wolf);
    lost.client.useSkill(Skill.strike, game(server).world.idAt(wolf));
    const { world } = game(server);
    await server.until(() => isInCombat(world, rowOf(server)));
    const { entity } = seatOf(server);
    await enter(server, 'Ada', await crash(server, lost));
    expect(seatOf(server).entity).toBe(entity);
    expect(isInCombat(world, rowOf(server))).toBe(true);
    expect(world.tables.threats.mostHated(wolf)).toBe(entity);
  });
});
