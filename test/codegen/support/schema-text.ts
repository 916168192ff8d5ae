// Schemas from text in memory, for tests of the language.

import type { ColumnTypes } from '#codegen/check/check-columns.js';
import { readSchema } from '#codegen/load-schema.js';
import type { Schema } from '#codegen/model/schema-model.js';
import { SchemaError } from '#codegen/text/diagnostic.js';
import { SourceText } from '#codegen/text/source-text.js';

export type SchemaFiles = Readonly<Record<string, string>>;

/** One text is the file `a.tos`. */
export function schemaOf(files: string | SchemaFiles, columns?: ColumnTypes): Schema {
  const byPath = typeof files === 'string' ? { 'a.tos': files } : files;
  return readSchema(
    Object.entries(byPath).map(([path, text]) => new SourceText(path, text)),
    columns,
  );
}

/** The errors of a schema, each as `line:column message | hint`; several files: with the file before. */
export function errorsOf(files: string | SchemaFiles, columns?: ColumnTypes): string[] {
  try {
    schemaOf(files, columns);
  } catch (error) {
    if (!(error instanceof SchemaError)) throw error;
    return error.diagnostics.map(({ source, span, message, hint }) => {
      const { line, column } = source.position(span.start);
      const file = typeof files === 'string' ? '' : `${source.path}:`;
      return `${file}${line}:${column} ${message}${hint === undefined ? '' : ` | ${hint}`}`;
    });
  }
  return [];
}
