// Recovery codes, which are shown this once: to be copied, or saved as a file.
import { ChangeDetectionStrategy, Component, input, output, signal } from '@angular/core';
import { Icon } from '../ui/icon';
import { saveFile } from '../ui/save-file';

@Component({
  selector: 'tos-recovery-codes',
  imports: [Icon],
  template: `
    <p>
      Without your phone, each of these signs you in once in place of a code. They are shown only now: keep
      them where your phone is not.
    </p>
    <ul class="mono" aria-label="Recovery codes">
      @for (code of codes(); track code) {
        <li>{{ code }}</li>
      }
    </ul>
    @if (fault(); as text) {
      <p class="fault" role="alert">{{ text }}</p>
    }
    <div class="actions">
      <button class="button" type="button" (click)="copy()">
        <tos-icon [name]="copied() ? 'check' : 'copy'" />{{ copied() ? 'Copied' : 'Copy' }}
      </button>
      <button class="button" type="button" (click)="save()">Save as a file</button>
      <button class="button primary" type="button" (click)="done.emit()">I have kept them</button>
    </div>
  `,
  styleUrl: '../ui/dialog.scss',
  styles: `
    :host {
      display: grid;
      gap: var(--gap-3);
    }
    ul {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(25ch, 1fr));
      gap: var(--gap-1) var(--gap-3);
      margin: 0;
      padding: 0;
      list-style: none;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RecoveryCodes {
  readonly codes = input.required<readonly string[]>();
  readonly done = output();
  readonly copied = signal(false);
  readonly fault = signal<string | null>(null);

  async copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.codes().join('\n'));
      this.copied.set(true);
    } catch {
      this.fault.set('The browser does not let them be copied; select them and copy them by hand.');
    }
  }

  save(): void {
    saveFile('recovery-codes.txt', 'text/plain', `${this.codes().join('\n')}\n`);
  }
}
