// Runs before every npm script, on whatever Node >= 20.19 the system has and before anything is installed:
// plain JavaScript without dependencies. Installs when node_modules is missing or the manifests changed.
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const triesMax = 3;
const lockFolder = join(root, '.installing');
const lockPollMs = 500;
/** Longer than any install takes. */
const lockStaleMs = 10 * 60_000;
const stampFile = join(root, 'node_modules', '.ensure-installed');

/** Of what decides which packages are there: a changed script in a manifest needs no new ones. */
function wantedStamp() {
  const hash = createHash('sha256').update(`${process.platform}-${process.arch}\n`);
  for (const file of ['package-lock.json', '.npmrc']) hash.update(readFileSync(join(root, file)));
  for (const file of ['package.json', 'admin-ui/package.json']) {
    const manifest = JSON.parse(readFileSync(join(root, file), 'utf8'));
    const { dependencies, devDependencies, optionalDependencies, overrides, workspaces } = manifest;
    hash.update(JSON.stringify([dependencies, devDependencies, optionalDependencies, overrides, workspaces]));
  }
  return hash.digest('hex');
}

function cannotWrite({ code }) {
  return ['EACCES', 'EPERM', 'EROFS'].includes(code);
}

function isInstalled() {
  if (existsSync(stampFile)) return readFileSync(stampFile, 'utf8') === wantedStamp();
  if (!isInstalledByHand()) return false;
  try {
    writeFileSync(stampFile, wantedStamp());
  } catch (error) {
    // Who may only read the checkout looks again next time.
    if (!cannotWrite(error)) throw error;
  }
  return true;
}

/**
 * Whether somebody's own `npm ci` has just put there what package-lock.json wants: npm notes in node_modules what it has
 * installed, and does so last. What is optional may be missing: it is for other systems.
 */
function isInstalledByHand() {
  const note = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(note)) return false;
  const wanted = Object.entries(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages);
  const there = JSON.parse(readFileSync(note, 'utf8')).packages;
  const isThere = ([folder, { version, integrity, optional, devOptional, link }]) =>
    there[folder] === undefined
      ? optional || devOptional || link
      : there[folder].version === version && there[folder].integrity === integrity;
  return wanted.every((entry) => !entry[0].startsWith('node_modules/') || isThere(entry));
}

/** Two commands started together must not both replace node_modules. The lock of a killed install goes stale. */
function withLock(work) {
  for (let waitedMs = 0; ; waitedMs += lockPollMs) {
    try {
      mkdirSync(lockFolder);
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (waitedMs === 0) console.log('another command is installing; waiting for it …');
      if (waitedMs >= lockStaleMs) rmSync(lockFolder, { recursive: true, force: true });
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, lockPollMs);
    }
  }
  try {
    work();
  } finally {
    rmSync(lockFolder, { recursive: true, force: true });
  }
}

function install() {
  // The npm that started us, if any: the same program, without guessing through PATH.
  const npm = process.env.npm_execpath;
  const command = npm ? process.execPath : 'npm';
  const args = [...(npm ? [npm] : []), 'ci', '--loglevel=error', '--no-fund', '--no-audit'];
  return (
    spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: !npm && process.platform === 'win32' })
      .status === 0
  );
}

function installAndStamp() {
  if (isInstalled()) return;
  const started = Date.now();
  // Before npm says so for each of its files.
  for (const folder of [root, join(root, 'node_modules')]) {
    if (existsSync(folder)) accessSync(folder, constants.W_OK | constants.X_OK);
  }
  console.log('installing the packages of package-lock.json …');
  for (let tries = 1; !install(); tries++) {
    if (tries === triesMax) throw new Error(`npm ci failed ${triesMax} times; its own words above say why`);
  }
  const node = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
  const version = spawnSync(node, ['-v'], { encoding: 'utf8', shell: process.platform === 'win32' });
  if (version.status !== 0 && Number(process.versions.node.split('.')[0]) < 26) {
    throw new Error(
      'the pinned Node 26 does not run on this system (musl?); install Node 26 and run again with it first in PATH',
    );
  }
  writeFileSync(stampFile, wantedStamp());
  console.log(`installed in ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

if (!isInstalled()) {
  try {
    withLock(installAndStamp);
  } catch (error) {
    const advice = 'install as the user who owns it, or give it to this one with chown';
    console.error(
      cannotWrite(error) ? `the packages cannot be installed: ${error.message}; ${advice}` : error.message,
    );
    process.exitCode = 1;
  }
}
