// Where things lie on a map, in metres from its north-west corner.

export interface MapPoint {
  readonly x: number;
  readonly y: number;
}

/** `x`, `y` is the north-west corner. */
export interface MapRectangle extends MapPoint {
  readonly width: number;
  readonly height: number;
}

/** `x`, `y` is the middle. */
export interface MapCircle extends MapPoint {
  readonly radiusM: number;
}
