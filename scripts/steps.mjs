// What the other scripts share: reading their switches, running a command with the project's own tools, and remembering
// what was built from what.
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const windows = process.platform === 'win32';

/** Which of the `known` switches were given. --help prints `usage`, anything else ends the script before it did anything. */
export function switchesOrExit(usage, known) {
  const given = process.argv.slice(2);
  if (given.includes('--help') || given.includes('-h')) {
    console.log(usage);
    process.exit(0);
  }
  const wrong = given.filter((word) => !known.includes(word));
  for (const word of wrong)
    console.error(`${word}: no such flag; allowed are ${[...known, '--help'].join(', ')}`);
  if (wrong.length > 0) process.exit(2);
  return new Set(given);
}

/** Runs a program of node_modules/.bin, or any in PATH; its output goes to ours unless `quiet` and it succeeds. */
export function run(command, args, { quiet = false, stdoutToNull = false, cwd = root, env = {} } = {}) {
  const path = `${join(root, 'node_modules', '.bin')}${windows ? ';' : ':'}${process.env.PATH}`;
  const result = spawnSync(command, args, {
    cwd,
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', stdoutToNull ? 'ignore' : 'inherit', 'inherit'],
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: windows,
    env: { ...process.env, PATH: path, ...env },
  });
  const ok = result.status === 0;
  if (!ok && quiet) process.stderr.write(`${result.stdout ?? ''}${result.stderr ?? ''}${result.error ?? ''}`);
  return ok;
}

export function runOrExit(command, args, options) {
  if (run(command, args, options)) return;
  console.error(`\nfailed: ${command} ${args.join(' ')}`);
  process.exit(1);
}

/** Folders that builds make; `api` is the console's client, generated from the API's document. */
const made = new Set(['node_modules', 'dist', '.angular', 'api']);

function hashInto(hash, path) {
  const info = statSync(path);
  if (info.isDirectory()) {
    for (const name of readdirSync(path).sort()) {
      if (!made.has(name)) hashInto(hash, join(path, name));
    }
    return;
  }
  hash.update(path.slice(root.length)).update('\0').update(readFileSync(path));
}

/** The first folder in or above `path` in which this user may make nothing, and why; undefined when there is none. */
export function unwritable(path) {
  if (!existsSync(path)) return unwritable(dirname(path));
  if (!statSync(path).isDirectory()) return undefined;
  try {
    accessSync(path, constants.W_OK | constants.X_OK);
    const folders = readdirSync(path, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    for (const { name } of folders) {
      const inside = unwritable(join(path, name));
      if (inside !== undefined) return inside;
    }
    return undefined;
  } catch (error) {
    return { folder: path, code: error.code };
  }
}

/** Said once, instead of by the compiler for each of its files. */
function requireWritable(name, paths) {
  for (const path of paths) {
    const found = unwritable(join(root, path));
    if (found === undefined) continue;
    const { folder, code } = found;
    console.error(
      `build: ${name} changed, and this user may not write to ${folder} (${code}); ` +
        `build as the user who owns it (id ${statSync(folder).uid}), or give it to this one with chown`,
    );
    process.exit(1);
  }
}

function digestOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths) if (existsSync(join(root, path))) hashInto(hash, join(root, path));
  return hash.digest('hex');
}

/**
 * Does `make` unless `inputs` (files and folders) are as they were when it last succeeded, `output` exists, and so `notes`
 * are as it left them: files by which others tell that they made the same, of other inputs.
 */
export function whenChanged({ name, inputs, output, notes = [], make }) {
  const digest = digestOf(inputs);
  const stamp = join(root, 'dist', '.stamps', name);
  const isAsMade = () => readFileSync(stamp, 'utf8') === `${digest} ${digestOf(notes)}`;
  if (existsSync(join(root, output)) && existsSync(stamp) && isAsMade()) return false;
  requireWritable(name, ['dist', dirname(output)]);
  make();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, `${digest} ${digestOf(notes)}`);
  return true;
}
