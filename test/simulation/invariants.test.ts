// What the simulator looks for in a running server, it finds: each thing that must hold is broken once.

import { describe, expect, it } from '@jest/globals';
import { ServerInvariants } from '#src/simulate/invariants.js';
import { WholeServer } from '../support/servers/whole-server.js';
import { smallContent } from '../support/worlds/small-content.js';

/** A server with two players in the world, found to be well. */
async function played() {
  const server = new WholeServer({ content: smallContent(), playersMax: 20 });
  const clients = ['Ada', 'Bob'].map((name) => server.connect(name));
  await server.until(() => clients.every((client) => client.isInWorld));
  const invariants = new ServerInvariants(server, 20);
  expect(invariants.broken()).toEqual([]);
  await server.run(10);
  expect(invariants.broken()).toEqual([]);
  const { game } = server.simulation.parts.simulation;
  return { server, invariants, game, parts: server.gateways[0]!.parts };
}

type Played = Awaited<ReturnType<typeof played>>;

describe('a server in which something is wrong', () => {
  const faults: readonly (readonly [string, (played: Played) => void, RegExp])[] = [
    [
      'a count of sessions fell',
      ({ parts }) => parts.endpoint.counters.packetsSent--,
      /endpoint 0: packetsSent is/,
    ],
    [
      'a count is no number',
      ({ parts }) => (parts.gateway.counters.inputsReceived = NaN),
      /inputsReceived is NaN/,
    ],
    [
      'a count of the socket fell',
      ({ parts }) => (parts.socket.counters.bytesIn -= 5),
      /socket 0: bytesIn is/,
    ],
    [
      'a count of the simulation fell',
      ({ game }) => (game.world.tables.stepCounters.queued = -1),
      /simulation: stepsQueued/,
    ],
    [
      'a session was opened and is not there',
      ({ parts }) => parts.endpoint.counters.sessionsOpened++,
      /3 sessions opened, 0 closed, 2 there/,
    ],
    [
      'a session is there and was closed',
      ({ parts }) => parts.endpoint.counters.closedKicked++,
      /2 sessions opened, 1 closed, 2 there/,
    ],
    [
      'a seat has an entity of somebody else',
      ({ game }) => firstSeat(game).entity++,
      /seat of Ada has no entity/,
    ],
    [
      'a player has no seat',
      ({ game }) => game.seats.remove(firstSeat(game)),
      /2 players in the world, 1 seats/,
    ],
  ];

  it.each(faults)('is told when %s', async (_what, breakIt, told) => {
    const all = await played();
    breakIt(all);
    expect(all.invariants.broken().join('\n')).toMatch(told);
  });

  it('is told when there are more sessions than places', async () => {
    const { server } = await played();
    expect(new ServerInvariants(server, 1).broken()).toEqual(['gateway 0: 2 sessions']);
  });
});

function firstSeat(game: Played['game']) {
  for (const seat of game.seats.all()) return seat;
  throw new Error('nobody is there');
}
