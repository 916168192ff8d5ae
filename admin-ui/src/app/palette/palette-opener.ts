// Opens the command palette, by click, Ctrl+K (Cmd+K) anywhere, or "/" where nothing is being typed.
import { Injectable, inject } from '@angular/core';
import { MatDialog, MatDialogRef } from '@angular/material/dialog';
import type { Palette } from './palette';

@Injectable({ providedIn: 'root' })
export class PaletteOpener {
  readonly #dialog = inject(MatDialog);
  #open: MatDialogRef<Palette> | undefined;
  #opening = false;

  onKey(event: KeyboardEvent): void {
    const combined = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k';
    const slash =
      event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !takesText(event.target);
    if (!combined && !slash) return;
    event.preventDefault();
    void this.open();
  }

  async open(): Promise<void> {
    if (this.#open !== undefined || this.#opening) return;
    this.#opening = true;
    try {
      const { Palette } = await import('./palette');
      this.#open = this.#dialog.open(Palette, {
        width: '560px',
        maxWidth: 'calc(100vw - 16px)',
        position: { top: '10vh' },
        ariaLabel: 'Command palette',
        autoFocus: 'input',
      });
      this.#open.afterClosed().subscribe(() => (this.#open = undefined));
    } finally {
      this.#opening = false;
    }
  }
}

/** Whether typing into the target means text. */
export function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName);
}
