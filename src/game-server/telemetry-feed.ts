// Tells the admin API once a second how the server does, and more often where everybody is on maps that somebody watches.

import type { AdminApiClient } from '#adapters/admin-client/admin-api-client.js';
import { Observation } from '#adapters/system/observation.js';
import { TelemetryWindow } from '#application/telemetry/telemetry-window.js';
import type { Content } from '#domain/content/content.js';
import type { Clock } from '#ports/system/clock.js';
import type { FrameReader } from '#ports/threads/frame.js';
import type { HardwareFigures } from '#ports/system/hardware-figures.js';
import type { Log } from '#ports/system/log.js';
import type { Control } from './control.js';
import { positionsOn } from './positions-feed.js';

const telemetryEveryMs = 1000;
const positionsEveryMs = 250;

export interface TelemetryFeedOptions {
  readonly client: AdminApiClient;
  readonly serverId: string;
  readonly control: Control;
  readonly content: Content;
  readonly hardware: HardwareFigures;
  readonly clock: Clock;
  readonly frames: FrameReader;
  readonly log: Log;
}

export function startTelemetry(options: TelemetryFeedOptions): { stop(): Promise<void> } {
  const { client, serverId, control, content, hardware, clock, frames, log } = options;
  const window = new TelemetryWindow(serverId);
  control.directory.tell(client, clock);
  client.start();
  const observation = new Observation(log);
  const sendTelemetry = (): void => {
    const at = new Date(clock.unixMs()).toISOString();
    const report = window.close({ figures: control.figures.read(), hardware: hardware.newest(), at });
    if (report !== undefined) client.telemetry(report);
  };
  const sendPositions = (): void => {
    content.maps.forEach(({ key }, index) => {
      if (!client.watchedMaps.has(key)) return;
      const report = positionsOn(frames, index, content);
      if (report !== undefined) client.positions(report);
    });
  };
  const timers = [
    setInterval(() => observation.of('telemetry', sendTelemetry), telemetryEveryMs),
    setInterval(() => observation.of('positions', sendPositions), positionsEveryMs),
  ];
  return {
    async stop() {
      for (const timer of timers) clearInterval(timer);
      await client.stop();
    },
  };
}
