// Tokens of machines: game servers and login services. Made, listed with what they open, last use and end, and revoked.
import { ChangeDetectionStrategy, Component, inject, resource, signal } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { MatSnackBar } from '@angular/material/snack-bar';
import { listMachineTokens, revokeMachineToken } from '../api/fn/functions';
import { MachineToken } from '../api/models';
import { Backend } from '../backend/backend';
import { problemOf } from '../backend/problem';
import { Busy } from '../ui/busy';
import { askFirst } from '../ui/ask-first';
import { Icon } from '../ui/icon';
import { Loading, Problem } from '../ui/load-state';
import { Moment } from '../ui/moment';
import { NewTokenDialog } from './new-token-dialog';
import { tokenKinds } from './token-kinds';

@Component({
  selector: 'tos-tokens-page',
  imports: [Busy, Icon, Loading, Moment, Problem],
  templateUrl: './tokens-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TokensPage {
  readonly #backend = inject(Backend);
  readonly #dialog = inject(MatDialog);
  readonly #snackBar = inject(MatSnackBar);
  readonly busy = signal(false);
  readonly tokens = resource({
    loader: async ({ abortSignal }) =>
      (await this.#backend.call(listMachineTokens, undefined, abortSignal)).tokens,
  });

  kindOf(token: MachineToken): string {
    return tokenKinds.find(({ value }) => value === token.kind)?.name ?? token.kind;
  }

  stateOf({ live, revokedAt }: MachineToken): string {
    return live ? 'Valid' : revokedAt === null ? 'Run out' : 'Revoked';
  }

  add(): void {
    const dialog = this.#dialog.open<NewTokenDialog, undefined, boolean>(NewTokenDialog, {
      width: '560px',
      maxWidth: 'calc(100vw - 24px)',
      disableClose: true,
    });
    dialog.afterClosed().subscribe((made) => {
      if (made === true) this.tokens.reload();
    });
  }

  async revoke(token: MachineToken): Promise<void> {
    const meant = await askFirst(this.#dialog, {
      title: `Revoke “${token.label}”?`,
      text: 'It is refused from now on, for good. A game server that uses it takes no more players.',
      act: 'Revoke',
    });
    if (!meant) return;
    this.busy.set(true);
    try {
      await this.#backend.call(revokeMachineToken, { id: token.id });
      this.#snackBar.open(`${token.label}: revoked.`, 'Close', { duration: 4000 });
    } catch (cause) {
      this.#snackBar.open(`${token.label}: ${problemOf(cause).message}`, 'Close', { duration: 10_000 });
    }
    this.busy.set(false);
    this.tokens.reload();
  }
}
