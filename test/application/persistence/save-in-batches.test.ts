// When characters are written, how saving that does not keep up is told, and the last try at the end.

import { beforeEach, describe, expect, it } from '@jest/globals';
import { SaveInBatches, lastSaveMs, unsavedMsMax } from '#application/persistence/save-in-batches.js';
import { silentLog } from '../../support/silent-log.js';

describe('saving in batches', () => {
  let waiting: number;
  let writes: { succeed: () => void; fail: (fault: string) => void }[];
  let fault: string | undefined;
  let oldestMs: number;
  let nowMs: number;
  let saving: SaveInBatches;

  beforeEach(() => {
    waiting = 0;
    writes = [];
    fault = undefined;
    oldestMs = 0;
    nowMs = 10_000;
    saving = new SaveInBatches({
      keeper: {
        get waiting() {
          return waiting;
        },
        get saving() {
          return { unsaved: waiting, oldestMs, fault };
        },
        saved: 5,
        failedWrites: 2,
        refused: 1,
        flush: () =>
          new Promise<void>((resolve, reject) => {
            writes.push({
              succeed: () => {
                waiting = 0;
                fault = undefined;
                resolve();
              },
              fail: (why) => {
                fault = why;
                reject(new Error(why));
              },
            });
          }),
      },
      clock: { nowMs: () => nowMs, unixMs: () => nowMs },
      // Who pauses finds the disk full again.
      pauses: {
        async pause(ms) {
          nowMs += ms;
        },
      },
      log: silentLog,
      timeInWords: (unixMs) => `second ${unixMs / 1000}`,
    });
  });

  it('asks for no write when nothing waits, and for no second one beside the first', async () => {
    await saving.flush();
    expect(writes).toHaveLength(0);
    waiting = 3;
    const first = saving.flush();
    await saving.flush();
    expect(writes).toHaveLength(1);
    writes[0]!.succeed();
    await first;
    waiting = 1;
    void saving.flush();
    expect(writes).toHaveLength(2);
  });

  it('goes on after a write that failed', async () => {
    waiting = 1;
    const first = saving.flush();
    writes[0]!.fail('disk full');
    await first;
    void saving.flush();
    expect(writes).toHaveLength(2);
  });

  it('is not well while a write fails, or a state waits too long, and says how many and since when', () => {
    expect(saving.check()).toEqual({ ok: true });
    waiting = 2;
    oldestMs = 4000;
    expect(saving.check()).toEqual({ ok: true });
    fault = 'disk full';
    const words = '2 characters are not saved, the longest since second 6';
    expect(saving.check()).toEqual({ ok: false, reason: `${words}: disk full` });
    fault = undefined;
    oldestMs = unsavedMsMax;
    expect(saving.check()).toMatchObject({ ok: false });
  });

  it('at the end waits for the write on its way, and is done when nothing waits', async () => {
    waiting = 2;
    const first = saving.flush();
    const last = saving.saveAll();
    writes[0]!.succeed();
    await first;
    await last;
    expect(writes).toHaveLength(1);
  });

  it('at the end tries again for as long as it may, then rejects with what is not saved', async () => {
    waiting = 1;
    oldestMs = 1000;
    const ended = saving.saveAll().catch((error: Error) => error.message);
    let tries = 0;
    const untilMs = nowMs + lastSaveMs;
    while (nowMs < untilMs) {
      await Promise.resolve();
      if (writes.length > tries) writes[tries++]!.fail('disk full');
    }
    for (let i = 0; i < 8; i++) await Promise.resolve();
    if (writes.length > tries) writes[tries++]!.fail('disk full');
    expect(await ended).toContain('1 characters are not saved, the longest since');
    expect(tries).toBeGreaterThan(2);
  });

  it('tells its figures', () => {
    waiting = 4;
    oldestMs = 1500;
    fault = 'disk full';
    expect(saving.figures).toEqual({
      charactersSaved: 5,
      savesFailed: 2,
      savesPending: 4,
      savesFailing: 1,
      oldestUnsavedSeconds: 1.5,
      charactersRefused: 1,
    });
  });
});
