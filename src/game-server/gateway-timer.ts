// Adds up where a gateway's time goes, phase by phase, in its statistics block: what a datagram in and a snapshot out cost.

import { gatewayPhases } from '#adapters/gateway/gateway.js';
import type { StatsWriter } from '#adapters/shared-memory/stats-block.js';
import type { Clock } from '#ports/clock.js';
import type { TickTimer } from '#ports/tick-timer.js';
import type { GatewayCounter, GatewayDuration, GatewayGauge } from './stats-names.js';

export class GatewayTimer implements TickTimer {
  private readonly places: readonly number[];
  private phase = -1;
  private sinceMs = 0;

  constructor(
    private readonly stats: StatsWriter<GatewayCounter, GatewayGauge, GatewayDuration>,
    private readonly clock: Clock,
  ) {
    this.places = gatewayPhases.map((phase) => stats.counter(`us:${phase}`));
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
    if (this.phase >= 0) this.stats.add(this.places[this.phase]!, (nowMs - this.sinceMs) * 1000);
  }
}
