// The statements that read delta records against a baseline, alone and in lists: model/delta-layout.ts. The baseline of one
// record may be the message itself.

import { deltaLayout, placeBytes, travelsAsDifference, type DeltaGroup } from '../../model/delta-layout.js';
import type { DeltaListType, FieldModel, FieldType, RecordModel } from '../../model/schema-model.js';
import { DecodeBody } from './decode-body.js';
import { baselineName, groupBit, hex, masksName, placesName } from './derived-names.js';
import { refuse } from './faults.js';
import type { PlainType } from './field-walk.js';
import { decodeChecks, readInteger } from './scalar-code.js';

export class DeltaDecodeBody extends DecodeBody {
  /** The columns of the baseline; undefined where it is one record. */
  #heldColumns: ReadonlyMap<string, string> | undefined;

  delta(record: RecordModel): void {
    const { headerBytes } = deltaLayout(record);
    this.form = 'raw';
    for (const name of ['mask', 'header', 'held']) this.take(name);
    this.run.add(headerBytes, (byteAt) => [
      `const header = ${readInteger(headerBytes, false, byteAt)};`,
      ...spareHeaderBits(record),
    ]);
    this.endRun();
    this.push(`const mask = ${maskOf(record)};`, 'const held = baseline.mask;', 'message.mask = mask;');
    this.#groups(record);
  }

  protected override deltaList(name: string, type: DeltaListType): void {
    const { declaration: record, size } = type;
    const count = this.count(name, size);
    this.endRun();
    const { form } = this;
    for (const local of ['place', 'mask', 'header']) this.take(local);
    const least = placeBytes(size) + deltaLayout(record).headerBytes;
    this.push(refuse(`${count} * ${least} > end - at`, 'truncated'));
    const places = this.property(placesName(name));
    const masks = this.property(masksName(name));
    const fields = record.groups.flatMap((group) => group.fields);
    const rows = this.columnsOf(this.property(name), ['mask', ...fields.map((field) => field.name)], name);
    const numbers = fields.filter((field) => travelsAsDifference(field.type));
    const heldNames = ['mask', ...numbers.map((field) => field.name)];
    const held = this.columnsOf(this.property(baselineName(name)), heldNames, `${name}Held`);
    const last = this.take('last');
    this.push(`let ${last} = -1;`);
    this.loop(count, (index) => {
      this.#rowHead({ place: `${places}[${index}]`, mask: `${masks}[${index}]`, last }, type);
      this.form = 'raw';
      this.columns = rows;
      this.#heldColumns = held;
      this.#groups(record);
      this.columns = undefined;
      this.#heldColumns = undefined;
      this.form = form;
      // At the end, because the baseline may be the same columns.
      const ownMask = `${rows.get('mask')!}[place]`;
      this.push(`if ((mask & ~${ownMask}!) !== 0) ${ownMask} = ${ownMask}! | mask;`);
    });
  }

