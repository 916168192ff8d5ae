// What a plain client knows of the world after the snapshots it got: decoded by the generated codec into a table.

import { EntityStateMask, Snapshot, decodeSnapshot } from '#adapters/protocol/generated/game.js';
import type { FrameColumns } from '#ports/threads/generated/frame-columns.js';

interface Known {
  id: number;
  x: number;
  y: number;
  facing: number;
  health: number;
  status: number;
  /** Of the last snapshot that told of it. */
  tick: number;
}

const snapshot = new Snapshot();

export class ModelClient {
  private tick = 0;
  private readonly table = new Map<number, Known>();

  constructor(private readonly entity: number) {}

  get knows(): number {
    return this.table.size;
  }

  get ids(): Set<number> {
    return new Set([...this.table.values()].map(({ id }) => id));
  }

  /** How long ago it was told of the entity, other than its own, of which it was told longest ago. */
  get oldestTicks(): number {
    const others = [...this.table.values()].filter(({ id }) => id !== this.entity);
    return this.tick - Math.min(...others.map(({ tick }) => tick));
  }

  receive(bytes: Uint8Array, at: number, end: number): void {
    if (decodeSnapshot(snapshot, bytes, at, end) !== end) throw new Error('a snapshot does not decode');
    this.tick = snapshot.tick;
    for (let i = 0; i < snapshot.removedCount; i++) this.table.delete(snapshot.removed[i]!);
    for (let i = 0; i < snapshot.entitiesCount; i++) {
      const { slot, state } = snapshot.entities[i]!;
      const { mask } = state;
      let known = this.table.get(slot);
      if ((mask & EntityStateMask.identity) !== 0 && known?.id !== state.id) {
        known = { id: state.id, x: NaN, y: NaN, facing: NaN, health: NaN, status: NaN, tick: 0 };
        this.table.set(slot, known);
      }
      if (known === undefined) throw new Error(`an update for slot ${slot}, which the client does not know`);
      known.tick = snapshot.tick;
      if ((mask & EntityStateMask.position) !== 0) [known.x, known.y] = [state.x, state.y];
      if ((mask & EntityStateMask.facing) !== 0) known.facing = state.facing;
      if ((mask & EntityStateMask.vitals) !== 0) known.health = state.health;
      if ((mask & EntityStateMask.status) !== 0) known.status = state.status;
    }
  }

  /** Entities that it knows otherwise than the frame has them; of its own, position and facing stand elsewhere. */
  wrong(columns: FrameColumns): number {
    let wrong = 0;
    for (const known of this.table.values()) {
      const row = known.id & 0xffff;
      const same =
        columns.id[row] === known.id &&
        columns.health[row] === known.health &&
        columns.status[row] === known.status &&
        (known.id === this.entity ||
          (columns.x[row] === known.x && columns.y[row] === known.y && columns.facing[row] === known.facing));
      if (!same) wrong++;
    }
    return wrong;
  }
}
