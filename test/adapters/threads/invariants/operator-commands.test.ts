// Operators' commands between the control thread and the simulation (docs/threads.md, C10).

import { beforeEach, describe, expect, it } from '@jest/globals';
import { applied, refused } from '#application/operations/kinds/command-definition.js';
import { createRing, RingConsumer, RingProducer } from '#adapters/threads/memory/ring.js';
import { idleSimulation } from '../../../support/worlds/idle-simulation.js';
import { RingTickCommands, TickCommandDesk } from '#adapters/threads/records/operator-records.js';
import type { CommandAnswer } from '#ports/admin/operations/operator-command.js';

const none = new Uint8Array(0);

describe('a command of an operator', () => {
  let nowMs: number;
  let announced: string[];
  let toSimulation: RingProducer;
  let toControl: RingProducer;
  let commands: RingTickCommands;
  let desk: TickCommandDesk;
  let simulationTakes: () => void;
  /** How many records. */
  let controlTakes: () => number;

  beforeEach(() => {
    const rings = [createRing(131_072), createRing(1024)] as const;
    [toSimulation, toControl] = [new RingProducer(rings[0]), new RingProducer(rings[1])];
    const consumers = [new RingConsumer(rings[0]), new RingConsumer(rings[1])] as const;
    nowMs = 0;
    announced = [];
    commands = new RingTickCommands(toSimulation);
    const simulation = idleSimulation({
      kickCharacter: () => true,
      announce: (text: string) => announced.push(text),
      hands: {
        grantCoins: () => applied(1),
        seizeCoins: () => refused('not-enough'),
        makeWay: () => applied(0),
        restore: (_whom: unknown, facts: Uint8Array) => applied(facts.length),
      },
    });
    desk = new TickCommandDesk(simulation, toControl, { nowMs: () => nowMs });
    const own = (take: (data: Uint8Array, at: number, length: number) => void) => ({
      onRecord(kind: number, _subject: number, data: Uint8Array, at: number, length: number): void {
        if (kind !== 255) take(data, at, length);
      },
    });
    simulationTakes = () =>
      consumers[0].drain(
        own((data, at, length) => void desk.take(data, at, at + length)),
        1000,
      );
    controlTakes = () =>
      consumers[1].drain(
        own((data, at, length) => commands.take(data, at, length)),
        1000,
      );
  });

  /** Says a line to everybody, and notes the answers. */
  function say(text: string, notAfterMs = 1000): CommandAnswer[] {
    const answers: CommandAnswer[] = [];
    void commands
      .run({ kind: 'broadcast', args: { text }, notAfterMs })
      .then((answer) => answers.push(answer));
    return answers;
  }

  it('is applied once and answered once, though its answer finds no room at first', async () => {
    while (toControl.push(255, 0, none, 0, 0));
    const answers = say('hello');
    simulationTakes();
    desk.settle();
    controlTakes();
    await Promise.resolve();
    expect(answers).toEqual([]);
    desk.settle();
    expect(controlTakes()).toBe(1);
    desk.settle();
    expect(controlTakes()).toBe(0);
    await Promise.resolve();
    expect(answers).toEqual([applied(1)]);
    expect(announced).toEqual(['hello']);
  });

  it('that comes too late is not applied, and answered so', async () => {
    const answers = say('hello', 500);
    nowMs = 500;
    simulationTakes();
    controlTakes();
    await Promise.resolve();
    expect([announced, answers]).toEqual([[], [refused('too-late')]]);
  });

  it('that finds no room is refused at once, and never applied', async () => {
    while (toSimulation.push(255, 0, none, 0, 0));
    const answers = say('hello');
    await Promise.resolve();
    expect(answers).toEqual([refused('busy')]);
    simulationTakes();
    expect(announced).toEqual([]);
  });

  it('that moved coins is answered when all of its tick is on the way to the journal', async () => {
    const whom = { characterId: 7, name: 'Ada', coins: 5 };
    const answers: CommandAnswer[] = [];
    for (const kind of ['grantCoins', 'seizeCoins'] as const)
      void commands.run({ kind, args: whom, notAfterMs: 1000 }).then((answer) => answers.push(answer));
    simulationTakes();
    desk.settle();
    controlTakes();
    await Promise.resolve();
    // What was refused moved nothing.
    expect(answers).toEqual([refused('not-enough')]);
    desk.handedOver();
    controlTakes();
    await Promise.resolve();
    expect(answers).toEqual([refused('not-enough'), applied(1)]);
  });

  it.each([undefined, new Uint8Array(32_768).fill(7)])(
    'that restores a character is answered when all of its tick is on the way to the journal',
    async (facts) => {
      const args = { characterId: 7, name: 'Ada', before: 5 };
      const order = { kind: 'restore', args, notAfterMs: 1000 } as const;
      const answers: CommandAnswer[] = [];
      void commands
        .run(facts === undefined ? order : { ...order, facts })
        .then((answer) => answers.push(answer));
      simulationTakes();
      desk.settle();
      controlTakes();
      await Promise.resolve();
      // What the character did last may still be in the log of the world, where the ring had no room for it.
      expect(answers).toEqual([]);
      desk.handedOver();
      controlTakes();
      await Promise.resolve();
      expect(answers).toEqual([applied(facts?.length ?? 0)]);
    },
  );

  it('with more facts than a record holds is refused before it is sent', () => {
    const args = { characterId: 7, name: 'Ada', before: 5 };
    const facts = new Uint8Array(32_769);
    expect(() => commands.run({ kind: 'restore', args, facts, notAfterMs: 1000 })).toThrow('too many');
    expect(desk.take(new Uint8Array(4), 0, 4)).toBe(false);
  });
});
