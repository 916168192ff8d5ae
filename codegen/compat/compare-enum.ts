// What changed in an enum or in flags: its width and its members.

import type { Changes } from './change.js';
import type { Locked, LockedMember } from './locked-schema.js';

export function compareEnum(
  changes: Changes,
  old: Locked<'enum' | 'flags'>,
  now: Locked<'enum' | 'flags'>,
): void {
  const what = old.kind === 'flags' ? 'bit' : 'value';
  if (old.bytes !== now.bytes) {
    changes.breaking(old.name, `it takes ${now.bytes} bytes where it took ${old.bytes}`);
  }
  for (const before of old.members) compareMember(changes, old.name, what, before, now);
  for (const { name, value } of now.members) {
    const known = old.members.some((candidate) => candidate.name === name || candidate.value === value);
    if (known) continue;
    if (old.reserved.includes(value))
      changes.breaking(`${old.name}.${name}`, `the ${what} ${value} was reserved`);
    else changes.dangerous(`${old.name}.${name}`, `the ${what} is new; receivers of before refuse it`);
  }
}

function compareMember(
  changes: Changes,
  owner: string,
  what: string,
  old: LockedMember,
  now: Locked<'enum' | 'flags'>,
): void {
  const path = `${owner}.${old.name}`;
  const same = now.members.find((candidate) => candidate.name === old.name);
  const renamed = now.members.find((candidate) => candidate.value === old.value);
  if (same === undefined && renamed === undefined) changes.breaking(path, `the ${what} ${old.value} is gone`);
  else if (same === undefined)
    changes.dangerous(path, `it is called '${renamed!.name}' now; the ${what} is the same`);
  else if (same.value !== old.value) {
    changes.breaking(path, `the ${what} is ${same.value} where it was ${old.value}`);
  }
}
