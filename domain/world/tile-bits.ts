// One bit for each tile of a map. Who walks looks at the ground under its feet in every tick, thousands of walkers at
// thousands of places: as bits the largest map fits a processor's second cache, as bytes none does.

/** How many tiles there are. */
export interface TileExtent {
  readonly width: number;
  readonly height: number;
}

export class TileBits {
  declare private readonly width: number;
  declare private readonly height: number;
  declare private readonly wordsAcross: number;
  declare private readonly words: Uint32Array;

  constructor({ width, height }: TileExtent) {
    this.width = width;
    this.height = height;
    this.wordsAcross = (width + 31) >>> 5;
    this.words = new Uint32Array(this.wordsAcross * height);
  }

  /** False outside the map. */
  has(tileX: number, tileY: number): boolean {
    if (!(tileX >= 0 && tileY >= 0 && tileX < this.width && tileY < this.height)) return false;
    return ((this.words[tileY * this.wordsAcross + (tileX >>> 5)]! >>> (tileX & 31)) & 1) === 1;
  }

  /** The tile must be one of the map's. */
  set(tileX: number, tileY: number): void {
    this.words[tileY * this.wordsAcross + (tileX >>> 5)]! |= 1 << (tileX & 31);
  }

  clear(): void {
    this.words.fill(0);
  }
}
