// That the database can be written, as far as anybody tried: reading goes on when its disk is full, and a probe that only
// reads would call it well. Servers and people write something every few seconds.

import type { ReadinessProbe } from '#ports/system/readiness-probe.js';

/** How long after a write that found no room this is told. */
const rememberedMs = 60_000;

export class FullDiskProbe implements ReadinessProbe {
  readonly name = 'database-disk';
  #lastMs = -Infinity;

  constructor(private readonly nowMs: () => number = () => performance.now()) {}

  /** A write found no room. */
  note(): void {
    this.#lastMs = this.nowMs();
  }

  async check(): Promise<void> {
    if (this.nowMs() - this.#lastMs < rememberedMs) throw new Error('the disk of the database is full');
  }
}
