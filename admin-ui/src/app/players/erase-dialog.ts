// Erasing a player, which nobody can take back: the name has to be typed, and a reason given. It waits until it is done.
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialog, MatDialogRef, MatDialogTitle } from '@angular/material/dialog';
import { erasePlayer } from '../api/fn/functions';
import { Player } from '../api/models';
import { Backend } from '../backend/backend';
import { problemOf } from '../backend/problem';
import { Busy } from '../ui/busy';

@Component({
  selector: 'tos-erase-dialog',
  imports: [Busy, MatDialogTitle],
  templateUrl: './erase-dialog.html',
  styleUrl: '../ui/dialog.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EraseDialog {
  readonly #backend = inject(Backend);
  readonly #reference = inject<MatDialogRef<EraseDialog, boolean>>(MatDialogRef);
  readonly player = inject<Pick<Player, 'id' | 'name'>>(MAT_DIALOG_DATA);
  readonly name = signal('');
  readonly reason = signal('');
  readonly sending = signal(false);
  readonly fault = signal<string | null>(null);
  readonly isMeant = computed(() => this.name() === this.player.name && this.reason().trim() !== '');

  async send(event: Event): Promise<void> {
    event.preventDefault();
    if (!this.isMeant() || this.sending()) return;
    this.sending.set(true);
    this.fault.set(null);
    try {
      const body = { name: this.name(), reason: this.reason().trim() };
      await this.#backend.call(erasePlayer, { id: this.player.id, body });
      this.#reference.close(true);
    } catch (cause) {
      const { fields, message } = problemOf(cause);
      this.fault.set(fields[0]?.message ?? message);
    }
    this.sending.set(false);
  }

  close(): void {
    this.#reference.close(false);
  }
}

export function openEraseDialog(
  dialog: MatDialog,
  player: Pick<Player, 'id' | 'name'>,
): MatDialogRef<EraseDialog, boolean> {
  return dialog.open<EraseDialog, Pick<Player, 'id' | 'name'>, boolean>(EraseDialog, {
    data: player,
    width: '480px',
    maxWidth: 'calc(100vw - 24px)',
    disableClose: true,
  });
}
