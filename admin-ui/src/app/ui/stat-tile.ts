// One figure with its name, unit, a word or two about it, and its recent run.
import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { Sparkline } from './sparkline';

export type Tone = 'plain' | 'ok' | 'warn' | 'bad';

@Component({
  selector: 'tos-stat-tile',
  imports: [Sparkline],
  template: `
    <h2>{{ name() }}</h2>
    <p class="figure" [class]="tone()" [attr.data-testid]="'stat-' + id()">
      <span class="value">{{ value() }}</span> <span class="unit">{{ unit() }}</span>
    </p>
    <p class="note">{{ note() }}</p>
    @if (more()) {
      <p class="note">{{ more() }}</p>
    }
    @if (run().length > 1) {
      <tos-sparkline [values]="run()" />
    }
  `,
  styleUrl: './stat-tile.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StatTile {
  readonly id = input.required<string>();
  readonly name = input.required<string>();
  readonly value = input.required<string>();
  readonly unit = input('');
  readonly note = input('');
  /** A second word about it, for tiles without a run. */
  readonly more = input('');
  readonly tone = input<Tone>('plain');
  readonly run = input<readonly number[]>([]);
}
