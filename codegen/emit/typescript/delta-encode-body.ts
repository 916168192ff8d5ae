// The statements that write delta records against a baseline, alone and in lists: model/delta-layout.ts.

import { deltaLayout, placeBytes, travelsAsDifference, type DeltaGroup } from '../../model/delta-layout.js';
import type { DeltaListType, FieldModel, FieldType, RecordModel } from '../../model/schema-model.js';
import { baselineName, groupBit, hex, masksName, placesName } from './derived-names.js';
import { refuse } from './faults.js';
import { EncodeBody } from './encode-body.js';
import type { PlainType } from './field-walk.js';
import { writeInteger } from './scalar-code.js';

export class DeltaEncodeBody extends EncodeBody {
  /** The columns of the baseline; undefined where it is one record. */
  #heldColumns: ReadonlyMap<string, string> | undefined;
  readonly #values = new Map<string, string>();

  delta(record: RecordModel): void {
    const { headerBytes } = deltaLayout(record);
    this.form = 'raw';
    for (const name of ['mask', 'headerAt', 'held']) this.take(name);
    const groups = record.groups.length;
    const defined = groups === 32 ? 'mask >>> 0' : `mask & ${hex(2 ** groups - 1)}`;
    this.push(
      'const mask = message.mask;',
      refuse(`(${defined}) !== mask`, 'outOfRange'),
      'const held = baseline.mask;',
      'const headerAt = at;',
      refuse(`at + ${headerBytes} > out.length`, 'noRoom'),
      ...writeInteger('mask', headerBytes, (k) => (k === 0 ? 'at' : `at + ${k}`)),
      `at += ${headerBytes};`,
    );
    this.#groups(record);
  }

  /**
   * Bytes behind the end of `out` are written to nowhere, as ECMAScript defines it for typed arrays, so that one check
   * behind the loop finds what found no room.
   */
  protected override deltaList(name: string, type: DeltaListType): void {
    const { declaration: record, size } = type;
    const count = this.count(name, size);
    this.endRun();
    const { form } = this;
    for (const local of ['place', 'mask', 'headerAt']) this.take(local);
    const places = this.property(placesName(name));
    const masks = this.property(masksName(name));
    const fields = record.groups.flatMap((group) => group.fields);
    const rows = this.columnsOf(
      this.property(name),
      fields.map((field) => field.name),
      name,
    );
    const numbers = fields.filter((field) => travelsAsDifference(field.type));
    const heldNames = ['mask', ...numbers.map((field) => field.name)];
    const held = this.columnsOf(this.property(baselineName(name)), heldNames, `${name}Held`);
    const last = this.take('last');
    // They ascend, so that the last one is the highest.
    const highest = `${places}[${count} - 1]!`;
    if (size < 2 ** (8 * placeBytes(size)))
      this.push(refuse(`${count} > 0 && ${highest} >= ${size}`, 'outOfRange'));
    this.push(`let ${last} = -1;`);
    this.run.boundsChecked = true;
    this.loop(count, (index) => {
      this.#rowHead({ place: `${places}[${index}]!`, mask: `${masks}[${index}]!`, last }, type);
      this.form = 'raw';
      this.columns = rows;
      this.#heldColumns = held;
      this.#groups(record);
      this.columns = undefined;
      this.#heldColumns = undefined;
      this.form = form;
    });
    this.run.boundsChecked = false;
    this.push(refuse('at > out.length', 'noRoom'));
  }

