// Checks a parameter against the Zod schema that its decorator names; faults come back with the paths of their fields, in
// our own words: what is there, and what is allowed. Texts are not repeated: some are passwords.

import type { ArgumentMetadata, PipeTransform } from '@nestjs/common';
import { z } from 'zod';
import { allowedAt, fieldNamesAt } from './allowed-values.js';
import { ApiError, type FieldFault } from './api-error.js';

/** More faults help nobody, and their number is up to the sender. */
const faultsMax = 20;

type Issue = z.core.$ZodIssue;

export class ValidationPipe implements PipeTransform {
  transform(value: unknown, metadata: ArgumentMetadata): unknown {
    const { schema } = metadata;
    if (!(schema instanceof z.ZodType)) return value;
    // `@Param('id', …)` checks one value, which has no path of its own.
    const prefix = metadata.data ? [metadata.data] : [];
    if (metadata.type === 'query') refuseRepeated(schema, value);
    // Without words of the library: where a schema has none of its own, they are made below.
    const result = schema.safeParse(value, { reportInput: true, error: () => '' });
    if (result.success) return result.data;
    throw new ApiError('invalid-request', { fields: toFaults(schema, result.error.issues, prefix) });
  }
}

/** No question of ours takes several answers; that there are two would else be told as what it breaks. */
function refuseRepeated(schema: z.ZodType, query: unknown): void {
  const fields = Object.entries(query ?? {}).filter(([, values]) => Array.isArray(values));
  if (fields.length === 0) return;
  throw new ApiError('invalid-request', {
    fields: fields.slice(0, faultsMax).map(([name, values]) => ({
      path: name.slice(0, 100),
      message: `Is given ${(values as unknown[]).length} times; allowed: ${allowedAt(schema, [name])}`,
    })),
  });
}

function toFaults(schema: z.ZodType, issues: readonly Issue[], prefix: readonly string[]): FieldFault[] {
  const faults = new Map<string, FieldFault>();
  for (const issue of issues.slice(0, faultsMax)) {
    for (const fault of faultsOf(schema, issue, prefix)) {
      // What breaks one rule of a field often breaks its others, too.
      if (!faults.has(fault.path) && faults.size < faultsMax) faults.set(fault.path, fault);
    }
  }
  return [...faults.values()];
}

function faultsOf(schema: z.ZodType, issue: Issue, prefix: readonly string[]): FieldFault[] {
  const path = [...prefix, ...issue.path.map(String)];
  if (issue.code === 'unrecognized_keys') {
    const known = fieldNamesAt(schema, issue.path);
    const message = `Is not a known field; allowed: ${known.length === 0 ? 'none' : known.join(', ')}`;
    return issue.keys.map((key) => ({ path: [...path, key.slice(0, 100)].join('.'), message }));
  }
  const message = ownWords(issue) ?? `${reasonFor(issue.input)}; allowed: ${allowedAt(schema, issue.path)}`;
  return [{ path: path.join('.'), message }];
}

/** Those that the schema has for this; of several that it may be, any one's. */
function ownWords(issue: Issue): string | undefined {
  if (issue.message !== '') return issue.message;
  const nested = issue.code === 'invalid_union' ? issue.errors.flat() : [];
  return nested.find(({ message, path }) => message !== '' && path.length === 0)?.message;
}

function reasonFor(value: unknown): string {
  if (value === undefined || Number.isNaN(value)) return value === undefined ? 'Is missing' : 'Is no number';
  if (typeof value === 'string') return value === '' ? 'Is empty' : 'Is text that does not fit';
  if (Array.isArray(value)) return `Is a list of ${value.length}`;
  return value !== null && typeof value === 'object' ? 'Is an object' : `Is ${String(value)}`;
}
