// The same packets as typed-binary schemas: slow, written in another way by other hands, and so a judge of the codecs.
// For tests alone; never for bytes from the network.

import { deltaLayout, placeBytes } from '../../model/delta-layout.js';
import { toNumber } from '../../model/rational.js';
import type {
  BitValue,
  DeclarationModel,
  DeltaListType,
  FieldModel,
  FieldType,
  IntegerType,
  Schema,
} from '../../model/schema-model.js';
import type { EmitterInput, GeneratedFile } from '../emitter.js';
import { coverSchema, importLines, notCovered } from '../coverage.js';
import { hex } from '../typescript/derived-names.js';

const folder = 'test/protocol/twin/generated';
/** Of a file that the lint takes as it is, with room for what the formatter breaks into several. */
const linesMax = 300;

export function typedBinaryTwin({ schema, specimen }: EmitterInput): GeneratedFile[] {
  return [...modulesOf(schema), ...modulesOf(specimen)];
}

function modulesOf(schema: Schema): GeneratedFile[] {
  return [...coverSchema(schema, emitDeclaration)].map(([file, { parts, leftOut }]) => {
    const text = [
      `// Generated from ${file.name}.tos by \`npm run codegen\`; changes here are lost.`,
      '// Slow and independent: tests compare the codecs with it. Never for bytes from the network.',
      ...(parts.join('').split('\n').length > linesMax
        ? ['/* eslint-disable max-lines -- generated: one module a schema file */']
        : []),
      '',
      "import * as wire from '../wire-types.js';",
      ...importLines(schema, file, ({ name }) => name),
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
  const { name } = declaration;
  switch (declaration.kind) {
    case 'const':
      return '';
    case 'enum':
    case 'flags': {
      const members = declaration.members.map((member) => `${member.name}: ${member.value},`);
      const make = declaration.kind === 'enum' ? 'enumeration' : 'flagSet';
      return `export const ${name} = wire.${make}(wire.u${declaration.bytes * 8}, {\n${members.join('\n')}\n});\n`;
    }
    case 'struct':
      return `export const ${name} = wire.struct(${fieldsOf(declaration.fields)});\n`;
    case 'record': {
      const groups = declaration.groups.map(
        (group) => `${group.name}: [${group.bit}, wire.struct(${fieldsOf(group.fields)})],`,
      );
      const mask = `wire.u${declaration.maskBytes * 8}`;
      return `export const ${name} = wire.record(${mask}, {\n${groups.join('\n')}\n});\n`;
    }
    case 'packet': {
      const { id, size, padded, fields } = declaration;
      const shape = `{ id: ${hex(id)}, bytesMax: ${size.max}, padded: ${padded} }`;
      return `export const ${name} = wire.message(${shape}, wire.struct(${fieldsOf(fields)}));\n`;
    }
    case 'bits': {
      const entries = declaration.fields.map(
        ({ name: field, offset, width, value }) => `${field}: [${offset}, ${width}, ${bitSchemaOf(value)}],`,
      );
      const bits = `wire.u${declaration.bytes * 8}`;
      return `export const ${name} = wire.bitFields(${bits}, {\n${entries.join('\n')}\n});\n`;
    }
    case 'union': {
      const cases = declaration.cases.map(
        ({ name: each, tag, declaration: struct }) =>
          `${each}: [${tag}, ${struct?.name ?? 'wire.struct({})'}],`,
      );
      return `export const ${name} = wire.union({\n${cases.join('\n')}\n});\n`;
    }
    default:
      return notCovered(declaration);
  }
}

function fieldsOf(fields: readonly FieldModel[]): string {
  const entries = fields.map(({ name, type }) => `${name}: ${schemaOf(type)},`);
  const optional = fields.filter((field) => field.optional).map(({ name }) => `'${name}'`);
  const list = optional.length === 0 ? '' : `, [${optional.join(', ')}]`;
  return `{\n${entries.join('\n')}\n}${list}`;
}

function schemaOf(type: FieldType): string {
  switch (type.kind) {
    case 'integer':
      return integer(type);
    case 'float':
      return `wire.float(wire.f${type.bytes * 8}${type.ranged ? `, ${type.min}, ${type.max}` : ''})`;
    case 'bool':
      return 'wire.bool';
    case 'angle':
      return `wire.integer(wire.u${type.bytes * 8}, 0, ${2 ** (type.bytes * 8) - 1})`;
    case 'quantized': {
      const { numerator, denominator } = type.step;
      const wrap = type.wrap ? ', wrap: true' : '';
      const range = `min: ${toNumber(type.min)}, max: ${toNumber(type.max)}, steps: ${type.steps}`;
      return `wire.quantized(wire.u${type.bytes * 8}, { ${range}, step: [${numerator}, ${denominator}]${wrap} })`;
    }
    case 'enum':
    case 'flags':
    case 'struct':
    case 'record':
    case 'bits':
    case 'union':
      return type.declaration.name;
    case 'string':
      return `wire.text(${type.cap})`;
    case 'bytes':
      return type.capped ? `wire.bytesUpTo(${type.size})` : `wire.bytes(${type.size})`;
    case 'deltaList':
      return deltaRows(type);
    case 'array':
      return `wire.${type.capped ? 'listUpTo' : 'list'}(${schemaOf(type.element)}, ${type.size})`;
    default:
      return notCovered(type);
  }
}

/** Without a baseline: the header says of no group that it travels as differences. */
function deltaRows({ declaration, size }: DeltaListType): string {
  const groups = declaration.groups.map(
    (group) => `${group.name}: [${group.bit}, wire.struct(${fieldsOf(group.fields)})],`,
  );
  const [place, header] = [placeBytes(size), deltaLayout(declaration).headerBytes].map(
    (bytes) => `wire.u${8 * bytes}`,
  );
  return `wire.deltaRows(${place}, wire.record(${header}, {\n${groups.join('\n')}\n}), ${size})`;
}

/** How the number in a bit field is read: as if it stood in 4 bytes of its own. */
function bitSchemaOf(value: BitValue): string {
  switch (value.kind) {
    case 'bool':
      return 'wire.bool';
    case 'number':
      return `wire.integer(wire.u32, ${value.min}, ${value.max})`;
    case 'enum':
      return value.declaration.name;
    default:
      return notCovered(value);
  }
}

function integer({ encoding, name, min, max }: IntegerType): string {
  return `wire.integer(wire.${encoding === 'fixed' ? name : encoding}, ${min}, ${max})`;
}
