// How this API and every game server do, check by check, the worst first, with the age of what is known.
import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { KnownCheck, PartHealth } from '../api/models';
import { Loading, Problem } from '../ui/load-state';
import { Moment } from '../ui/moment';
import { KnownHealth } from './known-health';
import { nameOf, stateTones, stateWords } from './health-words';

const inRank = ['ill', 'unknown', 'notice', 'well'] as const;

@Component({
  selector: 'tos-health-page',
  imports: [Loading, Moment, Problem, RouterLink],
  templateUrl: './health-page.html',
  styles: `
    .panel h2 {
      display: flex;
      flex-wrap: wrap;
      gap: var(--gap-2);
      align-items: center;
    }
    td.says {
      overflow-wrap: anywhere;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class HealthPage {
  readonly health = inject(KnownHealth);
  readonly words = stateWords;
  readonly tones = stateTones;
  readonly nameOf = nameOf;
  readonly heardAt = computed(() => {
    const heardAtMs = this.health.heardAtMs();
    return heardAtMs === 0 ? null : new Date(heardAtMs).toISOString();
  });
  readonly parts = computed(() => {
    const parts = this.health.parts();
    return parts === null ? null : [...parts].sort(worstFirst).map(ordered);
  });

  constructor() {
    void this.health.ask();
  }
}

/** The order within a state stays as it was. */
function worstFirst(a: Pick<KnownCheck, 'state'>, b: Pick<KnownCheck, 'state'>): number {
  return inRank.indexOf(a.state) - inRank.indexOf(b.state);
}

function ordered(part: PartHealth): PartHealth {
  return { ...part, checks: [...part.checks].sort(worstFirst) };
}
