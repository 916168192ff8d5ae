// Whatever stands in a schema file, reading it ends: with a schema or with errors that point into the file.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SchemaError } from '#codegen/text/diagnostic.js';
import { schemaOf } from './support/schema-text.js';

const texts = [
  'protocol-schema/handshake.tos',
  'protocol-schema/content/content.tos',
  'protocol-schema/facts.tos',
  'test/codegen/everything/everything.tos',
].map((path) => readFileSync(path, 'utf8'));
const words =
  'const enum flags struct record packet group from on rate burst max padded internal client server u8 varint quantized ' +
  'union bits bool reserved delta wrap unit "m state playing "x" content choice in single ref text ' +
  'fact told durable nobody actor key integer number editor slider bytes string step A b 1 0x 2.5 .. . { } ( ) [ ] < > : = , / + - * ? /// // " # ; \n';
const word = fc.constantFrom(...words.split(' '));

function readsOrExplains(text: string): void {
  try {
    schemaOf(text);
  } catch (error) {
    if (!(error instanceof SchemaError)) throw error;
    expect(error.diagnostics.length).toBeGreaterThan(0);
    for (const { span } of error.diagnostics) {
      expect(span.start).toBeGreaterThanOrEqual(0);
      expect(span.end).toBeLessThanOrEqual(text.length);
      expect(span.end).toBeGreaterThanOrEqual(span.start);
    }
  }
}

describe('reading a broken schema ends with its errors', () => {
  it('when pieces are missing, doubled or replaced', () => {
    const place = fc.nat({ max: 100_000 });
    const edits = fc.array(fc.tuple(place, fc.nat({ max: 30 }), fc.array(word, { maxLength: 3 })), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(fc.constantFrom(...texts), edits, (whole, cuts) => {
        let text = whole;
        for (const [at, length, added] of cuts) {
          const from = at % (text.length + 1);
          text = `${text.slice(0, from)}${added.join(' ')}${text.slice(from + length)}`;
        }
        readsOrExplains(text);
      }),
      { numRuns: 400 },
    );
  });

  it('when it is a heap of words', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 80 }), (heap) => readsOrExplains(heap.join(' '))),
      { numRuns: 1000 },
    );
  });

  it('when it is no text at all', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), readsOrExplains), { numRuns: 150 });
  });
});
