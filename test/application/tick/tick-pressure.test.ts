import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { TickPressure } from '#application/tick/tick-pressure.js';
import { phaseBudgetsUs, phaseNames, phases } from '#application/tick/phases.js';
import { pressureMax } from '#domain/vocabulary/pressure.js';
import { ticksPerSecond } from '#domain/engine/time.js';

function after(loads: readonly number[], pressure = new TickPressure()): TickPressure {
  for (const load of loads) pressure.observe(load, false);
  return pressure;
}

const steady = (load: number, ticks: number) => new Array<number>(ticks).fill(load);

describe('the pressure of the next tick', () => {
  it('is none while steps take up to half of their time', () => {
    expect(after(steady(0.5, 1000)).level).toBe(0);
  });

  it('is as high as the load is, within a second', () => {
    expect(after(steady(0.6, 60)).level).toBe(1);
    expect(after(steady(0.75, 60)).level).toBe(2);
    expect(after(steady(0.95, 60)).level).toBe(3);
  });

  it('is not raised by one slow step, however slow', () => {
    expect(after([...steady(0.4, 60), 50, ...steady(0.4, 60)]).level).toBe(0);
  });

  it('rises while steps begin late, even if each is quick', () => {
    const pressure = new TickPressure();
    for (let i = 0; i < 120; i++) pressure.observe(0.1, true);
    expect(pressure.level).toBe(3);
  });

  it('falls level by level when it is calm for long', () => {
    const pressure = after(steady(0.95, 60));
    const seen = new Set<number>();
    for (let i = 0; i < 600; i++) {
      pressure.observe(0.2, false);
      seen.add(pressure.level);
    }
    expect([...seen]).toEqual([3, 2, 1, 0]);
  });

  it('does not flap when what it puts off is what made it rise', () => {
    // At level 1 the load is just below the threshold; were it to fall there, the load would be above it again.
    const pressure = new TickPressure();
    let changes = 0;
    let level = 0;
    for (let i = 0; i < 3600; i++) {
      pressure.observe(pressure.level === 0 ? 0.6 : 0.5, false);
      if (pressure.level !== level) changes++;
      level = pressure.level;
    }
    expect(changes).toBe(1);
  });

  it('is a level and moves by one, whatever is measured', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.double({ min: 0, max: 1e6, noNaN: true }), fc.boolean())), (ticks) => {
        const pressure = new TickPressure();
        for (const [load, isLate] of ticks) {
          const before = pressure.level;
          pressure.observe(load, isLate);
          expect(Math.abs(pressure.level - before)).toBeLessThanOrEqual(1);
          expect(pressure.level >= 0 && pressure.level <= pressureMax).toBe(true);
        }
      }),
    );
  });
});

/** Nothing, or what is too much, whose it is and what to do. */
function overbooked(of: readonly { readonly name: string; readonly budgetUs: number }[]): string {
  const stepUs = Math.floor(1e6 / ticksPerSecond);
  const sumUs = of.reduce((sum, { budgetUs }) => sum + budgetUs, 0);
  if (sumUs <= stepUs) return '';
  const largest = [...of].sort((one, other) => other.budgetUs - one.budgetUs);
  return (
    `${of.length} phases may take ${sumUs} µs together, and a step has ${stepUs}. ` +
    'Lower the budget of one that needs far less (npm run bench -- step shows what each takes): ' +
    largest.map(({ name, budgetUs }) => `${name} ${budgetUs}`).join(', ')
  );
}

describe('the time budgets of the phases', () => {
  it('are one for each, and fit into a step together', () => {
    expect(phaseBudgetsUs).toHaveLength(phaseNames.length);
    expect(phaseBudgetsUs.every((us) => us > 0)).toBe(true);
    expect(overbooked(phases)).toBe('');
  });

  it('that are too much are named, the largest first', () => {
    const planted = [
      { name: 'count', budgetUs: 100 },
      { name: 'bleed', budgetUs: 16_600 },
    ];
    expect(overbooked(planted)).toMatch(/^2 phases may take 16700 µs together.*: bleed 16600, count 100$/);
    expect(overbooked(planted.slice(1))).toBe('');
  });
});
