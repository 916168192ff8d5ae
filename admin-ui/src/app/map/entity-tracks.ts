// Where every entity of the watched map is at any moment between two position reports: each is moved from where it is
// shown to where it was reported, over the usual time between reports. Pure: the clock comes in as an argument.
import { EntityRow } from '../backend/live-events';

export const kindNames: Readonly<Record<number, string>> = {
  1: 'Player',
  2: 'Creature',
  3: 'Loot',
  4: 'Person',
};

export interface EntityTrack {
  readonly id: number;
  kind: number;
  name: string | null;
  template: number;
  fromX: number;
  fromY: number;
  toX: number;
  toY: number;
  /** The report that last had it. */
  report: number;
}

/** Further than anything runs between two reports: a portal or respawn, shown as a jump. */
const jumpM = 10;
const intervalMsMin = 50;
const intervalMsMax = 2000;
/** At most as many as a report carries. */
const tracksMax = 5000;

export class MapTracks {
  readonly byId = new Map<number, EntityTrack>();
  #report = 0;
  #arrivedMs = 0;
  #intervalMs = 250;

  /** Takes a full report of the map; who is not in it is gone. */
  update(rows: readonly EntityRow[], nowMs: number): void {
    const part = this.#part(nowMs);
    if (this.#report > 0) {
      const interval = Math.min(intervalMsMax, Math.max(intervalMsMin, nowMs - this.#arrivedMs));
      this.#intervalMs += (interval - this.#intervalMs) * 0.2;
    }
    this.#report++;
    this.#arrivedMs = nowMs;
    for (const row of rows) this.#put(row, part);
    for (const [id, track] of this.byId) if (track.report !== this.#report) this.byId.delete(id);
  }

  clear(): void {
    this.byId.clear();
    this.#report = 0;
  }

  /** How far along the way to the reported positions everything is, in [0, 1]. */
  progress(nowMs: number): number {
    return this.#part(nowMs);
  }

  /** Whether anything will still move before the next report. */
  moving(nowMs: number): boolean {
    return this.byId.size > 0 && this.#part(nowMs) < 1;
  }

  at(id: number, nowMs: number): { x: number; y: number } | undefined {
    const track = this.byId.get(id);
    if (track === undefined) return undefined;
    const part = this.#part(nowMs);
    return {
      x: track.fromX + (track.toX - track.fromX) * part,
      y: track.fromY + (track.toY - track.fromY) * part,
    };
  }

  /** The entity nearest to a point and not further than `reachM`. */
  nearest(
    x: number,
    y: number,
    reachM: number,
    nowMs: number,
    shown: (kind: number) => boolean,
  ): EntityTrack | undefined {
    const part = this.#part(nowMs);
    let best: EntityTrack | undefined;
    let bestSquare = reachM * reachM;
    for (const track of this.byId.values()) {
      if (!shown(track.kind)) continue;
      const dx = track.fromX + (track.toX - track.fromX) * part - x;
      const dy = track.fromY + (track.toY - track.fromY) * part - y;
      const square = dx * dx + dy * dy;
      if (square > bestSquare) continue;
      bestSquare = square;
      best = track;
    }
    return best;
  }

  #part(nowMs: number): number {
    return Math.min(1, Math.max(0, (nowMs - this.#arrivedMs) / this.#intervalMs));
  }

  #put(row: EntityRow, part: number): void {
    const [id, kind, x, y, name, template] = row;
    const track = this.byId.get(id);
    if (track === undefined) {
      if (this.byId.size >= tracksMax) return;
      this.byId.set(id, {
        id,
        kind,
        name,
        template,
        fromX: x,
        fromY: y,
        toX: x,
        toY: y,
        report: this.#report,
      });
      return;
    }
    const shownX = track.fromX + (track.toX - track.fromX) * part;
    const shownY = track.fromY + (track.toY - track.fromY) * part;
    const jumps = Math.hypot(x - shownX, y - shownY) > jumpM;
    Object.assign(track, { kind, name, template, report: this.#report, toX: x, toY: y });
    track.fromX = jumps ? x : shownX;
    track.fromY = jumps ? y : shownY;
  }
}
