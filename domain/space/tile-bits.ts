// A set of tiles of a map, for questions that thousands of walkers at thousands of places ask in every tick. One bit a
// tile, and before it one for each square of 4 by 4 tiles that holds any: what is rare is mostly answered by those, which
// for a map of 1,024 tiles a side are 8 KB and stay in the fastest cache. As bytes, a look was a cache miss each.

/** How many tiles there are. */
export interface TileExtent {
  readonly width: number;
  readonly height: number;
}

/** log2 of a square's side. */
const squareBits = 2;
const squareSide = 1 << squareBits;

export class TileBits {
  declare private readonly width: number;
  declare private readonly height: number;
  declare private readonly wordsAcross: number;
  declare private readonly squaresAcross: number;
  declare private readonly words: Uint32Array;
  declare private readonly squares: Uint32Array;

  constructor({ width, height }: TileExtent) {
    this.width = width;
    this.height = height;
    this.wordsAcross = Math.ceil(width / 32);
    this.squaresAcross = Math.ceil(width / squareSide);
    this.words = new Uint32Array(this.wordsAcross * height);
    this.squares = new Uint32Array(Math.ceil((this.squaresAcross * Math.ceil(height / squareSide)) / 32));
  }

  /** False outside the map. */
  has(tileX: number, tileY: number): boolean {
    if (!(tileX >= 0 && tileY >= 0 && tileX < this.width && tileY < this.height)) return false;
    const square = (tileY >>> squareBits) * this.squaresAcross + (tileX >>> squareBits);
    if (((this.squares[square >>> 5]! >>> (square & 31)) & 1) === 0) return false;
    return ((this.words[tileY * this.wordsAcross + (tileX >>> 5)]! >>> (tileX & 31)) & 1) === 1;
  }

  /**
   * False when certainly none is in the rectangle of the line from (0, 1) to (2, 3), and the line stays on the map: a look
   * at its squares instead of each tile. An array, because doubles that are handed over are objects on the heap.
   */
  mayMeet(line: Float64Array): boolean {
    const minX = Math.min(line[0]!, line[2]!);
    const maxX = Math.max(line[0]!, line[2]!);
    const minY = Math.min(line[1]!, line[3]!);
    const maxY = Math.max(line[1]!, line[3]!);
    if (!(minX >= 0 && minY >= 0 && maxX < this.width && maxY < this.height)) return true;
    const firstColumn = (minX | 0) >>> squareBits;
    const lastColumn = (maxX | 0) >>> squareBits;
    const lastRow = (maxY | 0) >>> squareBits;
    for (let row = (minY | 0) >>> squareBits; row <= lastRow; row++)
      for (let column = firstColumn; column <= lastColumn; column++) {
        const square = row * this.squaresAcross + column;
        if (((this.squares[square >>> 5]! >>> (square & 31)) & 1) !== 0) return true;
      }
    return false;
  }

  /** The tile must be one of the map's. */
  add(tileX: number, tileY: number): void {
    const square = (tileY >>> squareBits) * this.squaresAcross + (tileX >>> squareBits);
    this.squares[square >>> 5]! |= 1 << (square & 31);
    this.words[tileY * this.wordsAcross + (tileX >>> 5)]! |= 1 << (tileX & 31);
  }
}
