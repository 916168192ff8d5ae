// Whatever a thread counts arrives on the metrics page: from the object that counts, through the thread's statistics block
// and the reading of it, under the metric that its name has. Names are those of the counters' own types.

import { describe, expect, it } from '@jest/globals';
import { MetricsPage } from '#adapters/prometheus/metrics-page.js';
import { StatsWriter } from '#adapters/threads/stats/stats-block.js';
import { RingProducer } from '#adapters/threads/memory/ring.js';
import { slotsMax } from '#ports/threads/generated/frame-columns.js';
import { respawnRequestId } from '#adapters/protocol/generated/game.js';
import { FiguresReader } from '#adapters/threads/stats/figures-reader.js';
import { gatewayCounts } from '#adapters/threads/stats/gateway-counts.js';
import {
  factNames,
  gatewayStats,
  sessionCounterNames,
  simulationCountNames,
  simulationStatsOf,
  socketCounterNames,
} from '#adapters/threads/stats/stats-names.js';
import { FactKind } from '#domain/vocabulary/generated/facts.js';
import { WholeServer } from '#src/simulate/whole-server.js';
import { hardwareReading, serverFigures } from '../../support/servers/server-figures.js';
import { smallContent } from '../../support/worlds/small-content.js';

const content = smallContent();

function running() {
  const server = new WholeServer({ content });
  const { database } = serverFigures();
  const stats = new FiguresReader({
    ...{ memory: server.memory, content, clock: server.clock, udpAdapters: ['memory'] },
    ...{ database: () => database, workerHeapBytes: () => undefined },
  });
  const page = new MetricsPage({ stats, hardware: { newest: () => hardwareReading() }, version: '0' });
  /** Values of the page's samples, each as often as it is there. */
  const values = async (): Promise<number[]> =>
    (await page.text())
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => Number(line.split(' ').at(-1)));
  return { server, values };
}

/** A gateway copies its counts a few times a second. */
function report(server: WholeServer): void {
  server.clock.ms += 1000;
  server.gateways[0]!.turn(0);
}

/** Values that nothing else on a page has. */
const oddValue = (index: number): number => 7_000_001 + 13 * index;

async function expectOnPage(values: () => Promise<number[]>, names: readonly string[]): Promise<void> {
  const shown = await values();
  const missing = names.filter((_, index) => shown.filter((value) => value === oddValue(index)).length !== 1);
  expect(missing).toEqual([]);
}

describe('on the metrics page', () => {
  it('is what sessions count, now and not at their end', async () => {
    const { server, values } = running();
    const host = server.gateways[0]!;
    sessionCounterNames.forEach((name, index) => (host.parts.endpoint.counters[name] = oddValue(index)));
    report(server);
    await expectOnPage(values, sessionCounterNames);
  });

  it('is what the socket counts', async () => {
    const { server, values } = running();
    const host = server.gateways[0]!;
    socketCounterNames.forEach((name, index) => (host.parts.socket.counters[name] = oddValue(index)));
    report(server);
    await expectOnPage(values, socketCounterNames);
  });

  it('is what the gateway counts', async () => {
    const { server, values } = running();
    const names = Object.keys(gatewayCounts) as (keyof typeof gatewayCounts)[];
    const stats = new StatsWriter(gatewayStats, server.memory.gateways[0]!.stats);
    names.forEach((name, index) => stats.set(stats.counter(name), oddValue(index)));
    await expectOnPage(values, names);
  });

  it('is what the simulation counts', async () => {
    const { server, values } = running();
    const stats = new StatsWriter(simulationStatsOf(content), server.memory.simulationStats);
    simulationCountNames.forEach((name, index) => stats.set(stats.counter(name), oddValue(index)));
    await expectOnPage(values, simulationCountNames);
  });

  it('is what happened in the world', async () => {
    const { server, values } = running();
    const { factCounts } = server.simulation.parts.simulation.game;
    factNames.forEach((name, index) => (factCounts.byKind[FactKind[name]] = oddValue(index)));
    server.simulation.turn();
    await expectOnPage(values, factNames);
  });

  it('is what found no room in a ring, whichever', async () => {
    const { server, values } = running();
    const { memory } = server;
    const [gateway] = memory.gateways;
    const rings = [
      ...[memory.controlToSimulation, memory.simulationToControl],
      ...[gateway!.toSimulation, gateway!.fromSimulation, gateway!.fromControl],
    ];
    const refusals = rings.map((handle, index) => {
      const producer = new RingProducer(handle);
      const bytes = producer.recordBytesMax;
      while (producer.claim(bytes) >= 0) producer.commit(1, 0, bytes);
      for (let i = 0; i < 1000 + index; i++) producer.claim(bytes);
      return producer.refused;
    });
    const shown = await values();
    expect(refusals.filter((refused) => !shown.includes(refused))).toEqual([]);
  });
});

describe('of what a gateway counts', () => {
  it('everything moves when a player plays, is gone before it is told, or has too much in sight', async () => {
    const { server } = running();
    const client = server.connect('Ada');
    await server.until(() => client.isInWorld);
    await server.run(30, (each, index) => index === 0 && each.move(1, 0, 0, 1));
    const { gateway, endpoint } = server.gateways[0]!.parts;
    gateway.onMessage(0, 2, Uint8Array.of(0xff), 0, 1);
    // Of a session that is not in the world yet.
    gateway.players.open(1);
    gateway.onMessage(1, 2, Uint8Array.of(respawnRequestId), 0, 1);
    const { player } = server.simulation.parts.simulation.game.world.components;
    // Told to a session that is gone before the gateway hears of it.
    const session = player.columns.session[client.self.entity & 0xffff]!;
    endpoint.disconnect(0, 1);
    server.simulation.parts.output.toSession.refused(session, { request: 1, command: 0, reason: 1 });
    await server.run(2);
    report(server);
    for (let i = 0; i <= slotsMax; i++) gateway.players.views.show(0, 1000 + i);
    const unmoved = Object.entries(gatewayCounts).filter(([, count]) => count(gateway) === 0);
    expect(unmoved.map(([name]) => name)).toEqual([]);
  });
});
