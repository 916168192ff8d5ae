// What is switched off, as the control thread keeps it: written down before it takes effect, and over restarts.

import { beforeEach, describe, expect, it } from '@jest/globals';
import { VerbSwitches } from '#application/operations/verb-switches.js';
import type { SwitchableVerb } from '#domain/ledger/switchable-verbs.js';
import type { SwitchNote } from '#ports/storage/notes/switch-note.js';
import { silentLog } from '../../support/silent-log.js';

let noted: readonly SwitchableVerb[];
let writes: number;
let diskIsFull: boolean;
let told: number;

const note: SwitchNote = {
  where: '/data/switched-off',
  find: () => noted,
  keep(closed) {
    if (diskIsFull) throw new Error('ENOSPC: no space left on device');
    noted = closed;
    writes++;
  },
};

beforeEach(() => {
  noted = [];
  writes = 0;
  told = 0;
  diskIsFull = false;
});

/** With what an earlier one left. */
function start(): VerbSwitches {
  const switches = new VerbSwitches({ note, log: silentLog });
  switches.onChange = () => void told++;
  return switches;
}

const closedOf = (switches: VerbSwitches) =>
  switches.series[0]!.samples().flatMap(({ value, labels }) => (value === 1 ? [labels!['verb']] : []));

describe('a switch', () => {
  it('is written down, told, counted, and there after a restart', () => {
    const switches = start();
    expect(switches.health.check()).toEqual({ ok: true });
    expect(switches.note({ verb: 'trade', isOpen: false })).toBeDefined();
    expect(switches.note({ verb: 'buy', isOpen: false })).toBeDefined();
    for (const each of [switches, start()]) {
      expect(each.closed).toEqual(['buy', 'trade']);
      expect(closedOf(each)).toEqual(['buy', 'trade']);
      expect(each.health.check()).toEqual({ ok: true, reason: 'switched off by operators: buy, trade' });
    }
    expect(told).toBe(2);
    expect(start().note({ verb: 'buy', isOpen: true })).toBeDefined();
    expect(start().closed).toEqual(['trade']);
  });

  it('that came too late takes back nothing of a later one', () => {
    const switches = start();
    const takeBack = switches.note({ verb: 'trade', isOpen: false })!;
    expect(switches.note({ verb: 'trade', isOpen: false })).toBeDefined();
    takeBack();
    expect(start().closed).toEqual(['trade']);
  });

  it('that stands so already is left as it is', () => {
    const switches = start();
    for (let i = 0; i < 2; i++) expect(switches.note({ verb: 'trade', isOpen: false })).toBeDefined();
    const takeBack = switches.note({ verb: 'trade', isOpen: false })!;
    takeBack();
    expect([switches.closed, writes, told]).toEqual([['trade'], 1, 1]);
  });

  it('that cannot be written down stays as it was', () => {
    const switches = start();
    diskIsFull = true;
    expect(switches.note({ verb: 'trade', isOpen: false })).toBeUndefined();
    expect([switches.closed, told]).toEqual([[], 0]);
  });

  it('that the tick refuses is taken back, and no other with it', () => {
    const switches = start();
    const takeBack = switches.note({ verb: 'trade', isOpen: false })!;
    switches.note({ verb: 'buy', isOpen: false });
    takeBack();
    expect([switches.closed, noted]).toEqual([['buy'], ['buy']]);
  });
});
