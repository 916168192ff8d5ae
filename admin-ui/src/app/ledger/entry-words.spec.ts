import { describe, expect, it } from 'vitest';
import { LedgerEntry } from '../api/models';
import { gainOf, namesWith, noNames, placeOf, verbOf, wayOf, whatOf } from './entry-words';

const names = namesWith(noNames, {
  characters: [{ characterId: 7, name: 'Ada', playerId: 'p7' }],
  items: [{ id: 2, key: 'bread', name: 'Bread' }],
});

function entry(kind: string, values: LedgerEntry['values']): LedgerEntry {
  return { number: 1, tick: 1, at: null, kind, values, partners: [] };
}

describe('an entry in words', () => {
  it('names places by whose they are, where that is known', () => {
    expect(placeOf('inventory', 7, names)).toBe('bag of Ada');
    expect(placeOf('equipment', 8, names)).toBe('worn of character 8');
    expect(placeOf('letter', 12, names)).toBe('letter 12');
    expect(placeOf('ground', 0, names)).toBe('the ground');
    expect(placeOf('chest', 3, names)).toBe('chest 3');
  });

  it('says from where to where, or where it stayed', () => {
    const moved = { holder: 'letter', owner: 12, fromHolder: 'inventory', fromOwner: 7 };
    expect(wayOf(entry('stackChanged', moved), names)).toBe('bag of Ada → letter 12');
    const stayed = { holder: 'inventory', owner: 7, fromHolder: 'inventory', fromOwner: 7 };
    expect(wayOf(entry('stackChanged', stayed), names)).toBe('bag of Ada');
    expect(wayOf(entry('coinsChanged', { holder: 'wallet', owner: 7 }), names)).toBe('purse of Ada');
    expect(wayOf(entry('experienceChanged', {}), names)).toBe('');
  });

  it('says what it is about, also of a kind that this console does not know', () => {
    expect(whatOf(entry('stackChanged', { item: 2 }), names)).toBe('Bread');
    expect(whatOf(entry('stackChanged', { item: 3 }), names)).toBe('item 3');
    expect(whatOf(entry('coinsChanged', {}), names)).toBe('coins');
    expect(whatOf(entry('professionChanged', { outcome: 'cooking' }), names)).toBe('skill in cooking');
    expect(whatOf(entry('questEnded', {}), names)).toBe('quest ended');
  });

  it('has its verb in words', () => {
    expect(verbOf(entry('stackChanged', { verb: 'mailTake' }))).toBe('mail take');
    expect(verbOf(entry('commandDone', {}))).toBe('–');
  });

  it('has a sign for what was gained and lost', () => {
    expect([4, -2, 0].map((amount) => gainOf(entry('stackChanged', { amount })))).toEqual(['+4', '−2', '']);
    expect(gainOf(entry('commandDone', {}))).toBe('');
  });
});
