// Holds a value against a schema and turns what does not fit into problems, none of them in the schema library's words.

import type { z } from 'zod';
import { nearestName } from '#codegen/text/nearest-name.js';
import type { JsonPath, Problems } from './content-problem.js';
import type { SaidIssue } from './said-issue.js';
import { allowedTexts, describeAllowed, fieldNames, within } from './describe-allowed.js';

type Issue = z.core.$ZodIssue;

export function checkShape<S extends z.ZodType>(
  value: unknown,
  schema: S,
  problems: Problems,
): z.infer<S> | undefined {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return result.data;
  for (const issue of result.error.issues) addIssue(issue, schema, value, problems);
  return undefined;
}

function addIssue(issue: Issue, schema: z.ZodType, value: unknown, problems: Problems): void {
  const { path } = issue;
  if (issue.code === 'custom' && issue.params !== undefined) {
    const { reason, allowed } = issue.params as unknown as SaidIssue;
    problems.add(path, reason, allowed);
    return;
  }
  if (issue.code !== 'unrecognized_keys') {
    const given = valueAt(value, path);
    const meant =
      typeof given === 'string' ? nearestName(given, allowedTexts(schema, path, value)) : undefined;
    const hint = meant === undefined ? '' : `; did you mean '${meant}'?`;
    problems.add(path, `${reasonFor(given)}${hint}`, describeAllowed(schema, path, value));
    return;
  }
  const known = fieldNames(schema, path, value);
  for (const name of issue.keys) problems.add([...path, name], ...unknownField(name, known));
}

/** Reason and what is allowed for a field that nothing reads. */
export function unknownField(name: string, known: readonly string[]): [reason: string, allowed: string] {
  if (name === '$schema' && known.length > 0)
    return [
      'has no place here',
      'nothing: editors find the schema of a list by its file, see content/README.md',
    ];
  const meant = nearestName(name, known);
  const allowed = known.length === 0 ? 'none' : known.join(', ');
  return [`is not a known field${meant === undefined ? '' : `; did you mean '${meant}'?`}`, allowed];
}

function valueAt(value: unknown, path: JsonPath): unknown {
  return path.reduce<unknown>(within, value);
}

/** `is "sword"`; what is long or deep is said by its kind. */
export function reasonFor(value: unknown): string {
  if (value === undefined) return 'is missing';
  if (Array.isArray(value)) return `is a list with ${value.length} entries`;
  if (value !== null && typeof value === 'object') return 'is an object';
  const shown = typeof value === 'string' ? JSON.stringify(value) : String(value);
  return `is ${shown.length > 60 ? `${shown.slice(0, 57)}…` : shown}`;
}
