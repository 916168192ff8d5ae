// What a client knows of the entities around it, kept from snapshots: by the short slot numbers of the wire, and by
// entity id. A slot that comes with another id belongs to another entity; a removed slot is forgotten.
// `x`, `y` and `facing` are the newest known; `shownX`, `shownY` and `shownFacing` are what to draw.

import { readText } from '#adapters/protocol/codec/utf8.js';
import {
  dequantizeEntityStateX,
  dequantizeEntityStateY,
  EntityKind,
  type EntityState,
  EntityStateMask,
  EntityStatus,
  type Snapshot,
  visibleEntitiesMax,
} from '#adapters/protocol/generated/game.js';
import { EntityTracks } from './entity-tracks.js';

export interface KnownEntity {
  /** 0 when the object stands for nobody. Objects are reused: keep ids, not objects. */
  readonly id: number;
  readonly kind: EntityKind;
  /** Creature or item id from the content, 0 for players. */
  readonly template: number;
  readonly level: number;
  /** Empty for creatures and items. */
  readonly name: string;
  /** Metres: east and south. One's own character is among the others here, as they see it; see OwnMovement. */
  readonly x: number;
  readonly y: number;
  /** 1/256 turn, 0 east, clockwise on screen. */
  readonly facing: number;
  /** The same three for the tick shown, as of the last `show`; the newest known when nothing is interpolated. */
  readonly shownX: number;
  readonly shownY: number;
  readonly shownFacing: number;
  /** 255 is full health. */
  readonly health: number;
  /** Bits of EntityStatus. */
  readonly status: number;
  /** Tick of the last snapshot that told something new. */
  readonly changedTick: number;
}

class SlotEntity implements KnownEntity {
  id = 0;
  kind: EntityKind = EntityKind.creature;
  template = 0;
  level = 0;
  name = '';
  x = 0;
  y = 0;
  facing = 0;
  health = 255;
  status = 0;
  changedTick = 0;

  constructor(
    readonly slot: number,
    private readonly tracks: EntityTracks | undefined,
  ) {}

  get shownX(): number {
    return this.tracks === undefined ? this.x : this.tracks.shownX[this.slot]!;
  }

  get shownY(): number {
    return this.tracks === undefined ? this.y : this.tracks.shownY[this.slot]!;
  }

  get shownFacing(): number {
    return this.tracks === undefined ? this.facing : this.tracks.shownFacing[this.slot]!;
  }
}

export interface EntityWatcher {
  onEntityAppeared?(entity: KnownEntity): void;
  /** The entity left the sight; only its id is still good. */
  onEntityLeft?(id: number): void;
}

export class KnownEntities {
  /** Updates for slots whose entity was never told: 0 unless something is wrong. */
  orphanUpdates = 0;
  private readonly bySlot: (SlotEntity | undefined)[] = new Array<SlotEntity | undefined>(
    visibleEntitiesMax,
  ).fill(undefined);
  private readonly byId = new Map<number, SlotEntity>();
  private readonly tracks: EntityTracks | undefined;

  /** Without interpolation it costs about 60 KB less, and what is shown is the newest known. */
  constructor(interpolates = true) {
    this.tracks = interpolates ? new EntityTracks() : undefined;
  }

  get count(): number {
    return this.byId.size;
  }

  find(id: number): KnownEntity | undefined {
    return this.byId.get(id);
  }

  /** All in sight, in no special order. */
  all(): IterableIterator<KnownEntity> {
    return this.byId.values();
  }

  /** The entity for which `score` is lowest; those for which it is Infinity do not count. */
  best(score: (entity: KnownEntity) => number): KnownEntity | undefined {
    let best: KnownEntity | undefined;
    let lowest = Infinity;
    for (const entity of this.byId.values()) {
      const value = score(entity);
      if (value < lowest) {
        lowest = value;
        best = entity;
      }
    }
    return best;
  }

