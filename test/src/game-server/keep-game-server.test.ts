// A game server that operators may have restarted: what follows on what, whatever happens in between.

import { describe, expect, it } from '@jest/globals';
import { freshOr, keepStarted } from '#src/game-server/keep-game-server.js';
import { silentLog } from '../../support/silent-log.js';

type Then = 'stop' | 'restart';

/** Servers that are started one after the other, each told what becomes of it. */
function servers() {
  const made: Stage[] = [];
  const happened: string[] = [];
  class Stage {
    readonly number = made.push(this);
    readonly emptying = Promise.withResolvers<Then>();
    readonly failing = Promise.withResolvers<never>();
    readonly emptied = this.emptying.promise;
    readonly failure = this.failing.promise;
    /** Its stop takes as long. */
    stopping: () => Promise<void> = () => Promise.resolve();

    constructor() {
      this.failure.catch(() => undefined);
    }

    async stop(): Promise<void> {
      happened.push(`stop ${this.number}`);
      await this.stopping();
    }
  }
  let startsAgain: Promise<void> = Promise.resolve();
  const start = async (first?: Stage): Promise<Stage> => {
    if (first !== undefined) await startsAgain;
    const stage = new Stage();
    happened.push(`start ${stage.number}`);
    return stage;
  };
  return { made, happened, start, holdStarts: (until: Promise<void>) => void (startsAgain = until) };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('a kept game server', () => {
  it('is stopped and started anew as often as that is wanted, and ends when it is to end', async () => {
    const { made, happened, start } = servers();
    const kept = await keepStarted(start, silentLog);
    expect(kept.first).toBe(made[0]);
    for (const i of [0, 1]) {
      made[i]!.emptying.resolve('restart');
      await turn();
    }
    made[2]!.emptying.resolve('stop');
    expect(await kept.ended).toBe('drained');
    expect(happened).toEqual(['start 1', 'stop 1', 'start 2', 'stop 2', 'start 3', 'stop 3']);
    await kept.stop();
  });

  it('fails with whichever runs', async () => {
    const { made, start } = servers();
    const kept = await keepStarted(start, silentLog);
    made[0]!.emptying.resolve('restart');
    await turn();
    made[1]!.failing.reject(new Error('its journal broke'));
    await expect(kept.failure).rejects.toThrow('its journal broke');
  });

  it('that does not stop as it should is not started again, and says so', async () => {
    const { made, happened, start } = servers();
    const kept = await keepStarted(start, silentLog);
    made[0]!.stopping = () => Promise.reject(new Error('unsaved'));
    made[0]!.emptying.resolve('restart');
    await expect(kept.ended).rejects.toThrow('unsaved');
    expect(happened).toEqual(['start 1', 'stop 1']);
  });

  it('that does not start again says so, and can be stopped', async () => {
    const { made, holdStarts, start } = servers();
    const kept = await keepStarted(start, silentLog);
    const failing = Promise.reject(new Error('content/items.json: broken'));
    failing.catch(() => undefined);
    holdStarts(failing);
    made[0]!.emptying.resolve('restart');
    await expect(kept.ended).rejects.toThrow('broken');
    await kept.stop();
  });

  it('stopped as a whole is not started again, whether it ran, was stopping or starting', async () => {
    for (const when of ['running', 'stopping', 'starting']) {
      const { made, happened, holdStarts, start } = servers();
      const kept = await keepStarted(start, silentLog);
      const held = Promise.withResolvers<void>();
      if (when === 'stopping') made[0]!.stopping = () => held.promise;
      if (when === 'starting') holdStarts(held.promise);
      if (when !== 'running') made[0]!.emptying.resolve('restart');
      await turn();
      const stopping = kept.stop();
      await turn();
      held.resolve();
      await stopping;
      await turn();
      const started = happened.filter((each) => each.startsWith('start')).length;
      const stopped = new Set(happened.filter((each) => each.startsWith('stop'))).size;
      expect([when, started, stopped]).toEqual([
        when,
        when === 'starting' ? 2 : 1,
        when === 'starting' ? 2 : 1,
      ]);
    }
  });
});

describe('a stop of the whole while the server starts again', () => {
  it('is no failure of the start that gives up for it', async () => {
    const { made, holdStarts, start } = servers();
    const kept = await keepStarted(start, silentLog);
    const held = Promise.withResolvers<void>();
    holdStarts(held.promise);
    made[0]!.emptying.resolve('restart');
    await turn();
    const stopping = kept.stop();
    held.reject(new Error('given up'));
    await stopping;
    expect(await kept.ended).toBe('stopped');
  });
});

describe('the content of a server that starts again', () => {
  const before = { hash: 'before' } as never;
  const after = { hash: 'after' } as never;

  it('is what lies there then', async () => {
    expect(await freshOr(before, () => Promise.resolve(after), silentLog)).toEqual({ content: after });
  });

  it('is that of before, with the reason, where what lies there does not load', async () => {
    const read = () => Promise.reject(new Error('items.json: is no JSON'));
    expect(await freshOr(before, read, silentLog)).toEqual({
      content: before,
      contentFault: 'it is that of before the restart: items.json: is no JSON',
    });
  });
});
