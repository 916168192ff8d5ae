// protobuf-es: schemas from a descriptor at run time; its encoder and decoder are reflective with generated code too.

import { create, createFileRegistry, type DescMessage, fromBinary, toBinary } from '@bufbuild/protobuf';
import {
  FieldDescriptorProto_Label as Label,
  FieldDescriptorProto_Type as Kind,
  FileDescriptorProtoSchema,
} from '@bufbuild/protobuf/wkt';
import type { ObjectCodec } from './object-codec.js';
import { objectLibrary } from './object-codec.js';

interface FieldSpec {
  readonly name: string;
  readonly type: Kind;
  readonly optional?: boolean;
  readonly listOf?: string;
}

const uint32 = (name: string): FieldSpec => ({ name, type: Kind.UINT32 });
const float = (name: string): FieldSpec => ({ name, type: Kind.FLOAT });
const text = (name: string): FieldSpec => ({ name, type: Kind.STRING });
const list = (name: string, listOf: string): FieldSpec => ({ name, type: Kind.MESSAGE, listOf });
const optional = (field: FieldSpec): FieldSpec => ({ ...field, optional: true });

function messageType(name: string, fields: readonly FieldSpec[]) {
  const optionals = fields.filter((field) => field.optional);
  return {
    name,
    field: fields.map((field, i) => ({
      name: field.name,
      jsonName: field.name,
      number: i + 1,
      type: field.type,
      label: field.listOf === undefined ? Label.OPTIONAL : Label.REPEATED,
      ...(field.listOf !== undefined && { typeName: `.bench.${field.listOf}` }),
      ...(field.optional && { proto3Optional: true, oneofIndex: optionals.indexOf(field) }),
    })),
    oneofDecl: optionals.map((field) => ({ name: `_${field.name}` })),
  };
}

const file = create(FileDescriptorProtoSchema, {
  name: 'bench.proto',
  package: 'bench',
  syntax: 'proto3',
  messageType: [
    messageType('Input', [
      uint32('sequence'),
      uint32('tick'),
      float('moveX'),
      float('moveY'),
      float('facing'),
      uint32('buttons'),
    ]),
    messageType('Chat', [uint32('scope'), text('text')]),
    messageType('Entity', [
      uint32('id'),
      float('x'),
      float('y'),
      float('facing'),
      float('health'),
      uint32('status'),
    ]),
    messageType('Snapshot', [uint32('tick'), uint32('lastInput'), list('entities', 'Entity')]),
    messageType('EntityChange', [
      uint32('slot'),
      ...[float('x'), float('y'), float('facing'), float('health'), uint32('status')].map(optional),
    ]),
    messageType('Delta', [uint32('tick'), uint32('lastInput'), list('entities', 'EntityChange')]),
  ],
});
const registry = createFileRegistry(file, () => undefined);

function codec<Fields>(name: string): ObjectCodec<Fields> {
  const schema = registry.getMessage(`bench.${name}`) as DescMessage;
  type Encodable = Parameters<typeof toBinary>[1];
  return {
    message: (fields) => create(schema, fields as Record<string, unknown>),
    encode: (message) => toBinary(schema, message as Encodable).length,
    encoded: (message) => toBinary(schema, message as Encodable),
    decode: (encoded) => fromBinary(schema, encoded as Uint8Array) as unknown as Fields,
  };
}

export const protobufEs = objectLibrary({
  name: 'protobuf-es',
  input: () => codec('Input'),
  chat: () => codec('Chat'),
  snapshot: () => codec('Snapshot'),
  delta: () => codec('Delta'),
});
