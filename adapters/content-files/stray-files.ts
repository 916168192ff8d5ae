// JSON files beside those of the game: a misspelt one would be looked for in vain.

import { FileProblems, type ContentProblem } from './json/content-problem.js';
import { listFiles } from './json/list-files.js';
import { oneOfNames } from './records/key-index.js';

/** `known` are read. Names that begin with `x-` are their author's own. */
export async function refuseStrayFiles(
  folder: string,
  known: readonly string[],
  all: ContentProblem[],
): Promise<void> {
  // A folder that cannot be read is told for each file in it already.
  const names = await listFiles(folder).catch((): string[] => []);
  if (names.includes('data-folder')) {
    // Of its files none is misspelt: whoever took that for advice would lose the server's identity.
    const allowed = 'a content folder without one; a data folder needs a place of its own';
    new FileProblems('data-folder', all).add([], 'is the file of a data folder', allowed);
    return;
  }
  for (const name of names) {
    if (!/\.json$/i.test(name) || known.includes(name) || name.startsWith('x-')) continue;
    const allowed = `${oneOfNames(name, known, 'none')}, or a name that begins with x-`;
    new FileProblems(name, all).add([], 'is no file of the game', allowed);
  }
}
