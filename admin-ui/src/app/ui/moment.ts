// A moment: as distance ("3 min ago"), time of day or date with time, local; its title says the same in UTC.
import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { formatAgo, formatClock, formatDateTime, formatUtc, unknown } from './format';
import { Now } from './now';

@Component({
  selector: 'tos-moment',
  template: `
    @if (known()) {
      <time [attr.datetime]="at()" [title]="title()">{{ text() }}</time>
    } @else {
      <span>{{ nothing }}</span>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Moment {
  readonly #now = inject(Now);
  readonly at = input.required<string | null | undefined>();
  readonly as = input<'ago' | 'clock' | 'date'>('ago');
  readonly nothing = unknown;

  readonly #ms = computed(() => Date.parse(this.at() ?? ''));
  readonly known = computed(() => Number.isFinite(this.#ms()));
  readonly title = computed(() => formatUtc(this.#ms()));
  readonly text = computed(() => {
    if (this.as() === 'clock') return formatClock(this.#ms());
    return this.as() === 'date' ? formatDateTime(this.#ms()) : formatAgo(this.#ms(), this.#now.ms());
  });
}
