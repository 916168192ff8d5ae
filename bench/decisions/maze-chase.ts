// A maze in which creatures chase players who run about: nearly all of them behind some wall. Everything is decided by
// the seed, so that it goes the same way whoever works out the paths.

import { teleport } from '#domain/body/movement.js';
import { rebuildGridNow } from '#domain/body/rebuild-grid.js';
import { resent, rouse } from '#domain/combat/harm.js';
import { loadContent } from '#adapters/content-files/load-content.js';
import type { SharedPaths } from '#domain/space/navigation/shared-paths.js';
import { Simulation } from '#application/tick/simulation.js';
import { Content } from '#domain/content/content.js';
import type { CreatureDefinition } from '#domain/content/generated/definitions.js';
import { noMapObjects, type SpawnGroup } from '#domain/content/generated/map-objects.js';
import type { MapDefinition } from '#domain/content/map-definition.js';
import { nilAccountId } from '#domain/player/character-sheet.js';
import { RandomStream } from '#domain/engine/random/random-stream.js';
import { drawMaze } from './maze.js';
import { NewcomersCourier, UnheardOutput, unreadFrames } from './unheard-output.js';

export interface MazeChaseOptions {
  /** The maze is square. */
  readonly cellsAcross: number;
  readonly players: number;
  readonly creatures: number;
  readonly seed: number;
}

/** Tiles between two walls: room for the largest creature, too. */
const corridor = 3;
/** Of 100 walls, how many have a door beyond those that make it one maze. */
const doors = 15;
const noticeM = 24;
const provokeTicks = 60;
const turnTicks = 40;
/** East, south, west, north. */
const directionX = Int8Array.of(1, 0, -1, 0);
const directionY = Int8Array.of(0, 1, 0, -1);

/** Records of the game's own, in which nobody can hurt anybody and chases last. */
export async function mazeContent(options: MazeChaseOptions): Promise<Content> {
  const loaded = await loadContent('content');
  if (!loaded.ok) throw new Error("the game's own content has problems");
  const { lists } = loaded.content;
  const small = lists.creatures.find(({ radiusM }) => radiusM <= 0.45)!;
  const large = lists.creatures.find(({ radiusM }) => radiusM > 0.5)!;
  const creatures = [hunter(small), hunter(large)];
  return new Content({
    ...lists,
    creatures,
    maps: [mazeMap(options, creatures, lists.maps[0]!)],
    rules: { ...lists.rules, startMapKey: 'maze', startSpawnKey: 'home', inCombatTicks: 1200 },
  });
}

function hunter(creature: CreatureDefinition): CreatureDefinition {
  return { ...creature, aggroRangeM: 0, leashRangeM: 40, chaseSpeedMps: 4.5, power: 0, powerPerLevel: 0 };
}

function mazeMap(
  { cellsAcross, creatures, seed }: MazeChaseOptions,
  [small, large]: readonly CreatureDefinition[],
  model: MapDefinition,
): MapDefinition {
  const rows = drawMaze({ cellsAcross, cellsDown: cellsAcross, corridor, doors, seed });
  const tiles = rows.join('');
  const blocked = Uint8Array.from(tiles, (tile) => (tile === '#' ? 1 : 0));
  const cells = cellsAcross * cellsAcross;
  const groups = Math.min(cells, creatures);
  const spawnGroups = Array.from({ length: groups }, (_, i): SpawnGroup => {
    const cell = Math.floor((i * cells) / groups);
    return {
      key: `pack-${i}`,
      creature: (i % 5 === 0 ? large : small)!.id,
      count: Math.floor(((i + 1) * creatures) / groups) - Math.floor((i * creatures) / groups),
      radiusM: 1,
      respawnTicks: 600,
      x: middleOf(cell % cellsAcross),
      y: middleOf(Math.floor(cell / cellsAcross)),
    };
  });
  return {
    ...model,
    ...{ id: 1, key: 'maze', name: 'Maze', pvp: false, bindSpawnKey: 'home' },
    ...{ width: rows[0]!.length, height: rows.length, blocked, opaque: blocked },
    ...{ terrain: new Uint8Array(tiles.length), terrainNames: ['stone'] },
    ...noMapObjects,
    spawnPoints: [{ key: 'home', x: middleOf(0), y: middleOf(0), facing: 0 }],
    spawnGroups,
  };
}

function middleOf(cell: number): number {
  return cell * (corridor + 1) + 1 + corridor / 2;
}

export class MazeChase {
  readonly simulation: Simulation;
  readonly #players: number;
  readonly #random: RandomStream;
  readonly #direction: Uint8Array;
  readonly #nearby = new Uint16Array(256);
  readonly #step = { moveX: 0, moveY: 0, facing: 0, ticks: 1 };
  readonly #input = { sequence: 0, viewTick: 0, stepsCount: 1, steps: [this.#step] };

  constructor(
    { players, creatures, cellsAcross, seed }: MazeChaseOptions,
    content: Content,
    paths?: SharedPaths,
  ) {
    const entitiesMax = players + creatures + 10;
    const courier = new NewcomersCourier();
    this.#players = players;
    this.#random = new RandomStream(Uint32Array.of(seed, 2, 3, 4), 0);
    this.#direction = new Uint8Array(players + 1);
    this.simulation = new Simulation({
      ...{ content, seed, entitiesMax, playersMax: players, courier, output: new UnheardOutput() },
      publisher: unreadFrames(content, entitiesMax),
      ...(paths !== undefined && { paths }),
    });
    const { simulation } = this;
    for (let session = 1; session <= players; session++)
      simulation.join(session, nilAccountId, `Player${session}`, true);
    simulation.step();
    courier.answer(simulation);
    for (let session = 1; session <= players; session++) {
      const x = middleOf(this.#random.wholeBetween(0, cellsAcross - 1));
      const y = middleOf(this.#random.wholeBetween(0, cellsAcross - 1));
      teleport(simulation.game.world, this.#rowOf(session), 0, x, y, 0);
    }
    rebuildGridNow(simulation.game.world);
  }

  step(): void {
    this.command();
    this.simulation.step();
  }

  /** Everybody's input for the next tick. */
  command(): void {
    const input = this.#input;
    input.sequence = (input.sequence + 1) & 0xffff;
    for (let session = 1; session <= this.#players; session++) {
      if ((input.sequence + session) % turnTicks === 0)
        this.#direction[session] = this.#random.wholeBetween(0, 3);
      const direction = this.#direction[session]!;
      this.#step.moveX = directionX[direction]!;
      this.#step.moveY = directionY[direction]!;
      this.simulation.requests.playerInput(session, input);
      if ((input.sequence + session) % provokeTicks === 0) this.#provoke(session);
    }
  }

  /** Who hunts nobody yet hunts a player near by, walls or not. */
  #provoke(session: number): void {
    const { world } = this.simulation.game;
    const { transform, creature: creatures, combat } = world.components;
    const row = this.#rowOf(session);
    const found = world.tables.grid.around(transform, row, noticeM, this.#nearby);
    for (let i = 0; i < found; i++) {
      const hunter = this.#nearby[i]!;
      if (!creatures.has(hunter) || combat.columns.target[hunter] !== 0) continue;
      resent(world, hunter, row, 5, 0);
      rouse(world, hunter);
    }
  }

  #rowOf(session: number): number {
    return this.simulation.game.seats.find(session)!.row;
  }
}
