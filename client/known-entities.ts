// What a client knows of the entities around it, kept from snapshots: by the short slot numbers of the wire, and by
// entity id. A slot that comes with another id belongs to another entity; a removed slot is forgotten.
// `x`, `y` and `facing` are the newest known; `shownX`, `shownY` and `shownFacing` are what to draw.

import {
  type EntityState,
  EntityStateMask,
  EntityStatus,
  type Snapshot,
  visibleEntitiesMax,
} from '#adapters/protocol/generated/game.js';
import { EntityTracks } from './entity-tracks.js';
import {
  clearEntityState,
  EntityStateCopy,
  type EntityStateValues,
  takeEntityState,
} from './generated/entity-copy.js';

/**
 * The newest known of somebody; one's own character is among the others here, as they see it: see OwnMovement. An `id` of 0:
 * the object stands for nobody. Objects are reused: keep ids, not objects.
 */
export interface KnownEntity extends EntityStateValues {
  /** Position and facing for the tick shown, as of the last `show`; the newest known when nothing is interpolated. */
  readonly shownX: number;
  readonly shownY: number;
  readonly shownFacing: number;
  /** Tick of the last snapshot that told something new. */
  readonly changedTick: number;
}

class SlotEntity extends EntityStateCopy implements KnownEntity {
  changedTick = 0;

  constructor(
    readonly slot: number,
    private readonly tracks: EntityTracks | undefined,
  ) {
    super();
  }

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

  /** The player's own entity, whose position and facing stand in a snapshot's head. After `apply`. */
  moveOwn(id: number, x: number, y: number, facing: number): void {
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
      clearEntityState(entity);
      this.byId.set(state.id, entity);
    } else if (entity.id === 0) {
      this.orphanUpdates++;
      return;
    }
    takeEntityState(entity, state);
    entity.changedTick = tick;
    if (isNew) {
      this.tracks?.begin(slot, entity);
      watcher.onEntityAppeared?.(entity);
    } else if ((state.mask & positionGroups) !== 0) {
      this.tracks?.add(slot, entity);
    }
  }
}

export function isDead(entity: KnownEntity): boolean {
  return (entity.status & EntityStatus.dead) !== 0;
}

const positionGroups = EntityStateMask.position | EntityStateMask.facing;
