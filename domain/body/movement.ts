// Moves everyone by one tick: players by their steps, creatures by their wishes. The dead and the stunned stay where
// they are; their players' steps are used up all the same, so that they are not made up for afterwards.

import type { Query } from '../engine/ecs/query.js';
import { secondsPerTick } from '../world/world.js';
import type { World } from '../world/world.js';
import { bodyNumbers, bodyRadius, bodyX, bodyY, moveBody, stepX, stepY } from '../space/move-circle.js';
import { clearSteps, queueSteps, queuedSteps, readWish, spendTick, takeTicks } from './player-steps.js';
import type { StepCounters, StepInput } from './player-steps.js';

export class Movement {
  readonly counters: StepCounters = { queued: 0, repeated: 0, dropped: 0 };

  readonly #world: World;
  readonly #players: Query;
  readonly #creatures: Query;
  readonly #body = new Float64Array(bodyNumbers);

  constructor(world: World) {
    const { transform, motion, player, dead, stunned } = world.components;
    this.#world = world;
    this.#players = world.store.query({ with: [transform, motion, player] });
    this.#creatures = world.store.query({ with: [transform, motion], without: [player, dead, stunned] });
  }

  /** Between ticks or before `movePlayers`: takes over what a player sent. */
  queueSteps(place: number, input: StepInput): void {
    queueSteps(this.#world.components.player.columns, place, input, this.counters);
  }

  movePlayers(): void {
    const { runs, runsEnd } = this.#players.refresh();
    for (let r = 0; r < runsEnd; r += 2) this.#movePlayers(runs[r]!, runs[r + 1]!);
  }

  #movePlayers(start: number, end: number): void {
    const { player, transform, motion, dead, stunned } = this.#world.components;
    const { columns } = player;
    const { facing } = transform.columns;
    for (let e = start; e < end; e++) {
      const free = !dead.has(e) && !stunned.has(e);
      for (let ticks = takeTicks(columns, e); ticks > 0; ticks--) {
        if (free) {
          facing[e] = readWish(columns, e, motion.columns);
          this.#advance(e);
        }
        if (spendTick(columns, e)) this.#settle(e);
      }
      if (queuedSteps(columns, e) === 0) this.#settle(e);
    }
  }

  /** Creatures of maps without players are asleep and not moved. `World.countPlayers` comes before. */
  moveCreatures(): void {
    const { playersOnMap, components } = this.#world;
    const { map } = components.transform.columns;
    const { wishX, wishY } = components.motion.columns;
    const { runs, runsEnd } = this.#creatures.refresh();
    for (let r = 0; r < runsEnd; r += 2)
      for (let e = runs[r]!; e < runs[r + 1]!; e++) {
        if (wishX[e] === 0 && wishY[e] === 0) continue;
        if (playersOnMap[map[e]!] === 0) continue;
        this.#advance(e);
      }
  }

  /** By one tick of this entity's wish. */
  #advance(place: number): void {
    const { transform, motion } = this.#world.components;
    const { map, x, y } = transform.columns;
    const { speed, radius, wishX, wishY } = motion.columns;
    if (wishX[place] === 0 && wishY[place] === 0) return;
    const metres = speed[place]! * secondsPerTick;
    const body = this.#body;
    body[bodyX] = x[place]!;
    body[bodyY] = y[place]!;
    body[stepX] = wishX[place]! * metres;
    body[stepY] = wishY[place]! * metres;
    body[bodyRadius] = radius[place]!;
    moveBody(this.#world.maps[map[place]!]!, body);
    x[place] = body[bodyX];
    y[place] = body[bodyY];
  }

  #settle(place: number): void {
    const { transform, player } = this.#world.components;
    player.columns.settledX[place] = transform.columns.x[place]!;
    player.columns.settledY[place] = transform.columns.y[place]!;
  }

  /** Puts an entity elsewhere at once. A player's waiting steps are forgotten. */
  teleport(place: number, map: number, x: number, y: number, facing: number): void {
    const { transform, player } = this.#world.components;
    transform.columns.map[place] = map;
    transform.columns.x[place] = x;
    transform.columns.y[place] = y;
    transform.columns.facing[place] = facing;
    if (!player.has(place)) return;
    clearSteps(player.columns, place);
    this.#settle(place);
  }
}
