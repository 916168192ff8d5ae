// The functions of a delta record against a baseline, in C++: model/delta-layout.ts.

import { deltaLayout, type DeltaGroup } from '../../model/delta-layout.js';
import type { FieldModel, RecordModel } from '../../model/schema-model.js';
import { numberType, readDeltaDoc, splitGroup, writeDeltaDoc } from '../c-family/difference.js';
import { CppWalk } from './cpp-codec.js';
import { docLines } from './cpp-doc.js';
import { fieldNames, maskName, memberNames, quantizationName } from './cpp-names.js';

export function emitCppDelta(record: RecordModel): string[] {
  const { name } = record;
  const read = new DeltaWalk(record, 'read');
  const write = new DeltaWalk(record, 'write');
  return [
    ...docLines(readDeltaDoc),
    `inline bool readDelta(Reader& in, ${name}& message, const ${name}& baseline) {`,
    ...read.delta().map((line) => `  ${line}`),
    '  return true;',
    '}',
    '',
    ...docLines(writeDeltaDoc),
    `inline bool writeDelta(Writer& out, const ${name}& message, const ${name}& baseline) {`,
    ...write.delta().map((line) => `  ${line}`),
    '  return true;',
    '}',
  ];
}

class DeltaWalk extends CppWalk {
  constructor(
    readonly owner: RecordModel,
    direction: 'read' | 'write',
  ) {
    super(direction);
  }

  delta(): string[] {
    const { headerBits, headerBytes, groups } = deltaLayout(this.owner);
    const mask = maskName(this.owner.name);
    if (this.direction === 'read') {
      this.lines.add(`const ${mask}::Bits held = baseline.mask;`, 'std::uint32_t header = 0;');
      this.need(`in.bits(header, 0x${(2 ** headerBits - 1).toString(16)}u, ${headerBytes})`);
      this.lines.add(`message.mask = static_cast<${mask}::Bits>(header & ${mask}::all);`);
    } else {
      this.lines.add('std::uint32_t header = message.mask;', 'const std::size_t headerAt = out.at();');
      this.need(`out.bits(header, ${mask}::all, ${headerBytes})`);
    }
    for (const group of groups) {
      const bit = `${mask}::${memberNames.of(group.group.name)}`;
      this.lines.block(`if ((message.mask & ${bit}) != 0)`, () => this.#group(group, bit));
      if (this.direction === 'read' && group.differenceBit !== undefined) {
        this.lines.add(
          `else if ((header & ${hexBit(group.differenceBit)}) != 0) return in.fail(CodecFault::outOfRange);`,
        );
      }
    }
    if (this.direction === 'write') this.lines.add(`out.patch(headerAt, header, ${headerBytes});`);
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
      this.lines.add(`if ((held & ${bit}) == 0) return in.fail(CodecFault::noBaseline);`);
      this.lines.add('const std::size_t start = in.at();');
      for (const field of numbers) this.need(`in.${this.#sum(field)}`);
      this.lines.add(`if (in.at() - start >= ${group.wholeBytes}) return in.fail(CodecFault::notCanonical);`);
      this.fields(this.owner.name, others);
    });
    this.lines.block('else', () => this.fields(this.owner.name, group.group.fields));
  }

  #writeGroup(group: DeltaGroup, bit: string, differenceBit: string): void {
    const { numbers, others } = splitGroup(group);
    const codes = numbers.map((_, index) => `code${index}`);
    this.lines.add('bool asDifferences = false;', ...codes.map((code) => `std::uint32_t ${code} = 0;`));
    this.lines.block(`if ((baseline.mask & ${bit}) != 0)`, () => {
      numbers.forEach((field, index) => this.#difference(field, codes[index]!));
      const bytes = codes.map((code) => `varintBytes(${code})`).join(' + ');
      this.lines.add(`asDifferences = ${bytes} < ${group.wholeBytes};`);
    });
    this.lines.block('if (asDifferences)', () => {
      this.lines.add(`header |= ${differenceBit};`);
      for (const code of codes) this.need(`out.varint(${code})`);
      this.fields(this.owner.name, others);
    });
    this.lines.block('else', () => this.fields(this.owner.name, group.group.fields));
  }

  #sum(field: FieldModel): string {
    const type = numberType(field);
    const name = fieldNames.of(field.name);
    const both = `message.${name}, baseline.${name}`;
    if (type.kind === 'angle') return `turn(${both})`;
    if (type.kind === 'quantized') return `sum(${both}, ${this.owner.name}::${quantizationName(field.name)})`;
    return `sum(${both}, ${type.min}LL, ${type.max}LL)`;
  }

  #difference(field: FieldModel, code: string): void {
    const type = numberType(field);
    const name = fieldNames.of(field.name);
    const both = `${code}, message.${name}, baseline.${name}`;
    if (type.kind === 'angle') this.need(`out.turn(${both})`);
    else if (type.kind === 'quantized')
      this.need(`out.difference(${both}, ${this.owner.name}::${quantizationName(field.name)})`);
    else this.need(`out.difference(${both}, ${type.min}LL, ${type.max}LL)`);
  }
}

function hexBit(bit: number): string {
  return `0x${(2 ** bit).toString(16)}u`;
}
