// Says that what is shown stands still, since when and when the next try comes; and, for a moment, that it goes on.
import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  computed,
  effect,
  inject,
  signal,
  untracked,
} from '@angular/core';
import { LiveConnection } from '../live/live-connection';
import { Icon } from '../ui/icon';
import { formatClock, formatUtc } from '../ui/format';
import { Now } from '../ui/now';

/** Shorter breaks, such as a new stream for another map, are not worth a word. */
const quietMs = 1500;
const resumedShownMs = 4000;

@Component({
  selector: 'tos-live-banner',
  imports: [Icon],
  template: `
    <div role="status" aria-live="polite">
      @if (broken()) {
        <div class="banner bad" data-testid="live-lost">
          <tos-icon name="alert" />
          <span>
            Live updates stopped at <time [title]="sinceUtc()">{{ since() }}</time>. What you see may be out
            of date.
          </span>
          <button class="button small" type="button" (click)="live.retryNow()">Try now</button>
        </div>
      } @else if (live.staleSince() > 0) {
        <div class="banner bad" data-testid="data-stale">
          <tos-icon name="alert" />
          <span>
            The database has not answered since <time [title]="staleUtc()">{{ stale() }}</time>: figures stand
            still, and changes are refused. The game goes on.
          </span>
        </div>
      } @else if (back()) {
        <div class="banner ok" data-testid="live-resumed"><tos-icon name="check" />Live again.</div>
      }
    </div>
  `,
  styles: `
    .banner {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--gap-2) var(--gap-3);
      padding: var(--gap-2) var(--gap-5);
      font-weight: 540;
    }
    span {
      flex: 1 1 220px;
    }
    .bad {
      background: var(--bad-soft);
      color: var(--bad);
    }
    .ok {
      background: var(--ok-soft);
      color: var(--ok);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LiveBanner {
  readonly live = inject(LiveConnection);
  readonly #now = inject(Now);
  readonly back = signal(false);
  readonly broken = computed(() => {
    const state = this.live.state();
    const lostAt = this.live.lostAt();
    return (state === 'lost' || state === 'connecting') && lostAt > 0 && this.#now.ms() - lostAt > quietMs;
  });
  readonly since = computed(() => formatClock(this.live.lostAt()));
  readonly sinceUtc = computed(() => formatUtc(this.live.lostAt()));

  readonly stale = computed(() => formatClock(this.live.staleSince()));
  readonly staleUtc = computed(() => formatUtc(this.live.staleSince()));

  constructor() {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const shownAtStart = untracked(this.live.resumed);
    effect(() => {
      if (this.live.resumed() === shownAtStart) return;
      this.back.set(true);
      clearTimeout(timer);
      timer = setTimeout(() => this.back.set(false), resumedShownMs);
    });
    inject(DestroyRef).onDestroy(() => clearTimeout(timer));
  }
}
