// Under which key a name is found and sorted, of accounts and of characters alike, in every store.

/** Two names with the same key are the same name. Longer than the name where a character stands for several. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}
