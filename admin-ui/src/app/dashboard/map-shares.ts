// How the players of a server spread over its maps; each leads to its map.
import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { MapNames } from '../live/map-names';
import { formatCount } from '../ui/format';

@Component({
  selector: 'tos-map-shares',
  imports: [RouterLink],
  template: `
    <section class="panel" aria-labelledby="shares-head">
      <div class="panel-head"><h2 id="shares-head">Players by map</h2></div>
      @if (rows().length === 0) {
        <p class="muted">No figures yet.</p>
      }
      <ul>
        @for (row of rows(); track row.key) {
          <li>
            <a routerLink="/map" [queryParams]="{ map: row.key }">{{ names.of(row.key) }}</a>
            <span class="bar"><span [style.width.%]="row.share"></span></span>
            <span class="num">{{ count(row.players) }}</span>
          </li>
        }
      </ul>
    </section>
  `,
  styles: `
    ul {
      display: grid;
      gap: var(--gap-2);
      padding: 0 var(--gap-4) var(--gap-4);
    }
    li {
      display: grid;
      grid-template-columns: minmax(70px, 52%) 1fr 3.5em;
      align-items: center;
      gap: var(--gap-3);
    }
    a {
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
      line-height: 24px;
    }
    p {
      padding: 0 var(--gap-4) var(--gap-4);
    }
    .bar {
      height: 6px;
      border-radius: 3px;
      background: var(--surface-2);
      overflow: hidden;
    }
    .bar span {
      display: block;
      height: 100%;
      border-radius: 3px;
      background: var(--mark-1);
    }
    .num {
      text-align: right;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MapShares {
  readonly names = inject(MapNames);
  readonly byMap = input.required<Readonly<Record<string, number>>>();
  readonly count = formatCount;
  readonly rows = computed(() => {
    const entries = Object.entries(this.byMap());
    const most = Math.max(1, ...entries.map(([, players]) => players));
    return entries
      .map(([key, players]) => ({ key, players, share: (players / most) * 100 }))
      .sort((a, b) => b.players - a.players || a.key.localeCompare(b.key));
  });
}
