// Which of the 256 directions a vector points to: 0 east, clockwise on screen (towards south). Only + - * /, because
// Math.atan2 may differ between machines and facing is part of the world's hash.

// atan(t) for t in [0, 1] within 0.0038 rad, a sixth of one direction: S. Rajan et al., "Efficient Approximations for
// the Arctangent Function", IEEE Signal Processing Magazine, May 2006, equation 7.
const quarterPi = 0.785398163397448;
const correction = 0.273;
const directionsPerRadian = 128 / 3.141592653589793;

/** Of the vector (x, y): 0 to 255; 0 for the null vector. An array, because doubles that are handed over are objects on the heap. */
export function facingOf(vector: Float64Array): number {
  const acrossM = Math.abs(vector[0]!);
  const downM = Math.abs(vector[1]!);
  if (acrossM === 0 && downM === 0) return 0;
  const steep = downM > acrossM;
  const t = steep ? acrossM / downM : downM / acrossM;
  let directions = (quarterPi * t + correction * t * (1 - t)) * directionsPerRadian;
  if (steep) directions = 64 - directions;
  if (vector[0]! < 0) directions = 128 - directions;
  if (vector[1]! < 0) directions = 256 - directions;
  return Math.floor(directions + 0.5) & 0xff;
}
