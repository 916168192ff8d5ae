// The console's sign: a pulse line on a tile.
import { ChangeDetectionStrategy, Component } from '@angular/core';

@Component({
  selector: 'tos-mark',
  template: `
    <svg viewBox="0 0 32 32" width="32" height="32" aria-hidden="true">
      <rect width="32" height="32" rx="6" class="tile" />
      <path d="M5 17h5l3-8 5 15 4-10 2 3h3" class="pulse" />
    </svg>
  `,
  styles: `
    :host {
      display: inline-flex;
    }
    .tile {
      fill: var(--accent);
    }
    .pulse {
      fill: none;
      stroke: var(--on-accent);
      stroke-width: 2.6;
      stroke-linecap: round;
      stroke-linejoin: round;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Mark {}
