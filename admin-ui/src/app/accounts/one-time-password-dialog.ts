// A password that the API made for somebody, shown this once.
import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialog, MatDialogRef, MatDialogTitle } from '@angular/material/dialog';
import { Icon } from '../ui/icon';

interface Made {
  readonly name: string;
  readonly password: string;
}

@Component({
  selector: 'tos-one-time-password-dialog',
  imports: [Icon, MatDialogTitle],
  template: `
    <div class="body">
      <h2 mat-dialog-title>{{ made.name }} has another password</h2>
      <p>
        It is shown only now, and has to be changed at the next sign-in. Hand it over safely. A second factor
        is asked for as before.
      </p>
      <div class="field">
        <label for="reset-password">Password</label>
        <input id="reset-password" class="input mono" type="text" readonly [value]="made.password" />
      </div>
      @if (fault(); as text) {
        <p class="fault" role="alert">{{ text }}</p>
      }
      <div class="actions">
        <button class="button" type="button" (click)="copy()">
          <tos-icon [name]="copied() ? 'check' : 'copy'" />{{ copied() ? 'Copied' : 'Copy' }}
        </button>
        <button class="button primary" type="button" (click)="close()">Done</button>
      </div>
    </div>
  `,
  styleUrl: '../ui/dialog.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OneTimePasswordDialog {
  readonly #reference = inject<MatDialogRef<OneTimePasswordDialog>>(MatDialogRef);
  readonly made = inject<Made>(MAT_DIALOG_DATA);
  readonly copied = signal(false);
  readonly fault = signal<string | null>(null);

  async copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.made.password);
      this.copied.set(true);
    } catch {
      this.fault.set('The browser does not let it be copied; select it and copy it by hand.');
    }
  }

  close(): void {
    this.#reference.close();
  }
}

export function showOneTimePassword(dialog: MatDialog, made: Made): void {
  dialog.open<OneTimePasswordDialog, Made>(OneTimePasswordDialog, {
    data: made,
    width: '440px',
    maxWidth: 'calc(100vw - 24px)',
    disableClose: true,
  });
}
