// Operators' accounts: who they are, what role they hold, whether they may sign in; and an end to their lock-outs.
import { ChangeDetectionStrategy, Component, inject, resource, signal } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { MatSnackBar } from '@angular/material/snack-bar';
import { Backend } from '../backend/backend';
import { Account, Role } from '../api/models';
import { problemOf } from '../backend/problem';
import { Session } from '../session/session';
import { Icon } from '../ui/icon';
import { Loading, Problem } from '../ui/load-state';
import { Moment } from '../ui/moment';
import { NewAccountDialog } from './new-account-dialog';
import { roles } from './roles';

@Component({
  selector: 'tos-accounts-page',
  imports: [Icon, Loading, Moment, Problem],
  templateUrl: './accounts-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AccountsPage {
  readonly #backend = inject(Backend);
  readonly #dialog = inject(MatDialog);
  readonly #snackBar = inject(MatSnackBar);
  readonly own = inject(Session).account;
  readonly roles = roles;
  readonly busy = signal<string | null>(null);
  readonly accounts = resource({ loader: ({ abortSignal }) => this.#backend.accounts(abortSignal) });

  add(): void {
    const dialog = this.#dialog.open(NewAccountDialog, {
      width: '440px',
      maxWidth: 'calc(100vw - 24px)',
      disableClose: true,
    });
    dialog.afterClosed().subscribe((made: unknown) => {
      if (made === true) this.accounts.reload();
    });
  }

  change(account: Account, change: { role?: Role; disabled?: boolean }): Promise<void> {
    return this.#act(account, 'changed', () => this.#backend.changeAccount(account.id, change));
  }

  unlock(account: Account): Promise<void> {
    return this.#act(account, 'unlocked', () => this.#backend.unlockAccount(account.id));
  }

  async #act(account: Account, done: string, act: () => Promise<unknown>): Promise<void> {
    this.busy.set(account.id);
    try {
      await act();
      this.#snackBar.open(`${account.name}: ${done}.`, 'Close', { duration: 4000 });
    } catch (cause) {
      this.#snackBar.open(`${account.name}: ${problemOf(cause).message}`, 'Close', { duration: 10_000 });
    }
    this.busy.set(null);
    this.accounts.reload();
  }
}
