// The documents that people begin with name files and commands that are there. What an example would add is marked (new), and
// must not be there yet.

import { describe, expect, it } from '@jest/globals';
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = process.cwd();
const documents = [
  ...['README.md', 'ARCHITECTURE.md', 'SECURITY.md', 'STYLE.md', 'docs/threads.md', 'bench/RESULTS.md'],
  ...['content/README.md', 'client/README.md', 'ports/README.md', 'protocol-schema/LANGUAGE.md'],
  ...['protocol-schema/STANDARD.md', 'protocol-schema/SESSION.md'],
];
const folders = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !['node_modules', 'dist', 'data'].includes(entry.name))
  .map(({ name }) => name);
/** Documents leave endings out. */
const endings = ['', '.ts', '.test.ts', '.mjs', '.tos'];

interface NamedPath {
  readonly path: string;
  readonly isNew: boolean;
}

/** What stands in backticks in running text and begins with a folder of the project. `path: 12` and links' targets count. */
function pathsIn(text: string): NamedPath[] {
  const prose = text.replace(/^```.*?^```/gms, '');
  return [...prose.matchAll(/`([\w.-]+\/[^`\s:]*)(?::\d+)?`( \(new\))?/g)]
    .map(([, path, isNew]) => ({ path: path!, isNew: isNew !== undefined }))
    .filter(({ path }) => folders.includes(path.split('/')[0]!));
}

/** Of `application/<area>/x` what comes before the part that is to be filled in. */
function isThere(path: string): boolean {
  const [whole] = path.split(/\/[^/]*</);
  if (whole!.includes('*') || whole!.includes('{')) return globSync(whole!, { cwd: root }).length > 0;
  return endings.some((ending) => existsSync(join(root, `${whole}${ending}`)));
}

/** What running servers keep and write; no files of the project. */
const written = ['identity.json', 'tos.config.json'];
const allFiles = folders.flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => !path.includes('node_modules'))
    .map((path) => `/${folder}/${path.replaceAll('\\', '/')}`),
);

/** Names of files without a folder, as `decide.ts` of a step beside another one, that no file in the project bears. */
function namesOfNone(text: string): string[] {
  const prose = text.replace(/^```.*?^```/gms, '');
  const names = [...prose.matchAll(/`([\w.-]+\.(?:ts|tos|json|mjs|cjs))`(?! \(new\))/g)].map(
    ([, name]) => name!,
  );
  const isOfOne = (name: string) =>
    existsSync(join(root, name)) || allFiles.some((path) => path.endsWith(`/${name}`));
  return names.filter((name) => !written.includes(name) && !isOfOne(name));
}

it('a file that is named without its folder, and is not there, would be seen', () => {
  expect(namesOfNone('`decide.ts`, `decade.ts`, `package.json` and `later.ts` (new)')).toEqual(['decade.ts']);
});

describe.each(documents)('%s', (document) => {
  const text = readFileSync(join(root, document), 'utf8');
  const named = pathsIn(text);

  it('names no file, without its folder, that is not there', () => {
    expect(namesOfNone(text)).toEqual([]);
  });

  it('names files and folders that are there', () => {
    expect(named.filter(({ path, isNew }) => !isNew && !isThere(path)).map(({ path }) => path)).toEqual([]);
  });

  it('marks as new what is not there', () => {
    const whole = named.filter(({ path, isNew }) => isNew && !path.includes('<'));
    expect(whole.filter(({ path }) => isThere(path)).map(({ path }) => path)).toEqual([]);
  });
});

describe('the commands of package.json', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const readme = readFileSync(join(root, 'README.md'), 'utf8');

  it('that are other projects’ programs, with a --help of their own, are those that README.md excepts', () => {
    const foreign = Object.keys(scripts).filter((name) => !/\bnode /.test(scripts[name]!));
    const excepted = /say with `-- --help` how they are used; (.*)\./.exec(readme)?.[1] ?? '';
    expect([...excepted.matchAll(/`([^`]+)`/g)].map(([, name]) => name).sort()).toEqual(foreign.sort());
  });

  it('that README.md names are there', () => {
    const known = Object.keys(scripts);
    const named = [...readme.matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name!);
    expect(named.filter((name) => !known.includes(name))).toEqual([]);
  });
});
