// Making a role, or changing what one may do.
import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { FormField, form, pattern, required, submit } from '@angular/forms/signals';
import { MAT_DIALOG_DATA, MatDialogRef, MatDialogTitle } from '@angular/material/dialog';
import { inWords } from '../access/permission-words';
import { changeRole, createRole } from '../api/fn/functions';
import { CreateRoleBody, ListedRole } from '../api/models';
import { Backend } from '../backend/backend';
import { problemOf } from '../backend/problem';

type Grantable = CreateRoleBody['permissions'][number];

export interface RoleDialogData {
  /** Undefined: a new one. */
  readonly role: ListedRole | undefined;
  /** What may be given, and what it holds. */
  readonly offered: readonly Grantable[];
}

@Component({
  selector: 'tos-role-dialog',
  imports: [FormField, MatDialogTitle],
  templateUrl: './role-dialog.html',
  styleUrls: ['../ui/dialog.scss', '../ui/choices.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RoleDialog {
  readonly #backend = inject(Backend);
  readonly #reference = inject<MatDialogRef<RoleDialog, boolean>>(MatDialogRef);
  readonly #data = inject<RoleDialogData>(MAT_DIALOG_DATA);
  /** The page has to read it anew. */
  #isOutdated = false;
  readonly role = this.#data.role;
  readonly inWords = inWords;
  readonly fault = signal<string | null>(null);
  readonly chosen = signal<ReadonlySet<Grantable>>(new Set(this.#held()));
  readonly offered = this.#data.offered;
  readonly #model = signal({ name: this.role?.name ?? '', means: this.role?.means ?? '' });
  readonly wish = form(this.#model, (path) => {
    required(path.name, { message: 'Enter a name.' });
    pattern(path.name, /^[a-z][a-z0-9-]{1,31}$/, {
      message: 'Lower-case letters, digits and dashes; 2 to 32, beginning with a letter.',
    });
    required(path.means, { message: 'Enter what it is for.' });
  });

  #held(): readonly Grantable[] {
    const { role, offered } = this.#data;
    return offered.filter((one) => role?.permissions.includes(one));
  }

  choose(permission: Grantable, event: Event): void {
    const chosen = new Set(this.chosen());
    if ((event.target as HTMLInputElement).checked) chosen.add(permission);
    else chosen.delete(permission);
    this.chosen.set(chosen);
  }

  async send(event: Event): Promise<void> {
    event.preventDefault();
    this.fault.set(null);
    await submit(this.wish, async () => {
      const { name, means } = this.#model();
      const body = { means: means.trim(), permissions: this.offered.filter((one) => this.chosen().has(one)) };
      const was = this.role && { means: this.role.means, permissions: this.role.permissions };
      try {
        if (this.role) await this.#backend.call(changeRole, { role: name, body: { ...body, was } });
        else await this.#backend.call(createRole, { body: { name, ...body } });
        this.#reference.close(true);
      } catch (cause) {
        const problem = problemOf(cause);
        this.#isOutdated = problem.code === 'role-changed';
        this.fault.set(problem.fields[0]?.message ?? problem.message);
      }
      return undefined;
    });
  }

  close(): void {
    this.#reference.close(this.#isOutdated);
  }
}
