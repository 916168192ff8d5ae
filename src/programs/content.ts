// `npm run content -- check`: reads the content as the server would and lists all that is wrong. See --help.

import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { formatProblem } from '#adapters/content-files/json/content-problem.js';
import { loadContent } from '#adapters/content-files/load-content.js';
import { projectFile, tiledProject } from '#adapters/content-files/tiled/tiled-project.js';
import { askedFor } from '../process/command-line.js';
import { parseContentFlags } from '../process/content-flags.js';

const asked = askedFor(parseContentFlags(process.argv.slice(2), process.env['TOS_CONTENT_DIR'] ?? 'content'));
if (asked !== undefined) {
  const folder = asked.flags.folder;
  if (asked.flags.task === 'check') await check(folder);
  else await writeProject(path.join(folder, projectFile));
}

async function check(folder: string): Promise<void> {
  const loaded = await loadContent(folder);
  if (loaded.ok) {
    const { maps, items, creatures, quests } = loaded.content.lists;
    const counts = `${maps.length} maps, ${items.length} items, ${creatures.length} creatures, ${quests.length} quests`;
    console.log(`${folder}: no problems (${counts})`);
    return;
  }
  // From where one stands, so that terminals and editors make links of it.
  for (const problem of loaded.problems)
    console.log(formatProblem({ ...problem, file: path.join(folder, problem.file) }));
  const count = loaded.problems.length;
  console.error(`${count} ${count === 1 ? 'problem' : 'problems'}`);
  process.exitCode = 1;
}

async function writeProject(file: string): Promise<void> {
  try {
    await writeFile(file, tiledProject());
    console.log(`wrote ${file}`);
  } catch (error) {
    console.error(`${file}: cannot be written: ${(error as Error).message}`);
    process.exitCode = 1;
  }
}
