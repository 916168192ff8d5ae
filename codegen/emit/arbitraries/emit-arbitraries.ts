// fast-check arbitraries: for each packet, struct and record a function that says what its messages are made of. Which
// values come is the kit's choice (test/protocol/arbitraries/value-kit.ts): anywhere in the range, or at its edges.

import { toNumber } from '../../model/rational.js';
import type { BitValue, DeclarationModel, FieldModel, FieldType, Schema } from '../../model/schema-model.js';
import type { EmitterInput, GeneratedFile } from '../emitter.js';
import { coverSchema, importLines, notCovered } from '../coverage.js';
import { lowerFirst } from '../typescript/derived-names.js';

const folder = 'test/protocol/arbitraries/generated';

export function arbitraries({ schema, specimen }: EmitterInput): GeneratedFile[] {
  return [...modulesOf(schema), ...modulesOf(specimen)];
}

function modulesOf(schema: Schema): GeneratedFile[] {
  return [...coverSchema(schema, emitDeclaration)].map(([file, { parts, leftOut }]) => {
    const text = [
      `// Generated from ${file.name}.tos by \`npm run codegen\`; changes here are lost.`,
      '// What messages are made of; the kit chooses the values.',
      '',
      "import type { Arbitrary } from 'fast-check';",
      "import type { Fields } from '../../../codegen/support/message-fields.js';",
      "import type { ValueKit } from '../value-kit.js';",
      ...importLines(schema, file, exportedName),
      '',
      '/** Declarations that the emitter does not know yet. */',
      `export const leftOut: readonly string[] = ${JSON.stringify(leftOut)};`,
      '',
      ...parts,
    ];
    return { path: `${folder}/${file.name}.ts`, text: text.join('\n') };
  });
}

function emitDeclaration(declaration: DeclarationModel): string {
  switch (declaration.kind) {
    case 'const':
    case 'enum':
    case 'flags':
      return '';
    case 'struct':
    case 'packet':
      return declare(declaration.name, fieldsOf(declaration.fields));
    case 'record': {
      const groups = declaration.groups.map((group) => `${group.name}: ${fieldsOf(group.fields)},`);
      return declare(declaration.name, `of.groups({\n${groups.join('\n')}\n})`);
    }
    case 'bits': {
      const entries = declaration.fields.map(({ name, value }) => `${name}: ${bitValuesOf(value)},`);
      return declare(declaration.name, `of.fields({\n${entries.join('\n')}\n})`);
    }
    case 'union': {
      const cases = declaration.cases.map(
        ({ name, declaration: struct }) =>
          `${name}: ${struct ? `${functionName(struct.name)}(of)` : 'of.fields({})'},`,
      );
      return declare(declaration.name, `of.oneCase({\n${cases.join('\n')}\n})`);
    }
    default:
      return notCovered(declaration);
  }
}

function declare(name: string, expression: string): string {
  return `export function ${functionName(name)}(of: ValueKit): Arbitrary<Fields> {\nreturn ${expression};\n}\n`;
}

function fieldsOf(fields: readonly FieldModel[]): string {
  const entries = fields.map(({ name, type }) => `${name}: ${valuesOf(type)},`);
  const optional = fields.filter((field) => field.optional).map(({ name }) => `'${name}'`);
  const list = optional.length === 0 ? '' : `, [${optional.join(', ')}]`;
  return `of.fields({\n${entries.join('\n')}\n}${list})`;
}

function valuesOf(type: FieldType): string {
  switch (type.kind) {
    case 'integer':
      return `of.integer(${type.min}, ${type.max})`;
    case 'float':
      return type.ranged
        ? `of.float${type.bytes * 8}(${type.min}, ${type.max})`
        : `of.float${type.bytes * 8}()`;
    case 'bool':
      return 'of.bool()';
    case 'angle':
      return `of.integer(0, ${2 ** (8 * type.bytes) - 1})`;
    case 'quantized': {
      const { numerator, denominator } = type.step;
      const wrap = type.wrap ? ', wrap: true' : '';
      return `of.quantized({ min: ${toNumber(type.min)}, steps: ${type.steps}, step: [${numerator}, ${denominator}]${wrap} })`;
    }
    case 'enum':
      return `of.oneOf(${namesOf(type.declaration.members)})`;
    case 'flags':
      return `of.someOf(${namesOf(type.declaration.members)})`;
    case 'string':
      return `of.text(${type.cap})`;
    case 'bytes':
      return `of.bytes(${type.capped ? 0 : type.size}, ${type.size})`;
    case 'deltaList':
      return `of.rows(${functionName(type.declaration.name)}(of), ${type.size})`;
    case 'array':
      return `of.list(${valuesOf(type.element)}, ${type.capped ? 0 : type.size}, ${type.size})`;
    case 'struct':
    case 'record':
    case 'bits':
    case 'union':
      return `${functionName(type.declaration.name)}(of)`;
    default:
      return notCovered(type);
  }
}

function bitValuesOf(value: BitValue): string {
  switch (value.kind) {
    case 'bool':
      return 'of.bool()';
    case 'number':
      return `of.integer(${value.min}, ${value.max})`;
    case 'enum':
      return `of.oneOf(${namesOf(value.declaration.members)})`;
    default:
      return notCovered(value);
  }
}

function namesOf(members: readonly { readonly name: string }[]): string {
  return members.map(({ name }) => `'${name}'`).join(', ');
}

function functionName(name: string): string {
  return `${lowerFirst(name)}Values`;
}

/** What other modules import for a declaration. */
function exportedName({ kind, name }: DeclarationModel): string | undefined {
  return ['struct', 'record', 'bits', 'union'].includes(kind) ? functionName(name) : undefined;
}
