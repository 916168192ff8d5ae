// Unpredictable bytes for keys, cookies and ids. Game rules use the world's own seeded generator instead.

export interface RandomSource {
  /** Fills the whole of `bytes`. */
  fill(bytes: Uint8Array): void;
}
