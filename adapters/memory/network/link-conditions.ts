// What a link of the virtual network does to datagrams.

/** Ratios are from 0 to 1. */
export interface LinkConditions {
  lossRatio: number;
  duplicateRatio: number;
  delayMs: number;
  /** Added to the delay, evenly spread from 0 to this; datagrams overtake each other accordingly. */
  jitterMs: number;
  /** Share of the datagrams that are held back by `reorderMs` more. */
  reorderRatio: number;
  reorderMs: number;
  /** How much passes in a second, 0 for any amount. */
  bytesPerSecond: number;
  /** Where `bytesPerSecond` holds: what would have to wait longer than this is dropped, as by a full router. */
  queueMs: number;
}

export const perfectLink: Readonly<LinkConditions> = {
  lossRatio: 0,
  duplicateRatio: 0,
  delayMs: 0,
  jitterMs: 0,
  reorderRatio: 0,
  reorderMs: 0,
  bytesPerSecond: 0,
  queueMs: 200,
};
