// Measures the phases of a tick into the simulation's statistics block, and counts those that took more than their budget.

import type { Clock } from '#ports/clock.js';
import type { TickTimer } from '#ports/tick-timer.js';
import { phaseBudgetsUs, phaseNames } from '#application/simulation/run-tick.js';
import type { SimulationStats } from './simulation-host.js';

export class StatsTickTimer implements TickTimer {
  private readonly places: readonly number[];
  private readonly overBudget: readonly number[];
  private phase = -1;
  private sinceMs = 0;

  constructor(
    private readonly stats: SimulationStats,
    private readonly clock: Clock,
  ) {
    this.places = phaseNames.map((name) => stats.duration(`phase:${name}`));
    this.overBudget = phaseNames.map((name) => stats.counter(`over:${name}`));
  }

  begin(phase: number): void {
    const nowMs = this.clock.nowMs();
    this.record(nowMs);
    this.phase = phase;
    this.sinceMs = nowMs;
  }

  end(): void {
    this.record(this.clock.nowMs());
    this.phase = -1;
  }

  private record(nowMs: number): void {
    const { phase } = this;
    if (phase < 0) return;
    const us = (nowMs - this.sinceMs) * 1000;
    this.stats.record(this.places[phase]!, us);
    if (us > phaseBudgetsUs[phase]!) this.stats.add(this.overBudget[phase]!, 1);
  }
}
