// A frame: a record and a packet whose fields fit into columns, so that what is sent is written from them as it is.

import type { FrameFieldModel, FrameModel } from '../model/frame-model.js';
import type { FieldModel, PacketModel, RecordModel, ScalarType } from '../model/schema-model.js';
import type { FrameFieldSyntax, FrameSyntax, Name } from '../syntax/syntax-tree.js';
import { nameHint } from '../text/nearest-name.js';
import { checkColumns, type ColumnTypes } from './check-columns.js';
import { checkSource } from './scope/check-notes.js';
import { checkType } from './types/check-type.js';
import type { DeclaredTypes } from './types/declared-types.js';
import { checkMemberName, checkTypeName, checkUnique } from './scope/names.js';
import type { Scope } from './scope/scope.js';

export interface FrameParts {
  /** Undefined when it is reported that there is none. */
  record(name: Name): RecordModel | undefined;
  packet(name: Name): PacketModel | undefined;
  readonly declaredTypes: DeclaredTypes;
  /** Where they are known. */
  readonly columns: ColumnTypes | undefined;
}

/** A count is one byte. */
const listMax = 255;

export function checkFrame(
  scope: Scope,
  syntax: FrameSyntax,
  file: string,
  parts: FrameParts,
): FrameModel | undefined {
  const { source, name } = syntax;
  checkTypeName(scope, source, name, 'a frame');
  const record = parts.record(syntax.record);
  const packet = packetOf(scope, syntax, parts);
  if (record === undefined || packet === undefined) return undefined;
  const check = new FrameChecker(scope, syntax);
  check.record(record);
  check.packet(packet, record);
  const fields = check.fields(record, parts.declaredTypes);
  check.names(record, packet);
  const [every, own] = [syntax.every, syntax.own].map((names) => names.map(({ text }) => text));
  const frame: FrameModel = {
    kind: 'frame',
    name: name.text,
    doc: syntax.doc,
    file,
    record,
    packet,
    every: every!,
    own: own!,
    fields,
  };
  // A field that was refused has no model: the others no longer stand beside theirs.
  if (parts.columns !== undefined && !scope.diagnostics.any)
    checkColumns(scope, frame, syntax, parts.columns);
  return frame;
}

function packetOf(scope: Scope, { source, packet }: FrameSyntax, parts: FrameParts): PacketModel | undefined {
  if (scope.declarations.get(packet.text)?.syntax.kind === 'packet') return parts.packet(packet);
  const hint = nameHint(packet.text, scope.namesOf('packet'));
  scope.report(source, packet.span, `no packet is named '${packet.text}'`, hint);
  return undefined;
}

class FrameChecker {
  constructor(
    readonly scope: Scope,
    readonly syntax: FrameSyntax,
  ) {}

