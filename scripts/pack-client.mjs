// `npm run pack-client`: makes the client library a package of its own, dist/tos-client, and a tarball of it. What goes in
// follows from the imports of the two files it offers, so it cannot lack a module or carry the server along.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { root, runOrExit, switchesOrExit } from './steps.mjs';

const usage = [
  'npm run pack-client',
  '',
  'Makes dist/tos-client, the client library as a package, and dist/tos-client-VERSION.tgz: `npm install` that file',
  'in the project of a client. Needs Node.js 20.19 or newer there, and nothing of this project.',
].join('\n');
switchesOrExit(usage, []);

const dist = join(root, 'dist');
const target = join(dist, 'tos-client');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const offered = { '.': 'client/index', './node': 'src/client-package/node' };

runOrExit('node', ['scripts/build.mjs', '--quiet', '--server-only']);

/** Of a built module or its types: whatever is imported, exported from, or named in import(). */
function importsOf(text) {
  const found = text.matchAll(/\bfrom\s+'([^']+)'|\bimport\s*\(\s*'([^']+)'|^import\s+'([^']+)'/gm);
  return [...found].map((match) => match[1] ?? match[2] ?? match[3]);
}

const files = new Set();
const packages = new Set();
function take(file) {
  if (files.has(file)) return;
  files.add(file);
  for (const specifier of importsOf(readFileSync(join(dist, file), 'utf8'))) {
    if (specifier.startsWith('node:')) continue;
    const isOurs = specifier.startsWith('#') || specifier.startsWith('.');
    if (!isOurs) {
      packages.add(
        specifier
          .split('/')
          .slice(0, specifier.startsWith('@') ? 2 : 1)
          .join('/'),
      );
      continue;
    }
    const path = specifier.startsWith('#') ? specifier.slice(1) : join(dirname(file), specifier);
    takeModule(relative('.', path).replace(/\.js$/, ''));
  }
}
function takeModule(module) {
  take(`${module}.js`);
  take(`${module}.d.ts`);
}
Object.values(offered).forEach(takeModule);

rmSync(target, { recursive: true, force: true });
for (const file of files) {
  mkdirSync(dirname(join(target, 'lib', file)), { recursive: true });
  cpSync(join(dist, file), join(target, 'lib', file));
}
const missing = [...packages].filter((name) => manifest.dependencies[name] === undefined);
if (missing.length > 0) {
  console.error(`pack-client: package.json does not list ${missing.join(', ')} among its dependencies`);
  process.exit(1);
}
const folders = [...new Set([...files].map((file) => file.split('/')[0]))].sort();
writeFileSync(
  join(target, 'package.json'),
  `${JSON.stringify(
    {
      name: 'tos-client',
      version: manifest.version,
      description:
        'Client library of tos-server: handshake, prediction, reconciliation, interpolation, reconnect',
      license: manifest.license,
      type: 'module',
      engines: manifest.engines,
      exports: Object.fromEntries(
        Object.entries(offered).map(([name, module]) => [
          name,
          { types: `./lib/${module}.d.ts`, default: `./lib/${module}.js` },
        ]),
      ),
      imports: Object.fromEntries(folders.map((folder) => [`#${folder}/*`, `./lib/${folder}/*`])),
      files: ['lib', 'README.md'],
      dependencies: Object.fromEntries(
        [...packages].sort().map((name) => [name, manifest.dependencies[name]]),
      ),
    },
    undefined,
    2,
  )}\n`,
);
cpSync(join(root, 'client', 'README.md'), join(target, 'README.md'));
runOrExit('npm', ['pack', '--silent', '--pack-destination', dist], { cwd: target, stdoutToNull: true });
console.log(
  `dist/tos-client-${manifest.version}.tgz: ${files.size} files, needs ${[...packages].sort().join(', ')}`,
);
