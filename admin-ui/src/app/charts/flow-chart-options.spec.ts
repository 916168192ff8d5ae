import { FlowBar, scaleOf, signed } from './flow-chart-options';

const bar = (created: number, destroyed = 0): FlowBar => ({ fromMs: 0, created, destroyed });

describe('the scale of sources and sinks', () => {
  it('goes up to the highest bar, above the line or below, and on to a round number', () => {
    expect(scaleOf([bar(5), bar(3, 9), bar(4)])).toBe(10);
    expect(scaleOf([bar(496)])).toBe(600);
    expect(scaleOf([])).toBe(0);
  });

  it('is not pressed flat by one spike', () => {
    const usual = Array.from({ length: 24 }, (_, i) => bar(100 + i, 90));
    const scale = scaleOf([...usual, bar(1_000_000)]);
    expect(scale).toBeGreaterThan(123);
    expect(scale).toBeLessThan(500);
  });

  it('shows a single bar whole', () => {
    expect(scaleOf([bar(0), bar(700)])).toBe(800);
  });
});

describe('a difference', () => {
  it('bears its sign', () => {
    expect([3, -3, 0].map((value) => signed(value, String))).toEqual(['+3', '−3', '0']);
  });
});
