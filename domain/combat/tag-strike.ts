// As what an attacker counts when its creature dies is settled when it, or its party, first strikes, whether or not the blow
// lands: as one of the party as it is then, or alone. So who leaves a party after that loses nothing and takes nothing away,
// and who joins it later gets nothing by it (incidents of TrinityCore#15934).

import type { WorldOf } from '../engine/system.js';
import { notStruck, threatEntriesMax } from './threat.js';

type Striking = WorldOf<'parties', 'threats'>;

/** `entry`: of the attacker in the table of threats of `creature`, a row. Nothing happens after its first blow. */
export function tagStrike(world: Striking, creature: number, entry: number): void {
  const { threats } = world.tables;
  const character = threats.character[entry]!;
  if (threats.tag[entry] !== notStruck || character === 0) return;
  threats.strikeAs(entry, tagFor(world, creature, character));
}

/** The tag that has the character among its members, or a new one of its party; -1 when it strikes alone. */
function tagFor(world: Striking, creature: number, character: number): number {
  const { threats, parties } = world.tables;
  const party = parties.of(character);
  const number = party < 0 ? 0 : parties.numbers[party]!;
  const first = creature * threatEntriesMax;
  let isLate = false;
  for (let at = first; at < first + threats.count[creature]!; at++) {
    const tag = threats.tagOf(at);
    if (tag < 0) continue;
    if (threats.tags.has(tag, character)) return tag;
    if (threats.tags.parties[tag] === number) isLate = true;
  }
  if (number === 0 || isLate) return -1;
  const tag = threats.tags.open(number, parties.modes[party]!);
  if (tag < 0) return -1;
  for (let place = 0; place < parties.counts[party]!; place++) {
    const member = parties.characterAt(party, place);
    if (!hasStruck(world, creature, member)) threats.tags.addMember(tag, member);
  }
  return tag;
}

/** Alone, or as one of another party: as that it counts. */
function hasStruck(world: Striking, creature: number, character: number): boolean {
  const { threats } = world.tables;
  const first = creature * threatEntriesMax;
  for (let at = first; at < first + threats.count[creature]!; at++) {
    if (threats.character[at] === character && threats.tag[at] !== notStruck) return true;
    const tag = threats.tagOf(at);
    if (tag >= 0 && threats.tags.has(tag, character)) return true;
  }
  return false;
}
