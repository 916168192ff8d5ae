// The plain twin of domain/engine/ecs/entities: the same rules over lists of rows, looked through from the first.

const pageRows = 256;

/** 32 bits shared with rows, see entity-id. */
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
    this.#pages = Array.from({ length: Math.ceil((capacity + 1) / pageRows) }, (_, page) => ({
      group: undefined,
      free: new Set(
        Array.from({ length: pageRows }, (_, i) => page * pageRows + i).filter(
          (row) => row > 0 && row <= capacity,
        ),
      ),
    }));
  }

  /** Row and generation, or undefined when every row is taken. */
  create(group: number): { row: number; generation: number } | undefined {
    const room = this.#pages.filter(({ free }) => free.size > 0);
    const page =
      room.find((each) => each.group === group) ?? room.find((each) => each.group === undefined) ?? room[0];
    if (page === undefined) return undefined;
    const row = Math.min(...page.free);
    page.free.delete(row);
    page.group = group;
    this.#living.add(row);
    return { row, generation: this.#generation.get(row) ?? 0 };
  }

  release(row: number): boolean {
    if (!this.#living.delete(row)) return false;
    this.#destroyed.push(row);
    return true;
  }

  reclaim(): void {
    for (const row of this.#destroyed) {
      const generation = this.#generation.get(row) ?? 0;
      const page = this.#pages[Math.floor(row / pageRows)]!;
      if (generation < generationMaxOf(this.capacity)) {
        this.#generation.set(row, generation + 1);
        page.free.add(row);
      }
      const pageNumber = Math.floor(row / pageRows);
      if (![...this.#living].some((living) => Math.floor(living / pageRows) === pageNumber))
        page.group = undefined;
    }
    this.#destroyed = [];
  }
}
