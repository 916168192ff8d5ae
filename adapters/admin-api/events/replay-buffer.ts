// The last events, for clients that come back: they name the last one they saw and get what followed. Bounded; the
// oldest are forgotten. Ids carry the process's own mark, so that an id of another process is not taken for one of ours.

export class ReplayBuffer {
  readonly #texts: string[] = [];
  #next = 1;

  constructor(
    private readonly mark: string,
    private readonly eventsMax: number,
  ) {}

  /** Keeps what `makeText` writes for the id it is given, and returns it. */
  add(makeText: (id: string) => string): string {
    const text = makeText(`${this.mark}-${this.#next}`);
    this.#texts[this.#next % this.eventsMax] = text;
    this.#next++;
    return text;
  }

  /** What followed that event, or undefined when that cannot be told completely. */
  after(id: string): readonly string[] | undefined {
    const dash = id.lastIndexOf('-');
    const seen = Number(id.slice(dash + 1));
    if (id.slice(0, dash) !== this.mark || !Number.isSafeInteger(seen)) return undefined;
    const oldest = Math.max(1, this.#next - this.eventsMax);
    if (seen < oldest - 1 || seen >= this.#next) return undefined;
    return Array.from({ length: this.#next - 1 - seen }, (_, i) => {
      return this.#texts[(seen + 1 + i) % this.eventsMax]!;
    });
  }
}
