// Which files the rules need to look at again. ESLint's own cache looks at a file's text alone, and would pass over what
// another file's types have made wrong. Here a file is as it was only while its text, the declarations (dist/*.d.ts, made
// just before) of all it imports directly or not, the rules, the compiler's settings and the packages are.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { root } from './steps.mjs';

const file = join(root, 'node_modules', '.cache', 'tos-lint', 'passed.json');
const passedOver = new Set([
  'node_modules',
  'dist',
  'data',
  'coverage',
  '.git',
  '.angular',
  '.cache',
  'profiles',
]);
const settings = ['package-lock.json', 'eslint.config.js', 'tsconfig.base.json', 'scripts/lint-cache.mjs'];
const imports = /(?:from|import)\s*\(?\s*['"]((?:\.{1,2}\/|#)[^'"]+)\.js['"]/g;

/** The files whose rules must be checked, and how to note that they passed. */
export function staleFiles() {
  const keys = keysOfAll();
  const passed = readPassed();
  const stale = Object.keys(keys).filter((path) => passed[path] !== keys[path]);
  return {
    stale,
    notePassed() {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, JSON.stringify(keys));
    },
  };
}

function readPassed() {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // None yet, or cut off while it was written: everything is looked at.
    return {};
  }
}

function keysOfAll() {
  const sources = new Map(walk('').map((path) => [path, readFileSync(join(root, path), 'utf8')]));
  const projects = [...readdirSync(root), 'adapters/protocol'].map((folder) => `${folder}/tsconfig.json`);
  const present = [...settings, ...projects].filter((path) => existsSync(join(root, path)));
  const common = hash(process.version, ...present.map((path) => readFileSync(join(root, path), 'utf8')));
  const imported = new Map([...sources].map(([path, text]) => [path, importsOf(path, text, sources)]));
  const declared = new Map([...sources].map(([path, text]) => [path, hash(declarationOf(path) ?? text)]));
  const keys = {};
  for (const [path, text] of sources) {
    const closure = [...reachable(path, imported)].sort().map((other) => `${other} ${declared.get(other)}`);
    keys[path] = hash(common, text, ...closure);
  }
  return keys;
}

function walk(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return passedOver.has(entry.name) ? [] : walk(path);
    return /\.[cm]?[jt]s$/.test(entry.name) ? [path] : [];
  });
}

function importsOf(path, text, sources) {
  const targets = [...text.matchAll(imports)].map(([, specifier]) =>
    specifier.startsWith('#') ? specifier.slice(1) : posix.join(posix.dirname(path), specifier),
  );
  return targets.map((target) => `${target}.ts`).filter((target) => sources.has(target));
}

function declarationOf(path) {
  const declaration = join(root, 'dist', path.replace(/\.ts$/, '.d.ts'));
  return path.endsWith('.ts') && existsSync(declaration) ? readFileSync(declaration, 'utf8') : undefined;
}

function reachable(path, imported) {
  const seen = new Set();
  const waiting = [...imported.get(path)];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    waiting.push(...imported.get(next));
  }
  return seen;
}

function hash(...texts) {
  const sum = createHash('sha256');
  for (const text of texts) sum.update(text).update('\0');
  return sum.digest('hex');
}
