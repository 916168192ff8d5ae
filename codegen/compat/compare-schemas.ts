// Every change between a released schema and today's, sorted by what it does to those who were built from the old one.

import { Changes, sortChanges, type Change } from './change.js';
import { compareFields, deprecationOf, isSameShape, type SameShape } from './compare-fields.js';
import type { LockedDeclaration, LockedMember, LockedSchema } from './locked-schema.js';

type Locked<Kind extends LockedDeclaration['kind']> = Extract<LockedDeclaration, { kind: Kind }>;

export function compareSchemas(before: LockedSchema, now: LockedSchema): Change[] {
  const changes: Change[] = [];
  const find = (schema: LockedSchema, name: string): LockedDeclaration | undefined =>
    schema.declarations.find((candidate) => candidate.name === name);
  const sameShape: SameShape = (old, name) => isSameShape(find(before, old), find(now, name));
  const collect = (internal: boolean, compare: (found: Changes) => void): void => {
    const found = new Changes(internal);
    compare(found);
    changes.push(...found.list);
  };
  for (const old of before.declarations) {
    const current = find(now, old.name) ?? renamedPacket(old, now);
    collect(old.internal, (found) => {
      if (current === undefined) removed(found, old, now);
      else compareDeclaration(found, old, current, sameShape);
    });
  }
  for (const current of now.declarations) {
    const known = find(before, current.name) ?? renamedPacket(current, before);
    if (known === undefined) collect(current.internal, (found) => added(found, current, before));
  }
  const freed = before.reservedIds.filter((id) => !now.reservedIds.includes(id));
  collect(false, (found) => {
    for (const id of freed)
      found.dangerous(hex(id), 'the id is no longer reserved; old sides may know it as something else');
  });
  return sortChanges(changes);
}

/** The packet of the same id, when none bears its name. */
function renamedPacket(declaration: LockedDeclaration, other: LockedSchema): LockedDeclaration | undefined {
  if (declaration.kind !== 'packet') return undefined;
  const match = other.declarations.find(
    (candidate) => candidate.kind === 'packet' && candidate.id === declaration.id,
  );
  return match?.kind === 'packet' && JSON.stringify(match.fields) === JSON.stringify(declaration.fields)
    ? match
    : undefined;
}

function removed(changes: Changes, old: LockedDeclaration, now: LockedSchema): void {
  if (old.kind !== 'packet') {
    changes.safe(old.name, `the ${old.kind} is gone; what used it is named by itself`);
    return;
  }
  const kept = now.reservedIds.includes(old.id)
    ? ''
    : `; write 'reserved ${hex(old.id)}', so that the id never comes back`;
  changes.breaking(old.name, `the packet is gone${kept}`);
}

function added(changes: Changes, declaration: LockedDeclaration, before: LockedSchema): void {
  if (declaration.kind !== 'packet') {
    changes.safe(declaration.name, `the ${declaration.kind} is new`);
    return;
  }
  const { id, from, name } = declaration;
  if (before.reservedIds.includes(id))
    changes.breaking(name, `the packet takes the id ${hex(id)}, which was reserved`);
  else if (from === 'client' || from === 'internal')
    changes.safe(name, 'the packet is new; nobody is sent it who does not know it');
  else changes.dangerous(name, 'the packet is new; clients of before refuse it');
}

function compareDeclaration(
  changes: Changes,
  old: LockedDeclaration,
  now: LockedDeclaration,
  sameShape: SameShape,
): void {
  if (old.internal !== now.internal) {
    changes.breaking(
      old.name,
      now.internal ? 'it is internal now' : 'it is part of the network protocol now',
    );
  }
  if (old.kind === 'packet' && now.kind === 'packet') comparePacket(changes, old, now, sameShape);
  else if (old.kind === 'struct' && now.kind === 'struct') {
    compareFields(changes, old.name, old.fields, now.fields, sameShape);
  } else if (old.kind === 'record' && now.kind === 'record') compareRecord(changes, old, now, sameShape);
  else if (old.kind === 'union' && now.kind === 'union') compareUnion(changes, old, now);
  else if (isEnumeration(old) && isEnumeration(now) && old.kind === now.kind) compareEnum(changes, old, now);
  else if (old.kind === 'bits' && now.kind === 'bits') {
    if (old.bytes !== now.bytes || old.fields.join() !== now.fields.join()) {
      changes.breaking(
        old.name,
        `the bits are '${now.fields.join('; ')}' where they were '${old.fields.join('; ')}'`,
      );
    }
  } else if (old.kind === 'const' && now.kind === 'const') {
    if (old.value !== now.value) {
      changes.dangerous(
        old.name,
        `the constant is ${now.value} where it was ${old.value}; what it changes on the wire is named by itself`,
      );
    }
  } else changes.breaking(old.name, `it is a ${now.kind} where it was a ${old.kind}`);
}

