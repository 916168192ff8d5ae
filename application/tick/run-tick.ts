// One tick: the phases in their order. Commands came in before; 60 times a second, and nothing is allocated while players
// move and fight.

import type { World } from '#domain/world/world.js';
import type { TickTimer } from '#ports/threads/tick-timer.js';
import type { BoundPhases } from './phases.js';

export function runTick(world: World, { runs }: BoundPhases, timer: TickTimer | undefined): void {
  world.beginTick();
  for (let i = 0; i < runs.length; i++) {
    timer?.begin(i);
    runs[i]!();
  }
  timer?.end();
  world.endTick();
}
