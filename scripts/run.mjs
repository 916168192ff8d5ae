// `node scripts/run.mjs [--with-console] PROGRAM [arguments]`, for the npm scripts: builds what has changed, then becomes
// the program. Becoming it, not starting it, leaves no shell or script between npm and the program: a SIGTERM to npm
// reaches it, and npm ends after it and with its exit code.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root, run } from './steps.mjs';

const words = process.argv.slice(2);
const withConsole = words[0] === '--with-console';
const [program, ...args] = withConsole ? words.slice(1) : words;

const flags = ['--quiet', ...(withConsole ? [] : ['--server-only'])];
if (run('node', [join(root, 'scripts', 'build.mjs'), ...flags])) become(program);
else process.exitCode = 1;

function become(file) {
  const command = [process.execPath, '--enable-source-maps', join(root, file), ...args];
  if (typeof process.execve === 'function' && process.platform !== 'win32') {
    process.execve(process.execPath, command);
  }
  const child = spawn(command[0], command.slice(1), { stdio: 'inherit' });
  // A terminal's Ctrl-C and end reach the child by themselves; this script only outlives them.
  for (const signal of ['SIGINT', 'SIGHUP']) process.on(signal, () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('error', (error) => {
    console.error(`cannot run ${file}: ${error.message}`);
    process.exitCode = 1;
  });
  child.on('exit', (code) => (process.exitCode = code ?? 1));
}
