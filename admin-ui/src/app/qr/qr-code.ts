// A text as a QR code, drawn as one path: no request, no image, nothing that the content security policy forbids. Black on
// white in every theme, with its quiet zone, since readers expect that.
import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { qrMatrix } from './qr-matrix';

/** In modules, on each side; the standard's own. */
const quiet = 4;

@Component({
  selector: 'tos-qr-code',
  template: `
    <svg [attr.viewBox]="box()" role="img" [attr.aria-label]="label()" shape-rendering="crispEdges">
      <rect width="100%" height="100%" />
      <path [attr.d]="path()" />
    </svg>
  `,
  styles: `
    :host {
      display: block;
      width: min(100%, 220px);
    }
    svg {
      display: block;
    }
    rect {
      fill: #fff;
    }
    path {
      fill: #000;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class QrCode {
  readonly text = input.required<string>();
  /** What it is, for who cannot see it. */
  readonly label = input.required<string>();
  readonly #matrix = computed(() => qrMatrix(this.text()));
  readonly box = computed(
    () => `0 0 ${this.#matrix().length + 2 * quiet} ${this.#matrix().length + 2 * quiet}`,
  );
  readonly path = computed(() =>
    this.#matrix()
      .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x + quiet} ${y + quiet}h1v1h-1z` : '')))
      .join(''),
  );
}
