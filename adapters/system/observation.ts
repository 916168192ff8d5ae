// Looking at something, where a failure to look must harm nothing: it is counted, told when it begins and when it ends,
// and what was not seen is undefined. For measurements and reports in timers; never for work that the game rests on.

import type { Log } from '#ports/system/log.js';

export class Observation {
  readonly #log: Log;
  readonly #failures = new Map<string, { count: number; failing: boolean }>();

  constructor(log: Log) {
    this.#log = log;
  }

  /** How often each failed; `what` is one of few names written in code. */
  get failures(): Readonly<Record<string, number>> {
    return Object.fromEntries([...this.#failures].map(([what, { count }]) => [what, count]));
  }

  of<Seen>(what: string, look: () => Seen): Seen | undefined {
    try {
      const seen = look();
      this.#works(what);
      return seen;
    } catch (error) {
      this.#failed(what, error);
      return undefined;
    }
  }

  #works(what: string): void {
    const known = this.#failures.get(what);
    if (known?.failing !== true) return;
    known.failing = false;
    this.#log.info(`${what}: measured again`, { failures: known.count });
  }

  #failed(what: string, error: unknown): void {
    const known = this.#failures.get(what) ?? { count: 0, failing: false };
    this.#failures.set(what, known);
    known.count += 1;
    if (known.failing) return;
    known.failing = true;
    this.#log.warn(`${what}: cannot be measured, and is left out until it can`, { error });
  }
}
