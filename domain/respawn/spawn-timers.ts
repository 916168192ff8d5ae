// When creatures come back. Every spawn group of every map has as many members as it may have creatures alive; a member
// that is not alive has a tick at which it is due. Which creature is which member does not matter, so a death only
// finds a free timer. What can not be spawned when it is due (no row for an entity) stays due.

import type { MapDefinition } from '../content/map-definition.js';

/** A member that is alive. */
const alive = 0;

export class SpawnTimers {
  /** First group of each map, counted over all maps. */
  readonly #mapFirstGroup: readonly number[];
  readonly #groupFirstMember: Uint32Array;
  /** Tick at which each member is due, or 0 while it lives. */
  readonly dueTick: Uint32Array;
  readonly groupsCount: number;

  /** All members are due at once. */
  constructor(maps: readonly MapDefinition[]) {
    const groups = maps.flatMap((map) => map.spawnGroups);
    const first: number[] = [];
    let at = 0;
    for (const map of maps) {
      first.push(at);
      at += map.spawnGroups.length;
    }
    this.#mapFirstGroup = first;
    this.groupsCount = groups.length;
    this.#groupFirstMember = new Uint32Array(groups.length + 1);
    groups.forEach((group, i) => {
      this.#groupFirstMember[i + 1] = this.#groupFirstMember[i]! + group.count;
    });
    this.dueTick = new Uint32Array(this.#groupFirstMember[groups.length]!).fill(1);
  }

  /** A creature of a map's group died at `tick`. Returns which of the group's members, from 0. */
  died(map: number, group: number, tick: number, respawnTicks: number): number {
    const index = this.#mapFirstGroup[map]! + group;
    const end = this.#groupFirstMember[index + 1]!;
    for (let member = this.#groupFirstMember[index]!; member < end; member++) {
      if (this.dueTick[member] !== alive) continue;
      this.dueTick[member] = tick + Math.max(1, respawnTicks);
      return member - this.#groupFirstMember[index]!;
    }
    throw new Error(`map ${map}, spawn group ${group}: more deaths than members`);
  }

  /** Before any was in the world: a member of this group is not due before `dueTick`. False when there is no such member. */
  putOff(map: number, group: number, member: number, dueTick: number): boolean {
    const index = this.#mapFirstGroup[map]! + group;
    const at = this.#groupFirstMember[index]! + member;
    if (at >= this.#groupFirstMember[index + 1]!) return false;
    this.dueTick[at] = Math.max(1, dueTick);
    return true;
  }

  /** A member of this group that is due, or -1. */
  dueMember(map: number, group: number, tick: number): number {
    const index = this.#mapFirstGroup[map]! + group;
    const end = this.#groupFirstMember[index + 1]!;
    for (let member = this.#groupFirstMember[index]!; member < end; member++) {
      const due = this.dueTick[member]!;
      if (due !== alive && due <= tick) return member;
    }
    return -1;
  }

  /** The member stands in the world again. */
  spawned(member: number): void {
    this.dueTick[member] = alive;
  }
}
