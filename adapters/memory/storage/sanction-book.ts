// Sanctions in memory.

import type { KeptSanction, SanctionBook, SanctionChanges } from '#ports/storage/sanction-book.js';

export class MemorySanctionBook implements SanctionBook {
  readonly #sanctions = new Map<string, KeptSanction>();
  #mark: string | null = null;

  async read(nowSeconds: number): Promise<readonly KeptSanction[]> {
    return [...this.#sanctions.values()].filter((one) => holds(one, nowSeconds));
  }

  async mark(): Promise<string | null> {
    return this.#mark;
  }

  async change({ kept, over, isWhole, mark }: SanctionChanges, nowSeconds: number): Promise<void> {
    for (const one of [...this.#sanctions.values()])
      if (isWhole === true || !holds(one, nowSeconds)) this.#sanctions.delete(one.sanctionId);
    for (const id of over) this.#sanctions.delete(id);
    for (const one of kept) {
      this.#sanctions.delete(one.sanctionId);
      this.#sanctions.set(one.sanctionId, structuredClone(one));
    }
    if (mark !== undefined) this.#mark = mark;
  }
}

function holds({ untilSeconds }: KeptSanction, nowSeconds: number): boolean {
  return untilSeconds === 0 || untilSeconds > nowSeconds;
}
