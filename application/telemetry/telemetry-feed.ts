// Tells the admin API how the server does, and where everybody is on maps that somebody watches. When, others say.

import type { HardwareFigures } from '#ports/system/hardware-figures.js';
import type { StatsSource } from '#ports/system/metrics.js';
import type { MapPositions, TelemetrySink } from '#ports/system/telemetry-sink.js';
import { TelemetryWindow } from './telemetry-window.js';

/** How often `tellTelemetry` and `tellPositions` are to be called. */
export const telemetryEveryMs = 1000;
export const positionsEveryMs = 250;

export interface TelemetryFeedOptions {
  readonly sink: Pick<TelemetrySink, 'telemetry' | 'positions' | 'watchedMaps'>;
  readonly serverId: string;
  readonly figures: StatsSource;
  readonly hardware: HardwareFigures;
  /** The time of the machine, ISO 8601, UTC. */
  readonly timeNow: () => string;
  /** Keys of all maps, in their order. */
  readonly maps: readonly string[];
  /** Where everybody is on a map, by its index; undefined before the first frame. */
  readonly positionsOn: (map: number) => MapPositions | undefined;
}

export class TelemetryFeed {
  private readonly window: TelemetryWindow;

  constructor(private readonly options: TelemetryFeedOptions) {
    this.window = new TelemetryWindow(options.serverId);
  }

  tellTelemetry(): void {
    const { sink, figures, hardware, timeNow } = this.options;
    const reading = { figures: figures.read(), hardware: hardware.newest(), at: timeNow() };
    const report = this.window.close(reading);
    if (report !== undefined) sink.telemetry(report);
  }

  tellPositions(): void {
    const { sink, maps, positionsOn } = this.options;
    maps.forEach((key, index) => {
      if (!sink.watchedMaps.has(key)) return;
      const positions = positionsOn(index);
      if (positions !== undefined) sink.positions(positions);
    });
  }
}
