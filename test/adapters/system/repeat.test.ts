import { describe, expect, it } from '@jest/globals';
import { repeat } from '#adapters/system/repeat.js';
import { RecordingLog } from '../../support/silent-log.js';

describe('work that is repeated', () => {
  it('is waited for at the stop, and never begun after', async () => {
    const begun = Promise.withResolvers<void>();
    const finish = Promise.withResolvers<void>();
    let times = 0;
    const work = (): Promise<void> => {
      times += 1;
      begun.resolve();
      return finish.promise;
    };
    const stop = repeat({ name: 'work', everyMs: 1, work }, new RecordingLog());
    await begun.promise;
    let stopped = false;
    const stopping = stop().then(() => (stopped = true));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(stopped).toBe(false);
    finish.resolve();
    await stopping;
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(times).toBe(1);
  });

  it('that never ends is left behind and said so, and holds up no stop', async () => {
    const log = new RecordingLog();
    const begun = Promise.withResolvers<void>();
    const work = (): Promise<never> => {
      begun.resolve();
      return new Promise(() => undefined);
    };
    const stop = repeat({ name: 'work', everyMs: 1, endMsMax: 10, work }, log);
    await begun.promise;
    await stop();
    expect(log.lines.map(({ level, message }) => [level, message])).toEqual([
      ['warn', 'work: did not end in time and is left behind'],
    ]);
  });
});
