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

  /**
   * What goes into a piece at the least and does not come of it again, in coins; Infinity where something of it cannot be
   * bought.
   */
  costOf(recipe: RecipeRecord): number {
    return this.#spentOn(recipe, []);
  }

  /** What vendors pay at the most for what comes of a piece and is not used for the next, on the average of many. */
  payFor(recipe: RecipeRecord): number {
    if (recipe.inputs.every(({ item }) => averageOf(recipe, item) === 0))
      return this.worthOf(recipe).output * this.#payShare;
    return outputsOf(recipe).reduce((sum, item) => sum + this.#paidFor(recipe, item), 0);
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

  /**
   * Keys of recipes by which what goes into this one comes of it again, this one last; undefined when it does not. What a
   * piece gives back itself is no circle.
   */
  circleOf(recipe: RecipeRecord): readonly string[] | undefined {
    const outputs = outputsOf(recipe);
    const seen = new Set<string>();
    const search = (item: string, way: readonly string[]): readonly string[] | undefined => {
      if (seen.has(item)) return undefined;
      seen.add(item);
      for (const next of this.#recipesFor.get(item) ?? []) {
        if (next === recipe) continue;
        const further = [next.key, ...way];
        if (next.inputs.some((input) => outputs.includes(input.item))) return further;
        for (const input of next.inputs) {
          const found = search(input.item, further);
          if (found !== undefined) return found;
        }
      }
      return undefined;
    };
    for (const { item } of recipe.inputs) {
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
    for (const recipe of this.#recipesFor.get(item) ?? [])
      least = Math.min(least, this.#madeFor(recipe, item, [...within, item]));
    if (within.length === 0) this.#costs.set(item, least);
    return least;
  }

  /** What one costs that is made by this recipe, the plain or the finer one, when vendors get what comes beside it. */
  #madeFor(recipe: RecipeRecord, item: string, within: readonly string[]): number {
    const average = averageOf(recipe, item);
    if (average <= 0 || usedOf(recipe, item) > 0) return Infinity;
    const beside = outputsOf(recipe).filter((other) => other !== item);
    const paid = beside.reduce((sum, other) => sum + this.#paidFor(recipe, other), 0);
    return Math.max(0, this.#spentOn(recipe, within) - paid) / average;
  }

  #spentOn(recipe: RecipeRecord, within: readonly string[]): number {
    return recipe.inputs.reduce((sum, { item, count }) => {
      const again = averageOf(recipe, item);
      // One that grows by itself is a fault of its own, and no reason to find fault with others.
      const spent = again < count ? count - again : count;
      return sum + spent * this.#costOf(item, within);
    }, 0);
  }

  #paidFor(recipe: RecipeRecord, item: string): number {
    if (usedOf(recipe, item) > 0) return 0;
    return averageOf(recipe, item) * this.#priceOf(item) * this.#payShare;
  }

  #priceOf(item: string): number {
    return this.items.get(item)?.priceCoins ?? 0;
  }
}

function outputsOf({ output, finer }: RecipeRecord): string[] {
  return finer === undefined ? [output.item] : [output.item, finer.item];
}

/** How many of an item come of a piece that succeeds, on the average of many. */
function averageOf({ output, finer }: RecipeRecord, item: string): number {
  const finerChance = finer?.chance ?? 0;
  const plain = output.item === item ? output.count * (1 - finerChance) : 0;
  return plain + (finer?.item === item ? output.count * finerChance : 0);
}

/** How many of an item go into a piece. */
export function usedOf({ inputs }: RecipeRecord, item: string): number {
  return inputs.find((input) => input.item === item)?.count ?? 0;
}
