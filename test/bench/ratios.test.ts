// Two commits measured in turns: which figures are one another's, and how they compare.

import { describe, expect, it } from '@jest/globals';
import { figuresOf, ratiosOf } from '../../bench/against/ratios.js';

const session = (rows: string[][]) => ({
  results: [
    {
      name: 'session',
      columns: ['sessions', 'a packet in', 'of it cipher', 'a packet out', 'of it cipher'],
      rows,
    },
  ],
});

describe('the figures of a run', () => {
  it('are its numbers, by the words of their row and their column', () => {
    const figures = figuresOf(session([['100', '0.83', '0.27', '1,411.8', '0.39']]));
    expect([...figures]).toEqual([
      ['session · 100 · a packet in', 0.83],
      ['session · 100 · of it cipher', 0.27],
      ['session · 100 · a packet out', 1411.8],
      ['session · 100 · of it cipher (2)', 0.39],
    ]);
  });

  it('are those with names of their own, too, without what only says how it was measured', () => {
    const run = {
      results: [],
      cpuUsPerInput: 1.4,
      players: 24,
      rounds: 3,
      seconds: 2,
      machine: { cores: 2 },
    };
    expect([...figuresOf(run)]).toEqual([['cpuUsPerInput', 1.4]]);
  });

  it('are medians where there is a spread, and none where there are words', () => {
    const results = [
      {
        name: 'codec',
        columns: ['message', 'by', 'ns', 'left'],
        rows: [
          ['chat', 'ours', '12.3 (11.9–14.0)', '–'],
          ['chat', 'other', '20', '3'],
        ],
      },
    ];
    expect([...figuresOf({ results })]).toEqual([
      ['codec · chat, ours, – · ns', 12.3],
      ['codec · chat, other, 3 · ns', 20],
    ]);
  });
});

describe('two commits', () => {
  const run = (us: string) => figuresOf(session([['100', us, '0', '1', '1']]));

  it('compare turn by turn', () => {
    const turns = [
      { old: run('2'), new: run('1') },
      { old: run('4'), new: run('3') },
      { old: run('8'), new: run('8') },
    ];
    const [packetIn, cipher] = ratiosOf(turns);
    expect(packetIn).toMatchObject({ old: [2, 4, 8], new: [1, 3, 8], ofTurns: 0.75, ofLeast: 0.5 });
    expect(packetIn!.ofMeans).toBeCloseTo(12 / 14, 9);
    // By nothing nothing is divided.
    expect(cipher).toMatchObject({ ofTurns: undefined, ofMeans: undefined });
  });

  it('compare by what both measured every time', () => {
    const other = figuresOf(session([['200', '1', '1', '1', '1']]));
    expect(ratiosOf([{ old: run('1'), new: other }])).toEqual([]);
    expect(ratiosOf([])).toEqual([]);
  });
});
