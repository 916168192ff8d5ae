// A player gets back what it had before an entry of its ledger: shows what that takes and gives, and proposes it to a second person.
import { ChangeDetectionStrategy, Component, computed, inject, resource, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialog, MatDialogRef, MatDialogTitle } from '@angular/material/dialog';
import { previewRestore, restorePlayer } from '../api/fn/functions';
import { Command, LedgerEntry } from '../api/models';
import { Backend } from '../backend/backend';
import { problemOf } from '../backend/problem';
import { faultIn } from '../operations/kinds/command-form';
import { CommandState } from '../operations/command-state';
import { reasonField } from '../operations/kinds/kind-parts';
import { LiveCommands } from '../operations/live-commands';
import { Busy } from '../ui/busy';
import { Loading, Problem } from '../ui/load-state';
import { Moment } from '../ui/moment';
import { restoreLines } from './restore-words';

export interface RestoreSubject {
  readonly playerId: string;
  readonly name: string;
  readonly entry: Pick<LedgerEntry, 'number' | 'at'>;
}

@Component({
  selector: 'tos-restore-player-dialog',
  imports: [Busy, CommandState, Loading, MatDialogTitle, Moment, Problem],
  templateUrl: './restore-dialog.html',
  styleUrls: ['../ui/dialog.scss', './restore-dialog.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RestorePlayerDialog {
  readonly #backend = inject(Backend);
  readonly #commands = inject(LiveCommands);
  readonly #reference = inject<MatDialogRef<RestorePlayerDialog>>(MatDialogRef);
  readonly subject = inject<RestoreSubject>(MAT_DIALOG_DATA);
  readonly preview = resource({
    loader: () =>
      this.#backend.call(previewRestore, {
        id: this.subject.playerId,
        before: this.subject.entry.number,
      }),
  });
  readonly lines = computed(() => (this.preview.hasValue() ? restoreLines(this.preview.value()) : []));
  readonly field = reasonField;
  readonly reason = signal('');
  readonly sending = signal(false);
  readonly fault = signal<string | null>(null);
  readonly given = signal<Command | null>(null);
  readonly #tried = signal(false);
  readonly reasonFault = computed(() => (this.#tried() ? faultIn(this.field, this.reason()) : null));

  async send(event: Event): Promise<void> {
    event.preventDefault();
    this.#tried.set(true);
    this.fault.set(null);
    if (this.sending() || this.reasonFault() !== null) return;
    this.sending.set(true);
    const { playerId: id, entry } = this.subject;
    try {
      const body = { before: entry.number, reason: this.reason().trim() };
      const command = await this.#backend.call(restorePlayer, { id, body });
      this.#commands.follow(command);
      this.given.set(command);
    } catch (cause) {
      const { fields, message } = problemOf(cause);
      this.fault.set(fields[0]?.message ?? message);
    }
    this.sending.set(false);
  }

  close(): void {
    this.#reference.close();
  }
}

export function openRestorePlayerDialog(dialog: MatDialog, subject: RestoreSubject): void {
  dialog.open<RestorePlayerDialog, RestoreSubject>(RestorePlayerDialog, {
    data: subject,
    width: '560px',
    maxWidth: 'calc(100vw - 24px)',
    disableClose: true,
  });
}
