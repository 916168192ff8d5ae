// Turns the records of a file into definitions, each with its cross-checks first.

import { problemsWithin, type JsonPath, type Problems } from '../json/content-problem.js';
import { Checker } from './checker.js';
import type { KeyIndex } from './key-index.js';
import type { MapNames } from './map-names.js';
import type { RecordFile, SingleFile } from './read-records.js';
import { ReferenceChecker } from './reference-checker.js';

/** Adds problems, with paths from the record on. */
export type CrossCheck<R> = (record: R, problems: Problems) => void;

export interface Defining {
  readonly indexes: Readonly<Record<string, KeyIndex>>;
  readonly maps: MapNames;
}

type Define<R, D> = (record: R, path: JsonPath, checker: Checker) => D;

export function defineList<R, D>(
  file: RecordFile<R>,
  define: Define<R, D>,
  crossCheck: CrossCheck<R> | undefined,
  { indexes, maps }: Defining,
): D[] {
  const checker = new Checker(indexes, maps, file.problems);
  for (const { value, faulty, index } of file.salvaged)
    define(value, [index], new ReferenceChecker(indexes, maps, file.problems, [index], faulty));
  return file.records.map(({ record, index }) => {
    crossCheck?.(record, problemsWithin(file.problems, [index]));
    return define(record, [index], checker);
  });
}

/** Undefined when the file has faults. */
export function defineSingle<R, D>(
  { record, salvaged, problems }: SingleFile<R>,
  define: Define<R, D>,
  crossCheck: CrossCheck<R> | undefined,
  { indexes, maps }: Defining,
): D | undefined {
  if (salvaged !== undefined)
    define(salvaged.value, [], new ReferenceChecker(indexes, maps, problems, [], salvaged.faulty));
  if (record === undefined) return undefined;
  crossCheck?.(record, problems);
  return define(record, [], new Checker(indexes, maps, problems));
}
