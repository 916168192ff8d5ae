// Changing one's own password; or choosing one in place of the first, which somebody else gave out. The rule is the
// API's: 15 characters or more, and not what guessers try first. Closes with true when it was changed.
import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { FormField, form, minLength, required, submit, validate } from '@angular/forms/signals';
import { MAT_DIALOG_DATA, MatDialogRef, MatDialogTitle } from '@angular/material/dialog';
import { MatSnackBar } from '@angular/material/snack-bar';
import { problemOf } from '../backend/problem';
import { Session } from './session';

export const passwordCharactersMin = 15;

@Component({
  selector: 'tos-password-dialog',
  imports: [FormField, MatDialogTitle],
  templateUrl: './password-dialog.html',
  styleUrl: '../ui/dialog.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PasswordDialog {
  readonly #session = inject(Session);
  /** In place of the first one. */
  readonly first = inject<{ first: boolean } | null>(MAT_DIALOG_DATA)?.first ?? false;
  readonly #reference = inject<MatDialogRef<PasswordDialog>>(MatDialogRef);
  readonly #snackBar = inject(MatSnackBar);
  readonly #model = signal({ current: '', fresh: '', again: '' });
  readonly fault = signal<string | null>(null);
  readonly passwords = form(this.#model, (path) => {
    required(path.current, { message: 'Enter your present password.' });
    required(path.fresh, { message: 'Enter a new password.' });
    minLength(path.fresh, passwordCharactersMin, {
      message: `At least ${passwordCharactersMin} characters.`,
    });
    validate(path.again, ({ value, valueOf }) =>
      value() === valueOf(path.fresh) ? undefined : { kind: 'differs', message: 'The two are not the same.' },
    );
  });

  async send(event: Event): Promise<void> {
    event.preventDefault();
    this.fault.set(null);
    await submit(this.passwords, async () => {
      const { current, fresh } = this.#model();
      try {
        await this.#session.changePassword(current, fresh);
        this.#reference.close(true);
        this.#snackBar.open('Password changed. Your other sessions have ended.', 'Close', { duration: 8000 });
      } catch (cause) {
        const problem = problemOf(cause);
        this.fault.set(problem.fields[0]?.message ?? problem.message);
      }
      return undefined;
    });
  }

  cancel(): void {
    this.#reference.close();
  }
}
