// What a player owns, above its ledger: coins, experience and each bag with its slots; and what it has learned and is at. A stack
// leads to its history.
import { ChangeDetectionStrategy, Component, computed, inject, input, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { readPossessions } from '../api/fn/functions';
import { Backend } from '../backend/backend';
import { formatCount } from '../ui/format';
import { Loading, Problem } from '../ui/load-state';
import { bagsOf } from './bags';
import { professionsOf, questsOf } from './learned';

@Component({
  selector: 'tos-player-bags',
  imports: [Loading, Problem, RouterLink],
  templateUrl: './player-bags.html',
  styleUrl: './player-bags.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PlayerBags {
  readonly #backend = inject(Backend);
  readonly playerId = input.required<string>();
  readonly serverId = input.required<string | undefined>();
  readonly loading = resource({
    params: () => this.playerId(),
    loader: ({ params: id }) => this.#backend.call(readPossessions, { id }),
  });
  readonly bags = computed(() => (this.loading.hasValue() ? bagsOf(this.loading.value()) : []));
  readonly professions = computed(() => (this.loading.hasValue() ? professionsOf(this.loading.value()) : ''));
  readonly quests = computed(() => (this.loading.hasValue() ? questsOf(this.loading.value()) : []));
  readonly count = formatCount;
}
