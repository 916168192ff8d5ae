// Publishes the world at the end of a tick: quantizes what others may see, dates every change, and copies it all into
// the next frame buffer. Allocates nothing while the number of entities stays about the same. Which columns there are, and
// where each comes from, is in the schema; what no column says is in frame-rules.

import type { Query } from '#domain/engine/ecs/query.js';
import type { World } from '#domain/world/world.js';
import type { Frame, FramePublisher } from '#ports/threads/frame.js';
import { createFrameColumns, frameLanes, type FrameColumns } from '#ports/threads/generated/frame-columns.js';
import { publishedRules } from './frame-rules.js';
import { FrameUpdate, everyComponents, ownComponents } from './generated/frame-update.js';
import { PrefixCopy } from './prefix-copy.js';

export class PublishFrame {
  /** As last published: what new values are compared with, whichever buffer they go to. */
  readonly columns: FrameColumns;

  readonly #world: World;
  readonly #publisher: FramePublisher;
  readonly #visible: Query;
  readonly #players: Query;
  readonly #update: FrameUpdate;
  /** As of when each buffer has everybody's bytes. */
  readonly #bytesTick = new Map<Frame, number>();
  readonly #copies: readonly { readonly name: keyof FrameColumns; readonly copy: PrefixCopy<never> }[];
  readonly #gridEntities: PrefixCopy<Uint16Array>;

  constructor(world: World, publisher: FramePublisher) {
    const { components, store } = world;
    this.#world = world;
    this.#publisher = publisher;
    const everybody = everyComponents.map((name) => components[name]);
    const own = ownComponents.map((name) => components[name]);
    this.#visible = store.query({ with: everybody });
    this.#players = store.query({ with: [...everybody, ...own] });
    this.columns = createFrameColumns(store.entities.capacity + 1);
    const sources = { ...components, entities: store.entities };
    this.#update = new FrameUpdate(this.columns, sources, publishedRules(world));
    const names = Object.keys(this.columns) as (keyof FrameColumns)[];
    this.#copies = names
      .filter((name) => !(name in frameLanes))
      .map((name) => ({ name, copy: new PrefixCopy(this.columns[name]) as unknown as PrefixCopy<never> }));
    this.#gridEntities = new PrefixCopy(world.tables.grid.entities);
  }

  /** After `World.rebuildGrid`. */
  publish(): void {
    const world = this.#world;
    this.#bringUpToDate();
    const { rowsUsed } = world.store.entities;
    const frame = this.#publisher.begin();
    if (frame.columns.id.length < this.columns.id.length)
      throw new Error(
        `a frame has room for ${frame.columns.id.length} rows, the world for ${this.columns.id.length}`,
      );
    // Bytes before the columns that tell whether a buffer has them already.
    this.#copyBytes(frame, rowsUsed);
    for (let i = 0; i < this.#copies.length; i++) {
      const { name, copy } = this.#copies[i]!;
      copy.copy(frame.columns[name] as never, rowsUsed);
    }
    this.#copyGrid(frame);
    this.#publisher.publish(world.tick, rowsUsed);
  }

  #bringUpToDate(): void {
    const update = this.#update;
    const { tick, store } = this.#world;
    const { runs, runsEnd } = this.#visible.refresh();
    let empty = 0;
    for (let r = 0; r < runsEnd; r += 2) {
      const start = runs[r]!;
      const end = runs[r + 1]!;
      update.vanish(empty, start, tick);
      update.recognize(start, end, tick);
      update.show(start, end, tick);
      empty = end;
    }
    update.vanish(empty, store.entities.rowsUsed, tick);
    const players = this.#players.refresh();
    for (let r = 0; r < players.runsEnd; r += 2) update.showOwn(players.runs[r]!, players.runs[r + 1]!);
  }

  #copyBytes(frame: Frame, rowsUsed: number): void {
    const copiedTick = this.#bytesTick.get(frame) ?? 0;
    this.#bytesTick.set(frame, this.#world.tick);
    if (copiedTick < this.#update.bytesTick) this.#update.copyBytes(frame.columns, rowsUsed);
  }

  #copyGrid({ grid: target }: Frame): void {
    const { maps, tables } = this.#world;
    const { grid } = tables;
    for (let map = 0; map < maps.length; map++) {
      target.mapFirstCell[map] = grid.mapFirstCell[map]!;
      target.mapCellsAcross[map] = grid.mapCellsAcross[map]!;
      target.mapCellsDown[map] = grid.mapCellsDown[map]!;
    }
    target.start.set(grid.start);
    this.#gridEntities.copy(target.entities, grid.count);
  }
}
