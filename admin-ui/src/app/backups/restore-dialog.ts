// How a backup is restored: command lines with its names filled in, to be given where the server is. Nothing here does it.
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { NgTemplateOutlet } from '@angular/common';
import { MAT_DIALOG_DATA, MatDialog, MatDialogRef, MatDialogTitle } from '@angular/material/dialog';
import { Icon } from '../ui/icon';
import { characterLines, characterNameForm, restoreLines, Restored } from './backup-words';

@Component({
  selector: 'tos-restore-dialog',
  imports: [Icon, MatDialogTitle, NgTemplateOutlet],
  templateUrl: './restore-dialog.html',
  styleUrls: ['../ui/dialog.scss', './restore-dialog.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RestoreDialog {
  readonly #reference = inject<MatDialogRef<RestoreDialog>>(MatDialogRef);
  readonly restored = inject<Restored>(MAT_DIALOG_DATA);
  readonly lines = restoreLines(this.restored);
  readonly isGame = this.restored.kind === 'game';
  readonly name = signal('');
  readonly #isName = computed(() => characterNameForm.test(this.name()));
  readonly nameFault = computed(() =>
    this.name() === '' || this.#isName()
      ? ''
      : '3 to 24 letters, digits, - or _, beginning with a letter: no character has this name.',
  );
  readonly ofCharacter = computed(() =>
    characterLines(this.#isName() ? this.name() : 'NAME', this.restored.backup),
  );
  readonly copied = signal<string | null>(null);
  readonly fault = signal<string | null>(null);

  typed(event: Event): void {
    this.name.set((event.target as HTMLInputElement).value.trim());
  }

  async copy(line: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(line);
      this.copied.set(line);
      this.fault.set(null);
    } catch {
      this.fault.set('The browser does not let it be copied; select it and copy it by hand.');
    }
  }

  close(): void {
    this.#reference.close();
  }
}

export function openRestoreDialog(dialog: MatDialog, restored: Restored): void {
  dialog.open<RestoreDialog, Restored>(RestoreDialog, {
    data: restored,
    width: '720px',
    maxWidth: 'calc(100vw - 24px)',
  });
}
