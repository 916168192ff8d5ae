// No program does without what lies in the layers: a file that only tests import is a port nobody plays, an adapter that is
// put together nowhere, a rule that nothing runs. Lint would name it if no test did; so here programs alone count.

import { describe, expect, it } from '@jest/globals';
import { arrowsIn, type Sources } from './rules/folder-rules.js';
import { textsIn } from './rules/port-page.js';

const layers = ['codegen', 'domain', 'ports', 'application', 'adapters', 'client', 'src', 'bench'];
const sources: Sources = new Map(
  layers.flatMap((layer) => [...textsIn(layer)]).filter(([path]) => !path.endsWith('.d.ts')),
);

/** What Node is started with, in a process or a thread, and what others install. */
const begins = [
  /^src\/[^/]+\.ts$/,
  /^src\/.*-worker\.ts$/,
  /^src\/client-package\/node\.ts$/,
  /^client\/index\.ts$/,
  /^codegen\/cli\/main\.ts$/,
  /^bench\/(main|profile)\.ts$/,
  /^bench\/compare\/.*-(server|clients)\.ts$/,
];
/** Twins of what needs a database, a socket or a disk. */
const twins = /^adapters\/memory\//;
/** Words that tests hold programs to. */
const forTests: Readonly<Record<string, string>> = {
  'application/tick/access.ts':
    'what runs beside the tick, and what may not: test/application/tick/phase-access',
};

function unreached(files: Sources): string[] {
  const to = Map.groupBy(arrowsIn(files), ({ from }) => from);
  const reached = new Set<string>();
  const waiting = [...files.keys()].filter((path) => begins.some((begin) => begin.test(path)));
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (reached.has(path)) continue;
    reached.add(path);
    for (const arrow of to.get(path) ?? []) waiting.push(arrow.to);
  }
  return [...files.keys()].filter((path) => !reached.has(path) && !twins.test(path)).sort();
}

describe('every file of the layers', () => {
  it('is used by a program, not by tests alone', () => {
    expect(unreached(sources)).toEqual(Object.keys(forTests));
  });

  it('would be missed if only a test knew it, the port and who plays it', () => {
    const port = 'ports/storage/planted-book.ts';
    const adapter = 'adapters/node-files/planted-file.ts';
    const planted = new Map([
      ...[...sources, [port, 'export interface PlantedBook {}'] as const],
      [adapter, "import type { PlantedBook } from '#ports/storage/planted-book.js';"],
    ]);
    expect(unreached(planted)).toEqual([adapter, ...Object.keys(forTests), port]);
  });
});
