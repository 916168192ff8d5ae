// Maintenance that is planned: what players hear on the way, when the drain begins, and what a restart or an operator changes.

import { beforeEach, describe, expect, it } from '@jest/globals';
import { applied, refused } from '#application/operations/kinds/command-definition.js';
import { PlannedDrains, plan } from '#application/operations/planned-drain.js';
import type { PlannedDrain } from '#ports/admin/operations/operator-command.js';
import type { PlanNote } from '#ports/storage/notes/plan-note.js';
import { TurnedClock } from '../../support/admin/admin-world.js';
import { silentLog } from '../../support/silent-log.js';

const [minute, hour, day] = [60, 3_600, 86_400];
const noon = Date.UTC(2030, 0, 31, 12);

let clock: TurnedClock;
let said: string[];
let begun: object[];
let noted: PlannedDrain | undefined;
let diskIsFull: boolean;
let isClosed: boolean;
let changes: number;
let tries: number;
let warnings: string[];
let planned: PlannedDrains;

const note: PlanNote = {
  where: '/data/planned',
  find: () => noted,
  keep: (wish) => write(wish),
  forget: () => write(undefined),
};

function write(wish: PlannedDrain | undefined): void {
  if (diskIsFull) throw new Error('ENOSPC: no space left on device');
  noted = wish;
}

beforeEach(() => {
  clock = new TurnedClock(noon);
  [said, begun, noted, diskIsFull, isClosed, changes] = [[], [], undefined, false, false, 0];
  [tries, warnings] = [0, []];
  planned = startServer();
});

/** With what an earlier one left. */
function startServer(): PlannedDrains {
  const started = new PlannedDrains({
    drain: {
      get isClosed() {
        return isClosed;
      },
      begin: (wish) => {
        tries++;
        if (diskIsFull) return refused('not-recorded');
        begun.push(wish);
        isClosed = true;
        return applied(3);
      },
    },
    announce: (text) => said.push(text),
    players: () => 3,
    onChange: () => changes++,
    ...{ note, clock, log: { ...silentLog, warn: (text: string) => void warnings.push(text) } },
    timeInWords: (unixMs) => new Date(unixMs).toISOString(),
  });
  started.resume();
  return started;
}

/** What is said in that time, looked at every second. */
function pass(seconds: number): string[] {
  said.length = 0;
  for (let i = 0; i < seconds; i++) {
    clock.atUnixMs += 1_000;
    planned.look();
  }
  return said;
}

const inSeconds = (seconds: number, part: Partial<PlannedDrain> = {}): PlannedDrain => ({
  ...{ atUnixMs: clock.atUnixMs + seconds * 1_000, graceSeconds: 300, then: 'restart', text: '' },
  ...part,
});

