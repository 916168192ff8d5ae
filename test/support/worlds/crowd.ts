// Many players who walk about a wide field full of wolves, fight whom they meet, die and stand up again, all decided by
// a small generator of their own. Driving them allocates nothing, so that what a tick allocates can be measured.

import { teleport } from '#domain/body/movement.js';
import { RandomStream } from '#domain/engine/random/random-stream.js';
import type { Content } from '#domain/content/content.js';
import { nilAccountId } from '#domain/player/character-sheet.js';
import type { Pressure } from '#domain/vocabulary/pressure.js';
import { Played } from './played-simulation.js';
import { Creature, Skill, creature, pit, smallContent, squareMap } from './small-content.js';

export interface CrowdOptions {
  readonly players: number;
  /** Packs of 20 wolves each. */
  readonly packs: number;
  /** Of the square map, in metres. */
  readonly sideM: number;
  readonly seed?: number;
  /** Wolves drop pelts, and players pick up what lies near them. Things that come and go cost memory. */
  readonly loot?: boolean;
  readonly entitiesMax?: number;
}

const packSize = 20;
/** East, south-east, south … in eighths of a turn. */
const directionX = Float64Array.of(1, 0.7, 0, -0.7, -1, -0.7, 0, 0.7);
const directionY = Float64Array.of(0, 0.7, 1, 0.7, 0, -0.7, -1, -0.7);
/** How often each player changes direction, and how often it looks for somebody to hit. */
const turnTicks = 120;
const strikeTicks = 60;
const sightM = 10;

export class Crowd {
  readonly played: Played;
  readonly #players: number;
  readonly #random: RandomStream;
  readonly #direction: Uint8Array;
  readonly #pickUp = { command: 0, loot: 0 };
  readonly #useSkill = { skill: Skill.bolt, target: 0 };
  readonly #step = { moveX: 0, moveY: 0, facing: 0, ticks: 1 };
  readonly #input = { sequence: 0, viewTick: 0, stepsCount: 1, steps: [this.#step] };
  readonly #nearby = new Uint16Array(32);

  constructor({ players, packs, sideM, seed = 1, loot = false, entitiesMax = 4096 }: CrowdOptions) {
    this.#players = players;
    this.#random = new RandomStream(Uint32Array.of(seed, 2, 3, 4), 0);
    this.#direction = new Uint8Array(players + 1);
    this.played = new Played({
      content: wilderness(packs, sideM, loot),
      entitiesMax,
      playersMax: players,
      seed,
    });
    const { simulation } = this.played;
    for (let session = 1; session <= players; session++)
      simulation.join(session, nilAccountId, `Player${session}`, true);
    simulation.step();
    this.played.answerLoads();
    for (let session = 1; session <= players; session++) {
      const x = this.#random.between(4, sideM - 4);
      const y = this.#random.between(4, sideM - 4);
      teleport(simulation.game.world, this.played.rowOf(session), 0, x, y, 0);
    }
    this.played.output.remembers = false;
    this.played.courier.remembers = false;
  }

  step(pressure: Pressure = 0): void {
    this.command();
    this.played.simulation.step(pressure);
  }

  /** Everybody's input for the next tick. */
  command(): void {
    const { simulation } = this.played;
    const input = this.#input;
    input.sequence = (input.sequence + 1) & 0xffff;
    for (let session = 1; session <= this.#players; session++) {
      if ((input.sequence + session) % turnTicks === 0)
        this.#direction[session] = this.#random.wholeBetween(0, 7);
      const direction = this.#direction[session]!;
      this.#step.moveX = directionX[direction]!;
      this.#step.moveY = directionY[direction]!;
      this.#step.facing = direction * 32;
      simulation.requests.playerInput(session, input);
      if ((input.sequence + session) % strikeTicks === 0) this.#act(session);
    }
  }

  #act(session: number): void {
    const { simulation, world } = this.played;
    const { transform, creature: creatures, loot, dead } = world.components;
    const row = this.played.rowOf(session);
    if (dead.has(row)) {
      simulation.requests.respawn(session);
      return;
    }
    const { x, y } = transform.columns;
    const count = world.tables.grid.within(transform, 0, x[row]!, y[row]!, sightM, this.#nearby);
    for (let i = 0; i < count; i++) {
      const other = this.#nearby[i]!;
      if (loot.has(other)) {
        this.#pickUp.command = this.played.nextCommand();
        this.#pickUp.loot = world.idAt(other);
        simulation.requests.pickUp(session, this.#pickUp);
      }
      if (!creatures.has(other) || dead.has(other)) continue;
      this.#useSkill.target = world.idAt(other);
      simulation.requests.useSkill(session, this.#useSkill);
      return;
    }
  }
}

function wilderness(packs: number, sideM: number, loot: boolean): Content {
  const across = Math.ceil(Math.sqrt(packs));
  const spacingM = (sideM - 24) / across;
  const spawnGroups = Array.from({ length: packs }, (_, i) => ({
    key: `pack-${i}`,
    creature: Creature.wolf,
    count: packSize,
    radiusM: 8,
    respawnTicks: 300,
    x: 12 + (i % across) * spacingM,
    y: 12 + Math.floor(i / across) * spacingM,
  }));
  return smallContent({
    maps: [squareMap(1, 'field', sideM, { spawnGroups }), pit()],
    creatures: [
      creature(Creature.wolf, 'wolf', { healthMax: 20, power: 2, lootTable: loot ? 1 : 0 }),
      creature(Creature.boar, 'boar', {}),
    ],
  });
}
