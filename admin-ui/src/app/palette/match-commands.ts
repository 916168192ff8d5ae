// Which commands fit what was typed, best first: every word must occur; a hit at the start of a word counts more.

export interface Findable {
  readonly name: string;
  readonly words: string;
}

/** -1 when it does not fit, else the smaller the better. */
function distance(command: Findable, words: readonly string[]): number {
  const name = command.name.toLowerCase();
  const all = `${name} ${command.words.toLowerCase()}`;
  let sum = 0;
  for (const word of words) {
    const at = all.indexOf(word);
    if (at < 0) return -1;
    const atWordStart = at === 0 || all[at - 1] === ' ';
    sum += (atWordStart ? 0 : 100) + (at < name.length ? at : 50 + at);
  }
  return sum;
}

export function matchCommands<T extends Findable>(
  commands: readonly T[],
  typed: string,
  most: number,
): readonly T[] {
  const words = typed
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return commands
    .map((command) => ({ command, far: distance(command, words) }))
    .filter(({ far }) => far >= 0)
    .sort((a, b) => a.far - b.far)
    .slice(0, most)
    .map(({ command }) => command);
}
