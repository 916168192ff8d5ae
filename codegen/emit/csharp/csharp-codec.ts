// The Read and Write functions of structs, records, packets, enums and flags. The class they call is a parameter, so that
// tests can drive the same walk over something else than bytes.

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
import { caseName, readBits, writeBits } from './csharp-packed.js';
import {
  baselineName,
  countName,
  fieldNames,
  lengthName,
  maskName,
  memberNames,
  pascal,
  placesName,
  presenceName,
  quantizationName,
  unsignedName,
} from './csharp-names.js';

/** Both functions. */
export function emitCsharpCodec(declaration: Coded, codec: CodecClass): string[] {
  return [...emitFunction(declaration, 'read', codec), '', ...emitFunction(declaration, 'write', codec)];
}

function emitFunction(declaration: Coded, direction: Direction, codec: CodecClass): string[] {
  if ('members' in declaration) return enumFunction(declaration, direction, codec);
  return [
    `${head(direction, codec)}, ${declaration.name} message)`,
    '{',
    ...new CsharpWalk(direction).body(declaration).map((line) => `    ${line}`),
    '    return true;',
    '}',
  ];
}

function head(direction: Direction, codec: CodecClass): string {
  const stream = direction === 'read' ? 'input' : 'output';
  return `internal static bool ${pascal(direction)}(ref ${codec[direction]} ${stream}`;
}

function enumFunction(declaration: EnumModel, direction: Direction, codec: CodecClass): string[] {
  const { name, kind, bytes, members } = declaration;
  const defined = `0x${members.reduce((sum, { value }) => sum + 2 ** value, 0).toString(16)}`;
  if (direction === 'write') {
    const body =
      kind === 'flags'
        ? [`    return output.Bits((uint)value, ${defined}, ${bytes});`]
        : [
            `    if (!Known.Is(value)) return output.Fail(CodecFault.OutOfRange);`,
            `    return output.U${bytes * 8}((${unsignedName(bytes)})value);`,
          ];
    return [`${head(direction, codec)}, ${name} value)`, '{', ...body, '}'];
  }
  const body =
    kind === 'flags'
      ? [
          '    uint bits = 0;',
          `    if (!input.Bits(ref bits, ${defined}, ${bytes})) return false;`,
          `    value = (${name})bits;`,
          '    return true;',
        ]
      : [
          `    ${unsignedName(bytes)} number = 0;`,
          `    if (!input.U${bytes * 8}(ref number)) return false;`,
          `    value = (${name})number;`,
          `    return Known.Is(value) || input.Fail(CodecFault.OutOfRange);`,
        ];
  return [`${head(direction, codec)}, ref ${name} value)`, '{', ...body, '}'];
}

export class CsharpWalk extends CodecWalk {
  readonly #stream: string;

  constructor(direction: Direction) {
    super(direction, '    ', true);
    this.#stream = direction === 'read' ? 'input' : 'output';
  }

