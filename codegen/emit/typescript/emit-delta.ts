// What a delta record has besides its codec: the codec against a baseline, which groups changed, and keeping what came.

import type { FieldModel, RecordModel } from '../../model/schema-model.js';
import { deltaSize } from '../../model/wire-size.js';
import { DeltaDecodeBody } from './delta-decode-body.js';
import { DeltaEncodeBody } from './delta-encode-body.js';
import { lengthName, lowerFirst, maskName } from './derived-names.js';
import { docComment } from './doc-comment.js';

export function emitDelta(record: RecordModel): string {
  const { name } = record;
  const encode = new DeltaEncodeBody();
  encode.delta(record);
  const decode = new DeltaDecodeBody();
  decode.delta(record);
  const size = deltaSize(record);
  const encodeDoc =
    'Writes the groups of `message.mask`: as differences to `baseline` where it holds the group and that is shorter.';
  const decodeDoc =
    'Needs the baseline that the encoder had. The baseline may be the message itself, whose mask then tells what came.';
  return [
    `${docComment(`Bytes of the longest ${name} against a baseline; the shortest takes ${size.min}.`)}export const ${lowerFirst(name)}DeltaSizeMax = ${size.max};`,
    `${docComment(encodeDoc)}export function encode${name}Delta(message: ${name}, baseline: ${name}, out: Uint8Array, at: number): number {`,
    ...encode.finish(),
    'return at;\n}\n',
    `${docComment(decodeDoc)}export function decode${name}Delta(message: ${name}, baseline: ${name}, data: Uint8Array, at: number, end: number): number {`,
    ...decode.finish(),
    'return at;\n}\n',
    ...emitChanged(record),
    ...emitMerge(record),
  ].join('\n');
}

function emitChanged(record: RecordModel): string[] {
  const { name, groups } = record;
  const lines = groups.flatMap((group) => {
    const bit = `${maskName(name)}.${group.name}`;
    const differing = group.fields.map(differs).join(' || ');
    return [`if ((held & ${bit}) !== 0 && !(${differing})) mask &= ~${bit};`];
  });
  const doc =
    'The groups of `message.mask` that `baseline` does not hold or holds with other values: what has to be sent.';
  const loop = groups.some((group) => group.fields.some((field) => field.type.kind === 'bytes'));
  return [
    `${docComment(doc)}export function changed${name}Groups(message: ${name}, baseline: ${name}): number {`,
    'let mask = message.mask;',
    'const held = mask & baseline.mask;',
    ...lines,
    `return ${groups.length === 32 ? 'mask >>> 0' : 'mask'};\n}\n`,
    ...(loop ? [bytesDiffer(name)] : []),
  ];

  function differs({ name: field, type }: FieldModel): string {
    if (type.kind !== 'bytes') return `message.${field} !== baseline.${field}`;
    const size = type.capped ? `message.${lengthName(field)}` : String(type.size);
    const bytes = `bytesOf${name}Differ(message.${field}, baseline.${field}, ${size})`;
    return type.capped ? `message.${lengthName(field)} !== baseline.${lengthName(field)} || ${bytes}` : bytes;
  }
}

function bytesDiffer(name: string): string {
  return [
    `function bytesOf${name}Differ(a: Uint8Array, b: Uint8Array, size: number): boolean {`,
    'for (let i = 0; i < size; i++) if (a[i] !== b[i]) return true;',
    'return false;\n}\n',
  ].join('\n');
}

function emitMerge(record: RecordModel): string[] {
  const { name, groups } = record;
  const doc = 'Takes the groups of `update.mask` over into `baseline`, which then holds them too.';
  return [
    `${docComment(doc)}export function merge${name}(baseline: ${name}, update: ${name}): void {`,
    'const { mask } = update;',
    ...groups.flatMap((group) => [
      `if ((mask & ${maskName(name)}.${group.name}) !== 0) {`,
      ...group.fields.flatMap(copy),
      '}',
    ]),
    `baseline.mask = ${groups.length === 32 ? '(baseline.mask | mask) >>> 0' : 'baseline.mask | mask'};\n}\n`,
  ];
}

function copy({ name, type }: FieldModel): string[] {
  if (type.kind !== 'bytes') return [`baseline.${name} = update.${name};`];
  const size = type.capped ? `update.${lengthName(name)}` : String(type.size);
  return [
    ...(type.capped ? [`baseline.${lengthName(name)} = update.${lengthName(name)};`] : []),
    `for (let i = 0; i < ${size}; i++) baseline.${name}[i] = update.${name}[i]!;`,
  ];
}
