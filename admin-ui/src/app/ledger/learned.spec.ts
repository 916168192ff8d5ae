import { describe, expect, it } from 'vitest';
import { professionsOf, questsOf } from './learned';

describe('what a player has learned', () => {
  it('is a list of skills', () => {
    const professions = [
      { profession: 'cooking', skill: 1200 },
      { profession: 'smithing', skill: 3 },
    ];
    expect(professionsOf({ professions })).toBe('cooking 1,200, smithing 3');
    expect(professionsOf({ professions: [] })).toBe('');
  });

  it('and its quests, those under way first', () => {
    const quests = [
      { quest: 1, name: 'Wolves', stage: null, isTakenOn: false, completed: 1 },
      { quest: 2, name: 'Salt', stage: 'Bring the salt.', isTakenOn: true, completed: 2 },
      { quest: 9, name: null, stage: null, isTakenOn: true, completed: 0 },
    ];
    expect(questsOf({ quests })).toEqual([
      { id: 2, name: 'Salt', standing: 'under way: Bring the salt.; completed 2 times' },
      { id: 9, name: 'quest 9', standing: 'under way' },
      { id: 1, name: 'Wolves', standing: 'completed' },
    ]);
  });
});
