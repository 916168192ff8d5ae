// Who works next where few may at once.

import { describe, expect, it } from '@jest/globals';
import { FairQueue } from '#adapters/node-crypto/fair-queue.js';

/** One works; what waits writes its name when it begins. */
async function busy(waitingMax: number) {
  const queue = new FairQueue(1, waitingMax);
  await queue.enter({ from: 'first', known: false });
  const begun: string[] = [];
  const refused: string[] = [];
  const wait = (name: string, from: string, known = false) =>
    void queue.enter({ from, known }).then((may) => (may ? begun : refused).push(name));
  const finish = async (times: number) => {
    for (let i = 0; i < times; i++) {
      queue.leave();
      await Promise.resolve();
    }
  };
  return { queue, begun, refused, wait, finish };
}

describe('a fair queue', () => {
  it('takes senders in turn, however many each sends', async () => {
    const { begun, wait, finish } = await busy(10);
    for (const name of ['a1', 'a2', 'a3', 'b1', 'c1', 'c2']) wait(name, name[0]!);
    await finish(7);
    expect(begun).toEqual(['a1', 'b1', 'c1', 'a2', 'c2', 'a3']);
  });

  it('takes known ones first', async () => {
    const { begun, wait, finish } = await busy(10);
    wait('stranger', 'a');
    wait('known', 'b', true);
    await finish(2);
    expect(begun).toEqual(['known', 'stranger']);
  });

  it('makes room for a newcomer at the cost of the sender with the most, when it is full', async () => {
    const { begun, refused, wait, finish } = await busy(4);
    for (const name of ['a1', 'a2', 'a3', 'b1', 'c1', 'a4']) wait(name, name[0]!);
    await finish(5);
    expect(refused).toEqual(['a3', 'a4']);
    expect(begun).toEqual(['a1', 'b1', 'c1', 'a2']);
  });

  it('refuses when it is full of senders with one each, and known ones have room all the same', async () => {
    const { begun, refused, wait, finish } = await busy(2);
    for (const name of ['a', 'b', 'c']) wait(name, name);
    wait('known', 'k', true);
    await finish(4);
    expect([begun, refused]).toEqual([['known', 'a', 'b'], ['c']]);
  });

  it('is free again when all have left', async () => {
    const { queue, begun, wait, finish } = await busy(2);
    wait('a', 'a');
    await finish(2);
    expect(begun).toEqual(['a']);
    expect(await queue.enter({ from: 'b', known: false })).toBe(true);
  });
});
