// All game servers that ever registered, with their state and load, kept current by the live stream.
import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { GameServer } from '../api/models';
import { LiveServers } from '../live/live-servers';
import { formatBytes, formatCount, formatMs } from '../ui/format';
import { Loading, Nothing, Problem } from '../ui/load-state';
import { Moment } from '../ui/moment';
import { figureNow } from '../figures/figure-now';
import { StatusBadge } from './status-badge';

@Component({
  selector: 'tos-servers-page',
  imports: [Loading, Moment, Nothing, Problem, RouterLink, StatusBadge],
  templateUrl: './servers-page.html',
  styles: `
    .load {
      display: inline-block;
      width: 64px;
      height: 6px;
      margin-right: var(--gap-2);
      border-radius: 3px;
      background: var(--surface-3);
      overflow: hidden;
      vertical-align: 2px;
    }
    .load span {
      display: block;
      height: 100%;
      background: var(--mark-1);
    }
    @media (max-width: 640px) {
      .load {
        display: block;
        margin: 6px 0;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ServersPage {
  readonly servers = inject(LiveServers);
  readonly count = formatCount;
  readonly ms = formatMs;
  readonly now = figureNow;
  readonly bytes = formatBytes;
  readonly summary = computed(() => {
    const list = this.servers.list();
    const online = list.filter((server) => server.status === 'online').length;
    return `${online} of ${list.length} online, ${formatCount(this.servers.playersOnline())} players`;
  });

  constructor() {
    void this.servers.load();
  }

  loadPercent(server: GameServer): number {
    return server.playersMax > 0 && server.status !== 'offline'
      ? Math.min(100, (server.players / server.playersMax) * 100)
      : 0;
  }
}
