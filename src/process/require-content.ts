// The content, or an error that lists every problem in it.

import { loadContent } from '#adapters/content-files/load-content.js';
import { formatProblem } from '#adapters/content-files/content-problem.js';
import type { Content } from '#domain/content/content.js';

export async function requireContent(folder: string): Promise<Content> {
  const loaded = await loadContent(folder);
  if (loaded.ok) return loaded.content;
  const lines = loaded.problems.map((problem) => `  ${formatProblem(problem)}`);
  throw new Error(`the content in ${folder} has problems:\n${lines.join('\n')}`);
}
