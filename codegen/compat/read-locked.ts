// The older schema of a comparison: a folder of schema files, or the lock file of a release.

import { existsSync, readFileSync, statSync } from 'node:fs';
import { loadSchema } from '../load-schema.js';
import { lockSchema, type LockedSchema } from './locked-schema.js';

/** Where the lock of the last release is committed. */
export const releasedLockPath = 'protocol-schema/released.lock.json';

/** What older locks say and the language no longer has; it decided over no byte. */
const wordsGone: readonly string[] = ['priority', 'interpolation', 'visibility', 'deprecated'];

export class NotASchema extends Error {
  readonly code = 'not-a-schema';
}

/** Throws NotASchema, or SchemaError for a folder whose schema is refused. */
export function readLocked(path: string): LockedSchema {
  if (!existsSync(path)) throw new NotASchema(`nothing is at '${path}'`);
  if (statSync(path).isDirectory()) {
    const schema = loadSchema(path);
    if (schema.files.length === 0) throw new NotASchema(`no .tos files lie in '${path}'`);
    return lockSchema(schema);
  }
  let read: unknown;
  try {
    read = JSON.parse(readFileSync(path, 'utf8'), (key, value: unknown) =>
      wordsGone.includes(key) ? undefined : value,
    );
  } catch (error) {
    throw new NotASchema(`'${path}' is no JSON: ${(error as Error).message}`, { cause: error });
  }
  if ((read as LockedSchema | null)?.format !== 1) {
    throw new NotASchema(`'${path}' is no lock file of a schema in format 1`);
  }
  return read as LockedSchema;
}
