// Text and bytes behind a length: one byte of length for caps up to 255, else two.

import type { ISchema } from 'typed-binary';
import { Misfit, WireType, type Input, type Output } from './wire-type.js';

function writeLength(output: Output, length: number, cap: number): void {
  if (length > cap) throw new Misfit(`${length} is above the cap ${cap}`);
  if (cap > 255) output.writeUint16(length);
  else output.writeUint8(length);
}

function readLength(input: Input, cap: number): number {
  const length = cap > 255 ? input.readUint16() : input.readUint8();
  if (length > cap) throw new Misfit(`${length} is above the cap ${cap}`);
  return length;
}

function writeAll(output: Output, bytes: Uint8Array): void {
  for (const byte of bytes) output.writeUint8(byte);
}

function readAll(input: Input, length: number): Uint8Array {
  return Uint8Array.from({ length }, () => input.readUint8());
}

class Text extends WireType<string> {
  constructor(private readonly cap: number) {
    super();
  }

  override write(output: Output, value: string): void {
    if (!value.isWellFormed()) throw new Misfit('a lone surrogate');
    const encoded = new TextEncoder().encode(value);
    writeLength(output, encoded.length, this.cap);
    writeAll(output, encoded);
  }

  override read(input: Input): string {
    const encoded = readAll(input, readLength(input, this.cap));
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(encoded);
    } catch {
      throw new Misfit('no UTF-8');
    }
  }
}

export function text(cap: number): ISchema<string> {
  return new Text(cap);
}

/** In hexadecimal. */
class Bytes extends WireType<string> {
  constructor(
    private readonly size: number,
    private readonly capped: boolean,
  ) {
    super();
  }

  override write(output: Output, value: string): void {
    const decoded = Buffer.from(value, 'hex');
    if (this.capped) writeLength(output, decoded.length, this.size);
    else if (decoded.length !== this.size)
      throw new Misfit(`${decoded.length} bytes instead of ${this.size}`);
    writeAll(output, decoded);
  }

  override read(input: Input): string {
    const length = this.capped ? readLength(input, this.size) : this.size;
    return Buffer.from(readAll(input, length)).toString('hex');
  }
}

export function bytes(size: number): ISchema<string> {
  return new Bytes(size, false);
}

export function bytesUpTo(cap: number): ISchema<string> {
  return new Bytes(cap, true);
}
