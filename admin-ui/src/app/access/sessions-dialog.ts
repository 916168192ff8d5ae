// The sessions of an account, one's own or a colleague's: from where, with which browser, since when; ended one by one or all
// (of one's own: all others).
import { ChangeDetectionStrategy, Component, inject, resource, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialog, MatDialogRef, MatDialogTitle } from '@angular/material/dialog';
import {
  endOtherSessions,
  endOwnSession,
  endSession,
  endSessions,
  listOwnSessions,
  listSessions,
} from '../api/fn/functions';
import { Account, SessionsAnswer } from '../api/models';
import { Backend } from '../backend/backend';
import { problemOf } from '../backend/problem';
import { Busy } from '../ui/busy';
import { Loading, Problem } from '../ui/load-state';
import { Moment } from '../ui/moment';
import { browserName } from './browser-name';

/** Whose; undefined: one's own. */
type Whose = Pick<Account, 'id' | 'name'> | undefined;

@Component({
  selector: 'tos-sessions-dialog',
  imports: [Busy, Loading, MatDialogTitle, Moment, Problem],
  templateUrl: './sessions-dialog.html',
  styleUrl: '../ui/dialog.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SessionsDialog {
  readonly #backend = inject(Backend);
  readonly #reference = inject<MatDialogRef<SessionsDialog>>(MatDialogRef);
  readonly whose = inject<Whose | null>(MAT_DIALOG_DATA) ?? undefined;
  readonly busy = signal(false);
  readonly fault = signal<string | null>(null);
  readonly browserName = browserName;
  readonly sessions = resource({
    loader: ({ abortSignal }): Promise<SessionsAnswer> =>
      this.whose === undefined
        ? this.#backend.call(listOwnSessions, undefined, abortSignal)
        : this.#backend.call(listSessions, { id: this.whose.id }, abortSignal),
  });

  end(session: string): Promise<void> {
    const { whose } = this;
    return this.#act(() =>
      whose === undefined
        ? this.#backend.call(endOwnSession, { session })
        : this.#backend.call(endSession, { id: whose.id, session }),
    );
  }

  endAll(): Promise<void> {
    const { whose } = this;
    return this.#act(() =>
      whose === undefined
        ? this.#backend.call(endOtherSessions, undefined)
        : this.#backend.call(endSessions, { id: whose.id }),
    );
  }

  close(): void {
    this.#reference.close();
  }

  async #act(act: () => Promise<unknown>): Promise<void> {
    this.busy.set(true);
    this.fault.set(null);
    try {
      await act();
    } catch (cause) {
      this.fault.set(problemOf(cause).message);
    }
    this.busy.set(false);
    this.sessions.reload();
  }
}

export function openSessionsDialog(dialog: MatDialog, whose?: Whose): void {
  dialog.open<SessionsDialog, Whose>(SessionsDialog, {
    ...(whose && { data: whose }),
    width: '640px',
    maxWidth: 'calc(100vw - 24px)',
  });
}
