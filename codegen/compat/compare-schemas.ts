// Every change between a released schema and today's, sorted by what it does to those who were built from the old one.

import { Changes, sortChanges, type Change } from './change.js';
import { compareFields, isSameShape, type SameShape } from './compare-fields.js';
import { compareEnum } from './compare-enum.js';
import { comparePacket, shownId } from './compare-packet.js';
import type { Locked, LockedDeclaration, LockedSchema } from './locked-schema.js';

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
      found.dangerous(shownId(id), 'the id is no longer reserved; old sides may know it as something else');
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
    : `; write 'reserved ${shownId(old.id)}', so that the id never comes back`;
  changes.breaking(old.name, `the packet is gone${kept}`);
}

function added(changes: Changes, declaration: LockedDeclaration, before: LockedSchema): void {
  if (declaration.kind !== 'packet') {
    changes.safe(declaration.name, `the ${declaration.kind} is new`);
    return;
  }
  const { id, from, name } = declaration;
  if (before.reservedIds.includes(id))
    changes.breaking(name, `the packet takes the id ${shownId(id)}, which was reserved`);
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
    const path = `${old.name}.${before.name}`;
    const after = now.cases.find((candidate) => candidate.name === before.name);
    if (after === undefined) changes.breaking(path, 'the case is gone');
    else if (after.tag !== before.tag)
      changes.breaking(path, `the tag is ${after.tag} where it was ${before.tag}`);
    else if (after.struct !== before.struct) {
      changes.breaking(
        path,
        `it holds '${after.struct || 'nothing'}' where it held '${before.struct || 'nothing'}'`,
      );
    }
  }
  for (const { name } of now.cases) {
    const known = old.cases.some((candidate) => candidate.name === name);
    if (!known) changes.dangerous(`${old.name}.${name}`, 'the case is new; receivers of before refuse it');
  }
}

function isEnumeration(declaration: LockedDeclaration): declaration is Locked<'enum' | 'flags'> {
  return declaration.kind === 'enum' || declaration.kind === 'flags';
}
