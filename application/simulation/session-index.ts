// The place of each session's player: asked for every input that comes in, so a table of plain numbers instead of a Map.
// Open addressing with linear probing; removal moves later entries back (D. Knuth, The Art of Computer Programming 3,
// 6.4, algorithm R), so there are no dead entries. Never more than half full: there are fewer sessions than places.

export class SessionIndex {
  readonly #sessions: Uint32Array;
  /** 0 where no session is: place 0 is nobody's. */
  readonly #places: Uint16Array;
  readonly #mask: number;
  readonly #shift: number;

  /** `sessionsMax`: most at a time. */
  constructor(sessionsMax: number) {
    const bits = Math.max(1, Math.ceil(Math.log2(sessionsMax * 2)));
    this.#sessions = new Uint32Array(1 << bits);
    this.#places = new Uint16Array(1 << bits);
    this.#mask = (1 << bits) - 1;
    this.#shift = 32 - bits;
  }

  /** 0 for a session that has none. */
  placeOf(session: number): number {
    return this.#places[this.#find(session)]!;
  }

  /** `place` is above 0. */
  set(session: number, place: number): void {
    const at = this.#find(session);
    this.#sessions[at] = session;
    this.#places[at] = place;
  }

  delete(session: number): void {
    let hole = this.#find(session);
    let at = hole;
    while (this.#places[at] !== 0) {
      at = (at + 1) & this.#mask;
      const wanted = this.#home(this.#sessions[at]!);
      // Who wanted a place behind the hole, round the end, would not be found across it.
      if (((at - wanted) & this.#mask) < ((at - hole) & this.#mask)) continue;
      this.#sessions[hole] = this.#sessions[at]!;
      this.#places[hole] = this.#places[at]!;
      hole = at;
    }
    this.#places[hole] = 0;
  }

  /** Where it is, or the empty entry where it would be. */
  #find(session: number): number {
    let at = this.#home(session);
    while (this.#places[at] !== 0 && this.#sessions[at] !== session) at = (at + 1) & this.#mask;
    return at;
  }

  /** Fibonacci hashing (Knuth, 6.4): neighbouring numbers land far apart. */
  #home(session: number): number {
    return Math.imul(session, 0x9e3779b1) >>> this.#shift;
  }
}
