import { FigureHistory } from '../api/models';
import { KnownFigures, joined, lastMeasuredMs } from './known-figures';

function known(
  fromMs: number,
  values: (number | null)[],
  maps: Record<string, (number | null)[]> = {},
): KnownFigures {
  const of = Object.fromEntries(Object.entries(maps).map(([key, of]) => [key, { means: of, largests: of }]));
  const figures = {
    players: { means: values, leasts: values, largests: values },
    playersByMap: { left: 0, of },
  } as unknown as FigureHistory;
  return { fromMs, stepMs: 10, spans: values.length, figures };
}
const means = (one: KnownFigures | undefined) => one?.figures.players?.means;

describe('what is known', () => {
  it('takes the newer where both have a span, and lets the oldest go', () => {
    const both = joined(known(0, [1, 2, 3, 4]), known(30, [40, 5, null]));
    expect([both?.fromMs, both?.spans, means(both)]).toEqual([20, 4, [3, 40, 5, null]]);
  });

  it('joins keys that only one of both has', () => {
    const older = known(0, [1, 2], { meadow: [5, 6] });
    const both = joined(older, known(10, [2, 3], { meadow: [6, 7], cave: [1, 1] }));
    const of = both?.figures.playersByMap?.of;
    expect([of?.['meadow']?.means, of?.['cave']?.means]).toEqual([
      [6, 7],
      [1, 1],
    ]);
  });

  it('does not join what does not fit: a hole between, other steps, or an older begin', () => {
    expect(joined(known(0, [1, 2]), known(30, [4]))).toBeUndefined();
    expect(joined(known(0, [1, 2]), { ...known(10, [4]), stepMs: 20 })).toBeUndefined();
    expect(joined(known(50, [1, 2]), known(10, [4]))).toBeUndefined();
  });

  it('stays where the answer is no newer', () => {
    const older = known(0, [1, 2, 3]);
    expect(joined(older, known(0, [1, 2]))).toBe(older);
  });

  it('was measured last at the end of the last span that has something', () => {
    expect(lastMeasuredMs(known(100, [1, 2, null]))).toBe(120);
    expect(lastMeasuredMs(known(100, [null]))).toBeUndefined();
  });
});
