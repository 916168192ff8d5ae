// A client codec in another language as a program: compiled once from what is generated, asked in lines, answering in lines.

import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** How one language's program comes to be. */
export interface ClientLanguage {
  readonly name: string;
  /** Programs that must be installed. */
  readonly tools: readonly string[];
  /** Files of the program besides what lies in the project, by name. */
  sources(): ReadonlyMap<string, string>;
  /** The compiler's command, in a folder that holds the sources. */
  compile(folder: string): readonly string[];
  /** The compiled program's command. */
  run(folder: string): readonly string[];
}

/** Those that are not installed. */
export function missingTools(tools: readonly string[]): string[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return tools.filter((tool) => !folders.some((folder) => existsSync(join(folder, tool))));
}

export class ClientProgram {
  readonly #folder = mkdtempSync(join(tmpdir(), 'client-codec-'));
  readonly #language: ClientLanguage;

  /** Compiles. Throws with the compiler's complaints. */
  constructor(language: ClientLanguage) {
    this.#language = language;
    for (const [name, text] of language.sources()) writeFileSync(join(this.#folder, name), text);
    const [compiler, ...rest] = language.compile(this.#folder);
    const { status, stdout, stderr, error } = spawnSync(compiler!, rest, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`${compiler} ended with ${status ?? error}:\n${stdout}${stderr}`);
  }

  /** One answer a question. */
  ask(questions: readonly string[]): string[] {
    const [program, ...rest] = this.#language.run(this.#folder);
    const answers = execFileSync(program!, rest, {
      input: `${questions.join('\n')}\n`,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    }).split('\n');
    answers.pop();
    if (answers.length !== questions.length)
      throw new Error(`${questions.length} questions, ${answers.length} answers`);
    return answers;
  }

  close(): void {
    rmSync(this.#folder, { recursive: true });
  }
}