function comparePacket(
  changes: Changes,
  old: Locked<'packet'>,
  now: Locked<'packet'>,
  sameShape: SameShape,
): void {
  const { name } = old;
  if (now.name !== name)
    changes.dangerous(name, `the packet is called '${now.name}' now; the bytes are the same`);
  if (old.id !== now.id) changes.breaking(name, `the id is ${hex(now.id)} where it was ${hex(old.id)}`);
  if (old.from !== now.from)
    changes.breaking(name, `it comes from '${now.from}' where it came from '${old.from}'`);
  if (old.channel !== now.channel) {
    changes.breaking(name, `it travels on '${now.channel}' where it travelled on '${old.channel}'`);
  }
  if (old.padded !== now.padded || (now.padded && old.sizeMax !== now.sizeMax)) {
    changes.breaking(
      name,
      `the padding is ${now.padded ? now.sizeMax : 'none'} where it was ${old.padded ? old.sizeMax : 'none'}`,
    );
  } else if (old.sizeMax !== now.sizeMax && sameFields(old, now)) {
    changes.breaking(
      name,
      `a message has at most ${now.sizeMax} bytes where it had ${old.sizeMax}: one side sends more than the other takes`,
    );
  }
  compareState(changes, name, old.state, now.state);
  if (old.priority !== undefined && old.priority !== now.priority)
    changes.safe(name, `the priority is '${now.priority}' where it was '${old.priority}'`);
  compareLimit(changes, name, 'rate', old.ratePerSecond, now.ratePerSecond);
  compareLimit(changes, name, 'burst', old.burst, now.burst);
  if (old.deprecated !== now.deprecated) changes.safe(name, deprecationOf(now.deprecated));
  compareFields(changes, name, old.fields, now.fields, sameShape);
}

function sameFields(old: Locked<'packet'>, now: Locked<'packet'>): boolean {
  return JSON.stringify(old.fields) === JSON.stringify(now.fields);
}

/** Undefined where the lock says nothing of it. */
function compareState(
  changes: Changes,
  place: string,
  old: string | undefined,
  now: string | undefined,
): void {
  if (old === undefined || now === undefined || old === now) return;
  const sentence = `it may be sent once a session is '${now}' where it was '${old}'`;
  if (now === 'playing') changes.dangerous(place, `${sentence}; who keeps to the old one is too early`);
  else changes.safe(place, sentence);
}

/** 0 is no limit. */
function compareLimit(changes: Changes, place: string, what: string, old: number, now: number): void {
  if (old === now) return;
  const lower = now !== 0 && (old === 0 || now < old);
  const sentence = `the ${what} is ${now || 'without limit'} where it was ${old || 'without limit'}`;
  if (lower) changes.dangerous(place, `${sentence}; clients that keep to the old one go beyond it`);
  else changes.safe(place, sentence);
}

function compareRecord(
  changes: Changes,
  old: Locked<'record'>,
  now: Locked<'record'>,
  sameShape: SameShape,
): void {
  if (old.delta !== now.delta) {
    changes.breaking(
      old.name,
      now.delta ? 'it travels against a baseline now' : 'it no longer travels against a baseline',
    );
  }
  const names = (record: Locked<'record'>): string[] => record.groups.map((group) => group.name);
  if (names(old).join() !== names(now).join()) {
    const moved = `the groups are ${names(now).join(', ')} where they were ${names(old).join(', ')}`;
    changes.breaking(old.name, `${moved}: bits of the mask mean something else`);
  }
  for (const group of now.groups) {
    const before = old.groups.find((candidate) => candidate.name === group.name);
    if (before) compareFields(changes, `${old.name}.${group.name}`, before.fields, group.fields, sameShape);
  }
}

function compareUnion(changes: Changes, old: Locked<'union'>, now: Locked<'union'>): void {
  for (const before of old.cases) {
    const place = `${old.name}.${before.name}`;
    const after = now.cases.find((candidate) => candidate.name === before.name);
    if (after === undefined) changes.breaking(place, 'the case is gone');
    else if (after.tag !== before.tag)
      changes.breaking(place, `the tag is ${after.tag} where it was ${before.tag}`);
    else if (after.struct !== before.struct) {
      changes.breaking(
        place,
        `it holds '${after.struct || 'nothing'}' where it held '${before.struct || 'nothing'}'`,
      );
    }
  }
  for (const { name } of now.cases) {
    const known = old.cases.some((candidate) => candidate.name === name);
    if (!known) changes.dangerous(`${old.name}.${name}`, 'the case is new; receivers of before refuse it');
  }
}

function compareEnum(changes: Changes, old: Locked<'enum' | 'flags'>, now: Locked<'enum' | 'flags'>): void {
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
  const place = `${owner}.${old.name}`;
  const same = now.members.find((candidate) => candidate.name === old.name);
  const renamed = now.members.find((candidate) => candidate.value === old.value);
  if (same === undefined && renamed === undefined)
    changes.breaking(place, `the ${what} ${old.value} is gone`);
  else if (same === undefined)
    changes.dangerous(place, `it is called '${renamed!.name}' now; the ${what} is the same`);
  else if (same.value !== old.value) {
    changes.breaking(place, `the ${what} is ${same.value} where it was ${old.value}`);
  } else if (same.deprecated !== old.deprecated) changes.safe(place, deprecationOf(same.deprecated));
}

function isEnumeration(declaration: LockedDeclaration): declaration is Locked<'enum' | 'flags'> {
  return declaration.kind === 'enum' || declaration.kind === 'flags';
}

function hex(id: number): string {
  return `0x${id.toString(16).padStart(2, '0')}`;
}
