// What `npm run bench -- server --json` promises to whoever reads its last line. Runs the build, briefly.

import { describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '../..');
const onLinux = process.platform === 'linux' ? describe : describe.skip;

const promised = [
  ...['players', 'inputsPerSecond', 'snapshotsPerSecond', 'tickMsP50', 'tickMsP99', 'tickMsMax'],
  ...['cpuUsPerInput', 'cpuUsPerSnapshot', 'bytesPerClientPerSecond', 'heapBytesGrown'],
  ...['gcPausesMsMax', 'lost', 'rssBytesPerConnection'],
];

onLinux('the benchmark of the whole server', () => {
  it('ends with one JSON object that holds the promised figures, and played with all players', async () => {
    const load = ['--players', '24', '--creatures', '10', '--seconds', '1', '--json'];
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['dist/bench/main.js', 'server', ...load],
      { cwd: root, timeout: 80_000, maxBuffer: 1024 * 1024 },
    );
    const printed = JSON.parse(stdout.trimEnd().split('\n').at(-1)!) as Record<string, unknown>;
    expect(Object.keys(printed)).toEqual(expect.arrayContaining(promised));
    for (const key of promised) expect([key, Number.isFinite(printed[key])]).toEqual([key, true]);
    expect(printed).toMatchObject({ players: 24, seconds: 1, results: [{ name: 'server' }] });
    expect(printed['inputsPerSecond']).toBeGreaterThan(0);
    expect(printed['snapshotsPerSecond']).toBeGreaterThan(0);
  });
});
