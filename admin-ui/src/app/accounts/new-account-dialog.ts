// Making an account. The API generates the password; it is shown here once and nowhere again.
import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { FormField, form, required, submit } from '@angular/forms/signals';
import { MAT_DIALOG_DATA, MatDialogRef, MatDialogTitle } from '@angular/material/dialog';
import { CreateAccountBody } from '../api/models';
import { Backend } from '../backend/backend';
import { problemOf } from '../backend/problem';
import { Icon } from '../ui/icon';
import { RoleChoice } from './roles';

@Component({
  selector: 'tos-new-account-dialog',
  imports: [FormField, Icon, MatDialogTitle],
  templateUrl: './new-account-dialog.html',
  styleUrl: '../ui/dialog.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NewAccountDialog {
  readonly #backend = inject(Backend);
  readonly #reference = inject<MatDialogRef<NewAccountDialog>>(MatDialogRef);
  readonly #model = signal<CreateAccountBody>({ name: '', role: 'viewer' });
  readonly roles = inject<readonly RoleChoice[]>(MAT_DIALOG_DATA);
  readonly fault = signal<string | null>(null);
  readonly made = signal<{ name: string; password: string } | null>(null);
  readonly copied = signal(false);
  readonly account = form(this.#model, (path) => {
    required(path.name, { message: 'Enter a name.' });
  });

  async send(event: Event): Promise<void> {
    event.preventDefault();
    this.fault.set(null);
    await submit(this.account, async () => {
      const { name, role } = this.#model();
      try {
        const { account, password } = await this.#backend.createAccount(name.trim(), role);
        this.made.set({ name: account.name, password });
      } catch (cause) {
        const problem = problemOf(cause);
        this.fault.set(problem.fields[0]?.message ?? problem.message);
      }
      return undefined;
    });
  }

  async copy(password: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(password);
      this.copied.set(true);
    } catch {
      this.fault.set('The browser does not let it be copied; select it and copy it by hand.');
    }
  }

  close(): void {
    this.#reference.close(this.made() !== null);
  }
}
