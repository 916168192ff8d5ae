// The run of a figure as a small line without axes; decoration beside a number that says the same.
import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';

const width = 120;
const height = 28;

/** SVG path through the values, spread over the box, lowest at the bottom; '' for less than two. */
export function sparkPath(values: readonly number[], boxWidth: number, boxHeight: number): string {
  if (values.length < 2) return '';
  const low = Math.min(...values);
  const span = Math.max(...values) - low || 1;
  const step = boxWidth / (values.length - 1);
  const point = (value: number, i: number) =>
    `${(i * step).toFixed(1)} ${(boxHeight - 2 - ((value - low) / span) * (boxHeight - 4)).toFixed(1)}`;
  return `M${values.map(point).join('L')}`;
}

@Component({
  selector: 'tos-sparkline',
  template: `
    <svg [attr.viewBox]="box" preserveAspectRatio="none" aria-hidden="true"><path [attr.d]="path()" /></svg>
  `,
  styles: `
    :host,
    svg {
      display: block;
      width: 100%;
      height: 28px;
    }
    path {
      fill: none;
      stroke: var(--mark-1);
      stroke-width: 1.5;
      vector-effect: non-scaling-stroke;
      stroke-linejoin: round;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Sparkline {
  readonly box = `0 0 ${width} ${height}`;
  readonly values = input.required<readonly number[]>();
  readonly path = computed(() => sparkPath(this.values(), width, height));
}
