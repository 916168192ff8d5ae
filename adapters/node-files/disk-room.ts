// How much room is left on the disk of a folder: told before it is full, when saves fail and are told of themselves.

import type { StatsFs } from 'node:fs';
import { statfs } from 'node:fs/promises';
import type { CheckResult, HealthCheck } from '#ports/system/health-check.js';

const mebibyte = 1024 * 1024;
/** Of either, an operator should hear. */
const fewMebibytes = 2_048;
const littleShare = 0.05;

/** A disk on a network may give none; whoever judges waits a little longer. */
const answerMs = 500;

type Room = Pick<StatsFs, 'bavail' | 'bsize' | 'blocks'>;

export class DiskRoom implements HealthCheck {
  readonly name = 'disk';

  constructor(
    private readonly folder: string,
    private readonly ask: (folder: string) => Promise<Room> = statfs,
  ) {}

  /** Well in any case: what cannot be written says so itself. */
  async check(): Promise<CheckResult> {
    const asked = await this.#asked();
    if (typeof asked === 'string') return { ok: true, reason: asked };
    const { bavail, bsize, blocks } = asked;
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

  /** Or why not. */
  async #asked(): Promise<Room | string> {
    const nothing = 'how much room is left on the disk of the data folder cannot be asked';
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<string>((resolve) => {
      timer = setTimeout(() => resolve(`${nothing}: no answer`), answerMs);
    });
    try {
      return await Promise.race([this.ask(this.folder), late]);
    } catch (error) {
      return `${nothing}: ${(error as Error).message}`;
    } finally {
      clearTimeout(timer);
    }
  }
}
