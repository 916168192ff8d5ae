// What a turn of the simulation takes from its rings, and when (docs/threads.md, C1 and C2).

import { describe, expect, it } from '@jest/globals';
import {
  SessionEnd,
  SessionJoined,
  encodeSessionEnd,
  encodeSessionJoined,
  sessionEndSizeMax,
  sessionJoinedSizeMax,
} from '#adapters/protocol/generated/internal.js';
import { RingConsumer, RingProducer } from '#adapters/threads/memory/ring.js';
import { createSharedMemory } from '#adapters/threads/shared-memory.js';
import { DisconnectReason } from '#domain/vocabulary/generated/words.js';
import { RecordKind } from '#ports/threads/record-kinds.js';
import { sessionNumber } from '#ports/threads/session-number.js';
import { composeSimulation } from '#src/game-server/compose-simulation.js';
import { Records } from '../../../contract/record-queue.js';
import { smallContent } from '../../../support/worlds/small-content.js';

const sessions = [sessionNumber(0, 0, 0), sessionNumber(1, 0, 0)] as const;

/** A simulation between the rings of control and of two gateways. `onClock` is called whenever it looks at the clock. */
function betweenRings(onClock: () => void = () => undefined) {
  const content = smallContent();
  const memory = createSharedMemory(content, 2, 8);
  const nowMs = () => {
    onClock();
    return 0;
  };
  const settings = { seed: 1, playersMax: 8, saveSeconds: 10 };
  const host = composeSimulation(memory, content, { nowMs, unixMs: () => 0 }, settings);
  const gateways = memory.gateways.map(({ toSimulation }) => new RingProducer(toSimulation));
  const told = memory.gateways.map(({ fromSimulation }) => new RingConsumer(fromSimulation));
  return {
    host,
    control: new RingProducer(memory.controlToSimulation),
    gateways,
    toldTo(gateway: number): number[] {
      const records = new Records();
      told[gateway]!.drain(records, 1000);
      return records.all.map(({ kind }) => kind);
    },
  };
}

function pushJoin(ring: RingProducer, session: number, account: number): void {
  const record = new SessionJoined();
  record.accountId.fill(account);
  record.characterName = 'Ada';
  const bytes = new Uint8Array(sessionJoinedSizeMax);
  ring.push(RecordKind.joined, session, bytes, 0, encodeSessionJoined(record, bytes, 0));
}

function pushKick(ring: RingProducer, session: number): void {
  const record = new SessionEnd();
  record.reason = DisconnectReason.kicked;
  const bytes = new Uint8Array(sessionEndSizeMax);
  ring.push(RecordKind.kick, session, bytes, 0, encodeSessionEnd(record, bytes, 0));
}

describe('a turn of the simulation', () => {
  it('takes the gateways’ records in the order of their numbers, whoever wrote first', () => {
    const { host, gateways, toldTo } = betweenRings();
    pushJoin(gateways[1]!, sessions[1], 1);
    pushJoin(gateways[0]!, sessions[0], 2);
    host.turn();
    // The name went to the first that was read; the other is refused it.
    expect([toldTo(0), toldTo(1)]).toEqual([[], [RecordKind.end]]);
  });

  it('takes control’s records before the gateways’', () => {
    const { host, control, gateways, toldTo } = betweenRings();
    pushJoin(gateways[0]!, sessions[0], 1);
    pushKick(control, sessions[0]);
    host.turn();
    // Nobody was there to be kicked yet.
    expect(toldTo(0)).toEqual([]);
    expect(host.parts.simulation.counters.strayCommands).toBe(1);
    expect(host.parts.simulation.counts.sessions).toBe(1);
  });

  it('takes what was there when it began; what comes while the tick runs waits for the next', () => {
    let looks = 0;
    const { host, gateways } = betweenRings(() => {
      // The first look begins the turn, before the rings are read; the others are made by the tick's phases and at its end.
      if (++looks > 1 && looks < 100) pushJoin(gateways[0]!, sessionNumber(0, looks, looks), looks);
    });
    host.turn();
    expect(looks).toBeGreaterThan(10);
    expect(host.parts.simulation.counts.sessions).toBe(0);
    looks = 100;
    host.turn();
    expect(host.parts.simulation.counts.sessions).toBe(1);
  });
});
