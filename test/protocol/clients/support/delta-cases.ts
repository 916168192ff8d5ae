// Delta records against baselines: what the server's codec writes and reads, as questions for a client's.

import fc from 'fast-check';
import { CodecFault } from '#adapters/protocol/codec/codec-fault.js';
import { toNumber } from '#codegen/model/rational.js';
import type { FieldType, RecordModel } from '#codegen/model/schema-model.js';
import { arbitraryFields } from '../../../codegen/support/arbitrary-fields.js';
import type { Fields, Json, MessageMapping } from '../../../codegen/support/message-fields.js';
import { mutate } from '../../../codegen/support/mutate.js';
import { deltaRecords, messageNamed } from './client-schemas.js';
import { wordsOf } from './message-words.js';

interface DeltaCase {
  readonly about: string;
  readonly question: string;
  /** Undefined for any fault. */
  readonly answer: string | undefined;
}

type Encode = (message: object, baseline: object, out: Uint8Array, at: number) => number;
type Decode = (message: object, baseline: object, data: Uint8Array, at: number, end: number) => number;

const mutantsPerDelta = 12;
const seed = 4_711;
const scratch = new Uint8Array(4096);

export function deltaCases(perRecord: number): DeltaCase[] {
  return deltaRecords.flatMap((record) => {
    const pairs = fc.sample(fc.tuple(arbitraryFields(record), arbitraryFields(record)), {
      numRuns: perRecord,
      seed,
    });
    // Far apart, near each other, and the same: where whole values, differences and wraps are shorter.
    return pairs.flatMap(([one, other], turn) => [
      ...casesOf(record, one, other, turn),
      ...casesOf(record, nearby(record, other, turn), other, turn),
    ]);
  });
}

function casesOf(record: RecordModel, message: Fields, baseline: Fields, turn: number): DeltaCase[] {
  const { mapping } = messageNamed(record.name);
  const [now, then] = [mapping.create(record.name), mapping.create(record.name)];
  mapping.write(now, record, message);
  mapping.write(then, record, baseline);
  const end = exported<Encode>(mapping, `encode${record.name}Delta`)(now, then, scratch, 0);
  if (end < 0) throw new Error(`${record.name}: a random message cannot be written`);
  const bytes = scratch.slice(0, end);
  const about = `${record.name} against a baseline, ${turn}`;
  const written = {
    about,
    question: ['delta', record.name, ...wordsOf(record, message), ...wordsOf(record, baseline)].join(' '),
    answer: blob(bytes),
  };
  const broken = Array.from({ length: mutantsPerDelta }, (_, index) =>
    mutate(bytes, seed + turn * 97 + index),
  );
  return [written, ...[bytes, ...broken].map((data) => readCase(record, baseline, data, about))];
}

function readCase(record: RecordModel, baseline: Fields, data: Uint8Array, about: string): DeltaCase {
  const { mapping } = messageNamed(record.name);
  const [now, then] = [mapping.create(record.name), mapping.create(record.name)];
  mapping.write(then, record, baseline);
  const end = exported<Decode>(mapping, `decode${record.name}Delta`)(now, then, data, 0, data.length);
  const question = ['undelta', record.name, blob(data), ...wordsOf(record, baseline)].join(' ');
  const fields = end < 0 ? [] : wordsOf(record, mapping.read(now, record));
  return { about, question, answer: end < 0 ? undefined : [end, ...fields].join(' ') };
}

/** The same groups with numbers a few steps away, every third one unchanged. */
function nearby(record: RecordModel, fields: Fields, turn: number): Fields {
  const moved: Fields = {};
  for (const { name, fields: models } of record.groups) {
    if (fields[name] === undefined) continue;
    const group: Fields = { ...(fields[name] as Fields) };
    models.forEach((field, index) => {
      const steps = ((turn + index) % 3) * ((turn % 50) - 25);
      group[field.name] = movedBy(field.type, group[field.name]!, steps);
    });
    moved[name] = group;
  }
  return moved;
}

function movedBy(type: FieldType, value: Json, steps: number): Json {
  const within = (moved: number, min: number, max: number) => Math.min(Math.max(moved, min), max);
  if (type.kind === 'integer') return within((value as number) + steps, type.min, type.max);
  if (type.kind === 'angle') return ((value as number) + steps) & (2 ** (8 * type.bytes) - 1);
  if (type.kind !== 'quantized') return value;
  const [min, p, r] = [toNumber(type.min), Number(type.step.numerator), Number(type.step.denominator)];
  const q = Math.floor((((value as number) - min) * r) / p + 0.5);
  return (within(q + steps, 0, type.steps) * p) / r + min;
}

function exported<F>(mapping: MessageMapping, name: string): F {
  return mapping.module[name] as F;
}

const blob = (bytes: Uint8Array): string => `x${Buffer.from(bytes).toString('hex')}`;

/** Every fault of the server's codec, to be known by the same name. */
export const faultNames: ReadonlySet<string> = new Set(Object.keys(CodecFault));
