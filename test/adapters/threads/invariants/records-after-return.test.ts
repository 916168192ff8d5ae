// Whoever takes a record copies what it keeps: its bytes are the producer's again as soon as the sink returns
// (docs/threads.md, R6). Two servers of one seed are played; in one of them each record's bytes are spoilt behind its sink.

import { describe, expect, it } from '@jest/globals';
import { ChatScope, DisconnectReason } from '#domain/vocabulary/generated/words.js';
import type { RecordConsumer, RecordSink } from '#ports/threads/record-queue.js';
import { WholeServer } from '../../../support/servers/whole-server.js';
import { smallContent } from '../../../support/worlds/small-content.js';

let spoilt = 0;

/** Hands each record over in memory that is overwritten when the sink returns. */
function spoiling(consumer: RecordConsumer): RecordConsumer {
  return {
    get pendingBytes() {
      return consumer.pendingBytes;
    },
    drain(sink, recordsMax) {
      const between: RecordSink = {
        onRecord(kind, subject, data, at, length) {
          const copy = data.slice(at, at + length);
          sink.onRecord(kind, subject, copy, 0, length);
          copy.fill(0xff);
          spoilt++;
        },
      };
      return consumer.drain(between, recordsMax);
    },
  };
}

type Consumers<K extends string> = Record<K, RecordConsumer>;

function spoilRecords(server: WholeServer): void {
  const sources = server.simulation.parts.sources as RecordConsumer[];
  sources.forEach((source, i) => (sources[i] = spoiling(source)));
  const desk = server['desk']['options'] as unknown as Consumers<'fromSimulation'>;
  desk.fromSimulation = spoiling(desk.fromSimulation);
  for (const { parts } of server.gateways) {
    const options = parts.gateway['options'] as unknown as Consumers<'fromSimulation' | 'fromControl'>;
    options.fromSimulation = spoiling(options.fromSimulation);
    options.fromControl = spoiling(options.fromControl);
  }
}

async function play(prepare: (server: WholeServer) => void): Promise<unknown> {
  const server = new WholeServer({ content: smallContent(), gateways: 2, seed: 5 });
  prepare(server);
  const heard: string[] = [];
  const clients = ['Ada', 'Bob', 'Cleo', 'Dora'].map((name) =>
    server.connect(name, { onChat: (line) => heard.push(`${name} hears ${line.name}: ${line.text}`) }),
  );
  await server.until(() => clients.every(({ self }) => self.tick > 0));
  await server.run(60, (client, index) => client.move(index % 2, 1 - (index % 2), 0, 1));
  clients.forEach((client, i) => client.chat(i % 2 === 0 ? ChatScope.say : ChatScope.zone, `line ${i}`));
  await server.run(60);
  const { simulation } = server.simulation.parts;
  const [first] = simulation.game.seats.all();
  simulation.kick(first!.session, DisconnectReason.kicked, 'rude');
  await server.run(120);
  const shown = clients.map(({ self, ended, entities }) => ({
    ...{ self, ended },
    seen: [...entities.all()].map(({ id, name, x, y }) => [id, name, x, y]),
  }));
  expect(heard.length).toBeGreaterThan(8);
  return { heard, hash: server.simulation.hash(), shown: JSON.stringify(shown) };
}

describe('a server whose records vanish as soon as they are taken', () => {
  it('goes the same way, and its clients are told the same', async () => {
    const plain = await play(() => undefined);
    expect(await play(spoilRecords)).toEqual(plain);
    expect(spoilt).toBeGreaterThan(200);
  });
});
