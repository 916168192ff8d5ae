// A world in one hand: frames whose entities a test places by name, with the change ticks that the simulation would set.
import { cellSizeM } from '#domain/space/grid.js';
import type { Frame, FrameGrid } from '#ports/threads/frame.js';
import { createFrameColumns, frameLanes, type FrameColumns } from '#ports/threads/generated/frame-columns.js';

const rows = 1024;
const nameBytesMax = frameLanes.name;

export interface FakeEntity {
  row: number;
  generation: number;
  kind: number;
  map: number;
  /** Metres. */
  x: number;
  y: number;
  facing: number;
  health: number;
  status: number;
  level: number;
  name: string;
  /** Row of whom it fights. */
  foe: number;
}

interface Seen {
  entity: FakeEntity;
  ticks: { identity: number; position: number; facing: number; vitals: number; status: number };
}

export class FakeFrames {
  tick = 0;
  readonly entities = new Map<number, FakeEntity>();
  private readonly seen = new Map<number, Seen>();
  private readonly generations = new Map<number, number>();
  private readonly goneTick = new Map<number, number>();

  constructor(private readonly sidesM: readonly number[] = [256]) {}

  add(row: number, at: Partial<FakeEntity> & { x: number; y: number }): FakeEntity {
    const generation = (this.generations.get(row) ?? 0) + 1;
    this.generations.set(row, generation);
    const entity = {
      row,
      generation,
      kind: 1,
      map: 0,
      facing: 0,
      health: 255,
      status: 0,
      level: 1,
      name: `n${row}`,
      foe: 0,
      ...at,
    };
    this.entities.set(row, entity);
    return entity;
  }

  remove(row: number): void {
    if (this.entities.has(row)) this.goneTick.set(row, this.tick + 1);
    this.entities.delete(row);
    this.seen.delete(row);
  }

  idOf(entity: FakeEntity): number {
    return ((entity.generation << 16) | entity.row) >>> 0;
  }

  /** The next tick's frame. */
  next(): Frame {
    this.tick++;
    const columns = createFrameColumns(rows);
    for (const [row, tick] of this.goneTick) columns.changedTick[row] = columns.urgentTick[row] = tick;
    for (const entity of this.entities.values()) this.write(columns, entity);
    return { tick: this.tick, rowsUsed: rows, columns, grid: this.grid() };
  }

  private write(columns: FrameColumns, entity: FakeEntity): void {
    const p = entity.row;
    const ticks = this.date(entity);
    columns.id[p] = this.idOf(entity);
    columns.kind[p] = entity.kind;
    columns.level[p] = entity.level;
    columns.map[p] = entity.map;
    columns.x[p] = Math.round(entity.x * 64);
    columns.y[p] = Math.round(entity.y * 64);
    columns.facing[p] = entity.facing;
    columns.health[p] = entity.health;
    columns.status[p] = entity.status;
    columns.positionTick[p] = ticks.position;
    columns.facingTick[p] = ticks.facing;
    columns.vitalsTick[p] = ticks.vitals;
    columns.statusTick[p] = ticks.status;
    columns.identityTick[p] = ticks.identity;
    columns.urgentTick[p] = Math.max(ticks.identity, ticks.vitals, ticks.status);
    columns.changedTick[p] = Math.max(columns.urgentTick[p], ticks.position, ticks.facing);
    columns.foe[p] = entity.foe;
    columns.nameLength[p] = new TextEncoder().encodeInto(
      entity.name,
      columns.name.subarray(p * nameBytesMax, (p + 1) * nameBytesMax),
    ).written;
    columns.ownX[p] = Math.round(entity.x * 1024);
    columns.ownY[p] = Math.round(entity.y * 1024);
  }

  private date(entity: FakeEntity): Seen['ticks'] {
    const { tick } = this;
    const before = this.seen.get(entity.row);
    const ticks =
      before?.entity.generation === entity.generation
        ? before.ticks
        : { identity: tick, position: tick, facing: tick, vitals: tick, status: tick };
    if (before !== undefined) {
      const old = before.entity;
      if (old.x !== entity.x || old.y !== entity.y || old.map !== entity.map) ticks.position = tick;
      if (old.facing !== entity.facing) ticks.facing = tick;
      if (old.health !== entity.health) ticks.vitals = tick;
      if (old.status !== entity.status) ticks.status = tick;
      if (old.level !== entity.level) ticks.identity = tick;
    }
    this.seen.set(entity.row, { entity: { ...entity }, ticks });
    return ticks;
  }

  private grid(): FrameGrid {
    const across = this.sidesM.map((side) => Math.ceil(side / cellSizeM));
    const first = across.map((_, map) => across.slice(0, map).reduce((sum, n) => sum + n * n, 0));
    const cells = across.reduce((sum, n) => sum + n * n, 0);
    const inCell: number[][] = Array.from({ length: cells }, () => []);
    for (const { row, map, x, y } of this.entities.values()) {
      inCell[first[map]! + Math.floor(y / cellSizeM) * across[map]! + Math.floor(x / cellSizeM)]!.push(row);
    }
    const start = new Uint32Array(cells + 1);
    inCell.forEach((rows, cell) => (start[cell + 1] = start[cell]! + rows.length));
    return {
      mapFirstCell: Uint32Array.from(first),
      mapCellsAcross: Uint32Array.from(across),
      mapCellsDown: Uint32Array.from(across),
      start,
      entities: Uint16Array.from(inCell.flat()),
    };
  }
}
