// What can only be seen over all files: packet ids, which files use which, and names that generated code derives.

import type { PacketModel } from '../model/schema-model.js';
import type { DeclarationSyntax, FieldSyntax, FileSyntax, Name, TypeSyntax } from '../syntax/syntax-tree.js';
import { camel } from './scope/names.js';
import type { Scope } from './scope/scope.js';

/** No packet can be named so. */
const reservedOwner = 'reserved';

/** Ids are unique over all files, internal ones too: a log line's id then names one packet. */
export function checkPacketIds(
  scope: Scope,
  files: readonly FileSyntax[],
  packets: ReadonlyMap<DeclarationSyntax, PacketModel>,
  reservedIds: readonly number[],
): void {
  const owners = new Map<number, string>();
  const derived = new Map<string, string>();
  for (const id of reservedIds) owners.set(id, reservedOwner);
  const taken = new Set([...reservedIds, ...[...packets.values()].map(({ id }) => id)]);
  for (const file of files) {
    for (const syntax of file.declarations) {
      checkDerivedName(scope, syntax, derived);
      const id = packets.get(syntax)?.id;
      if (syntax.kind !== 'packet' || id === undefined || id === 0) continue;
      const owner = owners.get(id);
      if (owner === undefined) owners.set(id, syntax.name.text);
      else {
        const shown = `0x${id.toString(16).padStart(2, '0')}`;
        const free = firstFree(taken, id);
        const whose = owner === reservedOwner ? 'is reserved' : `belongs to '${owner}' already`;
        scope.report(file.source, syntax.id.span, `the id ${shown} ${whose}`, free);
      }
    }
  }
}

/**
 * A file with internal packets, content, facts or frames holds no others, and what the network sees does not depend on it.
 */
export function isInternalFile(file: FileSyntax): boolean {
  return file.declarations.some(
    (syntax) =>
      isContent(syntax) ||
      syntax.kind === 'fact' ||
      syntax.kind === 'frame' ||
      (syntax.kind === 'packet' && syntax.internal),
  );
}

function isContent(syntax: DeclarationSyntax): boolean {
  return syntax.kind === 'content' || syntax.kind === 'choice';
}

/** What designers write is no part of any protocol, so it stands apart. */
function checkApart(scope: Scope, file: FileSyntax): void {
  const packet = file.declarations.find((syntax) => syntax.kind === 'packet');
  if (packet === undefined || !file.declarations.some(isContent)) return;
  scope.report(
    file.source,
    packet.name.span,
    'packets and content stand in one file',
    'move the content to another',
  );
}

export function checkFileReferences(scope: Scope, files: readonly FileSyntax[]): void {
  const uses = new Map<string, Set<string>>();
  for (const file of files) {
    checkApart(scope, file);
    const internal = isInternalFile(file);
    const used = new Set<string>();
    for (const syntax of file.declarations) {
      if (internal && syntax.kind === 'packet' && !syntax.internal) {
        const hint = 'move it to a file without internal packets';
        scope.report(file.source, syntax.name.span, 'internal and network packets stand in one file', hint);
      }
      for (const name of typeNamesOf(syntax)) {
        const target = scope.declarations.get(name.text)?.file;
        if (target === undefined || target === file) continue;
        used.add(target.name);
        if (!internal && isInternalFile(target)) {
          scope.report(
            file.source,
            name.span,
            `'${name.text}' is internal and cannot be sent over the network`,
          );
        } else if (reaches(uses, target.name, file.name)) {
          const message = `'${name.text}' stands in ${target.name}.tos, which uses ${file.name}.tos in turn`;
          scope.report(file.source, name.span, message, 'move what both need into one file');
        }
      }
    }
    uses.set(file.name, used);
  }
}

function reaches(uses: ReadonlyMap<string, ReadonlySet<string>>, from: string, to: string): boolean {
  for (const next of uses.get(from) ?? []) {
    if (next === to || reaches(uses, next, to)) return true;
  }
  return false;
}

function typeNamesOf(syntax: DeclarationSyntax): Name[] {
  if (syntax.kind === 'struct' || syntax.kind === 'packet') return syntax.fields.flatMap(namesOfField);
  if (syntax.kind === 'record') return syntax.groups.flatMap((group) => group.fields.flatMap(namesOfField));
  if (syntax.kind === 'union') return syntax.cases.flatMap(({ type }) => (type ? [type] : []));
  if (syntax.kind === 'frame')
    return [syntax.record, syntax.packet, ...syntax.fields.flatMap(({ type }) => namesOfType(type))];
  if (syntax.kind === 'bits' || syntax.kind === 'fact')
    return syntax.fields.flatMap(({ type }) => (type ? [type] : []));
  return [];
}

function namesOfField(field: FieldSyntax): Name[] {
  return namesOfType(field.type);
}

function namesOfType(written: TypeSyntax): Name[] {
  let type = written;
  while (type.kind === 'array') type = type.element;
  if (type.kind === 'deltaList') return [type.record];
  return type.kind === 'named' ? [type.name] : [];
}

/** `const PlayerInputId` and the id of `packet PlayerInput` would both become `playerInputId`. */
function checkDerivedName(scope: Scope, syntax: DeclarationSyntax, derived: Map<string, string>): void {
  const own = camel(syntax.name.text);
  const names =
    syntax.kind === 'const'
      ? [own]
      : syntax.kind === 'packet'
        ? [`${own}Id`, `${own}SizeMax`]
        : syntax.kind === 'struct' || syntax.kind === 'union' || syntax.kind === 'record'
          ? [`${own}SizeMax`]
          : [];
  for (const name of names) {
    const owner = derived.get(name);
    if (owner === undefined) derived.set(name, syntax.name.text);
    else if (owner !== syntax.name.text) {
      const message = `generated code would hold two things named '${name}', the other from '${owner}'`;
      scope.report(syntax.source, syntax.name.span, message);
    }
  }
}

function firstFree(taken: ReadonlySet<number>, from: number): string | undefined {
  for (let id = from; id <= 255; id++)
    if (!taken.has(id)) return `0x${id.toString(16).padStart(2, '0')} is free`;
  return undefined;
}
