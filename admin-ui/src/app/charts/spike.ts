// One spike does not press the rest of a chart flat: the scale ends below it, and the chart says how high it went and when.

/** What a time chart draws of it. */
interface Curve {
  readonly name: string;
  readonly points: readonly (readonly [number, number | null])[];
}

export interface Cut {
  /** Where the scale ends. */
  readonly scale: number;
  readonly highest: number;
  readonly atMs: number;
  readonly series: string;
}

/** So much higher than nine tenths of all points, and a point is a spike. */
const spikeTimes = 4;
const shareUsual = 0.9;
/** Of fewer nobody knows what is usual. */
const pointsLeast = 10;
const steps = [1, 2, 4, 6, 8];

/** Undefined where nothing needs to be cut. */
export function cutOf(series: readonly Curve[]): Cut | undefined {
  const values: number[] = [];
  let found: Omit<Cut, 'scale'> | undefined;
  for (const { name, points } of series)
    for (const [atMs, value] of points) {
      if (value === null) continue;
      values.push(value);
      if (value > (found?.highest ?? 0)) found = { highest: value, atMs, series: name };
    }
  if (found === undefined || values.length < pointsLeast) return undefined;
  values.sort((a, b) => a - b);
  const usual = values[Math.floor((values.length - 1) * shareUsual)] ?? 0;
  if (usual <= 0 || found.highest <= spikeTimes * usual) return undefined;
  return { ...found, scale: roundUp(2 * usual) };
}

/** To 1, 2, 4, 6 or 8 times a power of ten, which halves well. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return (steps.find((step) => step * power >= value) ?? 10) * power;
}
