// What changed in durable facts since they were locked. Journals that hold them are read for ever, so there is no lesser
// change than a breaking one, but what is added.

import { Changes, sortChanges, type Change } from './change.js';
import type { LockedFact, LockedFacts } from './locked-facts.js';

export function compareFacts(before: LockedFacts, now: LockedFacts): Change[] {
  const changes = new Changes();
  for (const old of before.facts) compareFact(changes, old, now.facts);
  for (const { name, number } of now.facts) {
    if (!before.facts.some((old) => old.name === name || old.number === number))
      changes.safe(name, 'the durable fact is new and not locked yet');
  }
  for (const old of before.enums) {
    const current = now.enums.find(({ name }) => name === old.name);
    // A fact that names another enum is told of by its layout.
    if (current !== undefined) compareMembers(changes, old.name, old.members, current.members);
  }
  return sortChanges(changes.list);
}

function compareFact(changes: Changes, old: LockedFact, facts: readonly LockedFact[]): void {
  const same = facts.find(({ name }) => name === old.name);
  const successor = facts.find(({ number }) => number === old.number);
  if (successor !== undefined && successor.name !== old.name)
    changes.breaking(old.name, `its number ${old.number} belongs to '${successor.name}' now`);
  if (same === undefined) {
    if (successor === undefined)
      changes.breaking(old.name, `the durable fact ${old.number} is gone; journals hold it`);
    return;
  }
  if (same.number !== old.number)
    changes.breaking(old.name, `the number is ${same.number} where it was ${old.number}`);
  if (same.layout !== old.layout) {
    const [is, was] = [same, old].map(({ layout }) => layout || 'nothing');
    changes.breaking(old.name, `it holds ${is} where it held ${was}; declare a new fact instead`);
  }
}

function compareMembers(
  changes: Changes,
  owner: string,
  old: Readonly<Record<string, number>>,
  now: Readonly<Record<string, number>>,
): void {
  for (const [name, value] of Object.entries(old)) {
    const successor = Object.keys(now).find((candidate) => now[candidate] === value);
    const place = `${owner}.${name}`;
    if (successor !== undefined && successor !== name)
      changes.breaking(place, `its value ${value} is called '${successor}' now; journals mean '${name}'`);
    else if (now[name] === undefined) changes.breaking(place, `the value ${value} is gone; journals hold it`);
    else if (now[name] !== value) changes.breaking(place, `the value is ${now[name]} where it was ${value}`);
  }
  for (const name of Object.keys(now)) {
    const known = Object.entries(old).some(([was, value]) => was === name || value === now[name]);
    if (!known) changes.safe(`${owner}.${name}`, 'the value is new and not locked yet');
  }
}
