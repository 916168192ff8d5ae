import { aListedReport, aReport } from './report-specimen';
import { agoWords, placeWords, queueOf, stateOf, talkOf } from './report-words';

describe('reports in words', () => {
  it('say who is at it, and what was done', () => {
    expect(stateOf(aListedReport())).toEqual({ word: 'Open', tone: 'warn' });
    expect(stateOf(aListedReport({ state: 'taken', takenByName: 'mo' })).word).toBe('Taken by mo');
    expect(stateOf(aListedReport({ state: 'resolved', outcome: 'noAction', takenByName: 'mo' }))).toEqual({
      ...{ word: 'No action', tone: 'ok' },
    });
  });

  it('tell what both said in the order in which they did', () => {
    expect(talkOf(aReport()).map(({ who, name, text }) => [who, name, text])).toEqual([
      ['target', 'Bob', 'cheap gold'],
      ['reporter', 'Ann', 'stop it'],
      ['target', 'Bob', 'still cheap'],
    ]);
    const erased = aReport({ reporter: { ...aReport().reporter, name: '' } });
    expect(talkOf(erased)[1]?.name).toBe('erased');
  });

  it('say when and where', () => {
    const [first, , last] = talkOf(aReport());
    expect([first, last].map((line) => line && agoWords(line))).toEqual(['1 min 30 s before', 'at once']);
    expect(placeWords({ map: 'meadow', x: 1.25, y: 20 }, () => 'Willowmere')).toBe(
      'Willowmere, 1.3 / 20.0 m',
    );
    expect(placeWords(null, () => '')).toBe('not in the world then');
  });

  it('show what is not resolved, whatever else stands in the address', () => {
    expect(['all', 'nonsense', undefined].map(queueOf)).toEqual(['all', 'unresolved', 'unresolved']);
  });
});
