// Reads all .tos files of a folder into one checked schema.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkSchema } from './check/check-schema.js';
import type { Schema } from './model/schema-model.js';
import { parseSchema } from './syntax/parse-schema.js';
import { Diagnostics, SchemaError } from './text/diagnostic.js';
import { SourceText } from './text/source-text.js';

/** Files are read in the order of their names. Throws SchemaError with every error found. */
export function loadSchema(folder: string): Schema {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.tos'))
    .sort();
  return readSchema(
    names.map((name) => new SourceText(join(folder, name), readFileSync(join(folder, name), 'utf8'))),
  );
}

/** The files of what travels, between programs and between threads; facts travel nowhere. */
export function travelling({ files }: Schema): Schema {
  return { files: files.filter(({ facts }) => facts.length === 0) };
}

/** As `loadSchema`, of texts in memory. */
export function readSchema(sources: readonly SourceText[]): Schema {
  const diagnostics = new Diagnostics();
  const files = sources.map((source) => parseSchema(source, diagnostics));
  // Checking half-read files would bury the true error under followers.
  const schema = diagnostics.any ? undefined : checkSchema(files, diagnostics);
  if (schema === undefined) throw new SchemaError(diagnostics.list);
  return schema;
}
