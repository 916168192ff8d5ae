// fact-codec.ts of the domain's vocabulary: durable facts as the bytes of a journal, and back. Kind u8, tick u32, then the
// numbers of the kind in the order of the schema, little-endian by the type of their column; then the words, where it has
// any. Layouts are permanent; codegen/compat/compare-facts.ts guards them.

import { factRoles, type FactModel, type FactRole } from '../../model/fact-model.js';
import { lowerFirst } from '../typescript/derived-names.js';

export const factHeadBytes = 5;

interface Width {
  readonly bytes: number;
  readonly put: (value: string, at: string) => string;
  readonly read: (at: string) => string;
}

const byFunction = (bytes: number, name: string): Width => ({
  bytes,
  put: (value, at) => `put${name}(out, ${at}, ${value});`,
  read: (at) => `${name.toLowerCase()}At(bytes, ${at})`,
});

const widths: Readonly<Record<FactRole['column'], Width>> = {
  Uint8Array: { bytes: 1, put: (value, at) => `out[${at}] = ${value};`, read: (at) => `bytes[${at}]!` },
  Uint16Array: byFunction(2, 'U16'),
  Uint32Array: byFunction(4, 'U32'),
  Float32Array: byFunction(4, 'F32'),
  Float64Array: byFunction(8, 'F64'),
};

/** In bytes, without words. */
export function factSize({ fields }: FactModel): number {
  return fields.reduce((bytes, { role }) => bytes + widths[factRoles[role].column].bytes, factHeadBytes);
}

/** `helpers`: where the vocabulary's reading and writing of bytes lies. */
export function emitFactCodec(facts: readonly FactModel[], schemaFolder: string, helpers: string): string {
  const durable = facts.filter((fact) => fact.durable).sort((a, b) => a.number - b.number);
  const files = [...new Set(durable.map(({ file }) => `${schemaFolder}/${file}.tos`))];
  const code = [
    encoder(durable),
    decoder(durable),
    ...durable.flatMap((fact) => [put(fact), read(fact)]),
  ].join('\n');
  const numberHelpers = ['putU16', 'putU32', 'putF32', 'putF64', 'u16At', 'u32At', 'f32At', 'f64At'];
  const textHelpers = ['putText', 'endOfText', 'textAt'];
  const used = (names: readonly string[]): string[] => names.filter((name) => code.includes(`${name}(`));
  return [
    `// Generated from ${files.join(', ')} by \`npm run codegen\`; changes here are lost.`,
    '// Durable facts as the bytes of a journal. Layouts are permanent: `npm run codegen -- check` refuses others.',
    '',
    `import { ${used(numberHelpers).join(', ')} } from '${helpers}/little-endian.js';`,
    ...(used(textHelpers).length > 0
      ? [`import { ${used(textHelpers).join(', ')} } from '${helpers}/length-prefixed-text.js';`]
      : []),
    "import { FactKind, type FactColumns } from './facts.js';",
    '',
    '/** Rows of facts, and what was said in those that have words. */',
    'export interface WordedFacts extends FactColumns {\n  readonly text: (string | undefined)[];\n}',
    '',
    `/** Bytes of the longest fact, without words. */\nexport const factSizeMax = ${Math.max(...durable.map(factSize))};`,
    '',
    code,
  ].join('\n');
}

function encoder(facts: readonly FactModel[]): string {
  const cases = facts.map(
    (fact) => `case FactKind.${lowerFirst(fact.name)}:\nreturn put${fact.name}(facts, row, out, at);`,
  );
  return `/**
 * Writes a durable fact and returns the next free byte, or -1 when there is no room for it. Allocates nothing. Throws for a
 * fact that is not durable.
 */
export function encodeFact(facts: WordedFacts, row: number, out: Uint8Array, at: number): number {
  switch (facts.kind[row]) {
    ${cases.join('\n')}
    default:
      throw new Error(\`a fact of kind \${facts.kind[row]} is not durable and has no bytes\`);
  }
}
`;
}

function decoder(facts: readonly FactModel[]): string {
  const cases = facts.map(
    (fact) => `case FactKind.${lowerFirst(fact.name)}:\nreturn read${fact.name}(bytes, at, end, into, row);`,
  );
  return `/**
 * Reads the fact at \`at\` into a row and returns where the next one begins, or -1 for a kind that is unknown or not durable,
 * one that does not end before \`end\`, and words that are no UTF-8. Columns that the kind does not have stay as they are.
 */
export function decodeFact(bytes: Uint8Array, at: number, end: number, into: WordedFacts, row: number): number {
  if (at + ${factHeadBytes} > end) return -1;
  const kind = bytes[at]!;
  into.kind[row] = kind;
  into.tick[row] = u32At(bytes, at + 1);
  into.text[row] = undefined;
  switch (kind) {
    ${cases.join('\n')}
    default:
      return -1;
  }
}
`;
}

/** Calls `visit` with each number's role and where it stands behind the fact's first byte. */
function eachField(fact: FactModel, line: (role: string, width: Width, at: string) => string): string[] {
  let offset = factHeadBytes;
  return fact.fields.map(({ role }) => {
    const width = widths[factRoles[role].column];
    const at = `at + ${offset}`;
    offset += width.bytes;
    return line(role, width, at);
  });
}

function put(fact: FactModel): string {
  const lines = eachField(fact, (role, width, at) => width.put(`facts.${role}[row]!`, at));
  const size = factSize(fact);
  const end = fact.words
    ? [`return putText(out, at + ${size}, facts.text[row] ?? '');`]
    : [`return at + ${size};`];
  return `function put${fact.name}(facts: WordedFacts, row: number, out: Uint8Array, at: number): number {
  if (at + ${size} > out.length) return -1;
  out[at] = FactKind.${lowerFirst(fact.name)};
  putU32(out, at + 1, facts.tick[row]!);
  ${[...lines, ...end].join('\n')}
}
`;
}

function read(fact: FactModel): string {
  const lines = eachField(fact, (role, width, at) => `into.${role}[row] = ${width.read(at)};`);
  const size = factSize(fact);
  const end = fact.words
    ? [
        `const next = endOfText(bytes, at + ${size}, end);`,
        'if (next < 0) return -1;',
        `into.text[row] = textAt(bytes, at + ${size});`,
        'return into.text[row] === undefined ? -1 : next;',
      ]
    : [`return at + ${size};`];
  return `function read${fact.name}(bytes: Uint8Array, at: number, end: number, into: WordedFacts, row: number): number {
  if (at + ${size} > end) return -1;
  ${[...lines, ...end].join('\n')}
}
`;
}
