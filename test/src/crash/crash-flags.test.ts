import { describe, expect, it } from '@jest/globals';
import { parseCrashFlags } from '#src/crash/crash-flags.js';

describe('the command line of the crash test', () => {
  it('has a default for everything', () => {
    expect(parseCrashFlags([])).toMatchObject({
      kind: 'flags',
      flags: { rounds: 50, bots: 12, json: false },
    });
  });

  it('takes rounds, bots, a seed and a folder', () => {
    const args = ['--rounds', '3', '--bots', '4', '--seed', '7', '--folder', '/somewhere', '--json'];
    const flags = { rounds: 3, bots: 4, seed: 7, folder: '/somewhere', json: true };
    expect(parseCrashFlags(args)).toMatchObject({ kind: 'flags', flags });
  });

  it('says what is allowed', () => {
    const problems = ['--rounds 0: must be a whole number from 1 to 10000'];
    expect(parseCrashFlags(['--rounds', '0'])).toEqual({ kind: 'faulty', problems });
  });
});
