// Line icons on a 24 px grid, drawn inline: no font, no request, the colour of the text they stand in.
import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';

const paths = {
  dashboard: 'M4 13a8 8 0 1 1 16 0M12 13l4-4M6 19h12',
  servers: 'M4 5h16v6H4zM4 13h16v6H4zM7.5 8h.01M7.5 16h.01',
  players:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7M3 20c0-3.5 2.7-5.5 6-5.5s6 2 6 5.5M15.5 4.3a3.5 3.5 0 0 1 0 6.4M17.5 15c2 .7 3.5 2.4 3.5 5',
  map: 'M9 4 3 6.5V20l6-2.5 6 2.5 6-2.5V4l-6 2.5zM9 4v13.5M15 6.5V20',
  accounts: 'M12 3l7 3v5c0 4.6-3 8.3-7 10-4-1.7-7-5.4-7-10V6zM9.5 12l2 2 3.5-4',
  economy:
    'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18M15 8.7c-.8-.8-1.8-1.2-3-1.2-1.7 0-3 .8-3 2.2 0 3.2 6.2 1.4 6.2 4.6 0 1.4-1.5 2.2-3.2 2.2-1.3 0-2.4-.5-3.2-1.3M12 5.5v2M12 16.5v2',
  backups: 'M4 4h16v5H4zM5.5 9v11h13V9M12 11.5v5.5M9.5 14.5 12 17l2.5-2.5',
  audit: 'M6 3h9l4 4v14H6zM14.5 3v4.5H19M9 12h7M9 16h7',
  chart: 'M4 4v16h16M7.5 15l3.5-4.5 3 2.5 5-6.5',
  pulse: 'M3 12h4l2.5-6 4 12 2.5-6h5',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13M15.5 15.5 20 20',
  sun: 'M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8M12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4',
  moon: 'M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z',
  system: 'M4 5h16v11H4zM9 20h6M12 16v4',
  user: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8M4.5 20.5c.7-3.8 3.7-6 7.5-6s6.8 2.2 7.5 6',
  key: 'M8 19a4 4 0 1 0 0-8 4 4 0 0 0 0 8M11 12l8-8M16 7l3 3M13.5 9.5l2 2',
  leave: 'M14 4H5v16h9M10 12h10M16.5 8.5 20 12l-3.5 3.5',
  close: 'M6 6l12 12M18 6 6 18',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  up: 'M12 19V5M6 11l6-6 6 6',
  joined: 'M5 12h12M12.5 7.5 17 12l-4.5 4.5M20 5v14',
  left: 'M19 12H7M11.5 7.5 7 12l4.5 4.5M4 5v14',
  alert: 'M12 4 2.5 20h19zM12 10v4.5M12 17.3v.01',
  target: 'M12 18a6 6 0 1 0 0-12 6 6 0 0 0 0 12M12 2.5v4M12 17.5v4M2.5 12h4M17.5 12h4',
  list: 'M8 6h12M8 12h12M8 18h12M4 6h.01M4 12h.01M4 18h.01',
  plus: 'M12 5v14M5 12h14',
  copy: 'M8 8h11v12H8zM5 16V4h11',
  check: 'M5 12.5l4.5 4.5L19 7',
  minus: 'M5 12h14',
  fit: 'M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5',
  back: 'M19 12H5M11 6l-6 6 6 6',
} as const;

export type IconName = keyof typeof paths;

@Component({
  selector: 'tos-icon',
  template: `
    <svg viewBox="0 0 24 24" [attr.width]="size()" [attr.height]="size()" aria-hidden="true">
      <path [attr.d]="path()" />
    </svg>
  `,
  styles: `
    :host {
      display: inline-flex;
      flex: none;
    }
    path {
      fill: none;
      stroke: currentColor;
      stroke-width: 1.7;
      stroke-linecap: round;
      stroke-linejoin: round;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Icon {
  readonly name = input.required<IconName>();
  readonly size = input(18);
  readonly path = computed(() => paths[this.name()]);
}
