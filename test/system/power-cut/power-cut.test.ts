// `npm run power-cut` on the built product: fewer cuts, but all of it; and with less synced it must find losses.

import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findCompiler } from '#src/power-cut/recording/build-recorder.js';
import { endProcesses, ServerProcess } from '../../support/servers/server-process.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const program = 'dist/src/power-cut.js';
const canRecord = process.platform === 'linux' && findCompiler() !== undefined;

beforeAll(() => {
  if (!canRecord)
    process.stderr.write('the tests of power cuts need Linux and a C compiler; they do not run here\n');
});
afterAll(endProcesses);

async function cut(...args: string[]): Promise<{ code: number | null; result: Record<string, number> }> {
  const run = ServerProcess.start(temporaryFolder(), { program, args: [...args, '--json'] });
  const code = await run.exitCode;
  const [, json] = await run.said(/^(\{"cuts".*\})$/m);
  return { code, result: JSON.parse(json!) as Record<string, number> };
}

(canRecord ? describe : describe.skip)('npm run power-cut', () => {
  it('finds nothing lost and nothing corrupt, wherever the power goes', async () => {
    const { code, result } = await cut('--cuts', '84', '--windows', '12');
    expect(Object.keys(result)).toEqual(['cuts', 'acknowledged', 'lost', 'corrupt']);
    expect([code, result]).toMatchObject([0, { cuts: 84, lost: 0, corrupt: 0 }]);
    expect(result['acknowledged']).toBeGreaterThan(84 * 20);
  }, 120_000);

  it('finds losses with synchronous=NORMAL, and leaves nothing behind', async () => {
    const before = leftovers();
    const { code, result } = await cut('--cuts', '42', '--windows', '12', '--synchronous', 'normal');
    expect([code, result]).toMatchObject([1, { cuts: 42, corrupt: 0 }]);
    expect(result['lost']).toBeGreaterThan(0);
    expect(leftovers()).toEqual(before);
  }, 120_000);
});

describe('npm run power-cut without a compiler', () => {
  it('says so, and how to get one', async () => {
    const options = { program, environment: { PATH: temporaryFolder() } };
    const run = ServerProcess.start(temporaryFolder(), options);
    expect(await run.exitCode).toBe(1);
    expect(run.output).toMatch(
      /^power-cut: (no C compiler was found.*apt-get install|writes are recorded on Linux)/m,
    );
  }, 60_000);
});

function leftovers(): string[] {
  return readdirSync('/dev/shm').filter((name) => name.startsWith('tos-power-cut-'));
}
