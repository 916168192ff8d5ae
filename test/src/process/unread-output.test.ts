// A program whose output nobody reads any more: what stood behind the pipe (`| head`, a collector of logs) has ended.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { root } from '../../support/servers/server-process.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

describe('a program whose output has no reader any more', () => {
  it('runs on, whatever it and its threads print, and ends well when it is told to', async () => {
    const folder = temporaryFolder();
    const [program, goOn, running] = ['program.mjs', 'go-on', 'running'].map((name) => join(folder, name));
    const main = pathToFileURL(join(root, 'dist/src/process/main.js')).href;
    writeFileSync(
      program!,
      `import { existsSync, writeFileSync } from 'node:fs';
      import { setTimeout as sleep } from 'node:timers/promises';
      import { Worker } from 'node:worker_threads';
      import { runProgram } from ${JSON.stringify(main)};
      async function start() {
        while (!existsSync(${JSON.stringify(goOn)})) await sleep(5);
        setTimeout(async () => {
          console.log('more');
          console.error('and more');
          const talk = new Worker("console.log('of a thread'); console.error('of a thread')", { eval: true });
          await new Promise((resolve) => talk.on('exit', resolve));
          await sleep(50);
          writeFileSync(${JSON.stringify(running)}, '');
        }, 50);
        const life = setInterval(() => {}, 1000);
        return { banner: ['up'], failure: new Promise(() => {}), stop: async () => clearInterval(life) };
      }
      await runProgram({ usage: '', async check() {}, start });`,
    );
    const child = spawn(process.execPath, [program!], {
      env: { ...process.env, TOS_DATA_DIR: join(folder, 'data') },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const exit = once(child, 'exit');
    for (const output of [child.stdout, child.stderr]) output.destroy();
    writeFileSync(goOn!, '');
    while (!existsSync(running!) && child.exitCode === null) await sleep(20);
    child.kill('SIGTERM');
    expect([existsSync(running!), await exit]).toEqual([true, [0, null]]);
  });
});

const onLinux = process.platform === 'linux' ? it : it.skip;

describe('a program whose output has a reader that does not read', () => {
  onLinux(
    'logs on without waiting, and drops what there is no room for',
    async () => {
      const folder = temporaryFolder();
      const [program, running] = ['program.mjs', 'running'].map((name) => join(folder, name));
      const log = pathToFileURL(join(root, 'dist/adapters/system/pino-log.js')).href;
      writeFileSync(
        program!,
        `import { writeFileSync } from 'node:fs';
      import { PinoLog } from ${JSON.stringify(log)};
      const log = PinoLog.to({ level: 'info', format: 'json' });
      for (let i = 0; i < 5000; i++) log.info('a line of some length', { i });
      for (let i = 0; i < 5000; i++) log.error('a line of some length', { i });
      writeFileSync(${JSON.stringify(running)}, '');`,
      );
      // A pipe of the system; Node's own are sockets. Both outputs are the same one, which nobody reads.
      const command = `"${process.execPath}" "${program}" 2>&1 | { while [ ! -e "${running}" ]; do sleep 0.1; done; cat; }`;
      const child = spawn('sh', ['-c', command], { stdio: ['ignore', 'pipe', 'inherit'] });
      let read = '';
      child.stdout.on('data', (data: Buffer) => (read += data.toString()));
      await once(child, 'close');
      const lines = read.split('\n').filter((line) => line !== '');
      expect(lines.length).toBeGreaterThan(100);
      expect(lines.length).toBeLessThan(5000);
      // None of them is a piece; the first came first.
      expect(lines.slice(0, -1).map((line) => (JSON.parse(line) as { i: number }).i)).toEqual(
        lines.slice(0, -1).map((_, i) => i),
      );
    },
    30_000,
  );
});
