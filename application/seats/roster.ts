// Gives every character a number by which rights are held: who may take what lies on the ground, whose blows a creature
// remembers. A character that left and comes back is the same one, whatever its session and entity. Of those who left,
// the last `absentMax` are remembered, far longer than any right lasts; who was forgotten comes back as somebody new.

export class Roster {
  /** Characters that left and were forgotten for want of room, with their rights. */
  forgotten = 0;
  #last = 0;
  /** By name key, in the order of leaving. */
  readonly #absent = new Map<string, number>();

  constructor(readonly absentMax: number) {}

  /** For one who enters the world. Never 0. */
  enter(nameKey: string): number {
    const known = this.#absent.get(nameKey);
    if (known === undefined) return ++this.#last;
    this.#absent.delete(nameKey);
    return known;
  }

  /** Only for one who entered. */
  leave(nameKey: string, character: number): void {
    if (this.#absent.size === this.absentMax) {
      for (const oldest of this.#absent.keys()) {
        this.#absent.delete(oldest);
        break;
      }
      this.forgotten++;
    }
    this.#absent.set(nameKey, character);
  }

  /** All that decides which numbers come next. */
  eachWord(visit: (word: number) => void): void {
    visit(this.#last);
    for (const [nameKey, character] of this.#absent) {
      visit(character);
      for (let i = 0; i < nameKey.length; i++) visit(nameKey.charCodeAt(i));
    }
  }
}
