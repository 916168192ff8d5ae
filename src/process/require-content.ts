// The content, or an error that lists every problem in it; and what else a start depends on, asked together with it.

import { stat } from 'node:fs/promises';
import { loadContent } from '#adapters/content-files/load-content.js';
import { formatProblem } from '#adapters/content-files/json/content-problem.js';
import type { Content } from '#domain/content/content.js';

export async function requireContent(folder: string): Promise<Content> {
  const found = await stat(folder).catch(() => undefined);
  // One line, instead of one for each file that is not in it.
  if (found?.isDirectory() === false)
    throw new Error(
      `TOS_CONTENT_DIR: '${folder}' is no folder; choose the one that holds the content's files`,
    );
  const loaded = await loadContent(folder);
  if (loaded.ok) return loaded.content;
  const lines = loaded.problems.map((problem) => `  ${formatProblem(problem)}`);
  throw new Error(`the content in ${folder} has problems:\n${lines.join('\n')}`);
}

/** The first one's result. Rejects with what all of them have to say, so that nobody repairs one thing a start. */
export async function checkTogether<Result>(
  first: Promise<Result>,
  ...others: readonly Promise<unknown>[]
): Promise<Result> {
  const settled = await Promise.allSettled([first, ...others]);
  const faults = settled.filter(({ status }) => status === 'rejected') as PromiseRejectedResult[];
  if (faults.length === 0) return first;
  const messages = faults.map(({ reason }) => (reason instanceof Error ? reason.message : String(reason)));
  throw new Error(messages.join('\n'));
}
