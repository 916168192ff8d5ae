// `npm run crash` on the built product: short, but all of it.

import { readdirSync } from 'node:fs';
import { afterAll, describe, expect, it } from '@jest/globals';
import { endProcesses, ServerProcess } from '../../support/servers/server-process.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

afterAll(endProcesses);

describe('npm run crash', () => {
  const program = 'dist/src/crash.js';

  it('finds nothing lost and nothing doubled after three kills, and leaves no folder behind', async () => {
    const folder = temporaryFolder();
    const args = ['--rounds', '3', '--bots', '4', '--folder', folder, '--json'];
    const crash = ServerProcess.start(folder, { program, args });
    const code = await crash.exitCode;
    const [, json] = await crash.said(/^(\{"rounds".*\})$/m);
    const result = JSON.parse(json!) as Record<string, number>;
    expect(Object.keys(result)).toEqual([
      ...['rounds', 'acknowledged', 'lost', 'doubled', 'ledgerErrors', 'recoveryMsP99'],
    ]);
    expect([code, result]).toMatchObject([0, { rounds: 3, lost: 0, doubled: 0, ledgerErrors: 0 }]);
    // Each bot is told its two stacks and its coins whenever it comes, if nothing else.
    expect(result['acknowledged']).toBeGreaterThan(4 * 3 * 4);
    expect(readdirSync(folder)).toEqual([]);
  }, 180_000);

  it('says what stood in its way, and ends its server when it is stopped', async () => {
    const folder = temporaryFolder();
    const crash = ServerProcess.start(folder, { program, args: ['--bots', '1', '--folder', folder] });
    await crash.said(/^round 1: /m);
    expect(await crash.stop()).toBe(1);
    expect(crash.output).toMatch(/^crash: stopped$/m);
    expect(readdirSync(folder)).toEqual([]);
  }, 180_000);
});
