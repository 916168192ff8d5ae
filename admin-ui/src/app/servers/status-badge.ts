// A game server's state in a word and a shape.
import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { ServerStatus } from '../api/models';

const tones: Record<ServerStatus, string> = { online: 'ok', draining: 'warn', stale: 'warn', offline: 'bad' };
const words: Record<ServerStatus, string> = {
  online: 'Online',
  draining: 'Draining',
  stale: 'Stale',
  offline: 'Offline',
};
const reasons: Record<ServerStatus, string> = {
  online: 'Sends its heartbeat in time',
  draining: 'Lets nobody new in and waits for its players to leave',
  stale: 'Its heartbeat is late',
  offline: 'Has sent no heartbeat for long',
};

@Component({
  selector: 'tos-status-badge',
  template: `<span class="badge" [class]="tone()" [title]="reason()"
    ><span class="dot"></span>{{ word() }}</span
  >`,
  styles: `
    .dot {
      width: 7px;
      height: 7px;
      border-radius: 50%;
      background: currentColor;
    }
    .warn .dot {
      border-radius: 1px;
    }
    .bad .dot {
      background: none;
      border: 2px solid;
      width: 8px;
      height: 8px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StatusBadge {
  readonly status = input.required<ServerStatus>();
  readonly tone = computed(() => `badge ${tones[this.status()] ?? ''}`);
  readonly word = computed(() => words[this.status()] ?? this.status());
  readonly reason = computed(() => reasons[this.status()] ?? '');
}
