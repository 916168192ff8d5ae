// Mazes of corridors between walls one tile thick, drawn as text (see tile-map): a spanning tree by random walk from cell
// to cell, and some more doors, so that there is more than one way.

export interface MazeOptions {
  readonly cellsAcross: number;
  readonly cellsDown: number;
  /** Width of the corridors in tiles. */
  readonly corridor: number;
  /** Of 100 walls that are left, how many get a door. */
  readonly doors: number;
  readonly seed: number;
}

export function drawMaze({ cellsAcross, cellsDown, corridor, doors, seed }: MazeOptions): string[] {
  const pitch = corridor + 1;
  const width = cellsAcross * pitch + 1;
  const height = cellsDown * pitch + 1;
  const tiles = Array.from({ length: height }, () => new Array<string>(width).fill('#'));
  let state = seed >>> 0;
  const draw = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const clear = (x: number, y: number, across: number, down: number) => {
    for (let row = y; row < y + down; row++)
      for (let column = x; column < x + across; column++) tiles[row]![column] = '.';
  };
  const open = (cell: number, next: number) => {
    const [first, second] = [Math.min(cell, next), Math.max(cell, next)];
    const x = (first % cellsAcross) * pitch + 1;
    const y = Math.floor(first / cellsAcross) * pitch + 1;
    if (second === first + 1) clear(x + corridor, y, 1, corridor);
    else clear(x, y + corridor, corridor, 1);
  };
  for (let cell = 0; cell < cellsAcross * cellsDown; cell++)
    clear((cell % cellsAcross) * pitch + 1, Math.floor(cell / cellsAcross) * pitch + 1, corridor, corridor);
  const neighboursOf = (cell: number) => [
    ...(cell % cellsAcross > 0 ? [cell - 1] : []),
    ...(cell % cellsAcross < cellsAcross - 1 ? [cell + 1] : []),
    ...(cell >= cellsAcross ? [cell - cellsAcross] : []),
    ...(cell + cellsAcross < cellsAcross * cellsDown ? [cell + cellsAcross] : []),
  ];
  const seen = new Set([0]);
  const trail = [0];
  while (trail.length > 0) {
    const cell = trail.at(-1)!;
    const next = neighboursOf(cell).filter((other) => !seen.has(other));
    if (next.length === 0) {
      trail.pop();
      continue;
    }
    const chosen = next[draw(next.length)]!;
    open(cell, chosen);
    seen.add(chosen);
    trail.push(chosen);
  }
  for (let cell = 0; cell < cellsAcross * cellsDown; cell++)
    for (const other of neighboursOf(cell)) if (other > cell && draw(100) < doors) open(cell, other);
  return tiles.map((row) => row.join(''));
}
