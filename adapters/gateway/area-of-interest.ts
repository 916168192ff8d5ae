// Which entities a client sees: those within the entry radius come into sight, those beyond the leave radius go out of
// it. The gap between the two keeps an entity at the edge from flickering.

import type { Frame, FrameColumns } from '#ports/frame.js';
import { CellRectangle, unitsPerMetre } from './cell-rectangle.js';
import { slotFree, slotLeaving, slotShown } from './client-view.js';
import type { ClientView } from './client-view.js';

export interface InterestRadii {
  /** Metres, up to 200. */
  readonly enterM: number;
  /** Metres, larger than enterM. */
  readonly leaveM: number;
}

/** One screen is about 30 m across; see performance.md for the cost of more. */
export const defaultRadii: InterestRadii = { enterM: 36, leaveM: 42 };

export class AreaOfInterest {
  private readonly enterUnits: number;
  private readonly enterSquared: number;
  private readonly leaveSquared: number;
  private readonly cells = new CellRectangle();
  /** Slot + 1 of each place while one client is looked at, all zero between clients. */
  private readonly slotOfPlace = new Uint8Array(65536);

  constructor(radii: InterestRadii = defaultRadii) {
    if (!(radii.leaveM > radii.enterM)) throw new RangeError('leaveM must be larger than enterM');
    this.enterUnits = radii.enterM * unitsPerMetre;
    this.enterSquared = this.enterUnits ** 2;
    this.leaveSquared = (radii.leaveM * unitsPerMetre) ** 2;
  }

  /** Brings the view's slots up to date for the frame. The view's own entity lives in the frame. */
  update(view: ClientView, frame: Frame): void {
    const columns = frame.columns;
    const self = view.entity & 0xffff;
    this.markKnown(view, columns, self);
    this.showNewcomers(view, frame, self);
    for (let slot = 0; slot < view.slotsUsed; slot++) {
      this.slotOfPlace[view.slotEntity[slot]! & 0xffff] = 0;
    }
  }

  private markKnown(view: ClientView, columns: FrameColumns, self: number): void {
    // Downwards, because leaving may lower slotsUsed.
    for (let slot = view.slotsUsed - 1; slot >= 0; slot--) {
      const state = view.slotState[slot]!;
      if (state === slotFree) continue;
      const entity = view.slotEntity[slot]!;
      const place = entity & 0xffff;
      const squared = columns.id[place] === entity ? distanceSquared(columns, self, place) : Infinity;
      if (state === slotShown && squared > this.leaveSquared) view.leave(slot);
      else if (state === slotLeaving && squared <= this.enterSquared) view.appear(slot);
      // A stale slot must not hide the entity that lives in its place now.
      if (view.slotState[slot] !== slotFree && columns.id[place] === entity)
        this.slotOfPlace[place] = slot + 1;
    }
  }

  private showNewcomers(view: ClientView, frame: Frame, self: number): void {
    const { columns, grid } = frame;
    const { cells } = this;
    cells.around(frame, self, this.enterUnits);
    for (let row = 0; row < cells.rows; row++) {
      const end = cells.rowEnd(frame, row);
      for (let i = cells.rowStart(frame, row); i < end; i++) {
        const place = grid.entities[i]!;
        if (this.slotOfPlace[place] !== 0) continue;
        if (distanceSquared(columns, self, place) > this.enterSquared) continue;
        view.show(columns.id[place]!);
      }
    }
  }
}

/** In squared frame units; infinite between maps. */
export function distanceSquared(columns: FrameColumns, a: number, b: number): number {
  if (columns.map[a] !== columns.map[b]) return Infinity;
  const dx = columns.x[a]! - columns.x[b]!;
  const dy = columns.y[a]! - columns.y[b]!;
  return dx * dx + dy * dy;
}
