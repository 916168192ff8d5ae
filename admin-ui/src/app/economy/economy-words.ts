// What the economy's page shows of an answer: by verb, by hour, and in words.
import { EconomyAnswer, EconomyFlow } from '../api/models';
import { FlowBar } from '../charts/flow-chart-options';
import { Tone } from '../ui/stat-tile';

type Items = EconomyAnswer['items'];

const words: Readonly<Record<string, string>> = {
  ...{ coins: 'Coins', experience: 'Experience', skill: 'Skill', items: 'All items' },
};

/** "Coins", "Loaf of bread", "item 12" where the server's content does not have it any more. */
export function thingName(of: string, items: Items): string {
  return words[of] ?? items.find(({ id }) => String(id) === of)?.name ?? `item ${of}`;
}

/** As in "market buy". */
export function verbWords(verb: string): string {
  return verb.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

export interface VerbSum {
  readonly verb: string;
  readonly created: number;
  readonly destroyed: number;
  readonly moved: number;
}

/** Of the whole time shown: sources and sinks that did most first, then what only moved. */
export function sumsByVerb(flows: readonly EconomyFlow[]): VerbSum[] {
  const sums = new Map<string, VerbSum>();
  for (const { verb, created, destroyed, moved } of flows) {
    const sum = sums.get(verb) ?? { verb, created: 0, destroyed: 0, moved: 0 };
    sums.set(verb, {
      verb,
      created: sum.created + created,
      destroyed: sum.destroyed + destroyed,
      moved: sum.moved + moved,
    });
  }
  const weight = ({ created, destroyed }: VerbSum): number => Math.max(created, destroyed);
  return [...sums.values()].sort(
    (a, b) => weight(b) - weight(a) || b.moved - a.moved || a.verb.localeCompare(b.verb),
  );
}

const hourMs = 3_600_000;
/** Shown at least, so that a few bars are not taken for all the time there is. */
const hoursLeast = 48;
const daysLeast = 30;

/** Each hour (day) up to now, those with nothing too. */
export function barsOf({ flows, period }: Pick<EconomyAnswer, 'flows' | 'period'>, nowMs: number): FlowBar[] {
  const [stepMs, least] = period === 'hours' ? [hourMs, hoursLeast] : [24 * hourMs, daysLeast];
  const sums = new Map<number, FlowBar>();
  for (const { from, created, destroyed } of flows) {
    const fromMs = Date.parse(from);
    const sum = sums.get(fromMs) ?? { fromMs, created: 0, destroyed: 0 };
    sums.set(fromMs, { fromMs, created: sum.created + created, destroyed: sum.destroyed + destroyed });
  }
  if (sums.size === 0) return [];
  const times = [...sums.keys(), Math.floor(nowMs / stepMs) * stepMs];
  const last = Math.max(...times);
  const first = Math.min(last - (least - 1) * stepMs, ...times);
  return Array.from({ length: (last - first) / stepMs + 1 }, (_, i) => {
    const fromMs = first + i * stepMs;
    return sums.get(fromMs) ?? { fromMs, created: 0, destroyed: 0 };
  });
}

export interface Standing {
  readonly tone: Tone;
  readonly word: string;
  readonly text: string;
}

/** Nothing is green that is not known to be well. */
export function standingOf({ state, census, breaches, items }: EconomyAnswer): Standing {
  if (state === 'unbalanced') {
    const wrong = (census?.unbalanced ?? []).map((of) => thingName(of, items).toLowerCase());
    const parts = [
      ...(wrong.length > 0
        ? [`There is not what was created less what was destroyed of ${listed(wrong)}.`]
        : []),
      ...(breaches.ofDay > 0
        ? [`In the last day a verb created or destroyed what it must not, ${times(breaches.ofDay)}.`]
        : []),
    ];
    return { tone: 'bad', word: 'Does not add up', text: parts.join(' ') };
  }
  if (state === 'unknown')
    return { tone: 'warn', word: 'Not known yet', text: 'The server is still counting all that there is.' };
  const text = 'Of everything there is exactly what was created less what was destroyed.';
  return { tone: 'ok', word: 'Adds up', text };
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 5).join(', ');
  return names.length > 5 ? `${shown} and ${names.length - 5} more` : shown;
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}
