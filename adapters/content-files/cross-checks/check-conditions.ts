// Conditions, each of whose effects has to do something.

import type { Problems } from '../json/content-problem.js';
import type { ConditionEffectRecord, ConditionRecord } from '../generated/record-schemas.js';

export function checkCondition({ effects = [], durationSeconds }: ConditionRecord, problems: Problems): void {
  effects.forEach((effect, i) => {
    if (doesNothing(effect)) problems.add(['effects', i], 'does nothing', 'a number other than 0');
    if (effect.kind !== 'periodic' || durationSeconds === 0) return;
    if (effect.periodSeconds > durationSeconds)
      problems.add(
        ['effects', i, 'periodSeconds'],
        `is ${effect.periodSeconds}, so it never happens`,
        `at most durationSeconds, ${durationSeconds}`,
      );
  });
}

function doesNothing(effect: ConditionEffectRecord): boolean {
  if (effect.kind === 'attribute') return effect.add === 0 && effect.addShare === 0;
  return effect.powerShare === 0 && effect.flatAmount === 0;
}