  record({ name, groups }: RecordModel): void {
    const fields = groups.flatMap((group) => group.fields);
    for (const group of groups) {
      for (const field of group.fields) {
        const isBytes = field.type.kind === 'bytes' && field.type.capped && field.type.size <= listMax;
        if (isBytes && group.stamp === undefined) {
          this.#refuse(
            `'${name}.${field.name}' would be compared byte by byte in every tick`,
            'date its group: stamp component.column',
          );
        } else if (!isBytes && !isPlain(field))
          this.#refuse(`'${name}.${field.name}' ${noColumn}`, plainHint);
        if (group.stamp !== undefined && (field.source === undefined || isRounded(field))) {
          this.#refuse(
            `'${name}.${field.name}' is in a group with a stamp and needs a column of its own type`,
            'as in from identity.level',
          );
        }
      }
    }
    const ids = groups.filter((group) => group.fields.some((field) => field.source === 'entity'));
    if (ids.length !== 1 || ids[0]!.stamp === undefined || fields.filter(isId).length !== 1) {
      this.#refuse(`'${name}' needs one field of u32 'from entity', in a group with a stamp`);
    }
  }

  packet(packet: PacketModel, record: RecordModel): void {
    const { fields } = packet;
    const [tick, removed, told] = [fields[0], fields[fields.length - 2], fields[fields.length - 1]];
    const own = fields.slice(1, -2);
    const isOrdered =
      tick?.name === 'tick' && isPlainNumber(tick, 4) && isRemoved(removed) && isTold(told, record);
    if (!isOrdered) {
      const order =
        'tick: u32, numbers of its receiver, a list u8[..n] of slots that left, a list of a struct with slot: varint and';
      this.#refuse(`'${packet.name}' does not show a frame`, `it holds, in this order: ${order} the record`);
      return;
    }
    for (const field of own) {
      if (!isPlain(field) || field.source === 'entity')
        this.#refuse(`'${packet.name}.${field.name}' ${noColumn}`, plainHint);
    }
  }

  fields({ name: recordName, groups }: RecordModel, declaredTypes: DeclaredTypes): FrameFieldModel[] {
    const { scope, syntax } = this;
    const names = groups.map((group) => group.name);
    return syntax.fields.flatMap((field): FrameFieldModel[] => {
      const type = checkType(scope, syntax.source, field.type, declaredTypes);
      if (type === undefined) return [];
      if (!isPlainType(type))
        scope.report(syntax.source, field.type.span, `'${field.name.text}' ${noColumn}`, plainHint);
      const group = groups.find((each) => each.name === field.dates?.text);
      if (field.dates !== undefined && group === undefined) {
        scope.report(
          syntax.source,
          field.dates.span,
          `'${recordName}' has no group '${field.dates.text}'`,
          nameHint(field.dates.text, names),
        );
      } else if (group?.stamp !== undefined) {
        scope.report(
          syntax.source,
          field.dates!.span,
          `the group '${group.name}' is dated by its stamp alone`,
        );
      }
      const source = this.#source(field);
      return [
        { name: field.name.text, doc: field.doc, type: type as ScalarType, source, dates: field.dates?.text },
      ];
    });
  }

  #source({ from, name }: FrameFieldSyntax) {
    const source = checkSource(this.scope, this.syntax.source, from);
    if (source !== 'entity') return source;
    this.scope.report(this.syntax.source, name.span, "the entity's id stands in the record");
    return undefined;
  }

  /** All columns are members of one object. */
  names({ groups }: RecordModel, packet: PacketModel): void {
    const { syntax, scope } = this;
    for (const { name } of syntax.fields) checkMemberName(scope, syntax.source, name, 'a column');
    checkUnique(
      scope,
      syntax.source,
      syntax.fields.map(({ name }) => name),
      'column',
    );
    const taken = new Set(['changedTick', 'urgentTick']);
    const take = (name: string, what: string): void => {
      if (taken.has(name)) this.#refuse(`the frame would have two columns '${name}', one of ${what}`);
      taken.add(name);
    };
    for (const { name, fields } of groups) {
      take(`${name}Tick`, `the group '${name}'`);
      for (const field of fields) {
        take(field.name, `the field '${field.name}'`);
        if (field.type.kind === 'bytes') take(`${field.name}Length`, `the field '${field.name}'`);
      }
    }
    for (const { name } of packet.fields.slice(1, -2)) {
      take(`own${name.charAt(0).toUpperCase()}${name.slice(1)}`, `the packet's '${name}'`);
    }
    for (const { name } of syntax.fields) take(name.text, `the frame's '${name.text}'`);
  }

  #refuse(message: string, hint?: string): void {
    this.scope.report(this.syntax.source, this.syntax.name.span, message, hint);
  }
}

const noColumn = 'has no place in a column';
const plainHint =
  'a frame holds u8 to i32, bool, angles, enums, flags and quantized ranges, and bytes<..n> up to 255';

function isPlain(field: FieldModel): boolean {
  return !field.optional && isPlainType(field.type);
}

function isPlainType(type: FieldModel['type']): boolean {
  if (type.kind === 'integer') return type.encoding === 'fixed';
  if (type.kind === 'quantized') return !type.wrap;
  return ['bool', 'angle', 'enum', 'flags'].includes(type.kind);
}

function isPlainNumber({ type }: FieldModel, bytes: number): boolean {
  return type.kind === 'integer' && type.encoding === 'fixed' && type.bytes === bytes && !type.signed;
}

function isId(field: FieldModel): boolean {
  return field.source === 'entity' && isPlainNumber(field, 4);
}

/** Not taken over as it is. */
function isRounded({ type, source }: FieldModel): boolean {
  return type.kind === 'quantized' || (typeof source === 'object' && source.rounding !== 'none');
}

function isRemoved(field: FieldModel | undefined): boolean {
  const type = field?.type;
  return (
    type?.kind === 'array' &&
    type.capped &&
    type.size <= listMax &&
    type.element.kind === 'integer' &&
    type.element.name === 'u8'
  );
}

function isTold(field: FieldModel | undefined, record: RecordModel): boolean {
  const type = field?.type;
  if (type?.kind !== 'array' || !type.capped || type.size > listMax || type.element.kind !== 'struct')
    return false;
  const [slot, state, more] = type.element.declaration.fields;
  const hasSlot = slot?.type.kind === 'integer' && slot.type.name === 'varint' && slot.type.max <= listMax;
  return hasSlot && state?.type.kind === 'record' && state.type.declaration === record && more === undefined;
}
