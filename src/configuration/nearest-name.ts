// "Did you mean …?": the known name that takes the fewest edits from a mistyped one.

/** Undefined when none is near enough to be meant. Case and underscores do not count as edits. */
export function nearestName(mistyped: string, known: readonly string[]): string | undefined {
  const wanted = plain(mistyped);
  let nearest: string | undefined;
  let fewest = Math.max(2, Math.floor(wanted.length / 3)) + 1;
  for (const name of known) {
    const edits = editsBetween(wanted, plain(name));
    if (edits < fewest) {
      nearest = name;
      fewest = edits;
    }
  }
  return nearest;
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[_-]/g, '');
}

/** Levenshtein distance, one row of the table at a time. Long input is cut: nobody mistypes that much. */
function editsBetween(from: string, to: string): number {
  const source = from.slice(0, 64);
  let above = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= source.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const substituted = above[column - 1]! + (source[row - 1] === to[column - 1] ? 0 : 1);
      current.push(Math.min(substituted, above[column]! + 1, current[column - 1]! + 1));
    }
    above = current;
  }
  return above.at(-1)!;
}
