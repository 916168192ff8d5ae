// What is wrong with the content: each problem names the file, the place in it, what is wrong and what is allowed.

import type { JsonDocument } from './json-document.js';

export interface ContentProblem {
  /** Relative to the content folder. */
  readonly file: string;
  /** From 1; undefined when the problem is the whole file's. */
  readonly line: number | undefined;
  readonly column: number | undefined;
  /** JSON path with the names of what it passes, such as `[3 'bread'].rolls[0].item`; empty for the whole file. */
  readonly path: string;
  readonly reason: string;
  readonly allowed: string;
}

export type JsonPath = readonly PropertyKey[];

/** `file:line:column: path: reason; allowed: …`, which editors make a link of. */
export function formatProblem({ file, line, column, path, reason, allowed }: ContentProblem): string {
  const where = line === undefined ? file : `${file}:${line}:${column}`;
  return `${where}: ${path === '' ? '' : `${path}: `}${reason}; allowed: ${allowed}`;
}

/** Of a path that leads through more objects, such as groups in groups, the middle is left out. */
const partsShownMax = 10;

/** `document` is what the path leads through; its records and objects are called by their names beside their numbers. */
export function formatPath(path: JsonPath, document?: unknown): string {
  const parts = partsOf(path, document);
  if (parts.length > partsShownMax) parts.splice(2, parts.length - 4, '.…');
  return parts.join('').replace(/^\./, '');
}

/** Each a field's name with the dot before it, and the places in lists behind it. */
function partsOf(path: JsonPath, document: unknown): string[] {
  const parts: string[] = [];
  let at = document;
  for (let i = 0; i < path.length; i++) {
    const step = path[i]!;
    const list = at;
    at = at === null || typeof at !== 'object' ? undefined : (at as Record<PropertyKey, unknown>)[step];
    if (typeof step !== 'number') {
      // One of Tiled's own properties stands by its name, as Tiled shows it.
      const property = step === 'properties' ? propertyName(at, path[i + 1]) : undefined;
      if (property !== undefined && path[i + 2] === 'value') i += 2;
      parts.push(`.${property !== undefined && path[i] === 'value' ? property : String(step)}`);
      continue;
    }
    const name = Array.isArray(list) ? nameIn(at) : undefined;
    const place = name === undefined ? `[${step}]` : `[${step} '${name}']`;
    parts.push(`${parts.pop() ?? ''}${place}`);
  }
  return parts;
}

function propertyName(properties: unknown, index: PropertyKey | undefined): string | undefined {
  return Array.isArray(properties) && typeof index === 'number' ? nameIn(properties[index]) : undefined;
}

function nameIn(value: unknown): string | undefined {
  if (value === null || typeof value !== 'object') return undefined;
  const { key, name } = value as { key?: unknown; name?: unknown };
  const text = typeof key === 'string' ? key : name;
  return typeof text === 'string' && text !== '' && text.length <= 64 ? text : undefined;
}

/** Where problems of one file, or of one part of it, are put. */
export interface Problems {
  add(path: JsonPath, reason: string, allowed: string): void;
}

/** More of one file are counted, not listed. */
const listedMax = 100;

/** Gathers the problems of one file, so that a reader of the content sees all of them at once. */
export class FileProblems implements Problems {
  #count = 0;
  /** Gives problems their lines, and records their names; undefined before the file is read. */
  document: JsonDocument | undefined;

  constructor(
    readonly file: string,
    private readonly all: ContentProblem[],
  ) {}

  get count(): number {
    return this.#count;
  }

  add(path: JsonPath, reason: string, allowed: string): void {
    const shown = formatPath(path, this.document?.value);
    this.addAt(path.length === 0 ? undefined : this.document?.positionOf(path), shown, reason, allowed);
  }

  addAt(
    position: { readonly line: number; readonly column: number } | undefined,
    path: string,
    reason: string,
    allowed: string,
  ): void {
    if (++this.#count > listedMax + 1) return;
    const { file } = this;
    const [line, column] = [position?.line, position?.column];
    if (this.#count <= listedMax) this.all.push({ file, line, column, path, reason, allowed });
    else {
      const more = { line: undefined, column: undefined, path: '', reason: 'has more problems' };
      this.all.push({ file, ...more, allowed: `none; ${listedMax} of them are listed` });
    }
  }
}

/** Puts the path of the part before those of its problems. */
export function problemsWithin(problems: Problems, path: JsonPath): Problems {
  return { add: (inner, reason, allowed) => problems.add([...path, ...inner], reason, allowed) };
}
