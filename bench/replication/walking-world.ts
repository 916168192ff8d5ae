// A world of walkers for measuring what readers of frames do: everybody moves in every tick, turns now and then, and is
// hurt now and then. Published through the real frame buffers, dated as the simulation dates. The same on every run.

import {
  SharedFramePublisher,
  SharedFrameReader,
  createFrameBuffers,
} from '#adapters/threads/frames/frame-buffers.js';
import { dateAll } from '#application/publishing/generated/frame-update.js';
import { PrefixCopy } from '#application/publishing/prefix-copy.js';
import { EntityKind } from '#domain/vocabulary/generated/words.js';
import { cellSizeM } from '#domain/space/grid.js';
import type { Frame } from '#ports/threads/frame.js';
import { createFrameColumns, frameLanes, type FrameColumns } from '#ports/threads/generated/frame-columns.js';

export interface WalkingWorldOptions {
  readonly players: number;
  readonly creatures: number;
  /** Metres; everybody stays inside. */
  readonly sideM: number;
}

const stepM = 5 / 60;
const turnChance = 1 / 90;
const hurtChance = 1 / 1000;
const idOf = (row: number): number => (0x1_0000 | row) >>> 0;

export class WalkingWorld {
  tick = 0;
  /** False: everybody stands, so that all clients can catch up. */
  walks = true;
  readonly columns: FrameColumns;
  readonly reader: SharedFrameReader;
  private readonly publisher: SharedFramePublisher;
  private readonly count: number;
  private readonly across: number;
  private readonly x: Float64Array;
  private readonly y: Float64Array;
  private readonly heading: Float64Array;
  private readonly start: Uint32Array;
  private readonly fill: Uint32Array;
  private readonly copies: readonly [keyof FrameColumns, PrefixCopy<never>][];
  private random = 1;

  constructor(private readonly options: WalkingWorldOptions) {
    this.count = options.players + options.creatures;
    this.across = Math.ceil(options.sideM / cellSizeM);
    const cells = this.across ** 2;
    const handle = createFrameBuffers({ rowsMax: this.count + 1, cellsMax: cells, mapsMax: 1, readers: 1 });
    this.publisher = new SharedFramePublisher(handle);
    this.reader = new SharedFrameReader(handle, 0);
    this.columns = createFrameColumns(this.count + 1);
    this.x = new Float64Array(this.count + 1);
    this.y = new Float64Array(this.count + 1);
    this.heading = new Float64Array(this.count + 1);
    this.start = new Uint32Array(cells + 1);
    this.fill = new Uint32Array(cells);
    this.copies = (Object.keys(this.columns) as (keyof FrameColumns)[]).map((name) => [
      name,
      new PrefixCopy(this.columns[name]) as unknown as PrefixCopy<never>,
    ]);
    for (let row = 1; row <= this.count; row++) this.appear(row);
  }

  idAt(row: number): number {
    return idOf(row);
  }

  /** One tick, published. */
  step(): void {
    this.tick++;
    for (let row = 1; row <= this.count; row++) this.walk(row);
    const frame = this.publisher.begin();
    for (const [name, copy] of this.copies) copy.copy(frame.columns[name] as never, this.count + 1);
    this.writeGrid(frame);
    this.publisher.publish(this.tick, this.count + 1);
  }

  private appear(row: number): void {
    const { columns } = this;
    columns.id[row] = idOf(row);
    columns.kind[row] = row <= this.options.players ? EntityKind.player : EntityKind.creature;
    columns.level[row] = 1 + (row % 50);
    columns.health[row] = 255;
    const name = row <= this.options.players ? `Walker${row}` : '';
    for (let i = 0; i < name.length; i++) columns.name[row * frameLanes.name + i] = name.charCodeAt(i);
    columns.nameLength[row] = name.length;
    this.x[row] = this.unit() * this.options.sideM;
    this.y[row] = this.unit() * this.options.sideM;
    this.heading[row] = this.unit() * 2 * Math.PI;
    dateAll(columns, row, 1);
  }

  private walk(row: number): void {
    const { columns, tick } = this;
    if (!this.walks) return;
    if (this.unit() < turnChance) this.heading[row] = this.unit() * 2 * Math.PI;
    const heading = this.heading[row]!;
    const x = this.x[row]! + Math.cos(heading) * stepM;
    const y = this.y[row]! + Math.sin(heading) * stepM;
    if (x > 0 && y > 0 && x < this.options.sideM && y < this.options.sideM) {
      this.x[row] = x;
      this.y[row] = y;
    } else this.heading[row] = heading + Math.PI;
    columns.x[row] = Math.floor(this.x[row]! * 64 + 0.5);
    columns.y[row] = Math.floor(this.y[row]! * 64 + 0.5);
    columns.ownX[row] = Math.floor(this.x[row]! * 1024 + 0.5);
    columns.ownY[row] = Math.floor(this.y[row]! * 1024 + 0.5);
    columns.positionTick[row] = tick;
    columns.changedTick[row] = tick;
    const facing = Math.floor((this.heading[row]! / (2 * Math.PI)) * 256) & 0xff;
    if (facing !== columns.facing[row]) {
      columns.facing[row] = facing;
      columns.facingTick[row] = tick;
    }
    if (this.unit() < hurtChance) {
      columns.health[row] = 1 + Math.floor(this.unit() * 255);
      columns.vitalsTick[row] = tick;
      columns.urgentTick[row] = tick;
    }
  }

  private writeGrid({ grid }: Frame): void {
    const { start, fill, across, count } = this;
    const cellOf = (row: number): number =>
      Math.min(across - 1, Math.floor(this.y[row]! / cellSizeM)) * across +
      Math.min(across - 1, Math.floor(this.x[row]! / cellSizeM));
    fill.fill(0);
    for (let row = 1; row <= count; row++) fill[cellOf(row)]!++;
    for (let cell = 0, total = 0; cell < fill.length; cell++) {
      start[cell] = total;
      total += fill[cell]!;
      fill[cell] = start[cell]!;
    }
    start[fill.length] = count;
    for (let row = 1; row <= count; row++) grid.entities[fill[cellOf(row)]!++] = row;
    grid.mapFirstCell[0] = 0;
    grid.mapCellsAcross[0] = across;
    grid.mapCellsDown[0] = across;
    grid.start.set(start);
  }

  /** 0 to 1, by xorshift32. */
  private unit(): number {
    let r = this.random;
    r ^= r << 13;
    r ^= r >>> 17;
    r ^= r << 5;
    this.random = r;
    return (r >>> 0) / 0x1_0000_0000;
  }
}
