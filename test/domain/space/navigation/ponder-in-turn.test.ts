import { describe, expect, it } from '@jest/globals';
import type { PathFinder } from '#domain/space/navigation/path-finder.js';
import { PonderInTurn } from '#domain/space/navigation/ponder-in-turn.js';

/** Searches that take so many steps each; a search is cut when the steps are used up. */
function pondering(stepsOf: (slot: number) => number) {
  const begun: number[] = [];
  let left = 0;
  const finder = {
    get isBusy() {
      return left > 0;
    },
    begin(slot: number) {
      begun.push(slot);
      left = stepsOf(slot);
    },
    run(steps: number) {
      const taken = Math.min(left, steps);
      left -= taken;
      return taken;
    },
  };
  return { ponderer: new PonderInTurn(finder as unknown as PathFinder), begun };
}

describe('questions that the simulation works out itself', () => {
  it('cost a step each even when there is nothing to search, so that a tick ends', () => {
    const { ponderer, begun } = pondering(() => 0);
    ponderer.ponder(100, 5);
    expect(begun).toEqual([0, 1, 2, 3, 4]);
  });

  it('are cut where the share of the tick ends, and what was taken too much is owed to the next', () => {
    const { ponderer, begun } = pondering(() => 10);
    // Ten steps of search and one for itself: one more than the share.
    ponderer.ponder(100, 10);
    expect(begun).toEqual([0]);
    // One is owed, so that nothing is left.
    ponderer.ponder(100, 1);
    expect(begun).toEqual([0]);
    ponderer.ponder(100, 1);
    expect(begun).toEqual([0, 1]);
  });

  it('do not save what a tick did not need', () => {
    const { ponderer, begun } = pondering(() => 0);
    ponderer.ponder(1, 50);
    ponderer.ponder(100, 3);
    expect(begun).toEqual([0, 1, 2, 3]);
  });

  it('that are due are worked out at once, counted as late; those that are answered are not', () => {
    const { ponderer, begun } = pondering(() => 10);
    ponderer.ponder(1, 100);
    ponderer.settle(0);
    expect([begun, ponderer.late]).toEqual([[0], 0]);
    ponderer.settle(2);
    expect([begun, ponderer.late]).toEqual([[0, 1, 2], 1]);
    ponderer.settle(3);
    expect([begun, ponderer.late]).toEqual([[0, 1, 2, 3], 2]);
  });
});
