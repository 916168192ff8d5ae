// A schema as it was released: plain JSON that the compatibility check compares with later ones. Documentation and layout
// are left out; everything that decides over bytes, limits and meaning is in.

import { canonicalBits, canonicalType } from '../hash/canonical-form.js';
import { protocolHash } from '../hash/protocol-hash.js';
import { showRational } from '../model/rational.js';
import type { DeclarationModel, FieldModel, Schema } from '../model/schema-model.js';

export interface LockedField {
  readonly name: string;
  readonly optional: boolean;
  /** In canonical form. */
  readonly type: string;
  readonly unit: string;
}

export interface LockedMember {
  readonly name: string;
  readonly value: number;
}

interface Named {
  readonly name: string;
  /** Between the threads of one server; no client ever sees it. */
  readonly internal: boolean;
}

export type LockedDeclaration = Named &
  (
    | { readonly kind: 'const'; readonly value: string }
    | {
        readonly kind: 'enum' | 'flags';
        readonly bytes: number;
        readonly members: readonly LockedMember[];
        readonly reserved: readonly number[];
      }
    | { readonly kind: 'bits'; readonly bytes: number; readonly fields: readonly string[] }
    | { readonly kind: 'struct'; readonly fields: readonly LockedField[] }
    | { readonly kind: 'union'; readonly cases: readonly { name: string; tag: number; struct: string }[] }
    | {
        readonly kind: 'record';
        readonly delta: boolean;
        readonly groups: readonly { name: string; fields: readonly LockedField[] }[];
      }
    | {
        readonly kind: 'packet';
        readonly id: number;
        readonly from: string;
        readonly channel: string;
        /** Locks of before it was written lack it. */
        readonly state?: string;
        readonly ratePerSecond: number;
        readonly burst: number;
        readonly sizeMin: number;
        readonly sizeMax: number;
        readonly padded: boolean;
        readonly fields: readonly LockedField[];
      }
  );

export type Locked<Kind extends LockedDeclaration['kind']> = Extract<LockedDeclaration, { kind: Kind }>;

export interface LockedSchema {
  readonly format: 1;
  /** In hexadecimal. */
  readonly protocolHash: string;
  readonly reservedIds: readonly number[];
  readonly declarations: readonly LockedDeclaration[];
}

export function lockSchema(schema: Schema): LockedSchema {
  return {
    format: 1,
    protocolHash: Buffer.from(protocolHash(schema)).toString('hex'),
    reservedIds: schema.files.flatMap((file) => file.reservedIds).sort((a, b) => a - b),
    declarations: schema.files.flatMap((file) =>
      file.declarations.map((declaration) => lockDeclaration(declaration, file.internal)),
    ),
  };
}

function lockDeclaration(declaration: DeclarationModel, internal: boolean): LockedDeclaration {
  const named = { name: declaration.name, internal };
  switch (declaration.kind) {
    case 'const':
      return { kind: 'const', ...named, value: showRational(declaration.value) };
    case 'enum':
    case 'flags': {
      const members = declaration.members.map((member) => ({
        name: member.name,
        value: member.value,
      }));
      const { kind, bytes, reserved } = declaration;
      return { kind, ...named, bytes, members, reserved };
    }
    case 'bits':
      return {
        kind: 'bits',
        ...named,
        bytes: declaration.bytes,
        fields: declaration.fields.map(canonicalBits),
      };
    case 'struct':
      return { kind: 'struct', ...named, fields: declaration.fields.map(lockField) };
    case 'union': {
      const cases = declaration.cases.map(({ name, tag, declaration: struct }) => ({
        name,
        tag,
        struct: struct?.name ?? '',
      }));
      return { kind: 'union', ...named, cases };
    }
    case 'record': {
      const groups = declaration.groups.map(({ name, fields }) => ({ name, fields: fields.map(lockField) }));
      return { kind: 'record', ...named, delta: declaration.delta, groups };
    }
    case 'packet': {
      const { id, from, channel, state, ratePerSecond, burst, size, padded } = declaration;
      const sizes = { sizeMin: size.min, sizeMax: size.max, padded };
      const fields = declaration.fields.map(lockField);
      const route = { from, channel, state };
      return { kind: 'packet', ...named, id, ...route, ratePerSecond, burst, ...sizes, fields };
    }
  }
}

function lockField({ name, optional, type, unit }: FieldModel): LockedField {
  return { name, optional, type: canonicalType(type), unit };
}
