// The end of a running game, in its order.

import { beforeEach, describe, expect, it } from '@jest/globals';
import { leaveMs, sendEveryoneHome, takeAllMs } from '#application/operations/send-everyone-home.js';
import { DisconnectReason } from '#domain/vocabulary/generated/words.js';

describe('sending everyone home', () => {
  let nowMs: number;
  let players: number;
  let done: string[];
  let leaving: () => void;
  let takeAll: () => Promise<void>;

  beforeEach(() => {
    nowMs = 0;
    players = 0;
    done = [];
    leaving = () => undefined;
    takeAll = async () => void done.push('taken');
  });

  function send(): Promise<void> {
    return sendEveryoneHome({
      gateways: {
        refuseNewcomers: () => void done.push('refuse newcomers'),
        endAll: (reason) => void done.push(`end all ${reason}`),
      },
      players: () => players,
      takeAll: () => takeAll(),
      flush: async () => void done.push('flush'),
      clock: { nowMs: () => nowMs },
      pauses: {
        async pause(ms) {
          nowMs += ms;
          leaving();
        },
        deadline: () => new Promise(() => undefined),
      },
    });
  }

  it('refuses newcomers, ends sessions, takes every character and stores them, in this order', async () => {
    await send();
    expect(done).toEqual(['refuse newcomers', `end all ${DisconnectReason.shuttingDown}`, 'taken', 'flush']);
    expect(nowMs).toBe(0);
  });

  it('takes characters only when the last player has left', async () => {
    players = 2;
    leaving = () => {
      if (nowMs >= 500) players = 0;
    };
    takeAll = async () => void done.push(`taken at ${nowMs >= 500}`);
    await send();
    expect(done).toContain('taken at true');
    expect(nowMs).toBeLessThan(leaveMs);
  });

  it('waits no longer than it may for who does not leave', async () => {
    players = 1;
    await send();
    expect(nowMs).toBeLessThan(leaveMs + 500);
    expect(done).toContain('taken');
  });

  it('stores what came when the simulation does not hand over all, and says so', async () => {
    const stuck = sendEveryoneHome({
      gateways: { refuseNewcomers: () => undefined, endAll: () => undefined },
      players: () => 0,
      takeAll: () => new Promise(() => undefined),
      flush: async () => void done.push('flush'),
      clock: { nowMs: () => 0 },
      pauses: { pause: async () => undefined, deadline: async () => undefined },
    });
    await expect(stuck).rejects.toThrow(`within ${takeAllMs} ms`);
    expect(done).toEqual(['flush']);
  });
});
