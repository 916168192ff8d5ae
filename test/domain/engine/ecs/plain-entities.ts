// The plain twin of domain/engine/ecs/entities: the same rules over lists of places, looked through from the first.

const pagePlaces = 256;

/** 32 bits shared with places, see entity-id. */
const generationMaxOf = (capacity: number) => (capacity > 65_535 ? 4095 : 65_535);

interface Page {
  group: number | undefined;
  readonly free: Set<number>;
}

export class PlainEntities {
  readonly #pages: Page[];
  readonly #generation = new Map<number, number>();
  readonly #living = new Set<number>();
  #destroyed: number[] = [];

  constructor(readonly capacity: number) {
    this.#pages = Array.from({ length: Math.ceil((capacity + 1) / pagePlaces) }, (_, page) => ({
      group: undefined,
      free: new Set(
        Array.from({ length: pagePlaces }, (_, i) => page * pagePlaces + i).filter(
          (place) => place > 0 && place <= capacity,
        ),
      ),
    }));
  }

  /** Place and generation, or undefined when every place is taken. */
  create(group: number): { place: number; generation: number } | undefined {
    const room = this.#pages.filter(({ free }) => free.size > 0);
    const page =
      room.find((each) => each.group === group) ?? room.find((each) => each.group === undefined) ?? room[0];
    if (page === undefined) return undefined;
    const place = Math.min(...page.free);
    page.free.delete(place);
    page.group = group;
    this.#living.add(place);
    return { place, generation: this.#generation.get(place) ?? 0 };
  }

  release(place: number): boolean {
    if (!this.#living.delete(place)) return false;
    this.#destroyed.push(place);
    return true;
  }

  reclaim(): void {
    for (const place of this.#destroyed) {
      const generation = this.#generation.get(place) ?? 0;
      const page = this.#pages[Math.floor(place / pagePlaces)]!;
      if (generation < generationMaxOf(this.capacity)) {
        this.#generation.set(place, generation + 1);
        page.free.add(place);
      }
      const pageNumber = Math.floor(place / pagePlaces);
      if (![...this.#living].some((living) => Math.floor(living / pagePlaces) === pageNumber))
        page.group = undefined;
    }
    this.#destroyed = [];
  }
}
