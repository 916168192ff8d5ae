// Reads all .tos files of a folder into one checked schema.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ColumnTypes } from './check/check-columns.js';
import { checkSchema } from './check/check-schema.js';
import type { Schema } from './model/schema-model.js';
import { parseSchema } from './syntax/parse-schema.js';
import { Diagnostics, SchemaError } from './text/diagnostic.js';
import { SourceText } from './text/source-text.js';

/**
 * Files are read in the order of their names. Throws SchemaError with every error found; among them what does not fit
 * `columns`, where they are known.
 */
export function loadSchema(folder: string, columns?: ColumnTypes): Schema {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.tos'))
    .sort();
  return readSchema(
    names.map((name) => new SourceText(join(folder, name), readFileSync(join(folder, name), 'utf8'))),
    columns,
  );
}

/** The files of what travels, between programs and between threads; facts travel nowhere. */
export function travelling({ files }: Schema): Schema {
  return { files: files.filter(({ facts }) => facts.length === 0) };
}

/** As `loadSchema`, of texts in memory. */
export function readSchema(sources: readonly SourceText[], columns?: ColumnTypes): Schema {
  const diagnostics = new Diagnostics();
  const files = sources.map((source) => parseSchema(source, diagnostics));
  // Checking half-read files would bury the true error under followers.
  const schema = diagnostics.any ? undefined : checkSchema(files, diagnostics, columns);
  if (schema === undefined) throw new SchemaError(diagnostics.list);
  return schema;
}
