import { sparkPath } from './sparkline';

describe('a sparkline', () => {
  it('needs two values', () => {
    expect(sparkPath([], 100, 20)).toBe('');
    expect(sparkPath([1], 100, 20)).toBe('');
  });

  it('spreads over its box, the highest at the top', () => {
    expect(sparkPath([0, 5, 10], 100, 20)).toBe('M0.0 18.0L50.0 10.0L100.0 2.0');
  });

  it('is level when nothing changes', () => {
    expect(sparkPath([4, 4], 100, 20)).toBe('M0.0 18.0L100.0 18.0');
  });
});
