// Asks for what a command needs, sends it, and shows what becomes of it. Faults are shown once it was tried to send.
import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialog, MatDialogRef, MatDialogTitle } from '@angular/material/dialog';
import { Command } from '../api/models';
import { problemOf } from '../backend/problem';
import { CommandField, CommandForm, faultIn } from './kinds/command-form';
import { CommandState } from './command-state';
import { LiveCommands } from './live-commands';
import { Busy } from '../ui/busy';

@Component({
  selector: 'tos-command-dialog',
  imports: [Busy, CommandState, MatDialogTitle],
  templateUrl: './command-dialog.html',
  styleUrl: '../ui/dialog.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CommandDialog {
  readonly #commands = inject(LiveCommands);
  readonly #reference = inject<MatDialogRef<CommandDialog>>(MatDialogRef);
  readonly form = inject<CommandForm>(MAT_DIALOG_DATA);
  readonly #values = signal<Readonly<Record<string, string>>>(
    Object.fromEntries(
      this.form.fields.map(({ name, options, value }) => [name, value ?? options?.[0]?.value ?? '']),
    ),
  );
  readonly #tried = signal(false);
  readonly sending = signal(false);
  readonly fault = signal<string | null>(null);
  readonly given = signal<Command | null>(null);
  /** It is done, and nothing is to be waited for. */
  readonly untold = signal<string | null>(null);

  value({ name }: CommandField): string {
    return this.#values()[name] ?? '';
  }

  set({ name }: CommandField, value: string): void {
    this.#values.update((values) => ({ ...values, [name]: value }));
  }

  shown(field: CommandField): string | null {
    return this.#tried() ? faultIn(field, this.value(field)) : null;
  }

  async send(event: Event): Promise<void> {
    event.preventDefault();
    this.#tried.set(true);
    this.fault.set(null);
    if (this.sending() || this.form.fields.some((field) => this.shown(field) !== null)) return;
    this.sending.set(true);
    try {
      const trimmed = Object.entries(this.#values()).map(([name, value]) => [name, value.trim()] as const);
      const command = await this.form.send(Object.fromEntries(trimmed));
      if (command === null) {
        this.untold.set(this.form.untold ?? 'Done.');
      } else {
        this.#commands.follow(command);
        this.given.set(command);
      }
    } catch (cause) {
      const { fields, message } = problemOf(cause);
      this.fault.set(fields[0]?.message ?? message);
    }
    this.sending.set(false);
  }

  close(): void {
    this.#reference.close(this.given() !== null || this.untold() !== null);
  }
}

export function openCommandDialog(dialog: MatDialog, form: CommandForm): MatDialogRef<CommandDialog> {
  return dialog.open(CommandDialog, {
    data: form,
    width: '480px',
    maxWidth: 'calc(100vw - 24px)',
    disableClose: true,
  });
}
