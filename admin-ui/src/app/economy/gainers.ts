// Who gained far more than others in the last hour, with a way to each one's ledger. Read when somebody comes or asks, and not by
// itself: that somebody looked is in the audit log.
import { ChangeDetectionStrategy, Component, computed, inject, input, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { readGains } from '../api/fn/functions';
import { GameServer } from '../api/models';
import { Backend } from '../backend/backend';
import { Busy } from '../ui/busy';
import { formatCount } from '../ui/format';
import { Loading, Problem } from '../ui/load-state';

const kinds: Readonly<Record<string, string>> = { coins: 'Coins', units: 'Items', experience: 'Experience' };

@Component({
  selector: 'tos-gainers',
  imports: [Busy, Loading, Problem, RouterLink],
  template: `
    <section class="panel" aria-labelledby="gains-head" [attr.aria-busy]="told.isLoading()">
      <div class="panel-head">
        <h2 id="gains-head">Gains that stand out</h2>
        <button
          class="button small"
          type="button"
          [tosBusy]="told.isLoading()"
          [disabled]="isAway()"
          aria-label="Look again for gains that stand out"
          (click)="told.reload()"
        >
          Look again
        </button>
      </div>
      @if (isAway()) {
        <p class="line warn">The server is away.</p>
      } @else if (told.error()) {
        <tos-problem [cause]="told.error()" (again)="told.reload()" />
      } @else if (told.hasValue()) {
        @let all = told.value()!;
        @for (kind of all.kinds; track kind.kind) {
          <h3>{{ name(kind.kind) }}</h3>
          <p class="line muted">
            @if (kind.gainers < all.gainersLeast) {
              {{ count(kind.gainers) }} gained any in the last hour: too few to say what is usual.
            } @else {
              {{ count(kind.gainers) }} gained any in the last hour, {{ count(kind.median) }} in the middle
              (MAD {{ count(kind.mad) }}). {{ count(kind.count) }} stand out: a score above 6, and
              {{ count(kind.floor) }} or more.
            }
          </p>
          @if (kind.list.length > 0) {
            <div
              class="table-frame"
              role="region"
              tabindex="0"
              [attr.aria-label]="'Table of gains: ' + name(kind.kind)"
            >
              <table class="grid folding dense" [attr.data-gains]="kind.kind">
                <thead>
                  <tr>
                    <th scope="col">Player</th>
                    <th scope="col" class="num">Gained</th>
                    <th scope="col" class="num">Score</th>
                  </tr>
                </thead>
                <tbody>
                  @for (one of kind.list; track one.characterId) {
                    <tr>
                      <td class="main" data-label="Player">
                        @if (one.playerId; as player) {
                          <a [routerLink]="['/players', player, 'ledger']">{{ one.name }}</a>
                        } @else {
                          character {{ one.characterId }}
                        }
                      </td>
                      <td class="num" data-label="Gained">{{ count(one.gained) }}</td>
                      <td class="num" data-label="Score">{{ one.score.toFixed(1) }}</td>
                    </tr>
                  }
                </tbody>
              </table>
            </div>
          }
        }
        @if (all.unnoted > 0) {
          <p class="line warn">
            {{ count(all.unnoted) }} gains were not noted: more characters gained than there is room for.
          </p>
        }
      } @else {
        <tos-loading what="gains" [lines]="3" />
      }
    </section>
  `,
  styles: `
    :host {
      display: block;
      min-width: 0;
    }
    h3 {
      padding: var(--gap-2) var(--gap-4) 0;
      font-size: var(--text-m);
    }
    .line {
      padding: 0 var(--gap-4) var(--gap-2);
      overflow-wrap: anywhere;
    }
    .warn {
      color: var(--warn);
    }
    @media (min-width: 701px) {
      table.dense :is(th, td) {
        padding-block: 6px;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Gainers {
  readonly #backend = inject(Backend);
  readonly server = input.required<GameServer>();
  readonly isAway = computed(() => this.server().status === 'offline');
  readonly told = resource({
    params: () => (this.isAway() ? undefined : this.server().id),
    loader: ({ params: id }) => this.#backend.call(readGains, { id }),
  });
  readonly count = formatCount;

  name(kind: string): string {
    return kinds[kind] ?? kind;
  }
}
