import { TicksAnswer } from '../api/models';
import { barsOf, flameOf } from './tick-flame';

const answer: TicksAnswer = {
  seconds: 10,
  ticksPerSecond: 60,
  phases: [
    { name: 'arrivals', part: 'arrivals', budgetUs: 250, sumUs: 100, mostUs: 60, p99Us: 60 },
    { name: 'movement', part: 'systems', budgetUs: 900, sumUs: 600, mostUs: 400, p99Us: 400 },
    { name: 'combat', part: 'systems', budgetUs: 100, sumUs: 100, mostUs: 90, p99Us: 90 },
    { name: 'publish', part: 'outward', budgetUs: 2000, sumUs: 200, mostUs: 150, p99Us: 150 },
  ],
  ticksUs: [500, 500],
  longest: [{ at: 1, agoMs: 4, us: [0, 300, 300, 0] }],
};

describe('the flame graph of ticks', () => {
  it('has the tick, its parts, and their phases, each as wide as its share of the mean', () => {
    const { rows, totalUs } = flameOf(answer, undefined);
    expect(totalUs).toBe(500);
    expect(rows[0]).toMatchObject([{ name: 'Tick', us: 500, left: 0, width: 100 }]);
    expect(rows[1]).toMatchObject([
      { us: 50, left: 0, width: 10 },
      { us: 350, left: 10, width: 70 },
      { us: 100, left: 80, width: 20 },
    ]);
    expect(rows[2]).toMatchObject([
      { name: 'arrivals', left: 0, width: 10 },
      { name: 'movement', left: 10, width: 60, isOver: false },
      { name: 'combat', left: 70, width: 10 },
      { name: 'publish', left: 80, width: 20 },
    ]);
  });

  it('is of one long tick alone, and shows what was longer than it may be', () => {
    const leaves = flameOf(answer, 0).rows[2]!;
    expect(leaves).toMatchObject([
      { name: 'arrivals', width: 0 },
      { name: 'movement', width: 50, isOver: false },
      { name: 'combat', width: 50, isOver: true },
      { name: 'publish', width: 0 },
    ]);
  });

  it('is empty where nothing was measured', () => {
    const none = { ...answer, phases: answer.phases.map((phase) => ({ ...phase, sumUs: 0 })), ticksUs: [] };
    expect(
      flameOf(none, undefined)
        .rows.flat()
        .every(({ us }) => us === 0),
    ).toBe(true);
    expect(barsOf(none, 300).bars).toEqual([]);
  });
});

describe('the bars of ticks', () => {
  it('stand for the longest of those they show, against the time that a tick has', () => {
    const ticksUs = [1000, 2000, 33_333.4, 1000, 500];
    const { bars, line } = barsOf({ ...answer, ticksUs }, 3);
    expect(bars.map(({ isLate }) => isLate)).toEqual([false, true, false]);
    expect(bars[1]!.height).toBe(100);
    expect(line).toBeCloseTo(50, 3);
  });
});
