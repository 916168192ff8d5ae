// Measures the phases of a tick into the simulation's statistics block and the trace of the last ticks, and counts those that took
// more than their budget.

import type { Clock } from '#ports/system/clock.js';
import { phaseBudgetsUs, phaseNames } from '#application/tick/phases.js';
import { PhaseTimer } from './phase-timer.js';
import type { TickTraceWriter } from './tick-trace.js';
import type { SimulationStats } from './stats-names.js';

export class StatsTickTimer extends PhaseTimer {
  private readonly indexes: readonly number[];
  private readonly overBudget: readonly number[];

  constructor(
    private readonly stats: SimulationStats,
    private readonly trace: TickTraceWriter,
    clock: Clock,
  ) {
    super(clock);
    this.indexes = phaseNames.map((name) => stats.duration(`phase:${name}`));
    this.overBudget = phaseNames.map((name) => stats.counter(`over:${name}`));
  }

  protected override took(phase: number): void {
    const us = this.tookMs * 1000;
    this.stats.record(this.indexes[phase]!, us);
    this.trace.took(phase, us);
    if (us > phaseBudgetsUs[phase]!) this.stats.add(this.overBudget[phase]!, 1);
  }

  protected override ended(): void {
    this.trace.ended(this.endedMs);
  }
}
