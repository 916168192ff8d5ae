// Gateways share the room of their server: together they never let in more than there are.

import { describe, expect, it } from '@jest/globals';
import { createSessionRoom, SharedSessionRoom } from '#adapters/threads/memory/shared-session-room.js';
import { SessionLab } from '../../protocol/session/session-lab.js';

describe('shared room for sessions', () => {
  it('are taken and given back by all who hold them', () => {
    const memory = createSessionRoom(2);
    const [here, there] = [new SharedSessionRoom(memory), new SharedSessionRoom(memory)];
    expect([here.take(), there.take(), here.take(), there.take()]).toEqual([true, true, false, false]);
    expect(here.free).toBe(0);
    there.release();
    expect(here.free).toBe(1);
    expect(here.take()).toBe(true);
  });

  it('make a client of one gateway wait for a place at another', () => {
    const memory = createSessionRoom(1);
    const here = new SessionLab({}, { sessionRoom: new SharedSessionRoom(memory) });
    const there = new SessionLab({}, { sessionRoom: new SharedSessionRoom(memory) });
    const player = here.connect();
    const waiting = there.join();
    there.run(2000);
    expect(waiting.session.queuePosition).toBe(1);
    player.session.disconnect();
    here.run(2000);
    there.run(2000);
    expect(waiting.session.isConnected).toBe(true);
  });
});
