// A whole message: its id, its fields, its padding, and nothing behind them.

import { BufferReader, BufferWriter, type ISchema } from 'typed-binary';
import type { Fields } from '../../codegen/support/message-fields.js';
import { Misfit } from './wire-type.js';

export interface Shape {
  readonly id: number;
  /** Of the whole message; its exact length when it is padded. */
  readonly bytesMax: number;
  readonly padded: boolean;
}

/** The library reads and writes beyond what it is given if it can, so it gets memory that ends where the message may. */
export class TwinMessage {
  constructor(
    readonly shape: Shape,
    private readonly fields: ISchema<Fields>,
  ) {}

  /** Throws Misfit. */
  encode(value: Fields): Uint8Array {
    const { id, bytesMax, padded } = this.shape;
    const memory = new ArrayBuffer(bytesMax);
    const end = withinMemory(() => {
      const output = new BufferWriter(memory, { endianness: 'little' });
      output.writeUint8(id);
      this.fields.write(output, value as never);
      return output.currentByteOffset;
    });
    return new Uint8Array(memory, 0, padded ? bytesMax : end).slice();
  }

  /** Throws Misfit. */
  decode(bytes: Uint8Array): Fields {
    const { id, bytesMax, padded } = this.shape;
    if (bytes.length > bytesMax || (padded && bytes.length !== bytesMax)) throw new Misfit('too long');
    // Not slice(): that of a Buffer still shows the pool.
    const memory = Uint8Array.from(bytes);
    return withinMemory(() => {
      const input = new BufferReader(memory.buffer, { endianness: 'little' });
      if (input.readUint8() !== id) throw new Misfit('another id');
      const value = this.fields.read(input) as Fields;
      const rest = memory.subarray(input.currentByteOffset);
      if (rest.length > 0 && !padded) throw new Misfit('bytes are left over');
      if (rest.some((byte) => byte !== 0)) throw new Misfit('the padding is not zero');
      return value;
    });
  }
}

export function message(shape: Shape, fields: ISchema<Fields>): TwinMessage {
  return new TwinMessage(shape, fields);
}

function withinMemory<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError) throw new Misfit('beyond the end');
    throw error;
  }
}
