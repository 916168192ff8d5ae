// How players move, for prediction: the domain's own mover on the content's own maps, so that it does to the last bit
// what the server does with the same steps.

import type { MovementModel, MovementState, MovementStep } from '#client/movement/movement-model.js';
import type { Content } from '#domain/content/content.js';
import { bodyNumbers, bodyRadius, bodyX, bodyY, moveBody, stepX, stepY } from '#domain/space/move-circle.js';
import { secondsPerTick } from '#domain/engine/time.js';
import { WorldMap } from '#domain/space/world-map.js';

export class ContentMovement implements MovementModel {
  private readonly maps = new Map<number, WorldMap>();
  private readonly body = new Float64Array(bodyNumbers);
  private readonly metresPerTick: number;

  constructor(content: Content) {
    content.maps.forEach((definition, index) =>
      this.maps.set(definition.id, new WorldMap(definition, index)),
    );
    this.metresPerTick = content.rules.playerSpeedMps * secondsPerTick;
    this.body[bodyRadius] = content.rules.playerRadiusM;
  }

  /** On a map that the content does not know, nobody moves. */
  step(state: MovementState, step: MovementStep, ticks: number): void {
    const map = this.maps.get(state.map);
    if (map === undefined) return;
    const { moveX, moveY } = step;
    if (moveX === 0 && moveY === 0) return;
    // As in domain/body/player-steps: a wish longer than 1 is shortened to 1.
    const lengthSquared = moveX * moveX + moveY * moveY;
    const scale = lengthSquared > 1 ? 1 / Math.sqrt(lengthSquared) : 1;
    const { body } = this;
    body[bodyX] = state.x;
    body[bodyY] = state.y;
    for (let tick = 0; tick < ticks; tick++) {
      body[stepX] = moveX * scale * this.metresPerTick;
      body[stepY] = moveY * scale * this.metresPerTick;
      moveBody(map, body);
    }
    state.x = body[bodyX];
    state.y = body[bodyY];
  }
}
