// Reads a dump's bytes: its line of JSON, then the frames of one table after the other. See `dump`.

import { z } from 'zod';
import { DumpError } from './dump-error.js';
import { frameBytes, type DumpHeader } from './dump.js';

const headerBytesMax = 1024 * 1024;

const names = z.array(z.string().min(1).max(63));
const header = z.strictObject({
  migrations: z.array(z.string()),
  tables: z.array(z.strictObject({ name: z.string().min(1).max(63), columns: names, orderBy: names })),
  sequences: z.array(
    z.strictObject({ name: z.string(), value: z.string().regex(/^-?\d+$/), called: z.boolean() }),
  ),
});

export class DumpReader {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #held: Buffer = Buffer.alloc(0);

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  async header(): Promise<DumpHeader> {
    let end = this.#held.indexOf(0x0a);
    while (end < 0) {
      if (this.#held.length > headerBytesMax || !(await this.#more()))
        throw notADump('it does not begin as one');
      end = this.#held.indexOf(0x0a);
    }
    const line = this.#take(end + 1).toString('utf8');
    try {
      return header.parse(JSON.parse(line));
    } catch (error) {
      throw notADump(String(error));
    }
  }

  /** Of the next table. */
  async *frames(): AsyncGenerator<Buffer> {
    for (;;) {
      const length = (await this.#exactly(4)).readUInt32BE();
      if (length === 0) return;
      if (length > frameBytes) throw notADump(`a frame of ${length} bytes`);
      yield await this.#exactly(length);
    }
  }

  async requireEnd(): Promise<void> {
    if (this.#held.length > 0 || (await this.#more())) throw notADump('it goes on after its last table');
  }

  async #exactly(bytes: number): Promise<Buffer> {
    const parts = [this.#held];
    let there = this.#held.length;
    while (there < bytes) {
      const { done, value } = await this.#chunks.next();
      if (done === true) throw notADump('it ends in the middle');
      parts.push(Buffer.from(value));
      there += value.length;
    }
    this.#held = Buffer.concat(parts);
    return this.#take(bytes);
  }

  async #more(): Promise<boolean> {
    for (;;) {
      const { done, value } = await this.#chunks.next();
      if (done === true) return false;
      if (value.length === 0) continue;
      this.#held = Buffer.concat([this.#held, value]);
      return true;
    }
  }

  #take(bytes: number): Buffer {
    const taken = this.#held.subarray(0, bytes);
    this.#held = this.#held.subarray(bytes);
    return taken;
  }
}

function notADump(why: string): DumpError {
  return new DumpError('damaged', `this is no dump of a database: ${why}`);
}
