// The example of LANGUAGE.md is a schema, and the guide names every word of the language.

import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { builtinNames } from '#codegen/check/types/builtin-types.js';
import { factAudiences, factRoleNames } from '#codegen/model/fact-model.js';
import { factClauses } from '#codegen/syntax/parse-fact.js';
import { fieldNotes } from '#codegen/syntax/parse-notes.js';
import { packetClauses } from '#codegen/syntax/parse-packet.js';
import { declarationKinds } from '#codegen/syntax/syntax-tree.js';
import { schemaOf, type SchemaFiles } from './support/schema-text.js';

const guide = readFileSync('protocol-schema/LANGUAGE.md', 'utf8');
const table = guide.slice(guide.indexOf('## Words'));

it("the guide's examples are right schemas and show every kind of declaration", () => {
  // One marked `beside` is another file of the schema before it.
  const examples = [...guide.matchAll(/```tos( beside)?\n([\s\S]*?)```/g)].map(([, beside, text]) => ({
    beside,
    text: text!,
  }));
  const schemas = examples.flatMap(({ beside, text }, i): (string | SchemaFiles)[] =>
    beside ? [{ 'a.tos': examples[i - 1]!.text, 'b.tos': text }] : examples[i + 1]?.beside ? [] : [text],
  );
  const kinds = schemas.flatMap((schema) =>
    schemaOf(schema).files.flatMap((file) =>
      [...file.declarations, ...file.contents, ...file.facts, ...file.frames].map(({ kind }) => kind),
    ),
  );
  expect(new Set<string>(kinds)).toEqual(new Set<string>(declarationKinds));
});

it('the guide names every clause, every note of a field, and who is told of facts and what they carry', () => {
  const words = [...packetClauses, ...fieldNotes, ...factClauses, ...factAudiences, ...factRoleNames];
  expect(words.filter((word) => !new RegExp(`[\`\\s]${word}[\`\\s:]`).test(table))).toEqual([]);
});

it('the guide names every built-in type', () => {
  expect(builtinNames.filter((name) => !new RegExp(`[\`\\s]${name}[\`\\s<(]`).test(table))).toEqual([]);
});
