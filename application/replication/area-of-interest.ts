// Which entities a client sees: those within its sight come in, those beyond its leave radius, a sixth farther, go out.
// The gap between the two keeps an entity at the edge from flickering. Sight is 36 m; where more are around than a client
// may be shown, it reaches as far as the nearest so many, and beyond it only to whom the client fights with.

import type { Frame } from '#ports/threads/frame.js';
import { slotsMax, type FrameColumns } from '#ports/threads/generated/frame-columns.js';
import { below } from './branch-free.js';
import { CellRectangle, unitsPerMetre } from './cell-rectangle.js';
import { SlotState, slotEntity, slotLife, slotWords, stateOf } from './client-views.js';
import type { ClientViews } from './client-views.js';

export interface InterestRadii {
  /** Metres, up to 200. */
  readonly enterM: number;
  /** Metres, larger than enterM. */
  readonly leaveM: number;
}

/** One screen is about 30 m across; see performance.md for the cost of more. */
export const defaultRadii: InterestRadii = { enterM: 36, leaveM: 42 };
/** Farther than anything is, and yet a small integer. */
const gone = 0x3fff_ffff;
/** Sight shrinks in steps of this share of its full area. */
const rings = 256;
/** When sight ends within the innermost of them they are too coarse, and are laid once more into that area. */
const fewRings = 16;

export class AreaOfInterest {
  private readonly enterUnits: number;
  private readonly enterSquared: number;
  /** Leave radius to enter radius, both squared. */
  private readonly leaveRatio: number;
  private readonly cells = new CellRectangle();
  /** Bit per row: the client at hand has it in a slot. All zero between clients. */
  private readonly known = new Uint32Array(65_536 / 32);
  private readonly inRing = new Uint16Array(rings);
  private readonly found = new Uint16Array(65_536);

  constructor(radii: InterestRadii = defaultRadii) {
    if (!(radii.leaveM > radii.enterM)) throw new RangeError('leaveM must be larger than enterM');
    this.enterUnits = radii.enterM * unitsPerMetre;
    this.enterSquared = this.enterUnits ** 2;
    this.leaveRatio = radii.leaveM ** 2 / radii.enterM ** 2;
  }

  /**
   * Brings the client's slots up to date for the frame, with about the `nearest` entities at most. Its own entity lives in
   * the frame. Sets the view's `sight` and `around`.
   */
  look(views: ClientViews, client: number, frame: Frame, nearest: number): void {
    const self = views.entity[client]! & 0xffff;
    this.cells.around(frame, self, this.enterUnits);
    const sight = this.measureSight(views, client, frame, nearest);
    views.sight[client] = sight;
    const most = Math.min(slotsMax, Math.ceil(nearest * this.leaveRatio));
    this.keepKnown(views, client, frame.columns, sight, most);
    this.showNewcomers(views, client, frame, sight, most);
    const first = views.firstSlot(client);
    const end = first + views.slotsUsed[client]! * slotWords;
    for (let slotAt = first; slotAt < end; slotAt += slotWords)
      this.known[(views.slots[slotAt + slotEntity]! & 0xffff) >>> 5] = 0;
  }

  /** Squared units; the full area unless more than `nearest` are in it. */
  private measureSight(views: ClientViews, client: number, frame: Frame, nearest: number): number {
    const { cells, enterSquared } = this;
    // More than are in sight, because cells have corners; as long as even they are few, nobody has to be counted.
    if (cells.count(frame) <= nearest) {
      views.around[client] = views.shown[client]!;
      return enterSquared;
    }
    const self = views.entity[client]! & 0xffff;
    const around = this.countRings(frame, self, enterSquared);
    views.around[client] = around;
    if (around <= nearest) return enterSquared;
    let area = enterSquared;
    let ring = this.ringOf(nearest);
    if (ring < fewRings) {
      area = Math.floor(((ring + 1) * area) / rings);
      this.countRings(frame, self, area);
      ring = this.ringOf(nearest);
    }
    // With more than that in the innermost ring, on one spot, the cap on slots decides.
    return Math.floor((Math.max(1, ring) * area) / rings);
  }

  /** The ring that the nearest one too many is in. */
  private ringOf(nearest: number): number {
    let ring = 0;
    for (let left = nearest; ring < rings && left >= this.inRing[ring]!; ring++) left -= this.inRing[ring]!;
    return ring;
  }

