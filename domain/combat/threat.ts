// Whom each creature hates, and who hurt it how much. One bounded table a creature, in flat columns by the creature's
// row: nothing is allocated in a fight. Attackers are entity ids, so a stale one is recognised by its generation; what
// a character did stays its own when it leaves and comes back as another entity.
// Each entry says as what its attacker struck first: alone, or in a party (tags).
// At the cap the least hated makes room for one who is hated more, and is counted in `evicted`.

import { Tags } from './tags.js';

/** Attackers remembered per creature. More would be slow to scan; a raid of 16 is the largest group planned. */
export const threatEntriesMax = 16;

/** What `tag` of an entry says of who was only noticed, and of who struck alone; else it is the number of a tag plus 2. */
export const notStruck = 0;
export const struckAlone = 1;
const firstTag = 2;

export class ThreatTables {
  readonly attacker: Uint32Array;
  /** The attacker's character, 0 for what is none. An attacker is known by it, else by its id. */
  readonly character: Uint32Array;
  readonly threat: Float64Array;
  /** Health points taken, for sharing experience and loot. */
  readonly damage: Float64Array;
  readonly count: Uint8Array;
  /** As what its attacker struck first. */
  readonly tag: Uint16Array;
  readonly tags: Tags;
  /** Entries that made room for others since the start. */
  evicted = 0;

  /** `rowsMax` is one more than the highest entity row. */
  constructor(rowsMax: number) {
    this.attacker = new Uint32Array(rowsMax * threatEntriesMax);
    this.character = new Uint32Array(rowsMax * threatEntriesMax);
    this.threat = new Float64Array(rowsMax * threatEntriesMax);
    this.damage = new Float64Array(rowsMax * threatEntriesMax);
    this.count = new Uint8Array(rowsMax);
    this.tag = new Uint16Array(rowsMax * threatEntriesMax);
    this.tags = new Tags(rowsMax);
  }

  /**
   * Adds to what `creature` (a row) holds against `attacker` (an id), which is this `character` or none (0). Returns the
   * entry, -1 when it is not hated enough to be remembered.
   */
  add(creature: number, attacker: number, character: number, threat: number, damage: number): number {
    const at = this.#entryFor(creature, attacker, character, threat);
    if (at < 0) return at;
    this.attacker[at] = attacker;
    this.threat[at] = this.threat[at]! + threat;
    this.damage[at] = this.damage[at]! + damage;
    return at;
  }

  /** The tag that an entry refers to, -1 for none. */
  tagOf(at: number): number {
    return this.tag[at]! - firstTag;
  }

  /** Its attacker strikes for the first time, as one of a tag or alone (-1). */
  strikeAs(at: number, tag: number): void {
    this.tag[at] = tag < 0 ? struckAlone : tag + firstTag;
    if (tag >= 0) this.tags.refer(tag);
  }

  /** The most hated attacker's id, 0 when nobody is hated. Of equals the earlier wins, so that targets do not flicker. */
  mostHated(creature: number): number {
    const first = creature * threatEntriesMax;
    const end = first + this.count[creature]!;
    let best = 0;
    let bestThreat = 0;
    for (let at = first; at < end; at++) {
      if (this.threat[at]! > bestThreat) {
        bestThreat = this.threat[at]!;
        best = this.attacker[at]!;
      }
    }
    return best;
  }

  threatOf(creature: number, attacker: number): number {
    const at = this.#find(creature, attacker);
    return at < 0 ? 0 : this.threat[at]!;
  }

  /** Stops hating one attacker (dead, gone, out of reach) but remembers the damage it did: its share is earned. */
  forgive(creature: number, attacker: number): void {
    const at = this.#find(creature, attacker);
    if (at >= 0) this.threat[at] = 0;
  }

  clear(creature: number): void {
    const first = creature * threatEntriesMax;
    for (let at = first; at < first + this.count[creature]!; at++) this.#empty(at);
    this.count[creature] = 0;
  }

  #entryFor(creature: number, attacker: number, character: number, threat: number): number {
    const known = character === 0 ? this.#find(creature, attacker) : this.#findCharacter(creature, character);
    if (known >= 0) return known;
    const first = creature * threatEntriesMax;
    const count = this.count[creature]!;
    if (count < threatEntriesMax) {
      this.character[first + count] = character;
      this.count[creature] = count + 1;
      return first + count;
    }
    let least = first;
    for (let at = first + 1; at < first + count; at++) {
      if (this.threat[at]! < this.threat[least]!) least = at;
    }
    this.evicted++;
    if (this.threat[least]! >= threat) return -1;
    this.#empty(least);
    this.character[least] = character;
    return least;
  }

  #find(creature: number, attacker: number): number {
    const first = creature * threatEntriesMax;
    const end = first + this.count[creature]!;
    for (let at = first; at < end; at++) if (this.attacker[at] === attacker) return at;
    return -1;
  }

  #findCharacter(creature: number, character: number): number {
    const first = creature * threatEntriesMax;
    const end = first + this.count[creature]!;
    for (let at = first; at < end; at++) if (this.character[at] === character) return at;
    return -1;
  }

  #empty(at: number): void {
    this.attacker[at] = 0;
    this.character[at] = 0;
    this.threat[at] = 0;
    this.damage[at] = 0;
    if (this.tag[at]! >= firstTag) this.tags.release(this.tag[at]! - firstTag);
    this.tag[at] = notStruck;
  }
}
