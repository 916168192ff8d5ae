// Sources against sinks by hour or day. A table beside it says the same to who cannot see or point at it.
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
import { ChartColours } from './chart-colours';
import { echarts } from './echarts-parts';
import { FlowBar, flowChartOptions } from './flow-chart-options';

@Component({
  selector: 'tos-flow-chart',
  imports: [NgxEchartsDirective],
  providers: [provideEchartsCore({ echarts })],
  template: `
    <div class="plot" role="img" [attr.aria-label]="spoken()">
      <div class="canvas" echarts [options]="first()" [merge]="options()"></div>
    </div>
  `,
  styles: `
    :host {
      display: block;
      min-width: 0;
    }
    .plot {
      position: relative;
      overflow: hidden;
      height: clamp(200px, 28dvh, 340px);
    }
    .canvas {
      position: absolute;
      inset: 0 var(--gap-2) var(--gap-2);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FlowChart {
  readonly #colours = inject(ChartColours);
  /** A canvas does not inherit it. */
  readonly #font = getComputedStyle(inject(DOCUMENT).body).fontFamily;
  readonly bars = input.required<readonly FlowBar[]>();
  readonly format = input.required<(value: number) => string>();
  readonly when = input.required<(fromMs: number) => string>();
  readonly spoken = input.required<string>();

  readonly options = computed(() =>
    flowChartOptions({
      ...{ bars: this.bars(), colours: this.#colours.all(), font: this.#font },
      ...{ format: this.format(), when: this.when() },
    }),
  );
  /** Later options are merged into these, so that a tool tip stays under the pointer (see time-chart). */
  readonly first = computed(() => untracked(this.options));
}
