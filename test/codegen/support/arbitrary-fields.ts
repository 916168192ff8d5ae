// Random messages of a declaration, as plain JSON. Whole ranges, with their ends more often than chance would give them.

import fc, { type Arbitrary } from 'fast-check';
import { toNumber } from '#codegen/model/rational.js';
import type {
  BitsModel,
  FieldModel,
  FieldType,
  PacketModel,
  RecordModel,
  StructModel,
  UnionModel,
} from '#codegen/model/schema-model.js';
import type { Fields, Json } from './message-fields.js';

export function arbitraryFields(declaration: PacketModel | StructModel | RecordModel): Arbitrary<Fields> {
  if (declaration.kind !== 'record') return ofFields(declaration.fields);
  const groups = Object.fromEntries(declaration.groups.map((group) => [group.name, ofFields(group.fields)]));
  return fc.record(groups, { requiredKeys: [], noNullPrototype: true }) as Arbitrary<Fields>;
}

function ofFields(fields: readonly FieldModel[]): Arbitrary<Fields> {
  const required = fields.filter((field) => !field.optional).map((field) => field.name);
  const entries = Object.fromEntries(fields.map((field) => [field.name, ofType(field.type)]));
  return fc.record(entries, { requiredKeys: required, noNullPrototype: true }) as Arbitrary<Fields>;
}

function ofType(type: FieldType): Arbitrary<Json> {
  switch (type.kind) {
    case 'integer':
      return withEnds(fc.integer({ min: type.min, max: type.max }), type.min, type.max);
    case 'float':
      return type.bytes === 4
        ? fc.float({ min: type.min, max: type.max, noNaN: true, noDefaultInfinity: true })
        : fc.double({ min: type.min, max: type.max, noNaN: true, noDefaultInfinity: true });
    case 'bool':
      return fc.boolean();
    case 'angle':
      return fc.integer({ min: 0, max: 2 ** (8 * type.bytes) - 1 });
    case 'quantized': {
      const [min, p, r] = [toNumber(type.min), Number(type.step.numerator), Number(type.step.denominator)];
      const steps = withEnds(fc.integer({ min: 0, max: type.steps }), 0, type.steps);
      return steps.map((q) => (q * p) / r + min);
    }
    case 'enum':
      return fc.constantFrom(...type.declaration.members.map((member) => member.name));
    case 'flags':
      return fc.subarray(type.declaration.members.map((member) => member.name));
    case 'string':
      return fc
        .string({ unit: 'binary', maxLength: Math.min(type.cap, 40) })
        .filter((text) => Buffer.byteLength(text) <= type.cap);
    case 'bytes':
      return fc
        .uint8Array({ minLength: type.capped ? 0 : type.size, maxLength: type.size })
        .map((bytes) => Buffer.from(bytes).toString('hex'));
    case 'deltaList':
      return fc
        .uniqueArray(fc.integer({ min: 0, max: type.size - 1 }), { maxLength: type.size })
        .chain((places) => entriesAt(places, type.declaration));
    case 'array':
      return fc.array(ofType(type.element), { minLength: type.capped ? 0 : type.size, maxLength: type.size });
    case 'bits':
      return ofBits(type.declaration);
    case 'union':
      return ofUnion(type.declaration);
    case 'struct':
    case 'record':
      return arbitraryFields(type.declaration);
  }
}

function entriesAt(places: readonly number[], record: RecordModel): Arbitrary<readonly Json[]> {
  const row = arbitraryFields(record);
  const ascending = [...places].sort((a, b) => a - b);
  return fc.tuple(
    ...ascending.map((place) => fc.record({ place: fc.constant(place), row }, { noNullPrototype: true })),
  );
}

function ofBits(bits: BitsModel): Arbitrary<Fields> {
  const entries = bits.fields.map(({ name, value }): [string, Arbitrary<Json>] => {
    if (value.kind === 'number') {
      return [name, withEnds(fc.integer({ min: value.min, max: value.max }), value.min, value.max)];
    }
    return [name, ofType(value)];
  });
  return fc.record(Object.fromEntries(entries), { noNullPrototype: true });
}

/** The case's name with its fields: `{ "moved": { … } }`. */
function ofUnion(union: UnionModel): Arbitrary<Fields> {
  const cases = union.cases.map(({ name, declaration }) =>
    (declaration ? arbitraryFields(declaration) : fc.constant<Fields>({})).map((fields): Fields => ({
      [name]: fields,
    })),
  );
  return fc.oneof(...cases);
}

function withEnds(inside: Arbitrary<number>, min: number, max: number): Arbitrary<number> {
  return fc.oneof({ arbitrary: inside, weight: 4 }, { arbitrary: fc.constantFrom(min, max), weight: 1 });
}
