import { describe, expect, it } from '@jest/globals';
import { Roster } from '#application/seats/roster.js';

describe('the numbers of characters', () => {
  it('stay with who comes back, and are never given twice', () => {
    const roster = new Roster(4);
    const [ada, bob] = [roster.enter('ada'), roster.enter('bob')];
    expect(ada).not.toBe(bob);
    roster.leave('ada', ada);
    expect(roster.enter('cleo')).not.toBe(ada);
    expect(roster.enter('ada')).toBe(ada);
  });

  it('are forgotten of those who left longest ago, one for each beyond the cap', () => {
    const roster = new Roster(2);
    const numbers = new Map(['ada', 'bob', 'cleo', 'dora'].map((name) => [name, roster.enter(name)]));
    for (const [name, character] of numbers) roster.leave(name, character);
    expect(roster.forgotten).toBe(2);
    for (const name of ['cleo', 'dora']) expect(roster.enter(name)).toBe(numbers.get(name));
    const known = [...numbers.values()];
    for (const name of ['ada', 'bob']) expect(known).not.toContain(roster.enter(name));
  });
});
