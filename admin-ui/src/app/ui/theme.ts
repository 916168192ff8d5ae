// Light, dark or as the system says. The choice is the only thing the console keeps in the browser's storage.
import { DOCUMENT, Injectable, computed, effect, inject, signal } from '@angular/core';

export type ThemeChoice = 'system' | 'light' | 'dark';
const storageKey = 'tos.theme';

@Injectable({ providedIn: 'root' })
export class Theme {
  readonly #document = inject(DOCUMENT);
  readonly #systemDark = signal(false);
  readonly choice = signal<ThemeChoice>(this.#remembered());
  readonly effective = computed<'light' | 'dark'>(() => {
    const choice = this.choice();
    if (choice !== 'system') return choice;
    return this.#systemDark() ? 'dark' : 'light';
  });

  constructor() {
    const query = this.#document.defaultView?.matchMedia?.('(prefers-color-scheme: dark)');
    if (query) {
      this.#systemDark.set(query.matches);
      query.addEventListener('change', (event) => this.#systemDark.set(event.matches));
    }
    effect(() => this.#apply(this.choice()));
  }

  #apply(choice: ThemeChoice): void {
    const root = this.#document.documentElement;
    if (choice === 'system') delete root.dataset['theme'];
    else root.dataset['theme'] = choice;
    try {
      if (choice === 'system') localStorage.removeItem(storageKey);
      else localStorage.setItem(storageKey, choice);
    } catch {
      // Storage may be forbidden; the choice then lasts as long as the page.
    }
  }

  #remembered(): ThemeChoice {
    try {
      const choice = localStorage.getItem(storageKey);
      return choice === 'light' || choice === 'dark' ? choice : 'system';
    } catch {
      return 'system';
    }
  }
}
