// Where two states of the ledger differ, and whether what was created less what was destroyed is there: in words, for the
// proof after a crash and for the command that checks a file.

import { coinsKey, experienceKey, nameOf, skillKey, type MadeAndGone } from './ledger-totals.js';
import type { LedgerState } from './ledger-state.js';
import { HolderKind, PurseKind } from '../../vocabulary/generated/words.js';

/** At most `max` lines, each of them one stack, purse, character, command or place. */
export function stateDifferences(replayed: LedgerState, stored: LedgerState, max = 100): string[] {
  const lines: string[] = [];
  const compare = <Key extends number | string, Value>(
    what: string,
    a: ReadonlyMap<Key, Value>,
    b: ReadonlyMap<Key, Value>,
  ): void => {
    const told = (key: Key, left: string, right: string): void => {
      if (lines.length < max) lines.push(`${what} ${key}: the entries give ${left}, the table has ${right}`);
    };
    for (const [key, value] of a) {
      const [left, right] = [shown(value), shown(b.get(key))];
      if (left !== right) told(key, left, right);
    }
    for (const [key, value] of b) if (!a.has(key)) told(key, 'nothing', shown(value));
  };
  compare('stack', replayed.stacks, stored.stacks);
  for (const [kind, purse] of replayed.purses)
    compare(`purse of kind ${kind}, owner`, purse, stored.purses.get(kind)!);
  compare('experience of character', replayed.experience, stored.experience);
  compare('skill at place', replayed.professions, stored.professions);
  compare('command at place', replayed.commands, stored.commands);
  compare('ground under stack', replayed.ground, stored.ground);
  compare('letter', replayed.letters, stored.letters);
  compare('listing', replayed.listings, stored.listings);
  compare('quest at place', replayed.quests, stored.quests);
  compare('fallen creature', replayed.fallen, stored.fallen);
  return lines;
}

/** Objects of one kind list their members in one order, so equal ones give equal text. */
function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** What lies in a letter or listing that is none, and listings of nothing: a line each, at most `max`. */
export function strays({ stacks, purses, letters, listings }: LedgerState, max = 100): string[] {
  const lines: string[] = [];
  const full = new Set<number>();
  for (const { instance, holder, owner } of stacks.values()) {
    if (holder === HolderKind.letter && letters.get(owner) === undefined)
      lines.push(`stack ${instance} lies in letter ${owner}, which is none`);
    if (holder !== HolderKind.listing) continue;
    full.add(owner);
    if (listings.get(owner) === undefined)
      lines.push(`stack ${instance} lies in listing ${owner}, which is none`);
  }
  for (const [owner, coins] of purses.get(PurseKind.letter)!)
    if (coins !== 0 && letters.get(owner) === undefined)
      lines.push(`${coins} coins lie in letter ${owner}, which is none`);
  for (const listing of listings.keys())
    if (!full.has(listing)) lines.push(`listing ${listing} is of nothing`);
  return lines.slice(0, max);
}

/** What there is of everything, by item id, `coinsKey`, `experienceKey`, `skillKey`. */
export function existing(state: LedgerState): Map<number, number> {
  const sums = new Map<number, number>();
  const add = (of: number, units: number): void => void sums.set(of, (sums.get(of) ?? 0) + units);
  for (const { item, count } of state.stacks.values()) add(item, count);
  for (const purse of state.purses.values()) for (const coins of purse.values()) add(coinsKey, coins);
  for (const experience of state.experience.values()) add(experienceKey, experience);
  for (const skill of state.professions.values()) add(skillKey, skill);
  return sums;
}

/** Lines for whatever was created less destroyed and is not what there is. */
export function imbalances(
  totals: ReadonlyMap<number, MadeAndGone>,
  there: ReadonlyMap<number, number>,
): string[] {
  const all = [...new Set([...totals.keys(), ...there.keys()])].sort((a, b) => a - b);
  return all.flatMap((of) => {
    const { created, destroyed } = totals.get(of) ?? { created: 0, destroyed: 0 };
    const is = there.get(of) ?? 0;
    if (created - destroyed === is) return [];
    return [`${nameOf(of)}: ${created} created, ${destroyed} destroyed, and ${is} there`];
  });
}
