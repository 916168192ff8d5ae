// The functions of a delta record against a baseline, in C#: model/delta-layout.ts.

import { deltaLayout, type DeltaGroup } from '../../model/delta-layout.js';
import type { FieldModel, RecordModel } from '../../model/schema-model.js';
import { numberType, readDeltaDoc, splitGroup, writeDeltaDoc } from '../c-family/difference.js';
import { CsharpWalk } from './csharp-codec.js';
import { docLines } from './csharp-doc.js';
import { elementTypeName, fieldNames, maskName, memberNames, quantizationName } from './csharp-names.js';

export function emitCsharpDelta(record: RecordModel): string[] {
  const { name } = record;
  const read = new DeltaWalk(record, 'read');
  const write = new DeltaWalk(record, 'write');
  return [
    ...docLines(writeDeltaDoc),
    `public static int EncodeDelta(${name} message, ${name} baseline, byte[] output, int at)`,
    '{',
    '    var writer = new Writer(output, at);',
    '    return writer.Fault == 0 && WriteDelta(ref writer, message, baseline) ? writer.At : writer.Fault;',
    '}',
    '',
    ...docLines(readDeltaDoc),
    `public static int DecodeDelta(${name} message, ${name} baseline, byte[] data, int at, int end)`,
    '{',
    '    var reader = new Reader(data, at, end);',
    '    return reader.Fault == 0 && ReadDelta(ref reader, message, baseline) ? reader.At : reader.Fault;',
    '}',
    '',
    `internal static bool ReadDelta(ref Reader input, ${name} message, ${name} baseline)`,
    '{',
    ...read.delta().map((line) => `    ${line}`),
    '    return true;',
    '}',
    '',
    `internal static bool WriteDelta(ref Writer output, ${name} message, ${name} baseline)`,
    '{',
    ...write.delta().map((line) => `    ${line}`),
    '    return true;',
    '}',
  ];
}

class DeltaWalk extends CsharpWalk {
  constructor(
    readonly owner: RecordModel,
    direction: 'read' | 'write',
  ) {
    super(direction);
  }

  delta(): string[] {
    const { headerBits, headerBytes, groups } = deltaLayout(this.owner);
    const mask = maskName(this.owner.name);
    const all = `0x${(2 ** this.owner.groups.length - 1).toString(16)}`;
    if (this.direction === 'read') {
      this.lines.add(`${mask} held = baseline.Mask;`, 'uint header = 0;');
      this.need(`input.Bits(ref header, 0x${(2 ** headerBits - 1).toString(16)}, ${headerBytes})`);
      this.lines.add(`message.Mask = (${mask})(header & ${all});`);
    } else {
      this.lines.add('uint header = (uint)message.Mask;', 'int headerAt = output.At;');
      this.need(`output.Bits(header, ${all}, ${headerBytes})`);
    }
    for (const group of groups) {
      const bit = `${mask}.${memberNames.of(group.group.name)}`;
      this.lines.block(`if ((message.Mask & ${bit}) != 0)`, () => this.#group(group, bit));
      if (this.direction === 'read' && group.differenceBit !== undefined) {
        this.lines.add(
          `else if ((header & ${hexBit(group.differenceBit)}) != 0) return input.Fail(CodecFault.OutOfRange);`,
        );
      }
    }
    if (this.direction === 'write') this.lines.add(`output.Patch(headerAt, header, ${headerBytes});`);
    return this.finish();
  }

  #group(group: DeltaGroup, bit: string): void {
    const { differenceBit } = group;
    if (differenceBit === undefined) this.fields(this.owner.name, group.group.fields);
    else if (this.direction === 'read') this.#readGroup(group, bit, hexBit(differenceBit));
    else this.#writeGroup(group, bit, hexBit(differenceBit));
  }

  #readGroup(group: DeltaGroup, bit: string, differenceBit: string): void {
    const { numbers, others } = splitGroup(group);
    this.lines.block(`if ((header & ${differenceBit}) != 0)`, () => {
      this.lines.add(`if ((held & ${bit}) == 0) return input.Fail(CodecFault.NoBaseline);`);
      this.lines.add('int start = input.At;');
      if (numbers.some(({ type }) => type.kind === 'integer')) this.lines.add('long sum = 0;');
      for (const field of numbers) this.#sum(field);
      this.lines.add(
        `if (input.At - start >= ${group.wholeBytes}) return input.Fail(CodecFault.NotCanonical);`,
      );
      this.fields(this.owner.name, others);
    });
    this.lines.block('else', () => this.fields(this.owner.name, group.group.fields));
  }

  #writeGroup(group: DeltaGroup, bit: string, differenceBit: string): void {
    const { numbers, others } = splitGroup(group);
    const codes = numbers.map((_, index) => `code${index}`);
    this.lines.add('bool asDifferences = false;', ...codes.map((code) => `uint ${code} = 0;`));
    this.lines.block(`if ((baseline.Mask & ${bit}) != 0)`, () => {
      numbers.forEach((field, index) => this.need(`output.${this.#difference(field, codes[index]!)}`));
      const bytes = codes.map((code) => `Writer.VarintBytes(${code})`).join(' + ');
      this.lines.add(`asDifferences = ${bytes} < ${group.wholeBytes};`);
    });
    this.lines.block('if (asDifferences)', () => {
      this.lines.add(`header |= ${differenceBit};`);
      for (const code of codes) this.need(`output.Varint(${code})`);
      this.fields(this.owner.name, others);
    });
    this.lines.block('else', () => this.fields(this.owner.name, group.group.fields));
  }

  #sum(field: FieldModel): void {
    const type = numberType(field);
    const name = fieldNames.of(field.name, this.owner.name);
    if (type.kind === 'angle') this.need(`input.Turn(ref message.${name}, baseline.${name})`);
    else if (type.kind === 'quantized') {
      const how = `${this.owner.name}.${quantizationName(field.name)}`;
      this.need(`input.Sum(ref message.${name}, baseline.${name}, ${how})`);
    } else {
      const wraps = type.bytes === 4 ? (type.signed ? -1 : 1) : 0;
      this.need(`input.Sum(ref sum, baseline.${name}, ${wraps}, ${type.min}, ${type.max})`);
      this.lines.add(`message.${name} = (${elementTypeName(type)})sum;`);
    }
  }

  #difference(field: FieldModel, code: string): string {
    const type = numberType(field);
    const name = fieldNames.of(field.name, this.owner.name);
    const both = `ref ${code}, message.${name}, baseline.${name}`;
    if (type.kind === 'angle') return `Turn(${both})`;
    if (type.kind === 'quantized')
      return `Difference(${both}, ${this.owner.name}.${quantizationName(field.name)})`;
    return `Difference(${both}, ${type.min}, ${type.max})`;
  }
}

function hexBit(bit: number): string {
  return `0x${(2 ** bit).toString(16)}`;
}
