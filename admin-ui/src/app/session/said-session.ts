// What the page itself says about the session of who asked for it. The API fills the word in; a development server does
// not, and what is no known word counts as unknown.
import { DOCUMENT, InjectionToken, inject } from '@angular/core';

export type SaidSession = 'alive' | 'none' | 'unknown';

export const SAID_SESSION = new InjectionToken<SaidSession>('what the page says about the session', {
  providedIn: 'root',
  factory: () => {
    const word = inject(DOCUMENT).querySelector('meta[name="tos-session"]')?.getAttribute('content');
    return word === 'alive' || word === 'none' ? word : 'unknown';
  },
});
