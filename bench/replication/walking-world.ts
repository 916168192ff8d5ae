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
const idOf = (place: number): number => (0x1_0000 | place) >>> 0;

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
    const handle = createFrameBuffers({ placesMax: this.count + 1, cellsMax: cells, mapsMax: 1, readers: 1 });
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
    for (let place = 1; place <= this.count; place++) this.appear(place);
  }

  idAt(place: number): number {
    return idOf(place);
  }

  /** One tick, published. */
  step(): void {
    this.tick++;
    for (let place = 1; place <= this.count; place++) this.walk(place);
    const frame = this.publisher.begin();
    for (const [name, copy] of this.copies) copy.copy(frame.columns[name] as never, this.count + 1);
    this.writeGrid(frame);
    this.publisher.publish(this.tick, this.count + 1);
  }

  private appear(place: number): void {
    const { columns } = this;
    columns.id[place] = idOf(place);
    columns.kind[place] = place <= this.options.players ? EntityKind.player : EntityKind.creature;
    columns.level[place] = 1 + (place % 50);
    columns.health[place] = 255;
    const name = place <= this.options.players ? `Walker${place}` : '';
    for (let i = 0; i < name.length; i++) columns.name[place * frameLanes.name + i] = name.charCodeAt(i);
    columns.nameLength[place] = name.length;
    this.x[place] = this.unit() * this.options.sideM;
    this.y[place] = this.unit() * this.options.sideM;
    this.heading[place] = this.unit() * 2 * Math.PI;
    dateAll(columns, place, 1);
  }

  private walk(place: number): void {
    const { columns, tick } = this;
    if (!this.walks) return;
    if (this.unit() < turnChance) this.heading[place] = this.unit() * 2 * Math.PI;
    const heading = this.heading[place]!;
    const x = this.x[place]! + Math.cos(heading) * stepM;
    const y = this.y[place]! + Math.sin(heading) * stepM;
    if (x > 0 && y > 0 && x < this.options.sideM && y < this.options.sideM) {
      this.x[place] = x;
      this.y[place] = y;
    } else this.heading[place] = heading + Math.PI;
    columns.x[place] = Math.floor(this.x[place]! * 64 + 0.5);
    columns.y[place] = Math.floor(this.y[place]! * 64 + 0.5);
    columns.ownX[place] = Math.floor(this.x[place]! * 1024 + 0.5);
    columns.ownY[place] = Math.floor(this.y[place]! * 1024 + 0.5);
    columns.positionTick[place] = tick;
    columns.changedTick[place] = tick;
    const facing = Math.floor((this.heading[place]! / (2 * Math.PI)) * 256) & 0xff;
    if (facing !== columns.facing[place]) {
      columns.facing[place] = facing;
      columns.facingTick[place] = tick;
    }
    if (this.unit() < hurtChance) {
      columns.health[place] = 1 + Math.floor(this.unit() * 255);
      columns.vitalsTick[place] = tick;
      columns.urgentTick[place] = tick;
    }
  }

  private writeGrid({ grid }: Frame): void {
    const { start, fill, across, count } = this;
    const cellOf = (place: number): number =>
      Math.min(across - 1, Math.floor(this.y[place]! / cellSizeM)) * across +
      Math.min(across - 1, Math.floor(this.x[place]! / cellSizeM));
    fill.fill(0);
    for (let place = 1; place <= count; place++) fill[cellOf(place)]!++;
    for (let cell = 0, total = 0; cell < fill.length; cell++) {
      start[cell] = total;
      total += fill[cell]!;
      fill[cell] = start[cell]!;
    }
    start[fill.length] = count;
    for (let place = 1; place <= count; place++) grid.entities[fill[cellOf(place)]!++] = place;
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
