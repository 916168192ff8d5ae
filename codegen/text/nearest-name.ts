// "Did you mean …?": the known name closest to a misspelt one, by Damerau–Levenshtein distance (adjacent swaps count as one).
// The one place for it: schemas, settings, flags and content ask here.

/** Longer input is cut: nobody mistypes that much. */
const lettersMax = 64;

/** The nearest of `names`, or undefined when none is near enough to be meant. Case, `_` and `-` hardly count. */
export function nearestName(misspelt: string, names: Iterable<string>): string | undefined {
  let best: string | undefined;
  const wanted = plain(misspelt.slice(0, lettersMax));
  let bestDistance = Math.max(1, Math.floor(wanted.length / 3)) + 0.5;
  for (const name of names) {
    const letters = distance(wanted, plain(name.slice(0, lettersMax)));
    const total = letters + (letters === 0 ? 0.1 : 0);
    if (total < bestDistance && name !== misspelt) {
      best = name;
      bestDistance = total;
    }
  }
  return best;
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[_-]/g, '');
}

/** A hint naming the nearest name, else listing what exists when that is short. */
export function nameHint(misspelt: string, names: readonly string[]): string | undefined {
  const nearest = nearestName(misspelt, names);
  if (nearest !== undefined) return `did you mean '${nearest}'?`;
  return names.length > 0 && names.length <= 12 ? `known here: ${names.join(', ')}` : undefined;
}

function distance(a: string, b: string): number {
  const rows: number[][] = [];
  for (let i = 0; i <= a.length; i++) {
    const row = new Array<number>(b.length + 1).fill(0);
    row[0] = i;
    rows.push(row);
  }
  for (let j = 0; j <= b.length; j++) rows[0]![j] = j;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(rows[i - 1]![j]! + 1, rows[i]![j - 1]! + 1, rows[i - 1]![j - 1]! + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, rows[i - 2]![j - 2]! + 1);
      }
      rows[i]![j] = least;
    }
  }
  return rows[a.length]![b.length]!;
}
