// A stop that is asked for while a program still starts: it goes no step further, takes down what stands, the last built
// first, and ends well.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it } from '@jest/globals';
import { endProcesses, isAlive, root, ServerProcess } from '../../support/servers/server-process.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

afterAll(endProcesses);

const urlOf = (file: string): string =>
  JSON.stringify(pathToFileURL(join(root, 'dist/src/process', file)).href);

/** A program of three steps that is told to stop in the second; `undoing` is what else is done after the first. */
function programOf({ undoing = '' } = {}): ServerProcess {
  const folder = temporaryFolder();
  const program = join(folder, 'program.mjs');
  writeFileSync(
    program,
    `import { setTimeout as sleep } from 'node:timers/promises';
    import { runProgram } from ${urlOf('main.js')};
    import { undoStart } from ${urlOf('undo.js')};
    async function start(configuration, log, checked, stopAsked) {
      const undo = [];
      const built = (name) => {
        console.log('built', name);
        undo.push(async () => console.log('undone', name));
      };
      try {
        built('one');
        undo.push(async () => { ${undoing} });
        process.kill(process.pid, 'SIGTERM');
        while (!stopAsked.aborted) await sleep(5);
        built('two');
        stopAsked.throwIfAborted();
        built('three');
      } catch (error) {
        throw await undoStart(undo, error, { stopAsked, log, name: 'the test' });
      }
    }
    await runProgram({ usage: '', async check() {}, start });`,
  );
  return ServerProcess.start(join(folder, 'data'), { command: [process.execPath, program] });
}

const plainLines = ({ output }: ServerProcess): string[] =>
  output
    .trim()
    .split('\n')
    .filter((line) => !line.startsWith('{'));

describe('a program that is told to stop while it starts', () => {
  it('takes no further step, undoes the others in the reverse order, and ends with 0', async () => {
    const program = programOf();
    expect(await program.exitCode).toBe(0);
    expect(plainLines(program)).toEqual(['built one', 'built two', 'undone two', 'undone one']);
    expect(program.output).toMatch(/"stopping"[^]*"stopped/);
  }, 60_000);

  it('ends with 1 when something did not stop as it should, and says what', async () => {
    const program = programOf({ undoing: 'throw new Error("not stored")' });
    expect(await program.exitCode).toBe(1);
    const undone = ['undone two', 'undone one', 'stopped, but: not stored'];
    expect(plainLines(program).toSorted()).toEqual(['built one', 'built two', ...undone].toSorted());
  }, 60_000);
});

describe('npm start', () => {
  it('told to stop while its database comes up opens nothing to players, and takes the database down', async () => {
    const server = ServerProcess.start(join(temporaryFolder(), 'data'));
    const [, postgres] = await server.said(/"pid":(\d+),.*PostgreSQL runs/);
    expect(await server.stop()).toBe(0);
    expect(server.output).not.toMatch(/cannot start|giving up|players may pin this key|"level":"error"/);
    while (isAlive(Number(postgres))) await sleep(20);
  }, 120_000);
});
