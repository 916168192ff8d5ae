import { describe, expect, it } from '@jest/globals';
import {
  DeliberationHelper,
  SharedDeliberation,
  createDeliberation,
} from '#adapters/threads/memory/shared-deliberation.js';
import type { DeliberationHandle } from '#adapters/threads/memory/shared-deliberation.js';
import { sharedMemory } from '#domain/engine/ecs/columns.js';
import { PathOutcome, questionsMax } from '#domain/space/navigation/path-columns.js';
import { PathQueue, answerTicks } from '#domain/space/navigation/path-queue.js';
import { buildSubgoalGraph } from '#domain/space/navigation/subgoal-graph.js';
import { drawWorldMap } from '../../support/worlds/tile-map.js';

function create(): DeliberationHandle {
  const map = drawWorldMap(['.....', '.###.', '...#.', '.###.', '.....']);
  return createDeliberation({ sizes: [1], graphs: [buildSubgoalGraph(map, 1, sharedMemory)] });
}

function ask(queue: PathQueue, tick: number): number {
  const slot = queue.ask(1, tick);
  const { columns } = queue;
  columns.outcome[slot] = 0;
  columns.fromX[slot] = 0.5;
  columns.fromY[slot] = 0.5;
  columns.toX[slot] = 4.5;
  columns.toY[slot] = 4.5;
  columns.radius[slot] = 0.4;
  return slot;
}

describe('questions put to helpers', () => {
  it('are worked out by whichever helper comes first, each once', () => {
    const handle = create();
    const queue = new PathQueue(handle.columns);
    const simulation = new SharedDeliberation(handle);
    const [first, second] = [new DeliberationHelper(handle), new DeliberationHelper(handle)];
    for (let i = 0; i < 5; i++) ask(queue, 1);
    simulation.ponder(queue.asked);
    first.turn(0);
    second.turn(0);
    expect([first.worked, second.worked]).toEqual([5, 0]);
    for (let number = 0; number < 5; number++) {
      simulation.settle(number);
      expect(handle.columns.outcome[number]).toBe(PathOutcome.found);
    }
    expect(simulation.late).toBe(0);
  });

  it('that are due and that nobody took are worked out by the simulation, and counted', () => {
    const handle = create();
    const queue = new PathQueue(handle.columns);
    const simulation = new SharedDeliberation(handle);
    const helper = new DeliberationHelper(handle);
    const slot = ask(queue, 1);
    simulation.ponder(queue.asked);
    simulation.settle(0);
    expect(handle.columns.outcome[slot]).toBe(PathOutcome.found);
    expect(simulation.late).toBe(1);
    helper.turn(0);
    expect(helper.worked).toBe(0);
  });

  it('are not touched before the simulation puts them', () => {
    const handle = create();
    const queue = new PathQueue(handle.columns);
    const helper = new DeliberationHelper(handle);
    ask(queue, 1);
    helper.turn(0);
    expect(helper.worked).toBe(0);
  });

  it('use their slots again and again, also after a helper slept through many', () => {
    const handle = create();
    const queue = new PathQueue(handle.columns);
    const simulation = new SharedDeliberation(handle);
    const [busy, sleepy] = [new DeliberationHelper(handle), new DeliberationHelper(handle)];
    let tick = 1;
    let answered = 0;
    for (let round = 0; round < 3 * (questionsMax / 64); round++, tick++) {
      queue.beginTick(0);
      for (let i = 0; i < 64; i++) ask(queue, tick);
      simulation.ponder(queue.asked);
      busy.turn(0);
      for (let slot; (slot = queue.nextAnswer(tick, simulation)) >= 0; answered++)
        expect(handle.columns.outcome[slot]).toBe(PathOutcome.found);
    }
    expect(answered).toBe(queue.asked - answerTicks * 64);
    expect(busy.worked).toBe(queue.asked);
    ask(queue, tick);
    simulation.ponder(queue.asked);
    sleepy.turn(0);
    expect(sleepy.worked).toBe(1);
  });
});
