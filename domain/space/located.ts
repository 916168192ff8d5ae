// Where entities are, as the ground sees them: columns by row.

export interface Located {
  readonly columns: {
    readonly map: ArrayLike<number>;
    /** Metres. */
    readonly x: ArrayLike<number>;
    readonly y: ArrayLike<number>;
  };
}
