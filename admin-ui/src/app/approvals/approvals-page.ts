// What waits for a second person: who wants what done to whom, why, and how long is left. Others' proposals are approved or
// declined here, one's own are withdrawn.
import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import { Command } from '../api/models';
import { Backend } from '../backend/backend';
import { LiveServers } from '../live/live-servers';
import { openCommandDialog } from '../operations/command-dialog';
import { CommandForm } from '../operations/kinds/command-form';
import { commandKinds } from '../operations/kinds/command-kinds';
import { whom } from '../operations/kinds/kind-parts';
import { Session } from '../session/session';
import { formatCount, formatDuration } from '../ui/format';
import { Loading, Nothing, Problem } from '../ui/load-state';
import { Moment } from '../ui/moment';
import { Now } from '../ui/now';
import { approveForm, declineForm, withdrawForm } from './decision-forms';
import { OpenProposals } from './open-proposals';

type Form = (backend: Backend, command: Command) => CommandForm;

@Component({
  selector: 'tos-approvals-page',
  imports: [Loading, Moment, Nothing, Problem, RouterLink],
  templateUrl: './approvals-page.html',
  styleUrl: './approvals-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ApprovalsPage {
  readonly #backend = inject(Backend);
  readonly #dialog = inject(MatDialog);
  readonly #now = inject(Now);
  readonly #session = inject(Session);
  readonly #servers = inject(LiveServers);
  readonly proposals = inject(OpenProposals);
  readonly count = formatCount;
  readonly whom = whom;
  readonly approve = approveForm;
  readonly decline = declineForm;
  readonly withdraw = withdrawForm;

  kindOf({ kind }: Command): string {
    return commandKinds[kind].name;
  }

  gistOf(command: Command): string {
    return commandKinds[command.kind].gist(command);
  }

  playerIdOf({ target }: Command): string {
    return target.replace(/^player:/, '');
  }

  serverOf({ serverId }: Command): string {
    return this.#servers.find(serverId)?.name ?? serverId;
  }

  left({ deadline }: Command): string {
    const seconds = (Date.parse(deadline) - this.#now.ms()) / 1000;
    return seconds > 0 ? formatDuration(seconds) : 'over';
  }

  isOwn({ actorId }: Command): boolean {
    return actorId === this.#session.account()?.id;
  }

  open(form: Form, command: Command): void {
    openCommandDialog(this.#dialog, form(this.#backend, command));
  }
}
