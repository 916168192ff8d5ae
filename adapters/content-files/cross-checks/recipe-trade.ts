// What things cost that are bought from vendors, or made of what is, and what vendors pay: that nobody goes round between
// vendors and stations with a gain. What cannot be bought costs time in the world, however much it is worth.

import type { ItemRecord, NpcRecord, RecipeRecord, VendorRecord } from '../generated/record-schemas.js';

export class RecipeTrade {
  /** The least that a vendor asks for one, by item; what nobody sells is not there. */
  readonly #asked = new Map<string, number>();
  /** The largest share that a vendor pays. */
  readonly #payShare: number;
  readonly #recipesFor: ReadonlyMap<string, readonly RecipeRecord[]>;
  readonly #costs = new Map<string, number>();

  constructor(
    private readonly items: ReadonlyMap<string, ItemRecord>,
    recipes: readonly RecipeRecord[],
    npcs: readonly NpcRecord[],
  ) {
    const vendors = npcs.flatMap(({ services = [] }) =>
      services.filter((service): service is VendorRecord & { kind: 'vendor' } => service.kind === 'vendor'),
    );
    for (const { sells, askShare } of vendors)
      for (const { item } of sells) {
        const asked = this.#priceOf(item) * askShare;
        this.#asked.set(item, Math.min(asked, this.#asked.get(item) ?? Infinity));
      }
    this.#payShare = vendors.reduce((most, { payShare }) => Math.max(most, payShare), 0);
    const made = recipes.flatMap((recipe) => outputsOf(recipe).map((item) => ({ item, recipe })));
    this.#recipesFor = new Map(
      [...Map.groupBy(made, ({ item }) => item)].map(([item, all]) => [
        item,
        all.map(({ recipe }) => recipe),
      ]),
    );
  }

  /** What goes into a piece at the least, in coins; Infinity where something of it cannot be bought. */
  costOf({ inputs }: RecipeRecord): number {
    return inputs.reduce((sum, { item, count }) => sum + count * this.#costOf(item, []), 0);
  }

  /** What vendors pay at the most for what comes of a piece, on the average of many. */
  payFor(recipe: RecipeRecord): number {
    return this.worthOf(recipe).output * this.#payShare;
  }

  /** By the prices of what goes into a piece, and of what comes of it on the average of many that succeed. */
  worthOf({ inputs, output, finer }: RecipeRecord): { readonly inputs: number; readonly output: number } {
    const plain = this.#priceOf(output.item);
    const better = finer === undefined ? plain : Math.max(plain, this.#priceOf(finer.item));
    const each = plain + (better - plain) * (finer?.chance ?? 0);
    return {
      inputs: inputs.reduce((sum, { item, count }) => sum + count * this.#priceOf(item), 0),
      output: each * output.count,
    };
  }

  /** Keys of other recipes by which what goes into this one comes of it again; undefined when it does not. */
  circleOf(recipe: RecipeRecord): readonly string[] | undefined {
    const seen = new Set<string>();
    const search = (item: string, way: readonly string[]): readonly string[] | undefined => {
      if (outputsOf(recipe).includes(item)) return way;
      if (seen.has(item)) return undefined;
      seen.add(item);
      for (const next of this.#recipesFor.get(item) ?? [])
        for (const input of next.inputs) {
          const found = search(input.item, [next.key, ...way]);
          if (found !== undefined) return found;
        }
      return undefined;
    };
    for (const { item } of recipe.inputs) {
      if (outputsOf(recipe).includes(item)) continue;
      const found = search(item, [recipe.key]);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** `within`: items that are being reckoned, of which a circle of recipes would ask again. */
  #costOf(item: string, within: readonly string[]): number {
    const known = this.#costs.get(item);
    if (known !== undefined) return known;
    if (within.includes(item)) return Infinity;
    let least = this.#asked.get(item) ?? Infinity;
    for (const { inputs, output } of this.#recipesFor.get(item) ?? []) {
      if (output.item !== item) continue;
      const all = inputs.reduce(
        (sum, input) => sum + input.count * this.#costOf(input.item, [...within, item]),
        0,
      );
      least = Math.min(least, all / output.count);
    }
    if (within.length === 0) this.#costs.set(item, least);
    return least;
  }

  #priceOf(item: string): number {
    return this.items.get(item)?.priceCoins ?? 0;
  }
}

function outputsOf({ output, finer }: RecipeRecord): string[] {
  return finer === undefined ? [output.item] : [output.item, finer.item];
}
