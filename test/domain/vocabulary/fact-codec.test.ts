// Durable facts as bytes: the bytes are those of the golden vectors, and what was written is read again.

import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { FactLog } from '#domain/engine/facts/fact-log.js';
import { decodeFact, encodeFact, factSizeMax } from '#domain/vocabulary/generated/fact-codec.js';
import { FactColumn, FactColumns, factDefinitions } from '#domain/vocabulary/generated/facts.js';
import * as happenings from '../../codegen/facts/generated/fact-codec.js';
import {
  FactColumns as HappeningColumns,
  FactKind as Happening,
} from '../../codegen/facts/generated/facts.js';

class Rows extends FactColumns {
  readonly text: (string | undefined)[] = [];
}

const durable = factDefinitions.filter((definition) => definition.durable);
const roles = Object.keys(FactColumn) as (keyof typeof FactColumn)[];
const rolesOf = (columns: number): typeof roles => roles.filter((role) => (columns & FactColumn[role]) !== 0);

/** The row's numbers by role, as its columns hold them. */
function numbersOf(rows: FactColumns, row: number, columns: number): Record<string, number> {
  return Object.fromEntries(rolesOf(columns).map((role) => [role, rows[role][row]!]));
}

/** One row of each durable kind, no two bytes of which are alike by accident. */
function specimens(): Rows {
  const rows = new Rows(durable.length);
  durable.forEach(({ kind, columns }, row) => {
    rows.kind[row] = kind;
    rows.tick[row] = 0x01020304 + kind;
    rolesOf(columns).forEach((role, at) => {
      const whole = rows[role] instanceof Float64Array ? -0x1234_5678_9abc - at : 0x0a0b0c0d * (at + 3);
      rows[role][row] = rows[role] instanceof Float32Array ? at + 0.328125 : whole;
    });
  });
  return rows;
}

const recorded = JSON.parse(readFileSync(new URL('./fact-vectors.json', import.meta.url), 'utf8')) as Record<
  string,
  string
>;

describe('durable facts', () => {
  const rows = specimens();
  const out = new Uint8Array(factSizeMax);
  const bytesOf = (row: number): string =>
    Buffer.from(out.subarray(0, encodeFact(rows, row, out, 0))).toString('hex');

  // A new fact gets a line in fact-vectors.json: what is received here.
  it.each(durable.map(({ name }, row) => [name, row] as const))(
    'are the bytes that journals hold: %s',
    (name, row) => {
      const asked = `not there: "${name}": "${bytesOf(row)}" is its line in fact-vectors.json, once it stays as it is`;
      expect(recorded[name] ?? asked).toBe(bytesOf(row));
    },
  );

  it('stay in the vectors for good', () => {
    expect(durable.map(({ name }) => name as string)).toEqual(expect.arrayContaining(Object.keys(recorded)));
  });

  it('are read as they were written, one behind the other', () => {
    const rows = specimens();
    const out = new Uint8Array(durable.length * factSizeMax);
    let end = 0;
    durable.forEach((_, row) => (end = encodeFact(rows, row, out, end)));
    const read = new Rows(1);
    let at = 0;
    durable.forEach(({ kind, columns }, row) => {
      at = decodeFact(out, at, end, read, 0);
      expect([read.kind[0], read.tick[0]]).toEqual([kind, rows.tick[row]]);
      expect(numbersOf(read, 0, columns)).toEqual(numbersOf(rows, row, columns));
      // Facts with words have none here.
      expect(read.text[0] ?? '').toBe('');
    });
    expect(at).toBe(end);
  });

  it('find no room in too little of it, and write nothing past the end', () => {
    const rows = specimens();
    const out = new Uint8Array(factSizeMax);
    durable.forEach((_, row) => {
      const size = encodeFact(rows, row, out, 0);
      expect(encodeFact(rows, row, new Uint8Array(size), 0)).toBe(size);
      expect(encodeFact(rows, row, new Uint8Array(size - 1), 0)).toBe(-1);
      expect(encodeFact(rows, row, new Uint8Array(size), 1)).toBe(-1);
    });
  });

  it('are refused cut short, at every byte, and of a kind that no journal holds', () => {
    const rows = specimens();
    const out = new Uint8Array(factSizeMax);
    const read = new Rows(1);
    durable.forEach((_, row) => {
      const size = encodeFact(rows, row, out, 0);
      for (let end = 0; end < size; end++) expect(decodeFact(out, 0, end, read, 0)).toBe(-1);
    });
    const known = new Set<number>(durable.map(({ kind }) => kind));
    for (let kind = 0; kind < 256; kind++) {
      out[0] = kind;
      if (!known.has(kind)) expect(decodeFact(out, 0, out.length, read, 0)).toBe(-1);
    }
  });

  it('are encoded out of the log, and those that only inform are refused', () => {
    const facts = new FactLog();
    facts.reserve(1);
    facts.now = 5;
    const row = facts.claim(durable[0]!.kind);
    expect(encodeFact(facts, row, new Uint8Array(factSizeMax), 0)).toBeGreaterThan(5);
    const informing = factDefinitions.find((definition) => !definition.durable)!;
    const told = facts.claim(informing.kind);
    expect(() => encodeFact(facts, told, new Uint8Array(factSizeMax), 0)).toThrow('is not durable');
  });
});

describe('facts with words', () => {
  class Worded extends HappeningColumns {
    readonly text: (string | undefined)[] = [];
  }
  const letter = (text: string | undefined): Worded => {
    const rows = new Worded(1);
    rows.kind[0] = Happening.wrote;
    rows.tick[0] = 9;
    rows.document[0] = 2 ** 53 - 1;
    rows.text[0] = text;
    return rows;
  };

  it('end in the length of their text and its UTF-8', () => {
    const out = new Uint8Array(64);
    const end = happenings.encodeFact(letter('Grüße'), 0, out, 0);
    expect(Buffer.from(out.subarray(0, end)).toString('hex')).toBe(
      '010900000000000000' + '00' + 'ffffffffffff3f43' + '0700' + '4772c3bcc39f65',
    );
  });

  it('keep every text', () => {
    const out = new Uint8Array(4096);
    const read = new Worded(1);
    const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));
    fc.assert(
      fc.property(anyText, (text) => {
        const end = happenings.encodeFact(letter(text), 0, out, 3);
        expect(happenings.decodeFact(out, 3, end, read, 0)).toBe(end);
        expect(read.text[0]).toBe(text.toWellFormed());
        expect(happenings.decodeFact(out, 3, end - 1, read, 0)).toBe(-1);
        expect(happenings.encodeFact(letter(text), 0, new Uint8Array(end - 4), 0)).toBe(-1);
      }),
    );
    expect(() => happenings.encodeFact(letter('x'.repeat(65_536)), 0, new Uint8Array(70_000), 0)).toThrow(
      '65,535',
    );
  });

  it('are read exactly where every other decoder reads their text', () => {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    const read = new Worded(1);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 6 }), (bytes) => {
        const out = new Uint8Array(32);
        const start = happenings.encodeFact(letter(''), 0, out, 0);
        out[start - 2] = bytes.length;
        out.set(bytes, start);
        const end = happenings.decodeFact(out, 0, start + bytes.length, read, 0);
        let text: string | undefined;
        try {
          text = decoder.decode(bytes);
        } catch {
          text = undefined;
        }
        expect(end).toBe(text === undefined ? -1 : start + bytes.length);
        expect(read.text[0]).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });
});
