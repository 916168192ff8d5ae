// A maze in which creatures chase players who run about: nearly all of them behind some wall. Everything is decided by
// the seed, and driving it allocates nothing, so that what a tick costs can be measured.

import type { SharedPaths } from '#application/simulation/game.js';
import type { Content } from '#domain/content/content.js';
import { nilAccountId } from '#domain/player/character-sheet.js';
import { RandomStream } from '#domain/random/random-stream.js';
import { drawMaze } from './maze.js';
import { Played } from './played-simulation.js';
import { Creature, creature, pit, smallContent, smallRules } from './small-content.js';
import { drawMap } from './tile-map.js';

export interface MazeChaseOptions {
  /** The maze is square. */
  readonly cellsAcross: number;
  readonly corridor?: number;
  /** Of 100 walls, how many have a door beyond those that make it one maze. */
  readonly doors?: number;
  readonly players: number;
  readonly creatures: number;
  readonly seed?: number;
}

const huntTicks = 60;
const turnTicks = 40;
/** East, south, west, north. */
const directionX = Int8Array.of(1, 0, -1, 0);
const directionY = Int8Array.of(0, 1, 0, -1);

export function mazeContent(options: MazeChaseOptions): Content {
  const { cellsAcross, corridor = 3, doors = 15, creatures, seed = 1 } = options;
  const rows = drawMaze({ cellsAcross, cellsDown: cellsAcross, corridor, doors, seed });
  const cells = cellsAcross * cellsAcross;
  const groups = Math.min(cells, creatures);
  const spawnGroups = Array.from({ length: groups }, (_, i) => {
    const cell = Math.floor((i * cells) / groups);
    return {
      key: `pack-${i}`,
      creature: i % 5 === 0 ? Creature.boar : Creature.wolf,
      count: Math.floor(((i + 1) * creatures) / groups) - Math.floor((i * creatures) / groups),
      radiusM: 1,
      respawnTicks: 600,
      x: middleOf(cell % cellsAcross, corridor),
      y: middleOf(Math.floor(cell / cellsAcross), corridor),
    };
  });
  const hunter = { aggroRangeM: 0, leashRangeM: 40, chaseSpeedMps: 4.5, power: 0, thinkIntervalTicks: 12 };
  return smallContent({
    maps: [drawMap(rows, { key: 'field', spawnGroups }), pit()],
    creatures: [
      creature(Creature.wolf, 'wolf', hunter),
      creature(Creature.boar, 'boar', { ...hunter, radiusM: 0.65 }),
    ],
    rules: { ...smallRules, inCombatTicks: 1200 },
  });
}

function middleOf(cell: number, corridor: number): number {
  return cell * (corridor + 1) + 1 + corridor / 2;
}

export class MazeChase {
  readonly played: Played;
  readonly #players: number;
  readonly #random: RandomStream;
  readonly #direction: Uint8Array;
  readonly #nearby = new Uint16Array(256);
  readonly #step = { moveX: 0, moveY: 0, facing: 0, ticks: 1 };
  readonly #input = { sequence: 0, viewTick: 0, stepsCount: 1, steps: [this.#step] };

  constructor(options: MazeChaseOptions, content: Content, paths?: SharedPaths) {
    const { players, creatures, cellsAcross, corridor = 3, seed = 1 } = options;
    this.#players = players;
    this.#random = new RandomStream(Uint32Array.of(seed, 2, 3, 4), 0);
    this.#direction = new Uint8Array(players + 1);
    this.played = new Played({
      content,
      entitiesMax: players + creatures + 10,
      playersMax: players,
      seed,
      ...(paths !== undefined && { paths }),
    });
    const { simulation } = this.played;
    for (let session = 1; session <= players; session++)
      simulation.join(session, nilAccountId, `Player${session}`, true);
    simulation.step();
    this.played.answerLoads();
    for (let session = 1; session <= players; session++) {
      const x = middleOf(this.#random.wholeBetween(0, cellsAcross - 1), corridor);
      const y = middleOf(this.#random.wholeBetween(0, cellsAcross - 1), corridor);
      simulation.game.movement.teleport(this.played.placeOf(session), 0, x, y, 0);
    }
    this.played.world.rebuildGrid();
    this.played.output.remembers = false;
    this.played.courier.remembers = false;
  }

  step(): void {
    this.command();
    this.played.simulation.step();
  }

  command(): void {
    const { simulation } = this.played;
    const input = this.#input;
    input.sequence = (input.sequence + 1) & 0xffff;
    for (let session = 1; session <= this.#players; session++) {
      if ((input.sequence + session) % turnTicks === 0)
        this.#direction[session] = this.#random.wholeBetween(0, 3);
      const direction = this.#direction[session]!;
      this.#step.moveX = directionX[direction]!;
      this.#step.moveY = directionY[direction]!;
      simulation.input(session, input);
      if ((input.sequence + session) % huntTicks === 0) this.#provoke(session);
    }
  }

  /** Everyone within 24 m who hunts nobody hunts this player. */
  #provoke(session: number): void {
    const { world, simulation } = this.played;
    const { transform, creature: creatures, combat } = world.components;
    const { battle } = simulation.game;
    const place = this.played.placeOf(session);
    const found = world.grid.around(transform, place, 24, this.#nearby);
    for (let i = 0; i < found; i++) {
      const hunter = this.#nearby[i]!;
      if (!creatures.has(hunter) || combat.columns.target[hunter] !== 0) continue;
      battle.threats.add(hunter, world.idAt(place), 5, 0);
      battle.rouse(hunter);
    }
  }
}
