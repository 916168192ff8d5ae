// Whatever the schema lets a player say inside a session is known on its whole way: the gateway takes it, and the simulation's
// inbox hands it on. A request that somebody adds and nobody handles fails here.

import { describe, expect, it } from '@jest/globals';
import { ClientMessages } from '#adapters/gateway/client-messages.js';
import { leaveRequestId } from '#adapters/protocol/generated/game.js';
import { packets } from '#adapters/protocol/generated/packets.js';
import { SimulationInbox } from '#adapters/threads/records/simulation-inbox.js';
import type { Simulation } from '#application/tick/simulation.js';
import { RecordKind } from '#ports/threads/record-kinds.js';
import { goldenVectors } from '../../codegen/support/golden-vectors.js';

/** Ids below are the session layer's own. */
const gameIdsFrom = 0x10;
const requests = packets.filter(({ from, id }) => from === 'client' && id >= gameIdsFrom);
const vectors = goldenVectors('game');

/** Notes which of its commands were called. */
function listeningSimulation(): { simulation: Simulation; called: string[] } {
  const called: string[] = [];
  const simulation = new Proxy({} as Simulation, {
    get: (_target, name) => () => {
      called.push(String(name));
    },
  });
  return { simulation, called };
}

describe.each(requests.map(({ name, id }) => [name, id] as const))('%s', (name, id) => {
  const examples = vectors.filter((vector) => vector.name === name);

  it('is taken by the gateway, in every form that a golden vector has', () => {
    expect(examples.length).toBeGreaterThan(0);
    const messages = new ClientMessages();
    for (const { bytes } of examples) expect(messages.isValid(bytes, 0, bytes.length)).toBe(true);
  });

  // Leaving ends the session at the gateway, which tells the simulation in a record of its own.
  if (id === leaveRequestId) return;

  it('reaches the simulation as a command', () => {
    for (const { bytes } of examples) {
      const { simulation, called } = listeningSimulation();
      const inbox = new SimulationInbox(simulation);
      inbox.onRecord(RecordKind.message, 1, bytes, 0, bytes.length);
      expect(inbox.malformed).toBe(0);
      expect(called).toHaveLength(1);
    }
  });
});

it('all requests of the schema were looked at', () => {
  expect(requests.map(({ name }) => name)).toContain('UseSkill');
  expect(requests.length).toBeGreaterThanOrEqual(6);
});
