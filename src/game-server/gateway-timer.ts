// Adds up where a gateway's time goes, phase by phase, in its statistics block: what a datagram in and a snapshot out cost;
// and tells four times a second which share of what receiving leaves goes into snapshots.

import { gatewayPhases } from '#adapters/gateway/gateway.js';
import type { StatsWriter } from '#adapters/shared-memory/stats-block.js';
import type { Clock } from '#ports/clock.js';
import type { TickTimer } from '#ports/tick-timer.js';
import type { GatewayCounter, GatewayDuration, GatewayGauge } from './stats-names.js';

/** How long one reading of the share covers. */
const windowMs = 250;
const receivePhase = gatewayPhases.indexOf('receive');
const replicatePhase = gatewayPhases.indexOf('replicate');
const sendPhase = gatewayPhases.indexOf('send');

export class GatewayTimer implements TickTimer {
  private readonly places: readonly number[];
  private phase = -1;
  private sinceMs = 0;
  private windowStartMs: number;
  private readonly windowPhaseMs = new Float64Array(gatewayPhases.length);

  constructor(
    private readonly stats: StatsWriter<GatewayCounter, GatewayGauge, GatewayDuration>,
    private readonly clock: Clock,
    private readonly onSnapshotShare: (share: number) => void = () => undefined,
  ) {
    this.windowStartMs = clock.nowMs();
    this.places = gatewayPhases.map((phase) => stats.counter(`us:${phase}`));
  }

  begin(phase: number): void {
    const nowMs = this.clock.nowMs();
    this.record(nowMs);
    this.phase = phase;
    this.sinceMs = nowMs;
  }

  end(): void {
    const nowMs = this.clock.nowMs();
    this.record(nowMs);
    this.phase = -1;
    if (nowMs - this.windowStartMs >= windowMs) this.endWindow(nowMs);
  }

  private endWindow(nowMs: number): void {
    const { windowPhaseMs } = this;
    const availableMs = nowMs - this.windowStartMs - windowPhaseMs[receivePhase]!;
    const snapshotMs = windowPhaseMs[replicatePhase]! + windowPhaseMs[sendPhase]!;
    this.windowStartMs = nowMs;
    windowPhaseMs.fill(0);
    this.onSnapshotShare(availableMs > 0 ? snapshotMs / availableMs : 1);
  }

  private record(nowMs: number): void {
    if (this.phase < 0) return;
    const ms = nowMs - this.sinceMs;
    this.stats.add(this.places[this.phase]!, ms * 1000);
    this.windowPhaseMs[this.phase]! += ms;
  }
}
