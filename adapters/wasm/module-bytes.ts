// Makes a WebAssembly module out of functions: the binary format's sections (specification, section 5.5), no more of them
// than one imported memory, functions that are all exported, and their code.

import { type WasmExpression, Local, type Statement, type ValueType } from './instructions.js';
import { unsignedLeb128 } from './leb128.js';

/** Pages of 64 KiB: what a module's memory is counted in. */
export const pageBytes = 65_536;

const typeCodes: Record<ValueType, number> = { i32: 0x7f, i64: 0x7e, v128: 0x7b };

/** A function under construction: its parameters first, then its variables, then its code. */
export class WasmFunction {
  private readonly parameters: ValueType[] = [];
  private readonly variables: ValueType[] = [];
  private readonly code: number[] = [];

  constructor(
    readonly name: string,
    private readonly index: number,
    private readonly resultType: ValueType | undefined,
  ) {}

  parameter<Type extends ValueType>(type: Type): Local<Type> {
    if (this.variables.length > 0) throw new Error(`${this.name}: parameters come before variables`);
    this.parameters.push(type);
    return new Local(type, this.parameters.length - 1);
  }

  variable<Type extends ValueType>(type: Type): Local<Type> {
    this.variables.push(type);
    return new Local(type, this.parameters.length + this.variables.length - 1);
  }

  emit(...statements: readonly Statement[]): void {
    // One by one: a spread into push would take a stack place a byte.
    for (const { bytes } of statements) for (const byte of bytes) this.code.push(byte);
  }

  /** Leaves `value` as the function's result: its last code. */
  giveBack(value: WasmExpression<ValueType>): void {
    this.emit(value);
  }

  /** A call of this function, which has no result. */
  call(...operands: readonly WasmExpression<ValueType>[]): Statement {
    return { bytes: [...operands.flatMap(({ bytes }) => bytes), 0x10, ...unsignedLeb128(this.index)] };
  }

  /** For the type section. */
  get signature(): number[] {
    const results = this.resultType === undefined ? [] : [[typeCodes[this.resultType]]];
    return [0x60, ...vector(this.parameters.map((type) => [typeCodes[type]])), ...vector(results)];
  }

  /** For the code section. */
  get body(): number[] {
    const variables = vector(this.variables.map((type) => [1, typeCodes[type]]));
    return sized([...variables, ...this.code, 0x0b]);
  }
}

/** A module under construction, which imports `env.memory`. */
export class WasmModule {
  private readonly functions: WasmFunction[] = [];

  /** A new function, exported under its name. */
  function(functionName: string, result?: ValueType): WasmFunction {
    const made = new WasmFunction(functionName, this.functions.length, result);
    this.functions.push(made);
    return made;
  }

  /** The module for a memory of exactly `pages` pages. */
  bytes(pages: number): Uint8Array<ArrayBuffer> {
    const { functions } = this;
    const count = unsignedLeb128(pages);
    const exported = functions.map((each, index) => [...text(each.name), 0x00, ...unsignedLeb128(index)]);
    return new Uint8Array([
      ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
      ...section(1, vector(functions.map(({ signature }) => signature))),
      ...section(2, vector([[...text('env'), ...text('memory'), 0x02, 0x01, ...count, ...count]])),
      ...section(3, vector(functions.map((_, index) => unsignedLeb128(index)))),
      ...section(7, vector(exported)),
      ...section(10, vector(functions.map(({ body }) => body))),
    ]);
  }
}

function vector(items: readonly (readonly number[])[]): number[] {
  return [...unsignedLeb128(items.length), ...items.flat()];
}

function sized(bytes: readonly number[]): number[] {
  return [...unsignedLeb128(bytes.length), ...bytes];
}

function section(id: number, bytes: readonly number[]): number[] {
  return [id, ...sized(bytes)];
}

/** ASCII only. */
function text(characters: string): number[] {
  return sized([...characters].map((character) => character.charCodeAt(0)));
}
