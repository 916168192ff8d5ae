// Telemetry and positions that wait to be sent. Old news is worth little: of telemetry the newest half minute waits,
// of each map's positions the newest report only. What is dropped is counted.

import type { MapPositions, TelemetryReport } from '#ports/system/telemetry-sink.js';

const telemetryMax = 30;
const mapsMax = 64;

export class PendingReports {
  telemetryDropped = 0;
  positionsDropped = 0;
  readonly #telemetry: TelemetryReport[] = [];
  readonly #positions = new Map<string, MapPositions>();

  addTelemetry(report: TelemetryReport): void {
    this.#telemetry.push(report);
    if (this.#telemetry.length > telemetryMax) {
      this.#telemetry.shift();
      this.telemetryDropped += 1;
    }
  }

  addPositions(report: MapPositions): void {
    if (this.#positions.delete(report.map)) this.positionsDropped += 1;
    if (this.#positions.size < mapsMax) this.#positions.set(report.map, report);
    else this.positionsDropped += 1;
  }

  /** The oldest report, which no longer waits then. */
  takeTelemetry(): TelemetryReport | undefined {
    return this.#telemetry.shift();
  }

  /** Puts back what could not be sent, unless newer ones have taken its place. */
  returnTelemetry(report: TelemetryReport): void {
    if (this.#telemetry.length < telemetryMax) this.#telemetry.unshift(report);
    else this.telemetryDropped += 1;
  }

  takePositions(): MapPositions | undefined {
    for (const report of this.#positions.values()) {
      this.#positions.delete(report.map);
      return report;
    }
    return undefined;
  }
}
