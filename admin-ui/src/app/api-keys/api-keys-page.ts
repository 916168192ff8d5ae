// Keys for programs: one's own, made, listed with what they open, last use and end, and revoked; for who manages tokens also
// those of colleagues.
import { ChangeDetectionStrategy, Component, inject, resource, signal } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { MatSnackBar } from '@angular/material/snack-bar';
import {
  listAccounts,
  listApiKeys,
  listOwnApiKeys,
  revokeApiKey,
  revokeOwnApiKey,
} from '../api/fn/functions';
import { ApiKey } from '../api/models';
import { inWords } from '../access/permission-words';
import { Backend } from '../backend/backend';
import { problemOf } from '../backend/problem';
import { Session } from '../session/session';
import { Busy } from '../ui/busy';
import { askFirst } from '../ui/ask-first';
import { Icon } from '../ui/icon';
import { Loading, Problem } from '../ui/load-state';
import { Moment } from '../ui/moment';
import { NewApiKeyDialog } from './new-api-key-dialog';

interface Colleagues {
  readonly keys: readonly ApiKey[];
  /** Names by id. */
  readonly names: ReadonlyMap<string, string>;
}

@Component({
  selector: 'tos-api-keys-page',
  imports: [Busy, Icon, Loading, Moment, Problem],
  templateUrl: './api-keys-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ApiKeysPage {
  readonly #backend = inject(Backend);
  readonly #session = inject(Session);
  readonly #dialog = inject(MatDialog);
  readonly #snackBar = inject(MatSnackBar);
  readonly busy = signal(false);
  readonly managesAll = this.#session.may('tokens:manage');
  readonly own = resource({
    loader: ({ abortSignal }) => this.#backend.call(listOwnApiKeys, undefined, abortSignal),
  });
  readonly colleagues = resource({
    loader: async ({ abortSignal }): Promise<Colleagues | undefined> => {
      if (!this.managesAll) return undefined;
      const [{ keys }, { accounts }] = await Promise.all([
        this.#backend.call(listApiKeys, undefined, abortSignal),
        this.#backend.call(listAccounts, undefined, abortSignal),
      ]);
      const ownId = this.#session.account()?.id;
      return {
        keys: keys.filter(({ accountId }) => accountId !== ownId),
        names: new Map(accounts.map(({ id, name }) => [id, name])),
      };
    },
  });

  opens(key: ApiKey): string {
    return key.permissions.map(inWords).join(', ');
  }

  stateOf({ revokedAt, expiresAt }: ApiKey): 'Valid' | 'Revoked' | 'Run out' {
    if (revokedAt !== null) return 'Revoked';
    return new Date(expiresAt).getTime() > Date.now() ? 'Valid' : 'Run out';
  }

  add(): void {
    const openable = this.own.value()?.openable ?? [];
    const dialog = this.#dialog.open<NewApiKeyDialog, typeof openable, boolean>(NewApiKeyDialog, {
      data: openable,
      width: '640px',
      maxWidth: 'calc(100vw - 24px)',
      disableClose: true,
    });
    dialog.afterClosed().subscribe((made) => {
      if (made === true) this.own.reload();
    });
  }

  async revoke(key: ApiKey, isOwn: boolean): Promise<void> {
    const meant = await askFirst(this.#dialog, {
      title: `Revoke “${key.label}”?`,
      text: 'It is refused from now on, for good. The program that uses it can do nothing any more.',
      act: 'Revoke',
    });
    if (!meant) return;
    this.busy.set(true);
    try {
      await this.#backend.call(isOwn ? revokeOwnApiKey : revokeApiKey, { id: key.id });
      this.#snackBar.open(`${key.label}: revoked.`, 'Close', { duration: 4000 });
    } catch (cause) {
      this.#snackBar.open(`${key.label}: ${problemOf(cause).message}`, 'Close', { duration: 10_000 });
    }
    this.busy.set(false);
    if (isOwn) this.own.reload();
    else this.colleagues.reload();
  }
}
