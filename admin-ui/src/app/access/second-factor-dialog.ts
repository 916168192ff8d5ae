// A second factor of one's own: enrol or replace one, make recovery codes anew, remove it; each with the password again. For
// who lacks one that the role demands it stands between signing in and everything else. Closes with true when one is on.
import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { FormField, form, required, submit } from '@angular/forms/signals';
import { MAT_DIALOG_DATA, MatDialog, MatDialogRef, MatDialogTitle } from '@angular/material/dialog';
import {
  confirmSecondFactor,
  proposeSecondFactor,
  removeOwnSecondFactor,
  renewRecoveryCodes,
} from '../api/fn/functions';
import { ProposedSecretAnswer } from '../api/models';
import { Backend } from '../backend/backend';
import { problemOf } from '../backend/problem';
import { QrCode } from '../qr/qr-code';
import { RecoveryCodes } from './recovery-codes';
import { Session } from '../session/session';

export type SecondFactorWish = 'enrol' | 'renew' | 'remove';

@Component({
  selector: 'tos-second-factor-dialog',
  imports: [FormField, MatDialogTitle, QrCode, RecoveryCodes],
  templateUrl: './second-factor-dialog.html',
  styleUrl: '../ui/dialog.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SecondFactorDialog {
  readonly #backend = inject(Backend);
  readonly #session = inject(Session);
  readonly #reference = inject<MatDialogRef<SecondFactorDialog, boolean>>(MatDialogRef);
  /** Nothing else is open before one is there. */
  readonly due = inject<{ due: boolean } | null>(MAT_DIALOG_DATA)?.due ?? false;
  readonly account = this.#session.account;
  readonly fault = signal<string | null>(null);
  readonly proposed = signal<ProposedSecretAnswer | null>(null);
  readonly codes = signal<readonly string[] | null>(null);
  readonly #password = signal({ password: '' });
  readonly password = form(this.#password, (path) => {
    required(path.password, { message: 'Enter your password.' });
  });
  readonly #code = signal({ code: '' });
  readonly code = form(this.#code, (path) => {
    required(path.code, { message: 'Enter the six digits that the app shows.' });
  });

  async begin(event: Event, wish: SecondFactorWish): Promise<void> {
    event.preventDefault();
    const act = async (): Promise<void> => {
      const body = { currentPassword: this.#password().password };
      if (wish === 'enrol') this.proposed.set(await this.#backend.call(proposeSecondFactor, { body }));
      if (wish === 'renew')
        this.codes.set((await this.#backend.call(renewRecoveryCodes, { body })).recoveryCodes);
      if (wish === 'remove') {
        await this.#backend.call(removeOwnSecondFactor, { body });
        await this.#session.refresh();
        this.#reference.close(false);
      }
      this.#password.set({ password: '' });
    };
    await submit(this.password, () => this.#attempt(act));
  }

  async confirm(event: Event): Promise<void> {
    event.preventDefault();
    const act = async (): Promise<void> => {
      const body = { code: this.#code().code };
      this.codes.set((await this.#backend.call(confirmSecondFactor, { body })).recoveryCodes);
      this.proposed.set(null);
    };
    await submit(this.code, () => this.#attempt(act));
  }

  /** The codes have been kept. */
  async finish(): Promise<void> {
    await this.#attempt(async () => {
      await this.#session.refresh();
      this.#reference.close(true);
    });
  }

  cancel(): void {
    this.#reference.close(false);
  }

  /** Says what went wrong, if anything did. */
  async #attempt(act: () => Promise<void>): Promise<undefined> {
    this.fault.set(null);
    try {
      await act();
    } catch (cause) {
      const problem = problemOf(cause);
      this.fault.set(problem.fields[0]?.message ?? problem.message);
    }
    return undefined;
  }
}

/** With `due`, who closes it without one has not enrolled. */
export function openSecondFactorDialog(
  dialog: MatDialog,
  due = false,
): MatDialogRef<SecondFactorDialog, boolean> {
  return dialog.open<SecondFactorDialog, { due: boolean }, boolean>(SecondFactorDialog, {
    data: { due },
    width: '520px',
    maxWidth: 'calc(100vw - 24px)',
    disableClose: true,
  });
}
