import { detailLines, emptyFilter, isNarrowed, questionOf } from './audit-question';

describe('a filter', () => {
  it('asks for what is filled in, and times in UTC', () => {
    expect(questionOf(emptyFilter)).toEqual({});
    expect(isNarrowed(emptyFilter)).toBe(false);
    const filter = {
      ...emptyFilter,
      who: 'ann',
      what: 'Account',
      outcome: 'refused',
      from: '2026-11-28T21:00',
    };
    expect(questionOf(filter)).toEqual({
      actor: 'ann',
      action: 'account',
      outcome: 'refused',
      from: new Date('2026-11-28T21:00').toISOString(),
    });
    expect(isNarrowed(filter)).toBe(true);
  });

  it('passes over a time that is none', () => {
    expect(questionOf({ ...emptyFilter, until: 'later' })).toEqual({});
  });
});

describe('details', () => {
  it('show before and after of each field beside each other', () => {
    const details = {
      before: { role: 'viewer', disabled: false },
      after: { role: 'admin', disabled: false },
      tries: 3,
    };
    expect(detailLines(details)).toEqual([
      { name: 'role', text: 'viewer → admin' },
      { name: 'disabled', text: 'false → false' },
      { name: 'tries', text: '3' },
    ]);
  });

  it('show what has only a before, lists and nothing at all', () => {
    expect(detailLines({ before: 'x', list: [1, 2] })).toEqual([
      { name: 'before', text: 'x' },
      { name: 'list', text: '[1,2]' },
    ]);
    expect(detailLines({})).toEqual([]);
  });
});
