// The present moment as a signal, once a second, for all "… ago" of the console; rests while the page is hidden.
import { DOCUMENT, Injectable, inject, signal } from '@angular/core';

@Injectable({ providedIn: 'root' })
export class Now {
  readonly #document = inject(DOCUMENT);
  readonly #ms = signal(Date.now());
  readonly ms = this.#ms.asReadonly();

  constructor() {
    setInterval(() => {
      if (!this.#document.hidden) this.#ms.set(Date.now());
    }, 1000);
    this.#document.addEventListener('visibilitychange', () => this.#ms.set(Date.now()));
  }
}
