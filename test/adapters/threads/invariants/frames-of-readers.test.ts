// Who holds which frame, and what a frame holds (docs/threads.md, F5 to F7).

import { describe, expect, it } from '@jest/globals';
import { headerWords } from '#adapters/threads/frames/frame-layout.js';
import { SharedFrameReader } from '#adapters/threads/frames/frame-buffers.js';
import { createSharedMemory } from '#adapters/threads/shared-memory.js';
import { CharacterSheet } from '#domain/player/character-sheet.js';
import { cellSizeM } from '#domain/space/grid.js';
import { Simulation } from '#application/tick/simulation.js';
import type { Frame, FramePublisher, FrameReader } from '#ports/threads/frame.js';
import { composeSimulation } from '#src/game-server/compose-simulation.js';
import { WholeServer } from '../../../support/servers/whole-server.js';
import { MemoryCourier, RememberingOutput, UnreadFrames } from '../../../support/worlds/played-simulation.js';
import { smallContent } from '../../../support/worlds/small-content.js';

const content = smallContent();
const positionSteps = 64;
const positionErrorM = 1 / positionSteps;

describe('the gateways of a server', () => {
  it('pin frames each by a number of its own, and leave one for the control thread', async () => {
    const server = new WholeServer({ content, gateways: 3 });
    await server.run(2);
    const header = new Int32Array(server.memory.frames.buffer);
    const { readers } = server.memory.frames.capacities;
    const pins = () => Array.from({ length: readers }, (_, reader) => header[headerWords.pin(reader)]!);
    expect(pins()).toEqual([0, 0, 0, 0]);
    const held = server.gateways.map(({ parts }) => parts.gateway['options'].frames);
    held.forEach((frames, gateway) => {
      frames.acquire();
      expect(pins().map((pin) => pin !== 0)).toEqual([0, 1, 2, 3].map((reader) => reader <= gateway));
    });
    const control = new SharedFrameReader(server.memory.frames, server.gateways.length);
    expect(control.acquire()?.tick).toBe(server.simulation.parts.simulation.tick);
    for (const frames of [...held, control]) frames.release();
    expect(pins()).toEqual([0, 0, 0, 0]);
  });
});

/** A frame that may be looked at only while it is held. */
function onlyWhile(isHeld: () => boolean, frame: Frame): Frame {
  const held = <T>(part: T): T => {
    if (!isHeld()) throw new Error('a frame that is not held was looked at');
    return part;
  };
  return {
    get tick() {
      return held(frame.tick);
    },
    get rowsUsed() {
      return held(frame.rowsUsed);
    },
    get columns() {
      return held(frame.columns);
    },
    get grid() {
      return held(frame.grid);
    },
  };
}

describe('a gateway', () => {
  it('looks at a frame only while it holds it', async () => {
    const server = new WholeServer({ content });
    const options = server.gateways[0]!.parts.gateway['options'] as { frames: FrameReader };
    const { frames } = options;
    let isHeld = false;
    let acquired = 0;
    options.frames = {
      acquire() {
        const frame = frames.acquire();
        isHeld = true;
        acquired++;
        return frame && onlyWhile(() => isHeld, frame);
      },
      release() {
        isHeld = false;
        frames.release();
      },
      get newestTick() {
        return frames.newestTick;
      },
    };
    const clients = ['Ada', 'Bob', 'Cleo'].map((name) => server.connect(name));
    await server.until(() => clients.every(({ self }) => self.tick > 0));
    const known = () => clients.map(({ entities }) => [...entities.all()].length);
    await server.run(120, (client) => client.move(1, 0, 0, 1));
    expect(acquired).toBeGreaterThan(120);
    expect(Math.min(...known())).toBeGreaterThanOrEqual(2);
  });
});

describe('the simulation', () => {
  it('writes a frame only between beginning and publishing it', () => {
    const frames = new UnreadFrames(content, 100);
    let isHeld = false;
    let published = 0;
    const publisher: FramePublisher = {
      begin() {
        isHeld = true;
        return onlyWhile(() => isHeld, frames.begin());
      },
      publish() {
        isHeld = false;
        published++;
      },
    };
    const nothing = new MemoryCourier();
    const simulation = new Simulation({
      ...{ content, seed: 1, entitiesMax: 100, playersMax: 5, publisher },
      ...{ output: new RememberingOutput(), courier: nothing },
    });
    const sheet = Object.assign(new CharacterSheet(), { characterId: 1, name: 'Ada' });
    simulation.join(1, sheet.accountId, sheet.name, true);
    simulation.step();
    simulation.characterLoaded(1, sheet);
    for (let tick = 0; tick < 100; tick++) simulation.step();
    expect(published).toBe(101);
  });
});

/** Rows that are not in the cell in which they stand. */
function misplaced({ columns, grid, rowsUsed }: Frame): number[] {
  const found: number[] = [];
  for (let row = 1; row < rowsUsed; row++) {
    if (columns.id[row] === 0) continue;
    const [x, y] = [columns.x[row]! / positionSteps, columns.y[row]! / positionSteps];
    // On the border a quantized position may be on the other side.
    if (
      [x, y].some((at) => Math.abs(at / cellSizeM - Math.round(at / cellSizeM)) * cellSizeM < positionErrorM)
    )
      continue;
    const map = columns.map[row]!;
    const across = grid.mapCellsAcross[map]!;
    const cell = grid.mapFirstCell[map]! + Math.floor(y / cellSizeM) * across + Math.floor(x / cellSizeM);
    if (!grid.entities.subarray(grid.start[cell], grid.start[cell + 1]).includes(row)) found.push(row);
  }
  return found;
}

describe('a frame', () => {
  it('holds the end of its tick: everybody is listed in the cell in which it stands', () => {
    const memory = createSharedMemory(content, 1, 8);
    const clock = { nowMs: () => 0, unixMs: () => 0 };
    const host = composeSimulation(memory, content, clock, { seed: 1, playersMax: 8, saveSeconds: 10 });
    const { simulation } = host.parts;
    const reader = new SharedFrameReader(memory.frames, 0);
    const sheet = Object.assign(new CharacterSheet(), { characterId: 1, name: 'Ada' });
    simulation.join(1, sheet.accountId, sheet.name, true);
    host.turn();
    simulation.characterLoaded(1, sheet);
    const { map, x } = simulation.game.world.components.transform.columns;
    const row = simulation.game.seats.find(1)!.row;
    const from = Math.floor(x[row]! / cellSizeM);
    for (let tick = 1; tick < 400; tick++) {
      const steps = [{ moveX: 1, moveY: 0, facing: 0, ticks: 1 }];
      simulation.requests.playerInput(1, { sequence: tick, viewTick: 0, stepsCount: 1, steps });
      host.turn();
      const frame = reader.acquire()!;
      expect([frame.tick, misplaced(frame)]).toEqual([simulation.tick, []]);
      // To a world step's exactness the frame has the position that the world has.
      expect(Math.abs(frame.columns.x[row]! / positionSteps - x[row]!)).toBeLessThan(1 / positionSteps);
      reader.release();
    }
    expect(map[row]).toBe(0);
    expect(Math.floor(x[row]! / cellSizeM)).toBeGreaterThan(from + 1);
  });
});
