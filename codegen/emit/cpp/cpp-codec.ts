// The read and write functions of structs, records, packets and enums. The class they call is a parameter, so that tests can
// drive the same walk over something else than bytes.

import type {
  ArrayType,
  BitsModel,
  DeltaListType,
  EnumModel,
  FieldModel,
  GroupModel,
  RecordModel,
  UnionModel,
} from '../../model/schema-model.js';
import {
  type CodecClass,
  CodecWalk,
  type Coded,
  leastEntryBytes,
  scalarCall,
  type Direction,
  type DirectType,
} from '../c-family/codec-walk.js';
import { caseName, readBits, writeBits } from './cpp-packed.js';
import { fieldNames, maskName, memberNames, quantizationName, unsignedName } from './cpp-names.js';

/** Both functions. */
export function emitCppCodec(declaration: Coded, codec: CodecClass): string[] {
  return [...emitFunction(declaration, 'read', codec), '', ...emitFunction(declaration, 'write', codec)];
}

function emitFunction(declaration: Coded, direction: Direction, codec: CodecClass): string[] {
  const { name } = declaration;
  const stream = `${codec[direction]}& ${direction === 'read' ? 'in' : 'out'}`;
  if ('members' in declaration) {
    return enumFunction(declaration, direction, stream);
  }
  const body = new CppWalk(direction).body(declaration);
  if (body.length === 0) return [`${head(direction, codec[direction], name)} { return true; }`];
  const message = direction === 'read' ? `${name}& message` : `const ${name}& message`;
  return [
    `inline bool ${direction}(${stream}, ${message}) {`,
    ...body.map((line) => `  ${line}`),
    '  return true;',
    '}',
  ];
}

/** Of an empty message: nothing is named, so that nothing is unused. */
function head(direction: Direction, codec: string, name: string): string {
  return `inline bool ${direction}(${codec}&, ${direction === 'read' ? `${name}&` : `const ${name}&`})`;
}

function enumFunction({ name, bytes }: EnumModel, direction: Direction, stream: string): string[] {
  const unsigned = unsignedName(bytes);
  if (direction === 'write') {
    return [
      `inline bool write(${stream}, ${name} value) {`,
      '  if (!isKnown(value)) return out.fail(CodecFault::outOfRange);',
      `  return out.u${bytes * 8}(static_cast<${unsigned}>(value));`,
      '}',
    ];
  }
  return [
    `inline bool read(${stream}, ${name}& value) {`,
    `  ${unsigned} number = 0;`,
    `  if (!in.u${bytes * 8}(number)) return false;`,
    `  value = static_cast<${name}>(number);`,
    '  return isKnown(value) || in.fail(CodecFault::outOfRange);',
    '}',
  ];
}

export class CppWalk extends CodecWalk {
  readonly #stream: string;

  constructor(direction: Direction) {
    super(direction, '  ', false);
    this.#stream = direction === 'read' ? 'in' : 'out';
  }

  protected override bits(bits: BitsModel): void {
    this.lines.add(...(this.direction === 'read' ? readBits(bits) : writeBits(bits)));
  }

  protected override union(union: UnionModel): void {
    this.need(`${this.direction}(${this.#stream}, message.kind)`);
    for (const { name, declaration } of union.cases) {
      if (declaration === undefined) continue;
      this.lines.block(`if (message.kind == ${union.name}Kind::${memberNames.of(name)})`, () =>
        this.need(`${this.direction}(${this.#stream}, message.${caseName(name)})`),
      );
    }
  }

  protected override presence(optionals: readonly FieldModel[], bytes: number): void {
    const defined = `${2 ** optionals.length - 1}u`;
    if (this.direction === 'read') this.lines.add('std::uint32_t present = 0;');
    else {
      const bits = optionals.map(
        (field, bit) => `(message.${fieldNames.of(field.name)} ? ${2 ** bit}u : 0u)`,
      );
      this.lines.add(`const std::uint32_t present = ${bits.join(' | ')};`);
    }
    this.need(`${this.#stream}.bits(present, ${defined}, ${bytes})`);
  }

