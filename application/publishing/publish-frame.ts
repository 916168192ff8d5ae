// Publishes the world at the end of a tick: quantizes what others may see, dates every change, and copies it all into
// the next frame buffer. Allocates nothing while the number of entities stays about the same.

import { bitOf } from '#domain/engine/ecs/bits.js';
import type { Query } from '#domain/engine/ecs/query.js';
import { EntityKind, EntityStatus } from '#domain/vocabulary/vocabulary.js';
import { nameBytesMax } from '#domain/world/components.js';
import type { World } from '#domain/world/world.js';
import type { Frame, FrameColumns, FramePublisher } from '#ports/threads/frame.js';
import { PrefixCopy, createPublishedColumns } from './published-columns.js';

/** Steps of a metre on the wire: for what all see, and for a player's own position. */
const positionSteps = 64;
const ownPositionSteps = 1024;
const healthFull = 255;

export class PublishFrame {
  /** As last published. */
  readonly columns: FrameColumns;

  readonly #world: World;
  readonly #publisher: FramePublisher;
  readonly #visible: Query;
  readonly #players: Query;
  /** `identity.tick` of each place when it was last published. */
  readonly #identitySeen: Uint32Array;
  /** When any player's identity last changed, and as of when each buffer has all names. */
  #namedTick = 0;
  readonly #namesTick = new Map<Frame, number>();
  readonly #copies: readonly { readonly name: keyof FrameColumns; readonly copy: PrefixCopy<never> }[];
  readonly #gridEntities: PrefixCopy<Uint16Array>;

  constructor(world: World, publisher: FramePublisher) {
    const { capacity } = world.store.entities;
    const { transform, identity, player, vitals } = world.components;
    this.#world = world;
    this.#publisher = publisher;
    this.#visible = world.store.query({ with: [transform, identity] });
    this.#players = world.store.query({ with: [transform, identity, player, vitals] });
    this.#identitySeen = new Uint32Array(capacity + 1);
    this.columns = createPublishedColumns(capacity);
    const names = Object.keys(this.columns) as (keyof FrameColumns)[];
    this.#copies = names
      .filter((name) => name !== 'name')
      .map((name) => ({ name, copy: new PrefixCopy(this.columns[name]) as unknown as PrefixCopy<never> }));
    this.#gridEntities = new PrefixCopy(world.grid.entities);
  }

  /** After `World.rebuildGrid`. */
  publish(): void {
    const world = this.#world;
    this.#update();
    this.#updateOwn();
    const { placesUsed } = world.store.entities;
    const frame = this.#publisher.begin();
    if (frame.columns.id.length < this.columns.id.length)
      throw new Error(
        `a frame has room for ${frame.columns.id.length} places, the world for ${this.columns.id.length}`,
      );
    // Names before the columns that tell whether a buffer has them already.
    this.#copyNames(frame, placesUsed);
    for (let i = 0; i < this.#copies.length; i++) {
      const { name, copy } = this.#copies[i]!;
      copy.copy(frame.columns[name] as never, placesUsed);
    }
    this.#copyGrid(frame);
    this.#publisher.publish(world.tick, placesUsed);
  }