  #rowHead(
    from: Readonly<Record<'place' | 'mask' | 'last', string>>,
    { declaration: record, size }: DeltaListType,
  ): void {
    const bytes = placeBytes(size);
    const { headerBytes } = deltaLayout(record);
    const groups = record.groups.length;
    this.push(
      `const place = ${from.place};`,
      refuse(`place <= ${from.last}`, 'outOfRange'),
      `${from.last} = place;`,
      `const mask = ${from.mask};`,
      ...(groups === 8 * record.maskBytes ? [] : [refuse(`mask > ${hex(2 ** groups - 1)}`, 'outOfRange')]),
      `const headerAt = at + ${bytes};`,
      ...writeInteger('place', bytes, (k) => (k === 0 ? 'at' : `at + ${k}`)),
      ...writeInteger('mask', headerBytes, (k) => `at + ${bytes + k}`),
      `at += ${bytes + headerBytes};`,
    );
  }

  #groups(record: RecordModel): void {
    const heldMasks = this.#heldColumns?.get('mask');
    const held = heldMasks === undefined ? 'held' : `${heldMasks}[place]!`;
    for (const group of deltaLayout(record).groups) {
      const bitOf = (mask: string) => groupBit(mask, group.group, record.groups);
      this.block(`if (${bitOf('mask')} !== 0)`, () => this.#group(group, bitOf(held)));
    }
  }

  #group({ group, differenceBit, wholeBytes }: DeltaGroup, heldBit: string): void {
    if (differenceBit === undefined) {
      this.fields(group.fields);
      return;
    }
    const numbers = group.fields.filter((field) => travelsAsDifference(field.type));
    const codes = numbers.map((field) => this.#difference(field));
    const others = group.fields.filter((field) => !numbers.includes(field));
    const label = this.take(group.name);
    this.block(`${label}:`, () => {
      this.block(`if (${heldBit} !== 0)`, () =>
        this.#asDifferences({ codes, others, differenceBit, wholeBytes, label }),
      );
      for (const { name, type } of group.fields) {
        const value = this.#values.get(name);
        if (value === undefined) this.plainField(name, type as PlainType);
        else this.scalar(type as PlainType & { kind: 'integer' }, value);
      }
    });
  }

  /** Mostly each difference takes one byte, which one test finds for all of them. Leaves the block when they were written. */
  #asDifferences({ codes, others, differenceBit, wholeBytes, label }: Differences): void {
    const [first] = codes;
    const together = codes.length === 1 ? first : `(${codes.join(' | ')}) >>> 0`;
    const write = (room: string, lines: readonly string[]): void => {
      if (!this.run.boundsChecked) this.push(refuse(`at + ${room} > out.length`, 'noRoom'));
      this.push(setHeaderBit(differenceBit), ...lines);
      this.fields(others);
      this.endRun();
      this.push(`break ${label};`);
    };
    const bytes = codes.map((code, k) => `out[${k === 0 ? 'at' : `at + ${k}`}] = ${code};`);
    this.block(`if (${together} < 0x80)`, () =>
      write(String(codes.length), [...bytes, `at += ${codes.length};`]),
    );
    const size = this.take('bytes');
    this.push(`const ${size} = ${codes.map((code) => `varintSize(${code})`).join(' + ')};`);
    this.block(`if (${size} < ${wholeBytes})`, () =>
      write(
        size,
        codes.map((code) => `at = putVarint(${code}, out, at);`),
      ),
    );
  }

  /** Checks the value; returns the local that holds its difference to the baseline, zig-zag. */
  #difference({ name, type }: FieldModel): string {
    const value = this.property(name);
    this.#values.set(name, value);
    this.push(...this.checks(type as PlainType & { kind: 'integer' }, value));
    const column = this.#heldColumns?.get(name);
    const held = column === undefined ? `baseline.${name}` : `${column}[place]!`;
    const change = this.take(`${name}Change`);
    const code = this.take(`${name}Code`);
    this.push(
      `const ${change} = ${nearest(type, `${value} - ${held}`)};`,
      `const ${code} = ((${change} << 1) ^ (${change} >> 31)) >>> 0;`,
    );
    return code;
  }
}

interface Differences {
  /** Locals with the differences, zig-zag. */
  readonly codes: readonly string[];
  readonly others: readonly FieldModel[];
  readonly differenceBit: number;
  readonly wholeBytes: number;
  /** Of the block to leave. */
  readonly label: string;
}

/** The header is written before it is known which groups travel as differences. */
function setHeaderBit(bit: number): string {
  const byte = bit < 8 ? 'out[headerAt]' : `out[headerAt + ${bit >>> 3}]`;
  return `${byte} = ${byte}! | ${hex(2 ** (bit & 7))};`;
}

/** Turns may be taken either way; everything else is a difference of 32 bits. */
function nearest(type: FieldType, difference: string): string {
  return type.kind === 'angle' ? `((${difference}) << 16) >> 16` : `(${difference}) | 0`;
}
