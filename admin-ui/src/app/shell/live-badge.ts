// The state of the live stream, and of what it shows, in one word, always in sight.
import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { LiveConnection, LiveState } from '../live/live-connection';

const words: Record<LiveState | 'stale', string> = {
  off: 'Off',
  connecting: 'Connecting',
  live: 'Live',
  lost: 'Not live',
  resting: 'Paused',
  stale: 'Stale',
};

@Component({
  selector: 'tos-live-badge',
  template: `
    <span
      class="badge"
      [class.ok]="state() === 'live'"
      [class.bad]="state() === 'lost' || state() === 'stale'"
      data-testid="live-state"
      [attr.data-state]="state()"
    >
      <span class="dot" [class.beats]="state() === 'live'"></span>
      <span class="visually-hidden">Live updates: </span>{{ word() }}
    </span>
  `,
  styles: `
    .dot {
      width: 7px;
      height: 7px;
      border-radius: 50%;
      background: currentColor;
    }
    .beats {
      animation: beat 2s ease-out infinite;
    }
    @keyframes beat {
      0% {
        box-shadow: 0 0 0 0 color-mix(in srgb, currentColor 55%, transparent);
      }
      70%,
      100% {
        box-shadow: 0 0 0 6px transparent;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LiveBadge {
  readonly #live = inject(LiveConnection);
  readonly state = computed(() => {
    const state = this.#live.state();
    return state === 'live' && this.#live.staleSince() > 0 ? 'stale' : state;
  });
  readonly word = computed(() => words[this.state()]);
}