  /** Works out what is shown of everybody at this tick, which may have a fraction. */
  show(viewTick: number): void {
    this.tracks?.show(viewTick);
  }

  apply(snapshot: Snapshot, watcher: EntityWatcher): void {
    this.tracks?.beginSnapshot(snapshot.tick);
    for (let index = 0; index < snapshot.removedCount; index++)
      this.remove(snapshot.removed[index]!, watcher);
    for (let index = 0; index < snapshot.entitiesCount; index++) {
      const update = snapshot.entities[index]!;
      this.update(update.slot, update.state, snapshot.tick, watcher);
    }
  }

  /** The player's own entity, whose place and facing stand in a snapshot's head. After `apply`. */
  placeOwn(id: number, x: number, y: number, facing: number): void {
    const entity = this.byId.get(id);
    if (entity === undefined || (entity.x === x && entity.y === y && entity.facing === facing)) return;
    entity.x = x;
    entity.y = y;
    entity.facing = facing;
    this.tracks?.add(entity.slot, entity);
  }

  /** A new session, in which a snapshot comes every `intervalTicks` ticks: everybody is out of sight. */
  clear(watcher: EntityWatcher, intervalTicks: number): void {
    for (let slot = 0; slot < visibleEntitiesMax; slot++) this.remove(slot, watcher);
    this.tracks?.reset(intervalTicks);
  }

  private remove(slot: number, watcher: EntityWatcher): void {
    const entity = this.bySlot[slot];
    if (entity === undefined || entity.id === 0) return;
    const { id } = entity;
    entity.id = 0;
    this.tracks?.forget(slot);
    // Another slot may have told of the same entity meanwhile.
    if (this.byId.get(id) !== entity) return;
    this.byId.delete(id);
    watcher.onEntityLeft?.(id);
  }

  private update(slot: number, state: EntityState, tick: number, watcher: EntityWatcher): void {
    const entity = (this.bySlot[slot] ??= new SlotEntity(slot, this.tracks));
    const hasIdentity = (state.mask & EntityStateMask.identity) !== 0;
    const isNew = hasIdentity && entity.id !== state.id;
    if (isNew) {
      this.remove(slot, watcher);
      clear(entity);
      this.byId.set(state.id, entity);
    } else if (entity.id === 0) {
      this.orphanUpdates++;
      return;
    }
    if (hasIdentity) takeIdentity(entity, state);
    takeChanges(entity, state);
    entity.changedTick = tick;
    if (isNew) {
      this.tracks?.begin(slot, entity);
      watcher.onEntityAppeared?.(entity);
    } else if ((state.mask & placeGroups) !== 0) {
      this.tracks?.add(slot, entity);
    }
  }
}

export function isDead(entity: KnownEntity): boolean {
  return (entity.status & EntityStatus.dead) !== 0;
}

const placeGroups = EntityStateMask.position | EntityStateMask.facing;

function takeIdentity(entity: SlotEntity, state: EntityState): void {
  entity.id = state.id;
  entity.kind = state.kind;
  entity.template = state.template;
  entity.level = state.level;
  entity.name = readText(state.name, 0, state.nameLength) ?? '';
}

function takeChanges(entity: SlotEntity, state: EntityState): void {
  const { mask } = state;
  if ((mask & EntityStateMask.position) !== 0) {
    entity.x = dequantizeEntityStateX(state.x);
    entity.y = dequantizeEntityStateY(state.y);
  }
  if ((mask & EntityStateMask.facing) !== 0) entity.facing = state.facing;
  if ((mask & EntityStateMask.vitals) !== 0) entity.health = state.health;
  if ((mask & EntityStateMask.status) !== 0) entity.status = state.status;
}

/** For groups that the first update of an entity leaves out. */
function clear(entity: SlotEntity): void {
  entity.x = 0;
  entity.y = 0;
  entity.facing = 0;
  entity.health = 255;
  entity.status = 0;
}
