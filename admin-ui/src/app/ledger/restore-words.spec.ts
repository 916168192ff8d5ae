import { describe, expect, it } from 'vitest';
import { RestoreAnswer } from '../api/models';
import { restoreLines } from './restore-words';

const nothing: RestoreAnswer = {
  ...{ entry: 3, at: null, taken: [], given: [], elsewhere: [], professions: [], quests: [], items: [] },
  coins: { now: 5, then: 5 },
  experience: { now: 0, then: 0 },
};

describe('what restoring changes', () => {
  it('is a line each, with what is given and taken apart', () => {
    const lines = restoreLines({
      ...nothing,
      taken: [{ stack: 7, item: 2, count: 1, holder: 'inventory', slot: 3 }],
      given: [{ stack: 4, item: 9, count: 1200, holder: 'equipment', slot: 1 }],
      elsewhere: [
        { of: 4, stack: 21, count: 3, holder: 'letter', owner: 12 },
        { of: 4, stack: 22, count: 1, holder: 'inventory', owner: 9 },
      ],
      coins: { now: 5, then: 1005 },
      experience: { now: 20, then: 10 },
      professions: [{ profession: 'cooking', now: 2, then: 1 }],
      quests: [
        { quest: 1, name: 'Wolves', now: { stage: 0, completed: 2 }, then: { stage: 2, completed: 0 } },
        { quest: 8, name: null, now: null, then: { stage: 1, completed: 0 } },
      ],
      items: [{ id: 2, key: 'bread', name: 'Loaf of bread' }],
    });
    expect(lines).toEqual([
      { tone: 'takes', text: 'Takes 1 × Loaf of bread, bag slot 3 (stack 7)' },
      { tone: 'gives', text: 'Gives 1,200 × item 9, worn slot 1 (stack 4)' },
      { tone: 'plain', text: 'Of stack 4 units came into stack 21, which stays: 3 in letter 12' },
      { tone: 'plain', text: 'Of stack 4 units came into stack 22, which stays: 1 in bag of character 9' },
      { tone: 'gives', text: 'Gives 1,000 coins: 5 now, 1,005 then' },
      { tone: 'takes', text: 'Takes 10 experience: 20 now, 10 then' },
      { tone: 'takes', text: 'Takes 1 skill in cooking: 2 now, 1 then' },
      { tone: 'plain', text: 'Quest Wolves: not taken on, completed 2 times, becomes in stage 2' },
      { tone: 'plain', text: 'Quest 8: never taken on, becomes in stage 1' },
    ]);
  });

  it('is nothing where numbers are the same', () => {
    expect(restoreLines(nothing)).toEqual([]);
  });
});
