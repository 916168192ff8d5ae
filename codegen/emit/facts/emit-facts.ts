// facts.ts of the domain's vocabulary: the kinds of facts, to whom each is told, and a writer for each kind that fills the
// columns it declares and no others. Writers allocate nothing.

import { factAudiences, factRoleNames, factRoles, type FactModel } from '../../model/fact-model.js';
import { lowerFirst } from '../typescript/derived-names.js';
import { docComment } from '../typescript/doc-comment.js';

export function emitFacts(facts: readonly FactModel[], schemaFolder: string): string {
  const byNumber = [...facts].sort((a, b) => a.number - b.number);
  const words = [
    ...new Set(facts.flatMap(({ fields }) => fields.flatMap((field) => field.declaration?.name ?? []))),
  ];
  const files = [...new Set(facts.map(({ file }) => `${schemaFolder}/${file}.tos`))];
  return [
    `// Generated from ${files.join(', ')} by \`npm run codegen\`; changes here are lost.`,
    '// What can happen in the world: kinds of facts, to whom each is told, and how a rule writes one.',
    '',
    ...(words.length > 0 ? [`import type { ${words.sort().join(', ')} } from './words.js';`, ''] : []),
    kinds(byNumber),
    bitNames('FactAudience', 'To whom a fact is told, several at once; 0 is nobody.', factAudiences),
    bitNames('FactColumn', 'What a fact carries besides its kind and tick.', factRoleNames),
    definitions(byNumber),
    columns(),
    ...byNumber.map(writer),
  ].join('\n');
}

function kinds(facts: readonly FactModel[]): string {
  const members = facts.map(({ name, doc, number }) => `${docComment(doc)}${lowerFirst(name)}: ${number},`);
  return (
    `/** Numbers are permanent: journals hold them. */\nexport const FactKind = {\n${members.join('\n')}\n} as const;\n\n` +
    'export type FactKind = (typeof FactKind)[keyof typeof FactKind];\n'
  );
}

function bitNames(name: string, doc: string, members: readonly string[]): string {
  const bits = members.map((member, bit) => `${member}: ${2 ** bit},`);
  return `${docComment(doc)}export const ${name} = {\n${bits.join('\n')}\n} as const;\n`;
}

function definitions(facts: readonly FactModel[]): string {
  const rows = facts.map(({ name, number, told, durable, fields }) => {
    const audience = orOf('FactAudience', told);
    const carried = orOf(
      'FactColumn',
      fields.map(({ role }) => role),
    );
    return `{ kind: ${number}, name: '${lowerFirst(name)}', told: ${audience}, durable: ${durable}, columns: ${carried} },`;
  });
  return `export interface FactDefinition {
  readonly kind: FactKind;
  readonly name: keyof typeof FactKind;
  /** Bits of FactAudience. */
  readonly told: number;
  /** Has to reach the journal: room for it is reserved before the rule acts. */
  readonly durable: boolean;
  /** Bits of FactColumn; the others of a row hold nothing. */
  readonly columns: number;
}

/** In the order of their numbers. */
export const factDefinitions: readonly FactDefinition[] = [
${rows.join('\n')}
];

const byKind: (FactDefinition | undefined)[] = new Array<FactDefinition | undefined>(256).fill(undefined);
for (const definition of factDefinitions) byKind[definition.kind] = definition;

/** Undefined for a number that no fact has. */
export function factDefinition(kind: number): FactDefinition | undefined {
  return byKind[kind];
}
`;
}

function orOf(name: string, members: readonly string[]): string {
  return members.length === 0 ? '0' : members.map((member) => `${name}.${member}`).join(' | ');
}

function columns(): string {
  const own = factRoleNames.map((role) => {
    const { column, doc } = factRoles[role];
    return `${docComment(doc)}readonly ${role}: ${column};`;
  });
  const made = factRoleNames.map((role) => `this.${role} = new ${factRoles[role].column}(capacity);`);
  return `/** Facts by row. A row holds what its kind declares; the rest is left over from an earlier one. */
export class FactColumns {
  /** One of FactKind. */
  readonly kind: Uint8Array;
  readonly tick: Uint32Array;
${own.join('\n')}

  constructor(capacity: number) {
    this.kind = new Uint8Array(capacity);
    this.tick = new Uint32Array(capacity);
${made.join('\n')}
  }
}

/** What facts are written into. */
export interface FactSink extends FactColumns {
  /** The row of a new fact, its kind and tick set; -1 when there is no room for it, which is counted. */
  claim(kind: FactKind): number;
}
`;
}

function writer({ name, doc, fields }: FactModel): string {
  const own = lowerFirst(name);
  const parameters = fields.map(({ role, declaration }) => `${role}: ${declaration?.name ?? 'number'}`);
  const notes = fields.flatMap((field) =>
    field.doc === '' ? [] : [`@param ${field.role} ${field.doc.replaceAll('\n', ' ')}`],
  );
  const claim = `facts.claim(FactKind.${own})`;
  const head = `${docComment(doc, ...notes)}export function note${name}(${['facts: FactSink', ...parameters].join(', ')}): boolean {\n`;
  if (fields.length === 0) return `${head}return ${claim} >= 0;\n}\n`;
  const sets = fields.map(({ role }) => `facts.${role}[row] = ${role};`);
  return `${head}const row = ${claim};\nif (row < 0) return false;\n${sets.join('\n')}\nreturn true;\n}\n`;
}
