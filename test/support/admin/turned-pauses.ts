// Pauses in which nobody waits: each ends when all else has had its turn, the sooner before the later.

import type { Pauses } from '#ports/system/pauses.js';

interface Waiting {
  readonly untilMs: number;
  end(): void;
}

export class TurnedPauses implements Pauses {
  readonly #waiting: Waiting[] = [];
  #nowMs = 0;

  pause(ms: number): Promise<void> {
    return new Promise((end) => {
      this.#waiting.push({ untilMs: this.#nowMs + ms, end });
      if (this.#waiting.length === 1) setImmediate(this.#turn);
    });
  }

  deadline(ms: number): Promise<void> {
    return this.pause(ms);
  }

  readonly #turn = (): void => {
    this.#waiting.sort((one, other) => one.untilMs - other.untilMs);
    const { untilMs, end } = this.#waiting.shift()!;
    this.#nowMs = untilMs;
    end();
    if (this.#waiting.length > 0) setImmediate(this.#turn);
  };
}

/** Each pause turns the clock by so much at once, and meanwhile something happens. */
export class PausesOf implements Pauses {
  readonly #deadlines: Waiting[] = [];

  constructor(
    private readonly clock: { atUnixMs: number },
    private readonly meanwhile: () => Promise<void>,
  ) {}

  async pause(ms: number): Promise<void> {
    this.clock.atUnixMs += ms;
    await this.meanwhile();
    for (const { untilMs, end } of this.#deadlines) if (untilMs <= this.clock.atUnixMs) end();
  }

  deadline(ms: number): Promise<void> {
    return new Promise((end) => this.#deadlines.push({ untilMs: this.clock.atUnixMs + ms, end }));
  }
}
