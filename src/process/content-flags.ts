// The command line of `npm run content`.

import { parseCommandLine, type ParsedCommandLine } from './command-line.js';
import { oneOf, path } from './flags.js';

export interface ContentFlags {
  readonly task: 'check' | 'tiled-project';
  readonly folder: string;
}

const usage = [
  'npm run content -- [check|tiled-project] [flags]',
  '',
  'check          reads the content as the server would and lists everything that is wrong with it, as',
  '               file:line:column: place: what is wrong; allowed: what may stand there',
  "tiled-project  writes maps/world.tiled-project: the game's classes and properties for Tiled",
  '',
  'Exit code 0: no problems; 1: problems; 2: wrong flags.',
];

export function parseContentFlags(
  args: readonly string[],
  contentDir: string,
): ParsedCommandLine<ContentFlags> {
  const flags = {
    task: oneOf(['check', 'tiled-project'], 'check', 'what to do; the first bare word is taken for it'),
    folder: path(contentDir, 'the content folder; TOS_CONTENT_DIR says it as well'),
  };
  return parseCommandLine({ usage, flags, positions: ['task'] }, args);
}
