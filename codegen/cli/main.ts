// `npm run codegen` writes everything that follows from the schema; the other commands say what is stale, compare the
// schema with an older one, and lock it for a release. Exit codes: 0 well, 1 stale, refused or breaking, 2 wrong usage.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Change, describeChanges } from '../compat/change.js';
import { compareFacts } from '../compat/compare-facts.js';
import { compareSchemas } from '../compat/compare-schemas.js';
import { lockSchema } from '../compat/locked-schema.js';
import { journalLockPath, lockFacts, readLockedFacts, type LockedFacts } from '../compat/locked-facts.js';
import { NotASchema, readLocked, releasedLockPath } from '../compat/read-locked.js';
import { MigrationNumberFault } from '../emit/stored/scaffold-migration.js';
import { loadSchema } from '../load-schema.js';
import { changelogPath, namesHash } from '../compat/changelog.js';
import { generateAll, schemaFolder, staleFiles, strayFiles, writeStale } from '../outputs.js';
import { SchemaError } from '../text/diagnostic.js';

const usage = [
  'usage: npm run codegen [-- generate | check-fresh | check [OLD] | lock | lock-facts]',
  '  generate     writes all that follows from the schema (when nothing is named)',
  '  check-fresh  says which of it is stale; exit code 1 if any is',
  `  check        every change since OLD, a schema folder or lock file (${releasedLockPath}); exit code 1 if one is breaking,`,
  `               or ${changelogPath} does not name today's protocol hash, or a durable fact is not as it was locked`,
  `  lock         writes ${releasedLockPath}: from now on changes are compared with today's schema; locks facts too`,
  `  lock-facts   adds what is new to ${journalLockPath}: from now on journals may hold it, and it never changes again`,
].join('\n');

async function main(words: readonly string[], root: string): Promise<number> {
  if (words.includes('--help') || words.includes('-h')) {
    console.log(usage);
    return 0;
  }
  const [command = 'generate', ...others] = words;
  const surplus = others[command === 'check' ? 1 : 0];
  if (surplus !== undefined) return refuse(`'${surplus}' is one word too many for ${command}`);
  switch (command) {
    case 'generate':
      return generate(root);
    case 'check-fresh':
      return checkFresh(root);
    case 'check':
      return check(root, others[0] ?? join(root, releasedLockPath));
    case 'lock':
      return lock(root);
    case 'lock-facts':
      return lockDurableFacts(root);
    default:
      return refuse(`unknown command '${command}'`);
  }
}

function refuse(problem: string): number {
  console.error(`${problem}; --help lists what there is`);
  return 2;
}

async function generate(root: string): Promise<number> {
  const files = await generateAll(root);
  const written = writeStale(root, files);
  for (const path of written) console.log(`put right: ${path}`);
  if (written.length === 0) console.log(`${files.length} generated files were fresh already`);
  return tellStrays(root, files);
}

function tellStrays(root: string, files: Awaited<ReturnType<typeof generateAll>>): number {
  const strays = strayFiles(root, files);
  for (const path of strays)
    console.error(`not generated: ${path}: move it out of its folder, which no rule looks into`);
  return strays.length > 0 ? 1 : 0;
}

async function checkFresh(root: string): Promise<number> {
  const files = await generateAll(root);
  const stale = staleFiles(root, files);
  for (const path of stale) console.error(`stale: ${path}`);
  if (stale.length > 0) console.error('run `npm run codegen` and commit the result');
  else console.log(`${files.length} generated files are fresh`);
  return Math.max(stale.length > 0 ? 1 : 0, tellStrays(root, files));
}

function check(root: string, old: string): number {
  const before = readLocked(old);
  const schema = loadSchema(join(root, schemaFolder));
  const now = lockSchema(schema);
  const changes = [...compareSchemas(before, now), ...factChanges(root, lockFacts(schema))];
  for (const line of describeChanges(changes)) console.log(line);
  if (before.protocolHash !== now.protocolHash) {
    console.log(
      `the protocol hash is ${now.protocolHash} where it was ${before.protocolHash}: clients of before are refused`,
    );
  }
  const unnamed = !namesHash(root, now.protocolHash);
  if (unnamed)
    console.error(`${changelogPath} does not name the protocol hash ${now.protocolHash}: say what changed`);
  return unnamed || changes.some((change) => change.severity === 'breaking') ? 1 : 0;
}

function factChanges(root: string, now: LockedFacts): Change[] {
  const before = readLockedFacts(join(root, journalLockPath));
  return before === undefined ? [] : compareFacts(before, now);
}

function lockDurableFacts(root: string): number {
  const locked = lockFacts(loadSchema(join(root, schemaFolder)));
  const broken = factChanges(root, locked).filter(({ severity }) => severity === 'breaking');
  if (broken.length > 0) {
    for (const line of describeChanges(broken)) console.error(line);
    console.error(`${journalLockPath} stays as it is: journals were written with it`);
    return 1;
  }
  writeFileSync(join(root, journalLockPath), `${JSON.stringify(locked, undefined, 2)}\n`);
  console.log(`locked ${locked.facts.length} durable facts`);
  return 0;
}

function lock(root: string): number {
  if (lockDurableFacts(root) !== 0) return 1;
  const locked = lockSchema(loadSchema(join(root, schemaFolder)));
  writeFileSync(join(root, releasedLockPath), `${JSON.stringify(locked, undefined, 2)}\n`);
  console.log(`locked ${locked.declarations.length} declarations, protocol hash ${locked.protocolHash}`);
  return 0;
}

try {
  process.exitCode = await main(process.argv.slice(2), process.cwd());
} catch (error) {
  process.exitCode = 1;
  if (error instanceof NotASchema || error instanceof MigrationNumberFault) console.error(error.message);
  else if (error instanceof SchemaError) {
    const count = error.diagnostics.length;
    const summary = `${count} error${count === 1 ? '' : 's'} in the schema; nothing was written`;
    console.error(`${error.message}\n\n${summary}`);
  } else throw error;
}
