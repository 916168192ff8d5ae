// The four curves of a server: players, tick time, packets, memory.
import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { TimeChart } from '../charts/time-chart';
import { TimeSeries, withGaps } from '../charts/time-chart-options';
import { MetricPoint, pointsSince, shownSpanMs } from '../live/metric-history';
import { formatBytes, formatCount, formatMs, formatWholeBytes } from '../ui/format';
import { Now } from '../ui/now';
import { tickBudgetMs } from './stat-row';

@Component({
  selector: 'tos-metric-charts',
  imports: [TimeChart],
  template: `
    <div class="charts">
      <tos-time-chart
        name="Players"
        unit="online"
        [series]="players()"
        [format]="count"
        steps="whole"
        [toMs]="toMs()"
        [spanMs]="spanMs()"
      />
      <tos-time-chart
        name="Tick time"
        unit="ms"
        [series]="ticks()"
        [format]="ms"
        [axisFormat]="plain"
        [limit]="budget"
        [toMs]="toMs()"
        [spanMs]="spanMs()"
      />
      <tos-time-chart
        name="Packets"
        unit="per s"
        [series]="packets()"
        [format]="count"
        steps="whole"
        [toMs]="toMs()"
        [spanMs]="spanMs()"
      />
      <tos-time-chart
        name="Memory"
        unit="resident"
        [series]="memory()"
        [format]="bytes"
        [axisFormat]="wholeBytes"
        steps="binary"
        [toMs]="toMs()"
        [spanMs]="spanMs()"
      />
    </div>
  `,
  styles: `
    :host {
      display: block;
      container-type: inline-size;
    }
    .charts {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: var(--gap-4);
    }
    @container (max-width: 640px) {
      .charts {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MetricCharts {
  readonly #now = inject(Now);
  readonly points = input.required<readonly MetricPoint[]>();
  readonly minutes = input.required<number>();
  readonly count = formatCount;
  readonly ms = formatMs;
  readonly bytes = formatBytes;
  readonly wholeBytes = formatWholeBytes;
  readonly plain = String;
  readonly budget = { value: tickBudgetMs, name: '60 Hz budget' };

  /** The right edge: now, or the newest point where the server's clock is ahead. */
  readonly toMs = computed(() => Math.max(this.#now.ms(), this.points().at(-1)?.atMs ?? 0));
  readonly spanMs = computed(() => shownSpanMs(this.points(), this.toMs(), this.minutes() * 60_000));
  readonly #shown = computed(() => pointsSince(this.points(), this.toMs(), this.spanMs()));

  readonly players = computed(() => [this.#series('online', 'mark-1', 'players')]);
  readonly ticks = computed(() => [
    this.#series('p99', 'mark-2', 'tickMsP99'),
    this.#series('p50', 'mark-1', 'tickMsP50', true),
  ]);
  readonly packets = computed(() => [
    this.#series('in', 'mark-4', 'packetsInPerSecond'),
    this.#series('out', 'mark-3', 'packetsOutPerSecond', true),
  ]);
  readonly memory = computed(() => [this.#series('resident', 'mark-3', 'memoryBytes')]);

  #series(
    name: string,
    colour: TimeSeries['colour'],
    figure: Exclude<keyof MetricPoint, 'atMs'>,
    dashed = false,
  ): TimeSeries {
    return {
      name,
      colour,
      dashed,
      points: withGaps(this.#shown().map((point) => [point.atMs, point[figure]] as const)),
    };
  }
}
