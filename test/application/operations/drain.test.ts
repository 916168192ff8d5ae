// A server that is emptied: who is let in, what players hear, how it ends, and how it is taken back.

import { beforeEach, describe, expect, it } from '@jest/globals';
import { applied, refused } from '#application/operations/kinds/command-definition.js';
import { Drain } from '#application/operations/drain.js';
import { DisconnectReason } from '#domain/vocabulary/generated/words.js';
import { TurnedClock } from '../../support/admin/admin-world.js';
import type { DrainEnd } from '#ports/admin/operations/operator-command.js';
import type { DrainNote } from '#ports/storage/notes/drain-note.js';
import { silentLog } from '../../support/silent-log.js';

let clock: TurnedClock;
let happened: string[];
let players: number;
let drain: Drain;
let noted: DrainEnd | undefined;
let diskIsFull: boolean;

const writing = (what: DrainEnd | undefined): void => {
  if (diskIsFull) throw new Error('ENOSPC: no space left on device');
  noted = what;
};
const note: DrainNote = {
  where: '/data/drained',
  find: () => noted,
  keep: writing,
  forget: () => writing(undefined),
};

beforeEach(() => {
  clock = new TurnedClock();
  happened = [];
  players = 3;
  noted = undefined;
  diskIsFull = false;
  drain = startServer();
});

/** With what an earlier one left. */
function startServer(): Drain {
  const started = new Drain({
    gateways: {
      refuseNewcomers: () => happened.push('nobody'),
      admitReturning: () => happened.push('returning'),
      admitAll: () => happened.push('all'),
      endAll: (reason) => happened.push(`end ${reason}`),
    },
    announce: (text) => happened.push(text),
    players: () => players,
    onChange: () => undefined,
    end: (then) => happened.push(then === 'stop' ? 'the end' : 'anew'),
    ...{ note, clock, log: silentLog },
  });
  started.resume();
  return started;
}

/** What happens in that time, looked at every quarter of a second. */
function pass(seconds: number): string[] {
  happened.length = 0;
  for (let i = 0; i < seconds * 4; i++) {
    clock.atUnixMs += 250;
    drain.look();
  }
  return happened;
}

const goHome = ['nobody', `end ${DisconnectReason.shuttingDown}`];
const wish = (graceSeconds: number, then: DrainEnd, text = '') => ({ graceSeconds, then, text });

describe('a drain', () => {
  it('lets nobody new in, tells those inside again and again, and sends them home when the time is over', () => {
    expect(drain.check()).toEqual({ ok: true });
    expect(drain.begin(wish(300, 'stay', 'We mend the mill.'))).toEqual(applied(3));
    expect(drain.check()).toEqual({ ok: false, reason: 'draining: nobody new is let in' });
    expect(happened).toEqual(['returning', 'The server closes in 5 minutes. We mend the mill.']);
    expect(pass(299)).toEqual(
      ['2 minutes', '1 minute', '30 seconds', '10 seconds'].map(
        (time) => `The server closes in ${time}. We mend the mill.`,
      ),
    );
    expect(pass(1)).toEqual(goHome);
    players = 0;
    expect(pass(60)).toEqual([]);
    expect(drain.check()).toEqual({ ok: false, reason: 'drained, and closed until it is opened again' });
  });

  it('without time sends everybody home at once', () => {
    drain.begin(wish(0, 'stay'));
    expect(happened).toEqual(['returning', 'The server closes now.']);
    expect(pass(1)).toEqual(goHome);
  });

  it('that was not looked at for long tells how it is, not how it was', () => {
    drain.begin(wish(300, 'stay'));
    happened.length = 0;
    clock.atUnixMs += 295_000;
    drain.look();
    expect(happened).toEqual(['The server closes in 10 seconds.']);
  });

  it('ends the server when it is empty, if it is to end', () => {
    drain.begin(wish(60, 'stop'));
    pass(61);
    expect(happened).not.toContain('the end');
    players = 0;
    expect(pass(1)).toEqual(['the end']);
    expect(drain.reopen()).toEqual(refused('too-late'));
  });

  it('has it start anew when it is empty, if it is to, and open then; also when it died on the way', () => {
    drain.begin(wish(60, 'restart', 'A patch.'));
    expect(happened).toEqual(['returning', 'The server starts anew in 1 minute. A patch.']);
    expect(pass(61)).toContain('The server starts anew in 10 seconds. A patch.');
    players = 0;
    expect(pass(1)).toEqual(['anew']);
    expect(noted).toBeUndefined();
    noted = 'restart';
    happened.length = 0;
    drain = startServer();
    expect([happened, noted, drain.check()]).toEqual([['all'], undefined, { ok: true }]);
    diskIsFull = true;
    noted = 'restart';
    expect(startServer().check()).toEqual({ ok: true });
  });

  it('does not wait for ever for characters that do not leave', () => {
    drain.begin(wish(0, 'stop'));
    expect(pass(31)).toContain('the end');
  });

  it('is over early when nobody is left, but not before there was a moment to think better of it', () => {
    players = 0;
    drain.begin(wish(3_600, 'stop'));
    expect(pass(9)).toEqual([]);
    expect(pass(2)).toEqual([...goHome, 'the end']);
  });

  it.each(['while there is time', 'while everybody leaves', 'when it is empty'])(
    'can be taken back %s',
    (when) => {
      drain.begin(wish(30, 'stay'));
      if (when !== 'while there is time') pass(31);
      if (when === 'when it is empty') players = 0;
      pass(1);
      happened.length = 0;
      expect(drain.reopen()).toEqual(applied(players));
      expect(happened).toEqual(['all', 'The server stays open.']);
      expect(drain.check()).toEqual({ ok: true });
      expect(pass(3_600)).toEqual([]);
      expect(drain.reopen()).toEqual(refused('not-draining'));
      players = 3;
      expect(drain.begin(wish(300, 'stay'))).toEqual(applied(players));
      expect(pass(299)).toHaveLength(4);
    },
  );

  it('is not begun twice', () => {
    drain.begin(wish(300, 'stay'));
    expect(drain.begin(wish(0, 'stop'))).toEqual(refused('already-draining'));
    expect(pass(100)).toEqual([]);
  });

  it('gives way to the end of the server: nothing opens its door again', () => {
    drain.begin(wish(30, 'stop'));
    drain.giveWay();
    expect(pass(60)).toEqual([]);
    expect([drain.reopen(), drain.begin(wish(0, 'stop'))]).toEqual([
      refused('too-late'),
      refused('already-draining'),
    ]);
    expect(happened).toEqual([]);
  });
});

