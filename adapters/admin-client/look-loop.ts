// Looks at something now and again, and at once when asked, one look after the other, until it is stopped. A look that failed
// is taken again after a pause that grows.

import { retryPauseMs } from './retry-pause.js';

export interface LookLoopOptions {
  /** False when it came to nothing. */
  readonly look: () => Promise<boolean>;
  /** Told of the first of several that reject in a row. */
  readonly failed: (error: unknown) => void;
  readonly everyMs: number;
  /** In [0, 1), for the jitter of pauses. */
  readonly random?: (() => number) | undefined;
}

export class LookLoop {
  #running: Promise<void> | undefined;
  #isStopping = false;
  #isAsked = false;
  #wake: (() => void) | undefined;
  #failures = 0;

  constructor(private readonly options: LookLoopOptions) {}

  get isStopping(): boolean {
    return this.#isStopping;
  }

  /** Looks at once; also when it runs already. */
  start(): void {
    this.#running ??= this.#run();
    this.lookSoon();
  }

  lookSoon(): void {
    this.#isAsked = true;
    this.#wake?.();
  }

  /** After the look that is under way: who can give that up does so in `abort`. Never rejects. */
  async stop(abort: () => void): Promise<void> {
    this.#isStopping = true;
    abort();
    this.#wake?.();
    await this.#running;
  }

  async #run(): Promise<void> {
    const { look, failed, everyMs, random = Math.random } = this.options;
    while (!this.#isStopping) {
      this.#isAsked = false;
      try {
        this.#failures = (await look()) ? 0 : this.#failures + 1;
      } catch (error) {
        if (this.#failures++ === 0) failed(error);
      }
      await this.#pause(this.#failures > 0 ? retryPauseMs(this.#failures, random) : everyMs);
    }
  }

  async #pause(ms: number): Promise<void> {
    if (this.#isStopping || (this.#isAsked && this.#failures === 0)) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#wake = undefined;
  }
}
