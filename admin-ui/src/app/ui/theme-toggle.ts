// A button that goes round system → light → dark.
import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { Icon, IconName } from './icon';
import { Theme, ThemeChoice } from './theme';

const next: Record<ThemeChoice, ThemeChoice> = { system: 'light', light: 'dark', dark: 'system' };
const icons: Record<ThemeChoice, IconName> = { system: 'system', light: 'sun', dark: 'moon' };
const names: Record<ThemeChoice, string> = { system: 'as the system', light: 'light', dark: 'dark' };

@Component({
  selector: 'tos-theme-toggle',
  imports: [Icon],
  template: `
    <button
      class="button quiet square"
      type="button"
      [attr.aria-label]="label()"
      [title]="label()"
      (click)="turn()"
    >
      <tos-icon [name]="icon()" />
    </button>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ThemeToggle {
  readonly #theme = inject(Theme);
  readonly icon = computed(() => icons[this.#theme.choice()]);
  readonly label = computed(() => `Theme: ${names[this.#theme.choice()]}. Change`);

  turn(): void {
    this.#theme.choice.update((choice) => next[choice]);
  }
}
