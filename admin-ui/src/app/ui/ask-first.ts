// Asks whether something is meant that is done to somebody at once.
import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialog, MatDialogRef, MatDialogTitle } from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';

export interface Question {
  readonly title: string;
  readonly text: string;
  /** What the button that does it says. */
  readonly act: string;
}

@Component({
  selector: 'tos-ask-first',
  imports: [MatDialogTitle],
  template: `
    <div class="body">
      <h2 mat-dialog-title>{{ question.title }}</h2>
      <p>{{ question.text }}</p>
      <div class="actions">
        <button class="button" type="button" (click)="close(false)">Cancel</button>
        <button class="button danger" type="button" (click)="close(true)">{{ question.act }}</button>
      </div>
    </div>
  `,
  styleUrl: '../ui/dialog.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AskFirst {
  readonly question = inject<Question>(MAT_DIALOG_DATA);
  readonly #reference = inject<MatDialogRef<AskFirst, boolean>>(MatDialogRef);

  close(meant: boolean): void {
    this.#reference.close(meant);
  }
}

export async function askFirst(dialog: MatDialog, question: Question): Promise<boolean> {
  const asked = dialog.open<AskFirst, Question, boolean>(AskFirst, {
    data: question,
    width: '440px',
    maxWidth: 'calc(100vw - 24px)',
  });
  return (await firstValueFrom(asked.afterClosed())) === true;
}
