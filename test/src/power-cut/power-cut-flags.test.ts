import { describe, expect, it } from '@jest/globals';
import { parsePowerCutFlags } from '#src/power-cut/power-cut-flags.js';

describe('the command line of the power cuts', () => {
  it('has a default for everything', () => {
    const flags = { cuts: 1000, windows: 48, synchronous: 'full', seed: 1, json: false };
    expect(parsePowerCutFlags([])).toMatchObject({ kind: 'flags', flags });
  });

  it('takes cuts, windows, a seed, and what is synced', () => {
    const args = ['--cuts', '20', '--windows', '12', '--synchronous', 'normal', '--seed', '7', '--json'];
    const flags = { cuts: 20, windows: 12, synchronous: 'normal', seed: 7, json: true };
    expect(parsePowerCutFlags(args)).toMatchObject({ kind: 'flags', flags });
  });

  it('says what is allowed', () => {
    const problems = ['--synchronous off: must be one of full, normal'];
    expect(parsePowerCutFlags(['--synchronous', 'off'])).toEqual({ kind: 'faulty', problems });
  });
});
