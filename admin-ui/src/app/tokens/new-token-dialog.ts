// Making a machine's token. The API makes it; it is shown here once and nowhere again, with a call that tries it.
import { ChangeDetectionStrategy, Component, DOCUMENT, inject, signal } from '@angular/core';
import { FormField, form, required, submit, validate } from '@angular/forms/signals';
import { MatDialogRef, MatDialogTitle } from '@angular/material/dialog';
import { createMachineToken } from '../api/fn/functions';
import { TokenKind } from '../api/models';
import { Backend } from '../backend/backend';
import { problemOf } from '../backend/problem';
import { LiveServers } from '../live/live-servers';
import { Icon } from '../ui/icon';
import { exampleCall, tokenKinds } from './token-kinds';

@Component({
  selector: 'tos-new-token-dialog',
  imports: [FormField, Icon, MatDialogTitle],
  templateUrl: './new-token-dialog.html',
  styleUrl: '../ui/dialog.scss',
  styles: `
    pre {
      margin: 0;
      padding: var(--gap-3);
      overflow-x: auto;
      border: 1px solid var(--line);
      border-radius: var(--corner);
      background: var(--surface-2);
      font-size: var(--text-s);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NewTokenDialog {
  readonly #backend = inject(Backend);
  readonly #servers = inject(LiveServers);
  readonly #origin = inject(DOCUMENT).location.origin;
  readonly #reference = inject<MatDialogRef<NewTokenDialog, boolean>>(MatDialogRef);
  readonly kinds = tokenKinds;
  readonly fault = signal<string | null>(null);
  readonly made = signal<{ label: string; token: string; call: string } | null>(null);
  readonly copied = signal<string | null>(null);
  /** The last day, in the time zone of the browser; empty for none. */
  readonly #model = signal<{ label: string; kind: TokenKind; lastDay: string }>({
    label: '',
    kind: 'game-server',
    lastDay: '',
  });
  readonly wish = form(this.#model, (path) => {
    required(path.label, { message: 'Enter a name by which you know it again.' });
    validate(path.lastDay, ({ value }) =>
      value() === '' || endOf(value()).getTime() > Date.now()
        ? undefined
        : { kind: 'past', message: 'That day is over.' },
    );
  });

  async send(event: Event): Promise<void> {
    event.preventDefault();
    this.fault.set(null);
    await submit(this.wish, async () => {
      const { label, kind, lastDay } = this.#model();
      const expiresAt = lastDay === '' ? {} : { expiresAt: endOf(lastDay).toISOString() };
      try {
        const body = { label: label.trim(), kind, ...expiresAt };
        const { token } = await this.#backend.call(createMachineToken, { body });
        const serverId = this.#servers.list().find(({ status }) => status === 'online')?.id;
        const call = exampleCall({ kind, token, origin: this.#origin, serverId });
        this.made.set({ label: body.label, token, call });
      } catch (cause) {
        const problem = problemOf(cause);
        this.fault.set(problem.fields[0]?.message ?? problem.message);
      }
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

/** The end of a day, written as 2027-06-01. */
function endOf(day: string): Date {
  return new Date(`${day}T23:59:59.999`);
}