  /** The argument for something that is read into. */
  #ref(path: string): string {
    return this.direction === 'read' ? `ref ${path}` : path;
  }

  protected override bits(bits: BitsModel): void {
    this.lines.add(...(this.direction === 'read' ? readBits(bits) : writeBits(bits)));
  }

  protected override union(union: UnionModel): void {
    const call = `${pascal(this.direction)}(ref ${this.#stream}`;
    this.need(`${call}, ${this.#ref('message.Kind')})`);
    for (const { name, declaration } of union.cases) {
      if (declaration === undefined) continue;
      this.lines.block(`if (message.Kind == ${union.name}Kind.${memberNames.of(name)})`, () =>
        this.need(`${call}, message.${caseName(union, name)})`),
      );
    }
  }

  protected override presence(optionals: readonly FieldModel[], bytes: number): void {
    const bits = optionals.map(({ name }, bit) => `(message.${presenceName(name)} ? ${2 ** bit}u : 0u)`);
    this.lines.add(`uint present = ${this.direction === 'read' ? '0' : bits.join(' | ')};`);
    this.need(`${this.#stream}.Bits(${this.#ref('present')}, ${2 ** optionals.length - 1}u, ${bytes})`);
  }

  protected override optional({ name }: FieldModel, bit: number, value: () => void): void {
    const has = `message.${presenceName(name)}`;
    if (this.direction === 'read') this.lines.add(`${has} = (present & ${2 ** bit}u) != 0;`);
    this.lines.block(`if (${has})`, value);
  }

  protected override mask({ name, groups, maskBytes }: RecordModel): void {
    const defined = `0x${(2 ** groups.length - 1).toString(16)}`;
    if (this.direction === 'write') {
      this.need(`output.Bits((uint)message.Mask, ${defined}, ${maskBytes})`);
      return;
    }
    this.lines.add('uint mask = 0;');
    this.need(`input.Bits(ref mask, ${defined}, ${maskBytes})`);
    this.lines.add(`message.Mask = (${maskName(name)})mask;`);
  }

  protected override group(record: RecordModel, group: GroupModel, fields: () => void): void {
    this.lines.block(
      `if ((message.Mask & ${maskName(record.name)}.${memberNames.of(group.name)}) != 0)`,
      fields,
    );
  }

  protected override count(_path: string, field: FieldModel, type: ArrayType, leastBytes: number): void {
    const count = this.#ref(`message.${countName(field.name)}`);
    this.need(`${this.#stream}.Count(${count}, ${type.size}, ${leastBytes})`);
  }

  protected override deltaList(path: string, { name }: FieldModel, type: DeltaListType): void {
    const stream = this.#stream;
    const [count, places] = [`message.${countName(name)}`, `message.${placesName(name)}`];
    const held = `Preallocated.Held(message.${baselineName(name)}, place)`;
    this.need(`${stream}.Count(${this.#ref(count)}, ${type.size}, ${leastEntryBytes(type)})`);
    this.lines.block(this.loopHead(count), () => {
      this.need(`${stream}.Place(${places}, i, ${type.size})`);
      this.lines.add(`int place = ${places}[i];`);
      this.need(`${pascal(this.direction)}Delta(ref ${stream}, ${path}[place], ${held})`);
    });
  }

  protected override size(_path: string, field: FieldModel, type: ArrayType): string {
    return type.capped ? `message.${countName(field.name)}` : String(type.size);
  }

  protected override loopHead(size: string): string {
    return `for (int i = 0; i < ${size}; i++)`;
  }

  protected override pathOf(owner: string, field: FieldModel): string {
    return `message.${fieldNames.of(field.name, owner)}`;
  }

  protected override plain(owner: string, path: string, field: FieldModel, type: DirectType): void {
    const stream = this.#stream;
    const scalar = type.kind === 'bytes' ? undefined : scalarCall(type);
    if (scalar !== undefined) this.#scalar(path, scalar, type.kind === 'float');
    else if (type.kind === 'quantized')
      this.need(`${stream}.Quantized(${this.#ref(path)}, ${owner}.${quantizationName(field.name)})`);
    else if (type.kind === 'string') this.need(`${stream}.Text(${this.#ref(path)}, ${type.cap})`);
    else if (type.kind === 'bytes') {
      const length = type.capped ? `${this.#ref(`message.${lengthName(field.name)}`)}, ` : '';
      this.need(`${stream}.Bytes(${path}, ${length}${type.size})`);
    } else {
      // Objects are read into as they are; enums and flags are values.
      const isValue = type.kind === 'enum' || type.kind === 'flags';
      this.need(`${pascal(this.direction)}(ref ${stream}, ${isValue ? this.#ref(path) : path})`);
    }
  }

  #scalar(path: string, call: NonNullable<ReturnType<typeof scalarCall>>, float: boolean): void {
    const transfer = `${this.#stream}.${pascal(call.name)}(${this.#ref(path)})`;
    if (call.bounds.length === 0) {
      this.need(transfer);
      return;
    }
    const bounds = call.bounds.map((bound) => (float && Number.isInteger(bound) ? `${bound}.0` : bound));
    const check = `${this.#stream}.Within(${path}, ${bounds.join(', ')})`;
    const [first, second] = this.direction === 'read' ? [transfer, check] : [check, transfer];
    this.lines.add(`if (!${first} || !${second}) return false;`);
  }
}
