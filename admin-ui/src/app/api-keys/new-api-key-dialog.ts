// Making an API key: for what, until when, with the own password. It is shown here once and nowhere again, with a call that
// tries it.
import { ChangeDetectionStrategy, Component, DOCUMENT, inject, signal } from '@angular/core';
import { FormField, form, required, submit, validate } from '@angular/forms/signals';
import { MAT_DIALOG_DATA, MatDialogRef, MatDialogTitle } from '@angular/material/dialog';
import { makeApiKey } from '../api/fn/functions';
import { ApiKeyBody } from '../api/models';
import { inWords } from '../access/permission-words';
import { Backend } from '../backend/backend';
import { problemOf } from '../backend/problem';
import { Icon } from '../ui/icon';
import { exampleCall } from './example-call';

type Openable = ApiKeyBody['permissions'][number];
const dayMs = 86_400_000;
const usualDays = 90;
const daysMax = 366;

@Component({
  selector: 'tos-new-api-key-dialog',
  imports: [FormField, Icon, MatDialogTitle],
  templateUrl: './new-api-key-dialog.html',
  styleUrls: ['../ui/dialog.scss', '../ui/choices.scss', './new-api-key-dialog.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NewApiKeyDialog {
  readonly #backend = inject(Backend);
  readonly #origin = inject(DOCUMENT).location.origin;
  readonly #reference = inject<MatDialogRef<NewApiKeyDialog, boolean>>(MatDialogRef);
  readonly openable = inject<readonly Openable[]>(MAT_DIALOG_DATA);
  readonly inWords = inWords;
  readonly fault = signal<string | null>(null);
  readonly made = signal<{ label: string; token: string; call: string } | null>(null);
  readonly copied = signal<string | null>(null);
  readonly chosen = signal<ReadonlySet<Openable>>(new Set());
  /** The last day, in the time zone of the browser. */
  readonly #model = signal({ label: '', lastDay: dayIn(usualDays), password: '' });
  readonly wish = form(this.#model, (path) => {
    required(path.label, { message: 'Enter a name by which you know it again.' });
    required(path.password, { message: 'Enter your password.' });
    validate(path.lastDay, ({ value }) => {
      const left = endOf(value()).getTime() - Date.now();
      return left > 0 && left <= daysMax * dayMs
        ? undefined
        : { kind: 'range', message: `A day from today to ${dayIn(daysMax - 1)}.` };
    });
  });

  choose(permission: Openable, event: Event): void {
    const isChosen = (event.target as HTMLInputElement).checked;
    const chosen = new Set(this.chosen());
    if (isChosen) chosen.add(permission);
    else chosen.delete(permission);
    this.chosen.set(chosen);
  }

  async send(event: Event): Promise<void> {
    event.preventDefault();
    this.fault.set(null);
    await submit(this.wish, async () => {
      if (this.chosen().size === 0) {
        this.fault.set('Choose what it opens: something at least.');
        return undefined;
      }
      const { label, lastDay, password } = this.#model();
      try {
        const body = {
          ...{ label: label.trim(), expiresAt: endOf(lastDay).toISOString(), currentPassword: password },
          permissions: this.openable.filter((one) => this.chosen().has(one)),
        };
        const { token } = await this.#backend.call(makeApiKey, { body });
        this.made.set({ label: body.label, token, call: exampleCall(token, this.#origin) });
      } catch (cause) {
        const problem = problemOf(cause);
        this.fault.set(problem.fields[0]?.message ?? problem.message);
      }
      this.#model.update((model) => ({ ...model, password: '' }));
      return undefined;
    });
  }

  async copy(text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      this.copied.set(text);
    } catch {
      this.fault.set('The browser does not let it be copied; select it and copy it by hand.');
    }
  }

  close(): void {
    this.#reference.close(this.made() !== null);
  }
}

/** As an input of dates has it: 2027-06-01, in the time zone of the browser. */
function dayIn(days: number): string {
  const at = new Date(Date.now() + days * dayMs);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

function endOf(day: string): Date {
  return new Date(`${day}T23:59:59.999`);
}
