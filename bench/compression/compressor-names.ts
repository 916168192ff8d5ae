// The compressors that are compared, and what they are given.

export const compressorNames = ['plain', 'native'] as const;
export type CompressorName = (typeof compressorNames)[number];

export const contents = ['records', 'text', 'noise'] as const;
export type Content = (typeof contents)[number];

/** From the shortest message that is compressed to the longest there is. */
export const sizes = [512, 1000, 2000, 4000, 16_000, 65_000] as const;
