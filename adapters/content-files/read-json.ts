// Reads one JSON file and checks its shape, turning every fault into a problem with its place and what is allowed.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import type { FileProblems, Problems } from './content-problem.js';

/** Larger files are refused unread: the largest map of 1024 × 1024 tiles and 8 layers stays below. */
const fileBytesMax = 64 * 1024 * 1024;

/** The parsed file, or undefined after its problems have been added. */
export async function readJson<S extends z.ZodType>(
  folder: string,
  schema: S,
  problems: FileProblems,
): Promise<z.infer<S> | undefined> {
  const text = await readText(folder, problems);
  if (text === undefined) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    problems.add([], `is not JSON: ${(error as Error).message}`, 'a JSON document');
    return undefined;
  }
  return checkShape(value, schema, problems);
}

async function readText(folder: string, problems: FileProblems): Promise<string | undefined> {
  try {
    const bytes = await readFile(join(folder, problems.file));
    if (bytes.length <= fileBytesMax) return bytes.toString('utf8');
    problems.add([], `has ${bytes.length} bytes`, `at most ${fileBytesMax}`);
  } catch (error) {
    problems.add([], `cannot be read: ${(error as Error).message}`, 'a readable file');
  }
  return undefined;
}

export function checkShape<S extends z.ZodType>(
  value: unknown,
  schema: S,
  problems: Problems,
): z.infer<S> | undefined {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return result.data;
  for (const issue of result.error.issues) addIssue(issue, problems);
  return undefined;
}

type Issue = z.core.$ZodIssue;

function addIssue(issue: Issue, problems: Problems): void {
  if (issue.code === 'unrecognized_keys') {
    for (const unknown of issue.keys)
      problems.add(
        [...issue.path, unknown],
        'is not a known field',
        'only the fields of this kind of record',
      );
    return;
  }
  problems.add(issue.path, reasonOf(issue), allowedBy(issue));
}

function reasonOf(issue: Issue): string {
  const { input } = issue;
  if (input === undefined) return 'is missing';
  const shown = JSON.stringify(input);
  return `is ${shown.length > 60 ? `${shown.slice(0, 57)}…` : shown}`;
}

function allowedBy(issue: Issue): string {
  // A schema that says in its own words what it wants is taken at its word; zod's own words are about JavaScript.
  if (!/^(Invalid|Too|Unrecognized)/.test(issue.message)) return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      return `a value of type ${issue.expected}`;
    case 'invalid_value':
      return `one of ${issue.values.map((value) => JSON.stringify(value)).join(', ')}`;
    case 'too_small':
      return `at least ${issue.minimum}${lengthUnit(issue.origin)}`;
    case 'too_big':
      return `at most ${issue.maximum}${lengthUnit(issue.origin)}`;
    case 'invalid_format':
      return issue.pattern === undefined ? issue.message : `text that matches ${issue.pattern}`;
    default:
      return issue.message;
  }
}

function lengthUnit(origin: string): string {
  if (origin === 'string') return ' characters';
  return origin === 'array' ? ' entries' : '';
}
