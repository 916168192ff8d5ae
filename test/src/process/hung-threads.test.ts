// Threads that stand in a call to the system which never returns, here the opening of a pipe that nobody writes to: the
// program ends all the same, with its exit code, and what it started ends with it.

import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it } from '@jest/globals';
import { endProcesses, isAlive, root, ServerProcess } from '../../support/servers/server-process.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

afterAll(endProcesses);

const main = pathToFileURL(join(root, 'dist/src/process/main.js')).href;

/** A program of these parts; `hang()` has a thread of libuv and a worker wait for ever. */
function programOf(parts: string): ServerProcess {
  const folder = temporaryFolder();
  const pipe = join(folder, 'pipe');
  execFileSync('mkfifo', [pipe]);
  const program = join(folder, 'program.mjs');
  writeFileSync(
    program,
    `import { readFile } from 'node:fs/promises';
    import { Worker } from 'node:worker_threads';
    import { runProgram } from ${JSON.stringify(main)};
    const pipe = ${JSON.stringify(pipe)};
    const hang = async () => {
      void readFile(pipe);
      const worker = new Worker("require('node:fs').readFileSync(" + JSON.stringify(pipe) + ")", { eval: true });
      await new Promise((resolve) => worker.once('online', resolve));
      await new Promise((resolve) => setTimeout(resolve, 100));
    };
    const never = new Promise(() => setInterval(() => undefined, 1000));
    const running = { banner: ['runs'], failure: never, stop: async () => undefined };
    process.on('exit', (code) => console.log('told of the end', code));
    await runProgram({ usage: '', async check() {}, async start() { return running; }, ${parts} });`,
  );
  return ServerProcess.start(join(folder, 'data'), { command: [process.execPath, program] });
}

describe('a thread that never comes back', () => {
  it('does not keep a stop that takes too long', async () => {
    const server = programOf('async start() { await hang(); return { ...running, stop: () => never }; }');
    await server.said(/runs/);
    expect(await server.stop()).toBe(1);
    expect(server.output).toMatch(/^not stopped after 9500 ms; giving up$/m);
    expect(server.output).toMatch(/^told of the end 1$/m);
  }, 60_000);

  it('does not keep a program that has stopped', async () => {
    const server = programOf('async start() { await hang(); return running; }');
    await server.said(/runs/);
    expect(await server.stop()).toBe(0);
    expect(server.output).toMatch(/^told of the end 0$/m);
  }, 60_000);

  it('does not keep a program that could not start', async () => {
    const server = programOf('async start() { await hang(); throw new Error("a fault"); }');
    expect(await server.exitCode).toBe(1);
    expect(server.output).toMatch(/cannot start: a fault/);
  }, 60_000);

  it('does not keep one that is told to stop before it runs', async () => {
    const server = programOf('async check() { await hang(); console.log("hangs"); await never; }');
    await server.said(/hangs/);
    expect(await server.stop()).toBe(0);
    expect(server.output).not.toMatch(/giving up/);
  }, 60_000);

  it('takes no PostgreSQL with it into the dark', async () => {
    const hangs = `data:text/javascript,process.on('SIGUSR2', () => {
      process.getBuiltinModule('node:fs').open(process.env.PIPE, () => undefined);
      Promise.race = () => new Promise(() => undefined);
      console.log('hangs');
    });`;
    const folder = temporaryFolder();
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const server = ServerProcess.start(join(folder, 'data'), {
      program: 'dist/src/admin-api.js',
      environment: { PIPE: pipe },
      nodeArguments: ['--import', hangs],
    });
    const [, postgres] = await server.said(/"pid":(\d+),.*PostgreSQL runs/);
    await server.said(/Console and API/);
    server.kill('SIGUSR2');
    await server.said(/^hangs$/m);
    expect(await server.stop()).toBe(1);
    expect(server.output).toMatch(/giving up/);
    while (isAlive(Number(postgres))) await sleep(20);
  }, 120_000);
});
