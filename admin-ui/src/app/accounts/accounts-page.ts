// Operators' accounts: who they are, what role they hold, whether they may sign in, and with what; and help to who cannot.
// Changing roles and access is for owners.
import { ChangeDetectionStrategy, Component, computed, inject, resource, signal } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { MatSnackBar } from '@angular/material/snack-bar';
import { Backend } from '../backend/backend';
import { listRoles, removeSecondFactor, resetPassword } from '../api/fn/functions';
import { Account, Role } from '../api/models';
import { problemOf } from '../backend/problem';
import { openSessionsDialog } from '../access/sessions-dialog';
import { Session } from '../session/session';
import { Busy } from '../ui/busy';
import { Icon } from '../ui/icon';
import { Loading, Problem } from '../ui/load-state';
import { Moment } from '../ui/moment';
import { askFirst } from '../ui/ask-first';
import { FactorDemands } from './factor-demands';
import { NewAccountDialog } from './new-account-dialog';
import { showOneTimePassword } from './one-time-password-dialog';
import { roleChoices } from './roles';

@Component({
  selector: 'tos-accounts-page',
  imports: [Busy, FactorDemands, Icon, Loading, Moment, Problem],
  templateUrl: './accounts-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AccountsPage {
  readonly #backend = inject(Backend);
  readonly #dialog = inject(MatDialog);
  readonly #snackBar = inject(MatSnackBar);
  readonly #session = inject(Session);
  readonly own = this.#session.account;
  readonly mayManage = computed(() => this.#session.may('accounts:manage'));
  readonly mayReset = computed(() => this.#session.may('accounts:reset'));
  readonly busy = signal<string | null>(null);
  readonly #roles = resource({
    loader: ({ abortSignal }) => this.#backend.call(listRoles, undefined, abortSignal),
  });
  readonly roles = computed(() => roleChoices(this.#roles.hasValue() ? this.#roles.value().roles : []));
  readonly accounts = resource({ loader: ({ abortSignal }) => this.#backend.accounts(abortSignal) });

  add(): void {
    const dialog = this.#dialog.open(NewAccountDialog, {
      data: this.roles(),
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

  showSessions(account: Account): void {
    openSessionsDialog(this.#dialog, account);
  }

  async resetPassword(account: Account): Promise<void> {
    const meant = await askFirst(this.#dialog, {
      title: `Give ${account.name} another password?`,
      text: 'The present one is good for nothing then, and all sessions of the account end.',
      act: 'Give another',
    });
    if (!meant) return;
    await this.#act(account, 'password given anew', async () => {
      const { password } = await this.#backend.call(resetPassword, { id: account.id });
      showOneTimePassword(this.#dialog, { name: account.name, password });
    });
  }

  async removeSecondFactor(account: Account): Promise<void> {
    const meant = await askFirst(this.#dialog, {
      title: `Remove the second factor of ${account.name}?`,
      text: 'Until another is enrolled, the password alone signs in. All sessions of the account end.',
      act: 'Remove',
    });
    if (!meant) return;
    await this.#act(account, 'second factor removed', () =>
      this.#backend.call(removeSecondFactor, { id: account.id }),
    );
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
