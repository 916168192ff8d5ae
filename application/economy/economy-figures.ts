// What the game server tells of its economy by itself: whether what was created less what was destroyed is what there is, and
// whether each verb did only what it may.

import { nameOf } from '#domain/ledger/state/ledger-totals.js';
import type { Clock } from '#ports/system/clock.js';
import type { CheckResult, HealthCheck } from '#ports/system/health-check.js';
import type { MetricSeries } from '#ports/system/metric-series.js';
import type { EconomyAlarm } from './economy.js';

/** It is counted once a minute. A start with much to follow takes longer, and then it is not known. */
const unknownAfterSeconds = 300;

/** Named in a reason; of the rest only how many. */
const namedMost = 5;

export class EconomyFigures {
  /** As it was told last; undefined until then. */
  alarm: EconomyAlarm | undefined;

  constructor(private readonly clock: Pick<Clock, 'unixMs'>) {}

  /** A warning, no failure: who plays is not to be turned away from a server because somebody else's coins are one too many. */
  readonly health: HealthCheck = {
    name: 'conservation',
    check: (): CheckResult => {
      const reasons = this.#reasons();
      return reasons.length === 0 ? { ok: true } : { ok: true, reason: reasons.join('; ') };
    },
  };

  readonly series: readonly MetricSeries[] = [
    {
      name: 'tos_economy_unbalanced',
      help: 'Items, coins, experience, skill of which there is not what was created less what was destroyed; none before the first count.',
      type: 'gauge',
      samples: () => this.#sample(this.alarm?.unbalanced?.length),
    },
    {
      name: 'tos_economy_breaches',
      help: 'How often in the last day a verb created or destroyed what it must not; the journal and the console say which.',
      type: 'gauge',
      samples: () => this.#sample(this.alarm?.breaches),
    },
    {
      name: 'tos_economy_check_age_seconds',
      help: 'How long ago all that there is was counted last and compared; it is done once a minute.',
      type: 'gauge',
      samples: () => {
        const { takenUnix } = this.alarm ?? {};
        return this.#sample(takenUnix && Math.max(0, this.clock.unixMs() / 1000 - takenUnix));
      },
    },
  ];

  #reasons(): string[] {
    const { unbalanced = [], breaches = 0, takenUnix } = this.alarm ?? {};
    const ageS = takenUnix === undefined ? Infinity : this.clock.unixMs() / 1000 - takenUnix;
    const named = unbalanced.slice(0, namedMost).map(nameOf).join(', ');
    const more = unbalanced.length > namedMost ? ` and ${unbalanced.length - namedMost} more` : '';
    return [
      ...(ageS > unknownAfterSeconds ? [`not counted in the last ${unknownAfterSeconds / 60} minutes`] : []),
      ...(unbalanced.length > 0
        ? [`created less destroyed is not what there is, of ${named}${more}: see npm run ledger -- check`]
        : []),
      ...(breaches > 0
        ? [`in the last day verbs created or destroyed what they must not, ${breaches} times`]
        : []),
    ];
  }

  #sample(value: number | undefined): { value: number }[] {
    return value === undefined ? [] : [{ value }];
  }
}
