// What is wrong with the content: each problem names the file, the place in it, what is wrong and what is allowed.

export interface ContentProblem {
  /** Relative to the content folder. */
  readonly file: string;
  /** JSON path such as `[3].rolls[0].item`; empty for the whole file. */
  readonly path: string;
  readonly reason: string;
  readonly allowed: string;
}

export type JsonPath = readonly PropertyKey[];

export function formatPath(path: JsonPath): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '');
}

export function formatProblem(problem: ContentProblem): string {
  const place = problem.path === '' ? problem.file : `${problem.file}: ${problem.path}`;
  return `${place}: ${problem.reason}; allowed: ${problem.allowed}`;
}

/** Where problems of one file, or of one part of it, are put. */
export interface Problems {
  add(path: JsonPath, reason: string, allowed: string): void;
}

/** Gathers the problems of one file, so that a reader of the content sees all of them at once. */
export class FileProblems implements Problems {
  constructor(
    readonly file: string,
    private readonly all: ContentProblem[],
  ) {}

  add(path: JsonPath, reason: string, allowed: string): void {
    this.all.push({ file: this.file, path: formatPath(path), reason, allowed });
  }
}

/** Puts the path of the part before those of its problems. */
export function problemsWithin(problems: Problems, path: JsonPath): Problems {
  return { add: (inner, reason, allowed) => problems.add([...path, ...inner], reason, allowed) };
}