describe('a drain that was told to be applied', () => {
  /** The server is gone, however, and another is started from what it left. */
  const startAgain = (): void => {
    players = 0;
    happened.length = 0;
    drain = startServer();
  };

  it.each(['in its time', 'when everybody is gone'])(
    'holds though the server dies %s, until it is opened',
    (when) => {
      drain.begin(wish(300, 'stay'));
      if (when !== 'in its time') {
        pass(300);
        players = 0;
        pass(1);
      }
      startAgain();
      expect(happened).toEqual(['nobody']);
      expect(drain.check().ok).toBe(false);
      expect(drain.begin(wish(0, 'stop'))).toEqual(refused('already-draining'));
      pass(3_600);
      expect(happened).toEqual(goHome);
      startAgain();
      expect(drain.reopen()).toEqual(applied(0));
      startAgain();
      expect(drain.check()).toEqual({ ok: true });
      expect(happened).toEqual([]);
    },
  );

  it('holds over a stop of the server too', () => {
    drain.begin(wish(300, 'stay'));
    drain.giveWay();
    startAgain();
    expect(drain.check().ok).toBe(false);
  });

  it('ends the server that was started again, if it was to end, and is done with that', () => {
    drain.begin(wish(300, 'stop'));
    startAgain();
    expect(pass(9)).toEqual([]);
    expect(drain.check().ok).toBe(false);
    expect(pass(2)).toEqual([...goHome, 'the end']);
    startAgain();
    expect(drain.check()).toEqual({ ok: true });
  });

  it('can be taken back from one that was to end and was started again', () => {
    drain.begin(wish(300, 'stop'));
    startAgain();
    expect(drain.reopen()).toEqual(applied(0));
    pass(60);
    expect(happened).not.toContain('the end');
    startAgain();
    expect(drain.check()).toEqual({ ok: true });
  });

  it('is done with when the server that was to end is stopped meanwhile', () => {
    drain.begin(wish(300, 'stop'));
    drain.giveWay();
    startAgain();
    expect(drain.check()).toEqual({ ok: true });
  });

  it('is not begun where it cannot be written down, nor taken back', () => {
    diskIsFull = true;
    expect(drain.begin(wish(300, 'stay'))).toEqual(refused('not-recorded'));
    expect(drain.check()).toEqual({ ok: true });
    expect(happened).toEqual([]);
    diskIsFull = false;
    drain.begin(wish(300, 'stay'));
    diskIsFull = true;
    expect(drain.reopen()).toEqual(refused('not-recorded'));
    expect(drain.check().ok).toBe(false);
  });

  it('ends the server that is to end though that cannot be written down', () => {
    drain.begin(wish(0, 'stop'));
    diskIsFull = true;
    players = 0;
    expect(pass(2)).toContain('the end');
  });
});