  /** Counts who is within `areaSquared` by squared distance, which makes rings of equal area, and returns how many. */
  private countRings(frame: Frame, self: number, areaSquared: number): number {
    const { cells } = this;
    const inRing = this.inRing.fill(0);
    const { entities } = frame.grid;
    const perUnit = rings / (areaSquared + 1);
    let around = 0;
    for (let cellRow = 0; cellRow < cells.cellRows; cellRow++) {
      const end = cells.cellRowEnd(frame, cellRow);
      for (let i = cells.cellRowStart(frame, cellRow); i < end; i++) {
        const squared = distanceSquared(frame.columns, self, entities[i]!);
        if (squared > areaSquared) continue;
        inRing[Math.floor(squared * perUnit)]!++;
        around++;
      }
    }
    return around;
  }

  /** Lets go of who is too far, gone, or too many, and marks the others. */
  private keepKnown(
    views: ClientViews,
    client: number,
    columns: FrameColumns,
    sight: number,
    most: number,
  ): void {
    const { slots } = views;
    const self = views.entity[client]! & 0xffff;
    const leaveSquared = sight * this.leaveRatio;
    const farthest = this.enterSquared * this.leaveRatio;
    const first = views.firstSlot(client);
    // Downwards, because leaving may lower slotsUsed.
    for (
      let slotAt = first + (views.slotsUsed[client]! - 1) * slotWords;
      slotAt >= first;
      slotAt -= slotWords
    ) {
      const state = stateOf(slots[slotAt + slotLife]!);
      if (state === SlotState.free) continue;
      const entity = slots[slotAt + slotEntity]!;
      const row = entity & 0xffff;
      const squared = columns.id[row] === entity ? distanceSquared(columns, self, row) : gone;
      if (state === SlotState.leaving) {
        if (squared <= sight) views.showAgain(client, slotAt);
      } else if (squared > leaveSquared || views.shown[client]! > most) {
        const mayStay = squared <= farthest && (row === self || isFoe(columns, self, row));
        if (!mayStay) views.leave(client, slotAt);
      }
      // A stale slot must not hide the entity that lives in its row now.
      if (slots[slotAt + slotEntity] !== 0 && squared !== gone) this.known[row >>> 5]! |= 1 << (row & 31);
    }
  }

  private showNewcomers(views: ClientViews, client: number, frame: Frame, sight: number, most: number): void {
    const { columns } = frame;
    const { known, found } = this;
    const self = views.entity[client]! & 0xffff;
    if (((known[self >>> 5]! >>> (self & 31)) & 1) === 0) {
      known[self >>> 5]! |= 1 << (self & 31);
      views.show(client, views.entity[client]!);
    }
    const count = this.findUnknown(frame, self);
    for (let i = 0; i < count; i++) {
      const row = found[i]!;
      const isOutside = sight < this.enterSquared && distanceSquared(columns, self, row) > sight;
      if ((isOutside || views.shown[client]! >= most) && !isFoe(columns, self, row)) continue;
      views.show(client, columns.id[row]!);
    }
  }

  /** Lists in `found` who is within the full radius and not marked, and returns how many. */
  private findUnknown(frame: Frame, self: number): number {
    const { cells, known, found, enterSquared } = this;
    const { x, y } = frame.columns;
    const { entities } = frame.grid;
    const selfX = x[self]!;
    const selfY = y[self]!;
    let count = 0;
    for (let cellRow = 0; cellRow < cells.cellRows; cellRow++) {
      const end = cells.cellRowEnd(frame, cellRow);
      for (let i = cells.cellRowStart(frame, cellRow); i < end; i++) {
        const row = entities[i]!;
        const dx = x[row]! - selfX;
        const dy = y[row]! - selfY;
        // Cells hold entities of their map only, and those of these cells are near enough for 32 bits.
        const isNear = below(dx * dx + dy * dy, enterSquared + 1);
        found[count] = row;
        count += isNear & ~(known[row >>> 5]! >>> (row & 31));
      }
    }
    return count;
  }
}

/** Whether one of the two fights the other. */
export function isFoe(columns: FrameColumns, self: number, row: number): boolean {
  return columns.foe[row] === self || columns.foe[self] === row;
}

/** In squared frame units; `gone` between maps. */
export function distanceSquared(columns: FrameColumns, a: number, b: number): number {
  if (columns.map[a] !== columns.map[b]) return gone;
  const dx = columns.x[a]! - columns.x[b]!;
  const dy = columns.y[a]! - columns.y[b]!;
  return dx * dx + dy * dy;
}
