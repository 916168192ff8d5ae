// What each role may do: the four that are always there, and those that owners make of permissions.
import { ChangeDetectionStrategy, Component, computed, inject, resource, signal } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { MatSnackBar } from '@angular/material/snack-bar';
import { inWords } from '../access/permission-words';
import { builtInRoles } from '../accounts/roles';
import { listRoles, removeRole } from '../api/fn/functions';
import { ListedRole } from '../api/models';
import { Backend } from '../backend/backend';
import { problemOf } from '../backend/problem';
import { Session } from '../session/session';
import { Busy } from '../ui/busy';
import { askFirst } from '../ui/ask-first';
import { Icon } from '../ui/icon';
import { Loading, Problem } from '../ui/load-state';
import { RoleDialog, RoleDialogData } from './role-dialog';

@Component({
  selector: 'tos-roles-page',
  imports: [Busy, Icon, Loading, Problem],
  templateUrl: './roles-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RolesPage {
  readonly #backend = inject(Backend);
  readonly #dialog = inject(MatDialog);
  readonly #snackBar = inject(MatSnackBar);
  readonly #session = inject(Session);
  readonly mayManage = computed(() => this.#session.may('accounts:manage'));
  readonly busy = signal(false);
  readonly roles = resource({
    loader: ({ abortSignal }) => this.#backend.call(listRoles, undefined, abortSignal),
  });

  nameOf({ name, builtIn }: ListedRole): string {
    return (builtIn && builtInRoles.find(({ value }) => value === name)?.name) || name;
  }

  meansOf({ name, means, builtIn }: ListedRole): string {
    return (builtIn && builtInRoles.find(({ value }) => value === name)?.means) || means;
  }

  mayDo({ permissions }: ListedRole): string {
    const words = permissions.filter((one) => one !== 'account:self').map(inWords);
    return words.length === 0 ? 'nothing but its own account' : words.join(', ');
  }

  edit(role?: ListedRole): void {
    const grantable = this.roles.value()?.grantable ?? [];
    const data: RoleDialogData = {
      role,
      offered: grantable.filter((one) => this.#session.may(one) || role?.permissions.includes(one)),
    };
    const dialog = this.#dialog.open<RoleDialog, RoleDialogData, boolean>(RoleDialog, {
      ...{ data, width: '720px', maxWidth: 'calc(100vw - 24px)', disableClose: true },
    });
    dialog.afterClosed().subscribe((done) => {
      if (done === true) this.roles.reload();
    });
  }

  async remove(role: ListedRole): Promise<void> {
    const meant = await askFirst(this.#dialog, {
      title: `Remove the role ${role.name}?`,
      text: 'No account holds it. A role of this name can be made again.',
      act: 'Remove',
    });
    if (!meant) return;
    this.busy.set(true);
    try {
      await this.#backend.call(removeRole, { role: role.name });
      this.#snackBar.open(`${role.name}: removed.`, 'Close', { duration: 4000 });
    } catch (cause) {
      this.#snackBar.open(`${role.name}: ${problemOf(cause).message}`, 'Close', { duration: 10_000 });
    }
    this.busy.set(false);
    this.roles.reload();
  }
}
