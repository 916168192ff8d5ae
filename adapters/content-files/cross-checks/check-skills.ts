// Skills, and creatures that have them.

import type { JsonPath, Problems } from '../json/content-problem.js';
import type { CreatureRecord, SkillRecord } from '../generated/record-schemas.js';
import type { FoundRecords } from './found-records.js';

/** What vitals hold. */
export const vitalsMax = 65_535;

export function checkSkill(record: SkillRecord, problems: Problems): void {
  if (record.effect === 'heal' && record.target === 'enemy')
    problems.add(['target'], 'is "enemy" for a skill that heals', '"self" or "ally"');
  if (record.effect === 'damage' && record.target !== 'enemy')
    problems.add(['target'], `is "${record.target}" for a skill that harms`, '"enemy"');
  const { conditions = [] } = record;
  if (record.powerShare === 0 && record.flatAmount === 0 && conditions.length === 0)
    problems.add(
      ['powerShare'],
      'is 0, and so is flatAmount: it does nothing',
      'more than 0 of either, or conditions',
    );
  conditions.forEach(({ chance }, i) => {
    if (chance === 0) problems.add(['conditions', i, 'chance'], 'is 0, so nobody gets it', 'more than 0');
  });
}

export function checkCreature(record: CreatureRecord, problems: Problems, { skills }: FoundRecords): void {
  checkCooldownSlots(record.skills, ['skills'], problems, skills);
  if (record.wanderRadiusM > record.leashRangeM)
    problems.add(
      ['wanderRadiusM'],
      `is ${record.wanderRadiusM}`,
      `at most leashRangeM, ${record.leashRangeM}`,
    );
  if (record.wanderRadiusM > 0 && record.walkSpeedMps === 0)
    problems.add(
      ['wanderRadiusM'],
      `is ${record.wanderRadiusM} for one that does not walk`,
      '0, or a walkSpeedMps',
    );
  const health = record.healthMax + record.healthPerLevel * (record.levelMax - record.levelMin);
  if (health > vitalsMax)
    problems.add(
      ['healthPerLevel'],
      `gives ${health} health at levelMax`,
      `at most ${vitalsMax} at levelMax`,
    );
}

/** Skills of one actor cool down independently only when each has a slot of its own. */
export function checkCooldownSlots(
  keys: readonly string[],
  path: JsonPath,
  problems: Problems,
  skills: ReadonlyMap<string, SkillRecord>,
): void {
  const keyOfSlot = new Map<number, string>();
  keys.forEach((key, i) => {
    const slot = skills.get(key)?.cooldownSlot;
    if (slot === undefined) return;
    const other = keyOfSlot.get(slot);
    if (other !== undefined)
      problems.add(
        [...path, i],
        `'${key}' shares cooldown slot ${slot} with '${other}'`,
        'skills with different cooldownSlot',
      );
    keyOfSlot.set(slot, key);
  });
}
