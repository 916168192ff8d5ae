// A panel with a chart over time: its heading, a legend that carries the latest figures as text, and the curves.
import {
  ChangeDetectionStrategy,
  Component,
  DOCUMENT,
  computed,
  inject,
  input,
  untracked,
} from '@angular/core';
import { NgxEchartsDirective, provideEchartsCore } from 'ngx-echarts';
import { unknown } from '../ui/format';
import { ChartColours } from './chart-colours';
import { echarts } from './echarts-parts';
import { cutOf } from './spike';
import { spanInWords, tipTime } from './time-words';
import { AxisSteps, TimeChart as Options, TimeSeries, timeChartOptions } from './time-chart-options';

@Component({
  selector: 'tos-time-chart',
  imports: [NgxEchartsDirective],
  providers: [provideEchartsCore({ echarts })],
  templateUrl: './time-chart.html',
  styleUrl: './time-chart.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TimeChart {
  readonly #colours = inject(ChartColours);
  /** A canvas does not inherit it. */
  readonly #font = getComputedStyle(inject(DOCUMENT).body).fontFamily;
  readonly name = input.required<string>();
  readonly unit = input.required<string>();
  readonly series = input.required<readonly TimeSeries[]>();
  readonly format = input.required<(value: number) => string>();
  readonly axisFormat = input<(value: number) => string>();
  readonly steps = input<AxisSteps>('decimal');
  readonly toMs = input.required<number>();
  readonly spanMs = input.required<number>();
  readonly limit = input<Options['limit']>();
  /** How long a point stands for; 0: for a moment. */
  readonly stepMs = input(0);
  /** Lets the scale end below a spike. */
  readonly cutSpikes = input(false);
  /** What is shown ends now. */
  readonly isLive = input(true);

  readonly cut = computed(() => (this.cutSpikes() ? cutOf(this.series()) : undefined));
  /** What does not fit the scale, in words. */
  readonly above = computed(() => {
    const cut = this.cut();
    if (cut === undefined) return '';
    const shown = { fromMs: this.toMs() - this.spanMs(), toMs: this.toMs(), stepMs: 0 };
    return `Cut: ${cut.series} rose to ${this.format()(cut.highest)} at ${tipTime(cut.atMs, shown)}`;
  });

  readonly empty = computed(() =>
    this.series().every((series) => series.points.every(([, value]) => value === null)),
  );
  readonly legend = computed(() =>
    this.series().map((series) => {
      const last = series.points.at(-1)?.[1];
      return { ...series, latest: last === undefined || last === null ? unknown : this.format()(last) };
    }),
  );
  readonly spoken = computed(() => {
    const figures = this.legend().map((series) => `${series.name} ${series.latest} ${this.unit()}`);
    const span = spanInWords(this.spanMs());
    const over = this.isLive() ? `over the last ${span}. Now` : `over ${span}. Last`;
    const above = this.above() === '' ? '' : ` ${this.above()}.`;
    return `${this.name()} ${over}: ${figures.join(', ')}.${above}`;
  });
  /**
   * What a chart begins with; from then on options are merged into it. Given anew as a whole they would take the tool tip
   * under the pointer away with each update.
   */
  readonly first = computed(() => (this.empty() ? {} : untracked(this.options)));
  readonly options = computed(() =>
    timeChartOptions({
      series: this.series(),
      colours: this.#colours.all(),
      format: this.format(),
      axisFormat: this.axisFormat() ?? this.format(),
      steps: this.steps(),
      fromMs: this.toMs() - this.spanMs(),
      toMs: this.toMs(),
      limit: this.limit(),
      stepMs: this.stepMs(),
      cut: this.cut(),
      font: this.#font,
    }),
  );
}
