// Packet numbers count from 1 in each direction; packets and acknowledgements carry their low 16 bits.

/** The number with these low bits that lies nearest to the one after `highest`. May be less than 1: no such packet exists. */
export function nearestNumber(low16: number, highest: number): number {
  const expected = highest + 1;
  const distance = ((low16 - expected) << 16) >> 16;
  return expected + distance;
}

/** The highest number with these low bits that is not above `highest`. */
export function latestNumber(low16: number, highest: number): number {
  return highest - ((highest - low16) & 0xffff);
}

/** How far sequence number `a` lies ahead of `b`, in -32768 … 32767, across the wrap. */
export function sequenceDistance(a: number, b: number): number {
  return ((a - b) << 16) >> 16;
}
