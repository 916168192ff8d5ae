// The design tokens as plain colours for canvases, which know nothing of CSS variables; anew when the theme changes.
import { DOCUMENT, Injectable, computed, inject } from '@angular/core';
import { Theme } from '../ui/theme';

const tokens = [
  'ink',
  'ink-2',
  'ink-3',
  'line',
  'line-strong',
  'surface-1',
  'accent',
  'bad',
  'mark-1',
  'mark-2',
  'mark-3',
  'mark-4',
  'mark-player',
  'mark-creature',
  'mark-loot',
  'mark-halo',
] as const;
export type ColourToken = (typeof tokens)[number];

@Injectable({ providedIn: 'root' })
export class ChartColours {
  readonly #document = inject(DOCUMENT);
  readonly #theme = inject(Theme);

  readonly all = computed<Readonly<Record<ColourToken, string>>>(() => {
    const dark = this.#theme.effective() === 'dark';
    // A throw-away element computes what light-dark() means now; the root may not have its new theme yet.
    const probe = this.#document.createElement('span');
    probe.style.colorScheme = dark ? 'dark' : 'light';
    // Who wants less motion has all transitions in 1 ms, and not in none: each colour would be read as the one before it.
    probe.style.setProperty('transition', 'none', 'important');
    this.#document.body.append(probe);
    const style = getComputedStyle(probe);
    const colours = {} as Record<ColourToken, string>;
    for (const token of tokens) {
      probe.style.color = `var(--${token})`;
      colours[token] = style.color;
    }
    probe.remove();
    return colours;
  });
}
