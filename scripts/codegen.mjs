// `npm run codegen [-- check-fresh]`: builds the code generator, then runs it. It cannot be part of the build it feeds.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

function run(...args) {
  const { status, error } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

run(join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-b', 'codegen');
run(join(root, 'dist', 'codegen', 'cli', 'main.js'), ...process.argv.slice(2));
