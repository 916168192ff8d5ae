// A recording of a played seed: a line for every 30 ticks with a fingerprint of each aspect, and a letter for each tick
// by which the first tick that differs is found. Of the seed that is short, all that was told stands beside it as text.

import { Digest } from './harness/digest.js';
import type { PlayedSeed, TickDigest, TickLines } from './play.js';

/** What is compared, and what it means when that differs. */
const aspects = {
  told: 'players or the store were told something else',
  order: 'the order of what was told within a tick is another one',
  shown: 'the frame shows entities otherwise',
  dates: 'the frame dates changes otherwise',
} as const;
type Aspect = keyof typeof aspects;
const aspectNames = Object.keys(aspects) as Aspect[];

const windowTicks = 30;
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** `121 told=… order=… shown=… dates=… <what was told, a letter a tick> <what was shown>`: ticks 121 to 150. */
export function recordingOf({ ticks }: PlayedSeed): string[] {
  const lines: string[] = [];
  for (let start = 0; start < ticks.length; start += windowTicks) {
    const window = ticks.slice(start, start + windowTicks);
    const digests = aspectNames.map((aspect) => `${aspect}=${digestOf(window, aspect)}`);
    const told = window.map((tick) => (tick.toldCount === 0 ? '.' : letterOf(tick.order))).join('');
    const shown = window.map((tick) => letterOf(tick.shown ^ tick.dates)).join('');
    lines.push([start + 1, ...digests, told, shown].join(' '));
  }
  return lines;
}

function letterOf(digest: number): string {
  return letters[digest & 63]!;
}

function digestOf(window: readonly TickDigest[], aspect: Aspect): string {
  const digest = new Digest();
  for (const tick of window) digest.word(tick[aspect]);
  return digest.hex;
}

export interface Difference {
  readonly tick: number;
  /** In words. */
  readonly aspects: readonly string[];
  readonly isShown: boolean;
}

/** The first tick in which the two differ, as well as it can be told; undefined when they are the same. */
export function firstDifference(recorded: readonly string[], now: readonly string[]): Difference | undefined {
  for (let i = 0; i < Math.max(recorded.length, now.length); i++) {
    if (recorded[i] === now[i]) continue;
    const [was, is] = [wordsOf(recorded[i]), wordsOf(now[i])];
    const differing = aspectNames.filter((_aspect, at) => was[at + 1] !== is[at + 1]);
    const isTold = differing.includes('order');
    const marks = aspectNames.length + (isTold ? 1 : 2);
    const at = [...(is[marks] ?? '')].findIndex((letter, tick) => letter !== was[marks]?.[tick]);
    return {
      tick: i * windowTicks + 1 + Math.max(0, at),
      aspects: differing.map((aspect) => `${aspect}: ${aspects[aspect]}`),
      isShown: !isTold,
    };
  }
  return undefined;
}

function wordsOf(line: string | undefined): string[] {
  return line?.split(' ') ?? [];
}

/** All that was told, tick by tick. */
export function textOf(lines: ReadonlyMap<number, TickLines>): string[] {
  return [...lines].flatMap(([tick, { told }]) =>
    told.length === 0 ? [] : [`tick ${tick}`, ...told.map((line) => `  ${line}`)],
  );
}

/** What `textOf` holds of one tick. */
export function ofTick(text: readonly string[], tick: number): string[] {
  const start = text.indexOf(`tick ${tick}`);
  if (start < 0) return [];
  const end = text.findIndex((line, at) => at > start && line.startsWith('tick '));
  return text.slice(start + 1, end < 0 ? undefined : end).map((line) => line.slice(2));
}

/** Both sides of a tick: what only one of them has marked with - (recorded) and + (now), or, when only the order differs, both. */
export function compareLines(recorded: readonly string[], now: readonly string[]): string[] {
  const gone = recorded.filter((line) => !now.includes(line));
  const isSame = gone.length === 0 && now.length === recorded.length;
  if (isSame) return ['in the recorded order:', ...recorded, 'in this run:', ...now];
  return [
    ...gone.map((line) => `- ${line}`),
    ...now.map((line) => `${recorded.includes(line) ? ' ' : '+'} ${line}`),
  ];
}
