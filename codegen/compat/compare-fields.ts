// Fields of before and now. Their order is their place on the wire, so every one that comes, goes or moves breaks.

import type { Changes } from './change.js';
import type { LockedDeclaration, LockedField } from './locked-schema.js';

export type SameShape = (before: string, now: string) => boolean;

export function compareFields(
  changes: Changes,
  owner: string,
  before: readonly LockedField[],
  now: readonly LockedField[],
  sameShape: SameShape,
): void {
  if (compareRenamed(changes, owner, before, now)) return;
  const kept = before.filter((old) => now.some((field) => field.name === old.name));
  for (const old of before) {
    if (!kept.includes(old))
      changes.breaking(`${owner}.${old.name}`, 'the field is gone, and what follows moved');
  }
  const order = now.filter((field) => kept.some((old) => old.name === field.name));
  if (kept.some((old, index) => order[index]!.name !== old.name)) {
    changes.breaking(
      owner,
      `the fields stand in another order: ${order.map((field) => field.name).join(', ')}`,
    );
  }
  for (const field of now) {
    const old = before.find((candidate) => candidate.name === field.name);
    if (old !== undefined) compareField(changes, `${owner}.${field.name}`, old, field, sameShape);
    else
      changes.breaking(
        `${owner}.${field.name}`,
        'the field is new; the old side neither sends nor expects it',
      );
  }
}

/** All fields as they were but for one name: the bytes mean the same. */
function compareRenamed(
  changes: Changes,
  owner: string,
  before: readonly LockedField[],
  now: readonly LockedField[],
): boolean {
  if (before.length !== now.length) return false;
  const differing = before.flatMap((old, index) => (old.name === now[index]!.name ? [] : [index]));
  const [index] = differing;
  if (index === undefined || differing.length > 1) return false;
  const [old, field] = [before[index]!, now[index]!];
  const known = now.some((candidate) => candidate.name === old.name);
  if (known || old.type !== field.type || old.optional !== field.optional) return false;
  changes.dangerous(
    `${owner}.${old.name}`,
    `the field is called '${field.name}' now; the bytes are the same`,
  );
  const rest = (fields: readonly LockedField[]): LockedField[] => fields.filter((_, at) => at !== index);
  compareFields(changes, owner, rest(before), rest(now), () => true);
  return true;
}

function compareField(
  changes: Changes,
  path: string,
  old: LockedField,
  now: LockedField,
  sameShape: SameShape,
): void {
  if (old.optional !== now.optional) {
    const became = now.optional ? 'optional, which puts presence bits before the fields' : 'always there';
    changes.breaking(path, `the field became ${became}`);
  }
  if (old.type !== now.type) compareType(changes, path, old.type, now.type, sameShape);
  if (old.unit !== now.unit) compareUnit(changes, path, old.unit, now.unit);
}

/** A unit that was not written before explains; another one changes what the numbers mean. */
function compareUnit(changes: Changes, path: string, old: string, now: string): void {
  if (old === '') changes.safe(path, `the unit is written now: ${now}`);
  else if (now === '') changes.safe(path, `the unit '${old}' is not written any more`);
  else changes.dangerous(path, `the unit is '${now}' where it was '${old}'; the numbers mean something else`);
}

function compareType(changes: Changes, path: string, old: string, now: string, sameShape: SameShape): void {
  const [before, after] = [partsOf(old), partsOf(now)];
  const moved = `\`${now}\` where it was \`${old}\``;
  if (before.base !== after.base) {
    if (before.rest === after.rest && sameShape(before.base, after.base)) {
      changes.dangerous(
        path,
        `the type is called \`${after.base}\` where it was \`${before.base}\`; its bytes are the same`,
      );
    } else changes.breaking(path, `it travels as ${moved}`);
  } else if (before.base === 'quantized') {
    changes.breaking(path, `range or step is ${moved}: the same bytes stand for another value`);
  } else if (before.size !== after.size) {
    changes.breaking(
      path,
      `the size is ${moved}: one side sends more than the other takes, or counts otherwise`,
    );
  } else changes.breaking(path, `the range is ${moved}: one side sends what the other refuses`);
}

/** `u8(1 .. 6)[..4]` → base `u8`, size `[..4]`. */
function partsOf(type: string): { base: string; size: string; rest: string } {
  const base = /^(delta )?\w+/.exec(type)![0];
  const rest = type.slice(base.length);
  const size = /(<[^>]*>)?(\[[^\]]*\])?$/.exec(rest)![0];
  return { base, size, rest };
}

/** Whether two declarations, perhaps of different names, make the same bytes. */
export function isSameShape(a: LockedDeclaration | undefined, b: LockedDeclaration | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  return JSON.stringify({ ...a, name: '' }) === JSON.stringify({ ...b, name: '' });
}
