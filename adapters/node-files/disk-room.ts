// How much room is left on the disk of a folder: told before it is full, when saves fail and are told of themselves.

import { statfs } from 'node:fs/promises';
import type { CheckResult, HealthCheck } from '#ports/system/health-check.js';

const mebibyte = 1024 * 1024;
/** Of either, an operator should hear. */
const fewMebibytes = 2_048;
const littleShare = 0.05;

export class DiskRoom implements HealthCheck {
  readonly name = 'disk';

  constructor(
    private readonly folder: string,
    private readonly ask: (
      folder: string,
    ) => Promise<{ bavail: number; bsize: number; blocks: number }> = statfs,
  ) {}

  /** Well in any case: what cannot be written says so itself. */
  async check(): Promise<CheckResult> {
    const { bavail, bsize, blocks } = await this.ask(this.folder);
    // File systems without a size, such as some of containers, have no room to run out of.
    if (blocks === 0) return { ok: true };
    const freeMebibytes = Math.floor((bavail * bsize) / mebibyte);
    const share = bavail / blocks;
    if (freeMebibytes >= fewMebibytes && share >= littleShare) return { ok: true };
    const percent = (share * 100).toFixed(1);
    return {
      ok: true,
      reason: `${freeMebibytes} MiB (${percent} %) are left on the disk of the data folder`,
    };
  }
}