describe('a planned drain', () => {
  it('is told at once, at steps on the way, and begins its grace before the time', () => {
    expect(planned.set(inSeconds(26 * hour, { text: 'We mend the mill.' }))).toEqual(applied(3));
    const when = 'The server starts anew on 2030-02-01 at 14:00 UTC, in';
    expect(said).toEqual([`${when} 26 hours. We mend the mill.`]);
    expect(pass(13 * hour)).toEqual([`${when} 1 day. We mend the mill.`]);
    const onTheDay = 'The server starts anew at 14:00 UTC, in';
    expect(pass(13 * hour - 301)).toEqual(
      ['12 hours', '6 hours', '3 hours', '1 hour', '30 minutes', '15 minutes', '10 minutes'].map(
        (left) => `${onTheDay} ${left}. We mend the mill.`,
      ),
    );
    expect([begun, noted]).toEqual([[], planned.plan]);
    expect(pass(1)).toEqual([]);
    expect(begun).toEqual([{ graceSeconds: 300, then: 'restart', text: 'We mend the mill.' }]);
    expect([noted, planned.plan]).toEqual([undefined, undefined]);
    expect(pass(hour)).toEqual([]);
  });

  it('is told once where a step falls on the moment it is planned', () => {
    planned.set(inSeconds(hour, { then: 'stay', graceSeconds: 60 }));
    expect(said).toEqual(['The server closes at 13:00 UTC, in 1 hour.']);
    expect(pass(30 * minute - 1)).toEqual([]);
    expect(pass(1)).toEqual(['The server closes at 13:00 UTC, in 30 minutes.']);
  });

  it('begins at once where less than its grace is left, for as long as is left', () => {
    planned.set(inSeconds(90));
    expect(said).toEqual(['The server starts anew at 12:01 UTC, in 90 seconds.']);
    pass(1);
    expect(begun).toEqual([{ graceSeconds: 89, then: 'restart', text: '' }]);
  });

  it('takes the place of the one before, and is called off', () => {
    planned.set(inSeconds(hour));
    planned.set(inSeconds(2 * hour));
    pass(hour + 10);
    expect(begun).toEqual([]);
    said.length = 0;
    expect(planned.cancel()).toEqual(applied(3));
    expect(said).toEqual(['What was planned is called off: the server stays open.']);
    expect(planned.cancel()).toEqual(refused('not-planned'));
    expect(pass(2 * hour)).toEqual([]);
    expect([begun, noted]).toEqual([[], undefined]);
  });

  it('is refused for the past, for too far ahead, and while the server drains', () => {
    expect(planned.set(inSeconds(0))).toEqual(refused('too-late'));
    expect(planned.set(inSeconds(31 * day))).toEqual(refused('invalid-arguments'));
    isClosed = true;
    expect(planned.set(inSeconds(hour))).toEqual(refused('already-draining'));
    expect([said, noted, changes]).toEqual([[], undefined, 0]);
  });

  it('is kept over a restart, which tells nothing twice', () => {
    planned.set(inSeconds(hour));
    pass(10);
    planned = startServer();
    expect(pass(30 * minute - 10)).toEqual(['The server starts anew at 13:00 UTC, in 30 minutes.']);
    pass(25 * minute);
    expect(begun).toEqual([{ graceSeconds: 300, then: 'restart', text: '' }]);
  });

  it('begins late, for as long as is left, where the server was away when it should have begun', () => {
    planned.set(inSeconds(hour));
    clock.atUnixMs += (hour - 100) * 1_000;
    planned = startServer();
    pass(1);
    expect(begun).toEqual([{ graceSeconds: 99, then: 'restart', text: '' }]);
  });

  it('gives players their grace where the clock leaps over it, and no more than that', () => {
    planned.set(inSeconds(12 * hour));
    clock.atUnixMs += day * 1_000;
    pass(1);
    expect(begun).toEqual([{ graceSeconds: 300, then: 'restart', text: '' }]);
    isClosed = false;
    begun.length = 0;
    planned.set(inSeconds(12 * hour));
    diskIsFull = true;
    clock.atUnixMs += day * 1_000;
    pass(20);
    expect(tries).toBe(3);
    diskIsFull = false;
    pass(10);
    expect(begun).toEqual([{ graceSeconds: 280, then: 'restart', text: '' }]);
  });

  it.each([
    [300, 60],
    [20, 20],
    [0, 0],
  ])('of %i s leaves %i s to who is inside, however late it begins', (graceSeconds, leastS) => {
    planned.set(inSeconds(hour, { graceSeconds }));
    diskIsFull = true;
    pass(hour + 500);
    expect([begun, planned.plan]).toMatchObject([[], { then: 'restart' }]);
    diskIsFull = false;
    pass(10);
    expect(begun).toEqual([{ graceSeconds: leastS, then: 'restart', text: '' }]);
  });

  it('goes on to tell players while it cannot begin', () => {
    planned.set(inSeconds(hour, { graceSeconds: 600 }));
    diskIsFull = true;
    pass(50 * minute);
    expect(pass(20 * minute)).toEqual(
      ['5 minutes', '2 minutes', '1 minute'].map(
        (left) => `The server starts anew at 13:00 UTC, in ${left}.`,
      ),
    );
  });

  it('says so where it is passed over for a server that was closed by hand', () => {
    planned.set(inSeconds(hour));
    isClosed = true;
    pass(hour);
    expect(warnings).toEqual([
      'a drain was planned for when the server was closed already; it is passed over',
    ]);
  });

  it('is kept, with a warning, by a server whose clock is behind', () => {
    noted = inSeconds(31 * day);
    planned = startServer();
    expect([planned.plan, warnings]).toEqual([
      noted,
      ['a drain is planned for later than operators can plan; is the clock right?'],
    ]);
  });

  it('is passed over where the server was away when it should have been over', () => {
    planned.set(inSeconds(hour));
    clock.atUnixMs += hour * 1_000;
    planned = startServer();
    expect([pass(minute), begun, noted, planned.plan]).toEqual([[], [], undefined, undefined]);
  });

  it('stays when the server ends, or an operator drains and opens it before', () => {
    planned.set(inSeconds(hour));
    isClosed = true;
    expect(pass(40 * minute)).toEqual([]);
    expect(noted).toEqual(planned.plan);
    isClosed = false;
    // A step that nobody was there to hear is made up for, with what is left then.
    expect(pass(10 * minute)).toEqual(
      ['20 minutes', '15 minutes', '10 minutes'].map(
        (left) => `The server starts anew at 13:00 UTC, in ${left}.`,
      ),
    );
    pass(5 * minute + 1);
    expect(begun).toMatchObject([{ then: 'restart' }]);
  });

  it('is over when its time comes and an operator has drained by hand', () => {
    planned.set(inSeconds(hour));
    isClosed = true;
    pass(hour);
    isClosed = false;
    expect([pass(hour), begun, noted, planned.plan]).toEqual([[], [], undefined, undefined]);
  });

  it.each([{ text: 'x'.repeat(121) }, { text: 'a\0b' }, { atUnixMs: -1 }, { graceSeconds: 0.5 }])(
    'that was written by hand and that no operator could make is refused: %j',
    (part) => {
      noted = { ...inSeconds(hour), ...part };
      expect(startServer).toThrow('/data/planned holds a plan that no operator could have made');
    },
  );

  it('is told once a second before a step, and by the second in the end', () => {
    planned.set(inSeconds(1_801, { graceSeconds: 0 }));
    expect(said).toEqual(['The server starts anew at 12:30 UTC, in 30 minutes.']);
    expect(pass(10)).toEqual([]);
    said.length = 0;
    planned.set(inSeconds(1));
    planned.set(inSeconds(0.4));
    expect(said).toEqual([
      'The server starts anew at 12:00 UTC, in 1 second.',
      'The server starts anew at 12:00 UTC, now.',
    ]);
  });

  it('that cannot be written down is none, and one before stands', () => {
    planned.set(inSeconds(hour));
    const [before, saidBefore] = [planned.plan, said.length];
    diskIsFull = true;
    expect(planned.set(inSeconds(2 * hour))).toEqual(refused('not-recorded'));
    expect([planned.plan, said.length]).toEqual([before, saidBefore]);
    expect(planned.cancel()).toEqual(refused('not-recorded'));
    expect(planned.plan).toEqual(before);
  });

  it('begins as soon as it can be written down', () => {
    planned.set(inSeconds(hour));
    diskIsFull = true;
    pass(hour - 200);
    expect([begun, tries]).toEqual([[], 11]);
    diskIsFull = false;
    pass(10);
    expect(begun).toMatchObject([{ then: 'restart' }]);
  });

  it('says no more than a chat line takes', () => {
    planned.set(inSeconds(30 * day - 60, { text: 'x'.repeat(120) }));
    expect(Buffer.byteLength(said[0]!)).toBeLessThanOrEqual(200);
  });
});

describe('the arguments of a plan', () => {
  const args = { atUnixMs: noon, graceSeconds: 60, then: 'stop', text: '' };

  it('are taken as they are', () => {
    expect(plan.read(args)).toEqual(args);
  });

  it.each([
    { atUnixMs: 'soon' },
    { atUnixMs: 1.5 },
    { atUnixMs: -1 },
    { atUnixMs: Infinity },
    { graceSeconds: -1 },
    { graceSeconds: 3_601 },
    { then: 'burn' },
    { text: 'x'.repeat(121) },
    { text: 7 },
  ])('are refused: %j', (part) => {
    expect(plan.read({ ...args, ...part })).toBeUndefined();
  });
});
