// Backups of the admin API's database and of every game server: how they stand, made now, read back, how to restore one.
import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { LiveServers } from '../live/live-servers';
import { roleLacks } from '../operations/role-lacks';
import { Session } from '../session/session';
import { Loading, Nothing, Problem } from '../ui/load-state';
import { BackupSet } from './backup-set';

@Component({
  selector: 'tos-backups-page',
  imports: [BackupSet, Loading, Nothing, Problem],
  template: `
    <div class="page">
      <div class="page-head">
        <h1>Backups</h1>
        <span class="muted">{{ lacks }}</span>
      </div>
      <tos-backup-set />
      @if (servers.problem(); as problem) {
        <section class="panel"><tos-problem [cause]="problem" (again)="servers.load()" /></section>
      }
      @for (server of servers.list(); track server.id) {
        <tos-backup-set [server]="server" />
      } @empty {
        <section class="panel" aria-label="Game servers">
          @if (servers.loaded()) {
            <tos-nothing head="No game server has registered yet.">
              Each has its backups listed here.
            </tos-nothing>
          } @else if (servers.problem() === null) {
            <tos-loading what="servers" />
          }
        </section>
      }
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BackupsPage {
  readonly servers = inject(LiveServers);
  readonly lacks = roleLacks(inject(Session), [
    { name: 'Make now', permission: 'backups:make' },
    { name: 'Verify', permission: 'backups:verify' },
  ]);

  constructor() {
    void this.servers.load();
  }
}
