// Reads the record files. A record with a fault is left out and the others are kept, so that everything that is wrong
// with the content is told at once, and nothing that only follows from it. What a faulty one refers to is still looked at.

import type { z } from 'zod';
import { checkShape, reasonFor } from '../json/check-shape.js';
import { problemsWithin, type FileProblems } from '../json/content-problem.js';
import { readJson } from '../json/read-json.js';
import { salvageShape, type Salvaged } from '../json/salvage-shape.js';
import { key as keySchema } from './key.js';

export interface RecordList<T> {
  /** Those without faults, with their places in the file. */
  readonly records: readonly { readonly record: T; readonly index: number }[];
  /** Keys of records that have faults. */
  readonly faultyKeys: ReadonlySet<string>;
  /** Whether the keys of all records are known. */
  readonly complete: boolean;
}

export interface RecordFile<T> extends RecordList<T> {
  readonly problems: FileProblems;
  /** Those with faults of shape, with stand-ins for what is wrong. */
  readonly salvaged: readonly (Salvaged<T> & { readonly index: number })[];
}

export interface SingleFile<T> {
  /** Undefined when it has faults. */
  readonly record: T | undefined;
  readonly problems: FileProblems;
  /** With stand-ins for what is wrong; undefined without faults of shape. */
  readonly salvaged?: Salvaged<T> | undefined;
}

export async function readList<S extends z.ZodType>(
  folder: string,
  problems: FileProblems,
  schema: S,
): Promise<RecordFile<z.infer<S>>> {
  const nothing = { records: [], salvaged: [], faultyKeys: new Set<string>(), complete: false, problems };
  const document = await readJson(folder, problems);
  if (document === undefined) return nothing;
  const { value } = document;
  if (!Array.isArray(value)) {
    const allowed = 'a list of records: [ … ]';
    const isObject = value !== null && typeof value === 'object';
    problems.addAt(
      { line: 1, column: 1 },
      '',
      isObject ? 'is an object' : reasonFor(value),
      isObject && Object.hasOwn(value, '$schema')
        ? `${allowed}; a list has no place for $schema, editors find its schema by its file (content/README.md)`
        : allowed,
    );
    return nothing;
  }
  const records: { record: z.infer<S>; index: number }[] = [];
  const salvaged: (Salvaged<z.infer<S>> & { index: number })[] = [];
  const faultyKeys = new Set<string>();
  let complete = true;
  value.forEach((each: unknown, index) => {
    const record = checkShape(each, schema, problemsWithin(problems, [index]));
    if (record !== undefined) {
      records.push({ record, index });
      return;
    }
    const whole = salvageShape(each, schema);
    if (whole !== undefined) salvaged.push({ ...whole, index });
    const key = keyOf(each);
    if (key === undefined) complete = false;
    else faultyKeys.add(key);
  });
  return { records, salvaged, faultyKeys, complete, problems };
}

/** Undefined when the key itself may be what is wrong. */
function keyOf(record: unknown): string | undefined {
  if (record === null || typeof record !== 'object' || !Object.hasOwn(record, 'key')) return undefined;
  const checked = keySchema.safeParse((record as { key: unknown }).key);
  return checked.success ? checked.data : undefined;
}

export async function readSingle<S extends z.ZodType>(
  folder: string,
  problems: FileProblems,
  schema: S,
): Promise<SingleFile<z.infer<S>>> {
  const document = await readJson(folder, problems);
  if (document === undefined) return { record: undefined, problems };
  const record = checkShape(document.value, schema, problems);
  const salvaged = record === undefined ? salvageShape(document.value, schema) : undefined;
  return { record, salvaged, problems };
}
