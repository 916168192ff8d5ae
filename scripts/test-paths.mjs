// The paths among the words of `npm test -- …`, and which of them no suite matches: Jest itself says so only when none does.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './steps.mjs';

/** Of Jest's flags those behind which a path may follow, and how many words of their own they have. */
const flags = new Map([
  ...['-i', '--runInBand', '--silent', '--verbose', '--coverage', '--bail', '-u', '--updateSnapshot'].map(
    (flag) => [flag, 0],
  ),
  ...['-t', '--testNamePattern', '-w', '--maxWorkers', '--testTimeout', '--seed', '--shard'].map((flag) => [
    flag,
    1,
  ]),
]);

/** Others may take any number of words, so what follows one of them is left to Jest. */
export function pathsAmong(words) {
  const paths = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    if (!word.startsWith('-')) paths.push(word);
    else if (flags.has(word)) i += flags.get(word);
    else if (!/^--[\w-]+=/.test(word)) break;
  }
  return paths;
}

/** Asks Jest, whose patterns they are. */
export function unmatched(paths) {
  return paths.filter((path) => {
    const jest = join('node_modules', 'jest', 'bin', 'jest.js');
    const args = ['--experimental-vm-modules', jest, '--listTests', '--passWithNoTests', path];
    const listed = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
    // What Jest cannot read as a pattern it refuses itself, in its own words.
    return listed.status === 0 && listed.stdout.trim() === '';
  });
}