  protected override optional(field: FieldModel, bit: number, value: () => void): void {
    const name = `message.${fieldNames.of(field.name)}`;
    if (this.direction === 'write') {
      this.lines.block(`if (${name})`, value);
      return;
    }
    this.lines.add(`${name}.reset();`);
    this.lines.block(`if ((present & ${2 ** bit}u) != 0)`, () => {
      this.lines.add(`${name}.emplace();`);
      value();
    });
  }

  protected override mask(record: RecordModel): void {
    this.need(`${this.#stream}.bits(message.mask, ${maskName(record.name)}::all)`);
  }

  protected override group(record: RecordModel, group: GroupModel, fields: () => void): void {
    const bit = `${maskName(record.name)}::${memberNames.of(group.name)}`;
    this.lines.block(`if ((message.mask & ${bit}) != 0)`, fields);
  }

  protected override count(path: string, _field: FieldModel, _type: ArrayType, leastBytes: number): void {
    this.need(`${this.#stream}.count(${path}, ${leastBytes})`);
  }

  protected override deltaList(path: string, _field: FieldModel, type: DeltaListType): void {
    const stream = this.#stream;
    this.need(`${stream}.count(${path}.places, ${leastEntryBytes(type)})`);
    this.lines.block(this.loopHead(`${path}.places.size()`), () => {
      this.need(`${stream}.place(${path}.places, i)`);
      this.lines.add(`const std::size_t place = ${path}.places[i];`);
      this.need(`${this.direction}Delta(${stream}, ${path}.rows[place], ${path}.held(place))`);
    });
  }

  protected override size(path: string): string {
    return `${path}.size()`;
  }

  protected override loopHead(size: string): string {
    return `for (std::size_t i = 0; i < ${size}; i++)`;
  }

  protected override pathOf(_owner: string, field: FieldModel): string {
    const name = `message.${fieldNames.of(field.name)}`;
    return field.optional ? `(*${name})` : name;
  }

  protected override plain(owner: string, path: string, field: FieldModel, type: DirectType): void {
    const stream = this.#stream;
    const scalar = type.kind === 'bytes' ? undefined : scalarCall(type);
    if (scalar !== undefined) this.#scalar(path, scalar, type);
    else if (type.kind === 'quantized')
      this.need(`${stream}.quantized(${path}, ${owner}::${quantizationName(field.name)})`);
    else if (type.kind === 'flags') this.need(`${stream}.bits(${path}, ${type.declaration.name}::all)`);
    else if (type.kind === 'string') this.need(`${stream}.text(${path})`);
    else if (type.kind === 'bytes') this.need(`${stream}.bytes(${path})`);
    else this.need(`${this.direction}(${stream}, ${path})`);
  }

  #scalar(path: string, call: NonNullable<ReturnType<typeof scalarCall>>, type: DirectType): void {
    const transfer = `${this.#stream}.${call.name}(${path})`;
    if (call.bounds.length === 0) {
      this.need(transfer);
      return;
    }
    const unsigned = type.kind === 'integer' && !type.signed;
    const bounds = call.bounds.map((bound) => cppNumber(bound, type.kind === 'float', unsigned));
    const check = `${this.#stream}.within(${path}, ${bounds.join(', ')})`;
    const [first, second] = this.direction === 'read' ? [transfer, check] : [check, transfer];
    this.lines.add(`if (!${first} || !${second}) return false;`);
  }
}

/** A literal of a type that compares with the field's without surprises. */
function cppNumber(value: number, float: boolean, unsigned: boolean): string {
  if (float) return `${String(value)}${Number.isInteger(value) && !String(value).includes('e') ? '.0' : ''}`;
  if (unsigned) return `${value}u`;
  return value === -(2 ** 31) ? 'INT32_MIN' : String(value);
}