  #rowHead(
    into: Readonly<Record<'place' | 'mask' | 'last', string>>,
    { declaration: record, size }: DeltaListType,
  ): void {
    const bytes = placeBytes(size);
    const { headerBytes } = deltaLayout(record);
    this.run.add(bytes, (byteAt) => [
      `const place = ${readInteger(bytes, false, byteAt)};`,
      ...(size === 2 ** (8 * bytes) ? [] : [refuse(`place >= ${size}`, 'outOfRange')]),
      refuse(`place <= ${into.last}`, 'notCanonical'),
      `${into.last} = place;`,
      `${into.place} = place;`,
    ]);
    this.run.add(headerBytes, (byteAt) => [
      `const header = ${readInteger(headerBytes, false, byteAt)};`,
      ...spareHeaderBits(record),
    ]);
    this.endRun();
    this.push(`const mask = ${maskOf(record)};`, `${into.mask} = mask;`);
  }

  #groups(record: RecordModel): void {
    const heldMasks = this.#heldColumns?.get('mask');
    const held = heldMasks === undefined ? 'held' : `${heldMasks}[place]!`;
    for (const group of deltaLayout(record).groups) {
      const bitOf = (mask: string) => groupBit(mask, group.group, record.groups);
      this.block(`if (${bitOf('mask')} !== 0)`, () => this.#group(group, bitOf(held)));
      if (group.differenceBit !== undefined) {
        this.push(`else ${refuse(`(header & ${hex(2 ** group.differenceBit)}) !== 0`, 'outOfRange')}`);
      }
    }
  }

  #group(group: DeltaGroup, heldBit: string): void {
    const { fields } = group.group;
    if (group.differenceBit === undefined) {
      this.fields(fields);
      return;
    }
    this.block(`if ((header & ${hex(2 ** group.differenceBit)}) !== 0)`, () => {
      this.push(refuse(`${heldBit} === 0`, 'noBaseline'));
      this.#differences(group);
      this.fields(fields.filter((field) => !travelsAsDifference(field.type)));
    });
    this.block('else', () => this.fields(fields));
  }

  /** Mostly each takes one byte, which one test finds for all of them. */
  #differences({ group, wholeBytes }: DeltaGroup): void {
    this.endRun();
    const numbers = group.fields.filter((field) => travelsAsDifference(field.type));
    const codes = numbers.map(({ name }) => this.take(`${name}Code`));
    const bytes = codes.map((_, k) => `data[${k === 0 ? 'at' : `at + ${k}`}]!`);
    const joined = bytes.length === 1 ? bytes[0] : `(${bytes.join(' | ')})`;
    const start = this.take(`${group.name}Start`);
    this.push(`let ${codes.map((code) => `${code}: number`).join(', ')};`);
    this.block(`if (at + ${codes.length} <= end && ${joined} < 0x80)`, () =>
      this.push(...codes.map((code, k) => `${code} = ${bytes[k]};`), `at += ${codes.length};`),
    );
    this.block('else', () =>
      this.push(
        `const ${start} = at;`,
        ...codes.flatMap((code) => [
          `${code} = readVarint(data, at, end);`,
          `if (${code} < 0) return ${code};`,
          `at += varintSize(${code});`,
        ]),
        refuse(`at - ${start} >= ${wholeBytes}`, 'notCanonical'),
      ),
    );
    numbers.forEach((field, k) => this.#sum(field, codes[k]!));
  }

  #sum({ name, type }: FieldModel, code: string): void {
    const value = this.take(name);
    const column = this.#heldColumns?.get(name);
    const held = column === undefined ? `baseline.${name}` : `${column}[place]!`;
    this.push(
      `const ${value} = ${fitted(type, `${held} + ((${code} >>> 1) ^ -(${code} & 1))`)};`,
      ...rangeChecks(type, value),
      `${this.member(name)} = ${value};`,
    );
  }
}

function maskOf({ groups }: RecordModel): string {
  return `header & ${hex(2 ** groups.length - 1)}`;
}

function spareHeaderBits(record: RecordModel): string[] {
  const { headerBits, headerBytes } = deltaLayout(record);
  return headerBits === 8 * headerBytes ? [] : [refuse(`header > ${hex(2 ** headerBits - 1)}`, 'outOfRange')];
}

/** Sums of 32 bits wrap, those of angles too; all others are checked against their range. */
function fitted(type: FieldType, sum: string): string {
  if (type.kind === 'angle') return `(${sum}) & 0xffff`;
  if (type.kind === 'integer' && type.bytes === 4) return type.signed ? `(${sum}) | 0` : `(${sum}) >>> 0`;
  return type.kind === 'quantized' && type.bytes === 4 ? `(${sum}) >>> 0` : sum;
}

/** A sum can leave its bytes, so both ends are checked, also where the bytes could not hold more. */
function rangeChecks(type: FieldType, value: string): string[] {
  if (type.kind === 'integer' && type.bytes === 2) {
    return [refuse(`${value} < ${type.min} || ${value} > ${type.max}`, 'outOfRange')];
  }
  // Below 0 the unsigned form lies far above; the sum of three bytes and a difference has less than 32 bits.
  if (type.kind === 'quantized' && type.bytes < 4)
    return [refuse(`${value} >>> 0 > ${type.steps}`, 'outOfRange')];
  return decodeChecks(type as PlainType & { kind: 'integer' }, value);
}
