// Where the time of a server's last ticks went, asked for by a button: every tick's length, a flame graph of all or of a long one,
// and the numbers.
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  signal,
} from '@angular/core';
import { readTicks } from '../api/fn/functions';
import { GameServer, TicksAnswer } from '../api/models';
import { Backend } from '../backend/backend';
import { ApiProblem, problemOf } from '../backend/problem';
import { Busy } from '../ui/busy';
import { formatClock, formatCount, formatMs } from '../ui/format';
import { Problem } from '../ui/load-state';
import { FlameBox, barsOf, flameOf, partWords } from './tick-flame';

const barsMost = 300;
/** Those that take the most time; the rest when asked for. */
const rowsAtFirst = 10;
/** Names are written where they fit; in percent of the width. */
const namedFrom = 7;

@Component({
  selector: 'tos-tick-times',
  imports: [Busy, Problem],
  templateUrl: './tick-times.html',
  styleUrl: './tick-times.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TickTimes {
  readonly #backend = inject(Backend);
  readonly server = input.required<GameServer>();
  readonly spans = [10, 30] as const;

  /** The page of another server may be the same page with another address: nothing of this one is left on it. */
  readonly #id = computed(() => this.server().id);
  readonly seen = linkedSignal<string, TicksAnswer | null>({ source: this.#id, computation: () => null });
  readonly seenAtMs = signal(0);
  readonly problem = linkedSignal<string, ApiProblem | null>({ source: this.#id, computation: () => null });
  readonly loading = signal(false);
  /** A place in `longest`; undefined: all ticks. */
  readonly which = signal<number | undefined>(undefined);
  readonly showsAll = signal(false);
  readonly #asked = signal(10);

  readonly isAway = computed(() => this.server().status === 'offline');
  readonly strip = computed(() => barsOf(this.seen()!, barsMost));
  readonly late = computed(() => {
    const { ticksUs, ticksPerSecond } = this.seen()!;
    return ticksUs.filter((us) => us > 1_000_000 / ticksPerSecond).length;
  });
  readonly flame = computed(() => flameOf(this.seen()!, this.which()));
  readonly words = computed(() => {
    const { ticksUs, ticksPerSecond } = this.seen()!;
    const most = ticksUs.reduce((top, us) => Math.max(top, us), 0);
    const dueMs = formatMs(1000 / ticksPerSecond);
    return `${formatCount(ticksUs.length)} ticks, the longest ${formatMs(most / 1000)} ms; ${formatCount(this.late())} took longer than the ${dueMs} ms that a tick has.`;
  });
  readonly longest = computed(() =>
    this.seen()!.longest.map(({ at, agoMs }, which) => ({
      which,
      name: `${formatMs(this.seen()!.ticksUs[at]! / 1000)} ms at ${formatClock(this.seenAtMs() - agoMs)}`,
    })),
  );
  /** What took most of the time first. */
  readonly rows = computed(() => {
    const { phases, ticksUs } = this.seen()!;
    const count = Math.max(1, ticksUs.length);
    return phases
      .map((phase) => ({ ...phase, meanUs: phase.sumUs / count, words: partWords[phase.part] }))
      .toSorted((a, b) => b.sumUs - a.sumUs);
  });
  readonly spoken = computed(() => {
    const { rows, totalUs } = this.flame();
    const leaves = rows[2]!.toSorted((a, b) => b.us - a.us).slice(0, 3);
    const share = (us: number): string => `${Math.round((us / Math.max(1, totalUs)) * 100)} %`;
    const told = leaves.map(({ name, us }) => `${name} ${share(us)}`).join(', ');
    return `A tick took ${formatMs(totalUs / 1000)} ms. Most of it: ${told}. All numbers are in the table below.`;
  });
  readonly shownRows = computed(() => (this.showsAll() ? this.rows() : this.rows().slice(0, rowsAtFirst)));
  readonly us = formatCount;

  isNamed({ width }: FlameBox): boolean {
    return width >= namedFrom;
  }

  tip({ name, us, width }: FlameBox): string {
    return `${name}: ${formatMs(us / 1000)} ms, ${width.toFixed(1)} %`;
  }

  choose(value: string): void {
    this.which.set(value === '' ? undefined : Number(value));
  }

  again(): void {
    void this.look(this.#asked());
  }

  async look(seconds: number): Promise<void> {
    this.#asked.set(seconds);
    this.loading.set(true);
    const id = this.#id();
    try {
      const seen = await this.#backend.call(readTicks, { id, seconds });
      if (this.#id() !== id) return;
      this.which.set(undefined);
      this.seenAtMs.set(Date.now());
      this.seen.set(seen);
      this.problem.set(null);
    } catch (cause) {
      if (this.#id() === id) this.problem.set(problemOf(cause));
    } finally {
      this.loading.set(false);
    }
  }
}