  /** Brings the published columns up to the world as it is now. */
  #update(): void {
    const { runs, runsEnd } = this.#visible.refresh();
    let empty = 0;
    for (let r = 0; r < runsEnd; r += 2) {
      const start = runs[r]!;
      const end = runs[r + 1]!;
      this.#vanish(empty, start);
      this.#recognize(start, end);
      this.#locate(start, end);
      this.#describe(start, end);
      empty = end;
    }
    this.#vanish(empty, this.#world.store.entities.placesUsed);
  }

  /** Nobody is in the places from `start` up to `end` (any more). */
  #vanish(start: number, end: number): void {
    const { columns } = this;
    const { tick } = this.#world;
    for (let place = start; place < end; place++) {
      if (columns.id[place] === 0) continue;
      columns.id[place] = 0;
      columns.foe[place] = 0;
      columns.urgentTick[place] = tick;
      columns.changedTick[place] = tick;
    }
  }

  /** Who is there, as what. */
  #recognize(start: number, end: number): void {
    const { entities } = this.#world.store;
    const { id } = this.columns;
    const { tick } = this.#world.components.identity.columns;
    const seen = this.#identitySeen;
    for (let e = start; e < end; e++) {
      if (id[e] !== entities.idAt(e)) this.#appear(e);
      else if (seen[e] !== tick[e]) this.#identify(e);
    }
  }

  #appear(place: number): void {
    const { columns } = this;
    const { tick } = this.#world;
    columns.id[place] = this.#world.idAt(place);
    columns.positionTick[place] = tick;
    columns.facingTick[place] = tick;
    columns.vitalsTick[place] = tick;
    columns.statusTick[place] = tick;
    columns.lastInput[place] = 0;
    this.#identify(place);
  }

  #identify(place: number): void {
    const { columns } = this;
    const identity = this.#world.components.identity.columns;
    this.#identitySeen[place] = identity.tick[place]!;
    if (identity.kind[place] === EntityKind.player) this.#namedTick = this.#world.tick;
    this.#dateUrgent(columns.identityTick, place);
    columns.kind[place] = identity.kind[place]!;
    columns.template[place] = identity.template[place]!;
    columns.level[place] = identity.level[place]!;
    columns.nameLength[place] = identity.nameLength[place]!;
    for (let i = place * nameBytesMax; i < (place + 1) * nameBytesMax; i++)
      columns.name[i] = identity.name[i]!;
  }

  #locate(start: number, end: number): void {
    const { tick } = this.#world;
    const { x, y, map, facing } = this.#world.components.transform.columns;
    const shown = this.columns;
    const { x: shownX, y: shownY, map: shownMap, facing: shownFacing } = shown;
    const { positionTick, facingTick, changedTick } = shown;
    for (let e = start; e < end; e++) {
      const atX = quantize(x[e]!, positionSteps, 0xffff);
      const atY = quantize(y[e]!, positionSteps, 0xffff);
      if (shownX[e] !== atX || shownY[e] !== atY || shownMap[e] !== map[e]) {
        shownX[e] = atX;
        shownY[e] = atY;
        shownMap[e] = map[e]!;
        positionTick[e] = tick;
        changedTick[e] = tick;
      }
      if (shownFacing[e] !== facing[e]) {
        shownFacing[e] = facing[e]!;
        facingTick[e] = tick;
        changedTick[e] = tick;
      }
    }
  }

  /** Of what is urgent the group `ticks` changed. */
  #dateUrgent(ticks: Uint32Array, place: number): void {
    const { tick } = this.#world;
    ticks[place] = tick;
    this.columns.urgentTick[place] = tick;
    this.columns.changedTick[place] = tick;
  }

  #describe(start: number, end: number): void {
    const { tick, components, store } = this.#world;
    const { dead, safe, casting, stunned, combat, vitals } = components;
    const { inCombatUntilTick, target } = combat.columns;
    const { health, healthMax } = vitals.columns;
    const { health: shownHealth, status: shownStatus, foe } = this.columns;
    for (let e = start; e < end; e++) {
      const isDead = bitOf(dead.members, e);
      const fights = bitOf(combat.members, e) === 1 && inCombatUntilTick[e]! > tick;
      const isHurt = bitOf(vitals.members, e) === 1 && health[e]! < healthMax[e]!;
      let share = isDead === 1 ? 0 : healthFull;
      // Never rounded to 0 while alive.
      if (isDead === 0 && isHurt)
        share = Math.max(1, quantize(health[e]! / healthMax[e]!, healthFull, healthFull));
      if (shownHealth[e] !== share) {
        shownHealth[e] = share;
        this.#dateUrgent(this.columns.vitalsTick, e);
      }
      const status =
        isDead * EntityStatus.dead +
        bitOf(safe.members, e) * EntityStatus.safe +
        bitOf(casting.members, e) * EntityStatus.casting +
        bitOf(stunned.members, e) * EntityStatus.stunned +
        (fights ? EntityStatus.inCombat : 0);
      if (shownStatus[e] !== status) {
        shownStatus[e] = status;
        this.#dateUrgent(this.columns.statusTick, e);
      }
      foe[e] = fights ? store.entities.placeOf(target[e]!) : 0;
    }
  }

  #updateOwn(): void {
    const { columns } = this;
    const player = this.#world.components.player.columns;
    const vitals = this.#world.components.vitals.columns;
    const { runs, runsEnd } = this.#players.refresh();
    for (let r = 0; r < runsEnd; r += 2)
      for (let e = runs[r]!; e < runs[r + 1]!; e++) {
        columns.ownX[e] = quantize(player.settledX[e]!, ownPositionSteps, 0xf_ffff);
        columns.ownY[e] = quantize(player.settledY[e]!, ownPositionSteps, 0xf_ffff);
        columns.ownHealth[e] = Math.min(0xffff, Math.ceil(vitals.health[e]!));
        columns.ownMana[e] = Math.min(0xffff, Math.floor(vitals.mana[e]!));
        columns.lastInput[e] = player.lastInput[e]!;
      }
  }

  /** Only those that this buffer lacks: it has a name when it has the entity as of the same change. */
  #copyNames(frame: Frame, placesUsed: number): void {
    const copiedTick = this.#namesTick.get(frame) ?? 0;
    this.#namesTick.set(frame, this.#world.tick);
    if (copiedTick >= this.#namedTick) return;
    const target = frame.columns;
    const { id, identityTick, kind, nameLength, name } = this.columns;
    for (let place = 1; place < placesUsed; place++) {
      if (kind[place] !== EntityKind.player) continue;
      if (target.id[place] === id[place] && target.identityTick[place] === identityTick[place]) continue;
      const at = place * nameBytesMax;
      const end = at + nameLength[place]!;
      for (let i = at; i < end; i++) target.name[i] = name[i]!;
    }
  }

  #copyGrid({ grid: target }: Frame): void {
    const { grid, maps } = this.#world;
    for (let map = 0; map < maps.length; map++) {
      target.mapFirstCell[map] = grid.mapFirstCell[map]!;
      target.mapCellsAcross[map] = grid.mapCellsAcross[map]!;
      target.mapCellsDown[map] = grid.mapCellsDown[map]!;
    }
    target.start.set(grid.start);
    this.#gridEntities.copy(target.entities, grid.count);
  }
}

/** Rounds as every language does alike, floor(x + 0.5), and clamps; for values below 2^31 / steps, so that it is one instruction. */
function quantize(value: number, steps: number, max: number): number {
  const steady = (value * steps + 0.5) | 0;
  return steady < 0 ? 0 : steady > max ? max : steady;
}
