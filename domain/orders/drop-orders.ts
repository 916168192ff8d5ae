// Orders that no tick has decided when the session that placed them ends, or gives way to another: they are never done. The
// session that follows counts on from the highest number that was done, so one that is done behind its back would answer
// for another request of the same number.

import type { WorldOf } from '../engine/system.js';

export function dropOrders(world: WorldOf<never, 'orders' | 'intents'>, row: number): void {
  const { orders: waiting } = world.components.intents.columns;
  if (waiting[row] === 0) return;
  waiting[row] = 0;
  const { entities, count } = world.tables.orders;
  const id = world.idAt(row);
  // They keep their places until the tick, for nobody.
  for (let i = 0; i < count; i++) if (entities[i] === id) entities[i] = 0;
}
