// Adds up where a gateway's time goes, phase by phase, in its statistics block: what a datagram in and a snapshot out cost;
// and tells four times a second which share of what receiving leaves goes into snapshots.

import { gatewayPhases } from '#ports/threads/tick-timer.js';
import type { StatsWriter } from './stats-block.js';
import type { Clock } from '#ports/system/clock.js';
import { PhaseTimer } from './phase-timer.js';
import type { GatewayCounter, GatewayDuration, GatewayGauge } from './stats-names.js';

/** How long one reading of the share covers. */
const windowMs = 250;
const receivePhase = gatewayPhases.indexOf('receive');
const replicatePhase = gatewayPhases.indexOf('replicate');
const sendPhase = gatewayPhases.indexOf('send');

export class GatewayTimer extends PhaseTimer {
  private readonly indexes: readonly number[];
  private windowStartMs: number;
  private readonly windowPhaseMs = new Float64Array(gatewayPhases.length);

  constructor(
    private readonly stats: StatsWriter<GatewayCounter, GatewayGauge, GatewayDuration>,
    clock: Clock,
    private readonly onSnapshotShare: (share: number) => void = () => undefined,
  ) {
    super(clock);
    this.windowStartMs = clock.nowMs();
    this.indexes = gatewayPhases.map((phase) => stats.counter(`us:${phase}`));
  }

  protected override took(phase: number): void {
    this.stats.add(this.indexes[phase]!, this.tookMs * 1000);
    this.windowPhaseMs[phase]! += this.tookMs;
  }

  protected override ended(): void {
    const nowMs = this.endedMs;
    if (nowMs - this.windowStartMs < windowMs) return;
    const { windowPhaseMs } = this;
    const availableMs = nowMs - this.windowStartMs - windowPhaseMs[receivePhase]!;
    const snapshotMs = windowPhaseMs[replicatePhase]! + windowPhaseMs[sendPhase]!;
    this.windowStartMs = nowMs;
    windowPhaseMs.fill(0);
    this.onSnapshotShare(availableMs > 0 ? snapshotMs / availableMs : 1);
  }
}
