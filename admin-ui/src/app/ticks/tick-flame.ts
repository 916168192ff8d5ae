// What ticks did with their time as a flame graph: the tick below, its three parts on it, the phases and systems on these, each as
// wide as its share of the time. Of all ticks together, or of a long one alone.
import { TicksAnswer } from '../api/models';

export type TickPart = TicksAnswer['phases'][number]['part'];

export interface FlameBox {
  readonly name: string;
  /** Of a tick; the mean where it is of many. */
  readonly us: number;
  /** In percent of the whole width. */
  readonly left: number;
  readonly width: number;
  readonly part: TickPart | 'tick';
  /** It took more than it may of a tick. */
  readonly isOver: boolean;
}

export interface TickFlame {
  /** From the tick upward. */
  readonly rows: readonly (readonly FlameBox[])[];
  readonly totalUs: number;
}

export const partWords: Readonly<Record<TickPart, string>> = {
  arrivals: 'Arrivals',
  systems: 'Systems',
  outward: 'Telling and storing',
};

/** `which`: a place in `longest`; undefined for the mean of all. */
export function flameOf({ phases, ticksUs, longest }: TicksAnswer, which: number | undefined): TickFlame {
  const one = which === undefined ? undefined : longest[which];
  const taken = phases.map(({ sumUs }, phase) =>
    one === undefined ? sumUs / Math.max(1, ticksUs.length) : (one.us[phase] ?? 0),
  );
  const totalUs = taken.reduce((sum, us) => sum + us, 0);
  const percent = (us: number): number => (totalUs === 0 ? 0 : (us / totalUs) * 100);
  const [parts, leaves]: [FlameBox[], FlameBox[]] = [[], []];
  let left = 0;
  for (const part of Object.keys(partWords) as TickPart[]) {
    const begin = left;
    let us = 0;
    phases.forEach((phase, i) => {
      if (phase.part !== part) return;
      const width = percent(taken[i]!);
      leaves.push({
        ...{ name: phase.name, us: taken[i]!, left, width, part },
        isOver: taken[i]! > phase.budgetUs,
      });
      left += width;
      us += taken[i]!;
    });
    parts.push({ name: partWords[part], us, left: begin, width: left - begin, part, isOver: false });
  }
  const tick: FlameBox = { name: 'Tick', us: totalUs, left: 0, width: 100, part: 'tick', isOver: false };
  return { rows: [[tick], parts, leaves], totalUs };
}

export interface TickBar {
  /** In percent of the height. */
  readonly height: number;
  readonly isLate: boolean;
}

/** At most so many bars, each as high as the longest tick that it stands for; the line is where a tick has to end. */
export function barsOf(
  { ticksUs, ticksPerSecond }: TicksAnswer,
  barsMost: number,
): { readonly bars: readonly TickBar[]; readonly line: number } {
  const dueUs = 1_000_000 / ticksPerSecond;
  const topUs = ticksUs.reduce((most, us) => Math.max(most, us), dueUs);
  const each = Math.max(1, Math.ceil(ticksUs.length / barsMost));
  const bars: TickBar[] = [];
  for (let at = 0; at < ticksUs.length; at += each) {
    const us = Math.max(...ticksUs.slice(at, at + each));
    bars.push({ height: (us / topUs) * 100, isLate: us > dueUs });
  }
  return { bars, line: (dueUs / topUs) * 100 };
}
