// How what a kill brings is divided. First among those who did the damage, by how much each did: those who struck alone, and
// parties as they were when they first struck, whose members count as one. Then what a party got, among its members with a
// share, equally. Units are whole, and none is created or lost on the way (loot/shares), but for what the content adds to a
// party's experience for each further member (`partyBonusShare`).
//
// | who                                                   | has a share                                                    |
// | ----------------------------------------------------- | -------------------------------------------------------------- |
// | alone, did damage                                     | in the world, on the map of the kill                           |
// | in the party when it first struck, did damage         | the same, whether or not it is in the party now                |
// | in the party when it first struck, did none           | the same, and within `partyShareRangeM` of the kill            |
// | came into the party after that                        | as one alone, if it did damage                                 |
//
// Dead or alive, still or again. Damage of members who are gone is their party's; of one alone who is gone it is nobody's.

import { earnersMax } from '../combat/death-facts.js';
import { threatEntriesMax } from '../combat/threat.js';
import type { WorldOf } from '../engine/system.js';
import { shareByWeight } from '../loot/shares.js';
import { partyMembersMax } from '../vocabulary/generated/words.js';

type Sharing = WorldOf<'transform' | 'characters' | 'threats'>;

/** What `groups` says of who struck alone; else the tag of a party. */
const alone = -1;

/** Reused for each kill: `gather`, then `divide` what there is. */
export class KillShares {
  /** Those with a share: rows, the group of each, and the damage that it did itself. */
  count = 0;
  readonly earners = new Uint32Array(earnersMax);
  readonly groupOf = new Uint8Array(earnersMax);
  readonly damage = new Float64Array(earnersMax);
  /** Groups that did damage: their tags, how much it was, how many of them have a share. */
  groupCount = 0;
  readonly tags = new Int32Array(threatEntriesMax);
  readonly weights = new Float64Array(threatEntriesMax);
  readonly sizes = new Uint8Array(threatEntriesMax);
  private readonly groupShares = new Float64Array(threatEntriesMax);

  /** All that the creature at `row` holds against its attackers. */
  gather(world: Sharing, row: number): void {
    this.count = 0;
    this.groupCount = 0;
    const { threats } = world.tables;
    const first = row * threatEntriesMax;
    for (let at = first; at < first + threats.count[row]!; at++)
      if (threats.damage[at]! > 0) this.addStriker(world, row, at);
    for (let group = 0; group < this.groupCount; group++)
      if (this.tags[group] !== alone) this.addOthers(world, row, group);
    // Where nobody is left to have it, the others have it.
    for (let group = 0; group < this.groupCount; group++)
      if (this.sizes[group] === 0) this.weights[group] = 0;
  }

  private addStriker(world: Sharing, row: number, at: number): void {
    const { threats, characters } = world.tables;
    const { map } = world.components.transform.columns;
    const earner = characters.rowOf(threats.character[at]!);
    const isThere = earner !== 0 && map[earner] === map[row];
    const tag = threats.tagOf(at);
    if (tag < 0 && !isThere) return;
    const group = tag < 0 ? this.addGroup(alone) : this.groupWith(tag);
    this.weights[group] = this.weights[group]! + threats.damage[at]!;
    if (isThere) this.addEarner(earner, group, threats.damage[at]!);
  }

  private groupWith(tag: number): number {
    for (let group = 0; group < this.groupCount; group++) if (this.tags[group] === tag) return group;
    return this.addGroup(tag);
  }

  private addGroup(tag: number): number {
    const group = this.groupCount++;
    this.tags[group] = tag;
    this.weights[group] = 0;
    this.sizes[group] = 0;
    return group;
  }

  /** Members of a party that did no damage. At the cap those who did have theirs. */
  private addOthers(world: Sharing, row: number, group: number): void {
    const { threats, characters } = world.tables;
    const first = this.tags[group]! * partyMembersMax;
    for (let at = first; at < first + partyMembersMax; at++) {
      const character = threats.tags.members[at]!;
      const earner = character === 0 ? 0 : characters.rowOf(character);
      if (earner === 0 || this.has(earner) || !isNear(world, row, earner)) continue;
      if (this.count === earnersMax) return;
      this.addEarner(earner, group, 0);
    }
  }

  private has(earner: number): boolean {
    for (let i = 0; i < this.count; i++) if (this.earners[i] === earner) return true;
    return false;
  }

  private addEarner(earner: number, group: number, damage: number): void {
    const i = this.count++;
    this.earners[i] = earner;
    this.groupOf[i] = group;
    this.damage[i] = damage;
    this.sizes[group] = this.sizes[group]! + 1;
  }

  /**
   * Writes into `shares` what each earner gets of `total` units, and `bonus` more of what its party gets for each further
   * member with a share. Returns the group that did most, -1 for none.
   */
  divide(total: number, bonus: number, shares: Float64Array): number {
    const foremost = shareByWeight(total, this.weights, this.groupCount, this.groupShares);
    shares.fill(0, 0, this.count);
    for (let group = 0; group < this.groupCount; group++) {
      const size = this.sizes[group]!;
      if (size === 0) continue;
      const whole = Math.floor(this.groupShares[group]! * (1 + bonus * (size - 1)));
      const each = Math.floor(whole / size);
      for (let i = 0; i < this.count; i++) if (this.groupOf[i] === group) shares[i] = each;
      const most = this.foremostOf(group);
      shares[most] = shares[most]! + (whole - each * size);
    }
    return foremost;
  }

  /** Index of the earner of a group that did most, the first of equals. */
  foremostOf(group: number): number {
    let most = -1;
    for (let i = 0; i < this.count; i++)
      if (this.groupOf[i] === group && (most < 0 || this.damage[i]! > this.damage[most]!)) most = i;
    return most;
  }
}

function isNear({ components, content }: Sharing, row: number, earner: number): boolean {
  const { map, x, y } = components.transform.columns;
  if (map[earner] !== map[row]) return false;
  const dx = x[earner]! - x[row]!;
  const dy = y[earner]! - y[row]!;
  const range = content.rules.partyShareRangeM;
  return dx * dx + dy * dy <= range * range;
}
