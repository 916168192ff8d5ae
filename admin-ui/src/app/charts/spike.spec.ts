import { cutOf } from './spike';

const curve = (name: string, ...values: (number | null)[]) => ({
  name,
  points: values.map((value, i) => [i * 1000, value] as const),
});
const usual = Array.from({ length: 40 }, (_, i) => 10 + (i % 5));

describe('a spike', () => {
  it('ends the scale below it, and is told with its height and its moment', () => {
    expect(cutOf([curve('p50', ...usual.map((v) => v / 10)), curve('p99', ...usual, 900)])).toEqual({
      scale: 40,
      highest: 900,
      atMs: 40_000,
      series: 'p99',
    });
  });

  it('is none where values only vary, where few are known, and where nothing else is above 0', () => {
    expect(cutOf([curve('p99', ...usual, 50)])).toBeUndefined();
    expect(cutOf([curve('p99', 1, 1, 90)])).toBeUndefined();
    expect(cutOf([curve('loss', ...usual.map(() => 0), 3)])).toBeUndefined();
    expect(cutOf([curve('p99', ...usual.map(() => null))])).toBeUndefined();
  });
});
