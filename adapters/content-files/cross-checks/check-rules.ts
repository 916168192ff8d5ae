// Numbers that hold for every player.

import { dodgeFromLevelsMax } from '#domain/combat/attack.js';
import { inventorySlots } from '#domain/inventory/columns.js';
import type { Problems } from '../json/content-problem.js';
import type { GameRulesRecord, ProgressionRecord } from '../generated/record-schemas.js';
import { checkCooldownSlots, vitalsMax } from './check-skills.js';
import type { FoundRecords } from './found-records.js';

export function checkProgression(record: ProgressionRecord, problems: Problems): void {
  const { experienceCurve } = record;
  if (experienceCurve[0] !== 0)
    problems.add(['experienceCurve', 0], `is ${experienceCurve[0]}`, '0, where level 1 begins');
  for (let i = 1; i < experienceCurve.length; i++)
    if (experienceCurve[i]! <= experienceCurve[i - 1]!)
      problems.add(
        ['experienceCurve', i],
        `is ${experienceCurve[i]}`,
        `more than ${experienceCurve[i - 1]}, the one before`,
      );
  const levels = experienceCurve.length - 1;
  const most = { healthPerLevel: record.healthBase, manaPerLevel: record.manaBase };
  for (const field of ['healthPerLevel', 'manaPerLevel'] as const) {
    const points = most[field] + record[field] * levels;
    if (points > vitalsMax)
      problems.add([field], `gives ${points} at the highest level`, `at most ${vitalsMax} there`);
  }
}

export function checkRules(record: GameRulesRecord, problems: Problems, found: FoundRecords): void {
  checkCooldownSlots(record.playerSkills, ['playerSkills'], problems, found.skills);
  if (record.respawnAutomaticSeconds < record.respawnWaitSeconds)
    problems.add(
      ['respawnAutomaticSeconds'],
      `is ${record.respawnAutomaticSeconds}`,
      `at least respawnWaitSeconds, ${record.respawnWaitSeconds}`,
    );
  checkOutcomes(record, problems);
  checkStartItems(record, problems, found);
}

/** One roll decides between them (domain/combat/attack): what goes beyond 1 would never come about. */
function checkOutcomes(record: GameRulesRecord, problems: Problems): void {
  const { dodgeChance, blockChance, criticalChance } = record;
  const sum = dodgeChance + blockChance + criticalChance;
  const most = 1 - dodgeFromLevelsMax;
  // What adds up to it in tenths may be a little more in halves.
  if (sum <= most + 1e-9) return;
  problems.add(
    ['criticalChance'],
    `is with dodgeChance and blockChance ${Number(sum.toFixed(6))}`,
    `at most ${most} together, for levels add up to ${dodgeFromLevelsMax} to a dodge`,
  );
}

/** What a beginner cannot hold would be missing without a word. */
function checkStartItems(record: GameRulesRecord, problems: Problems, { items }: FoundRecords): void {
  let [slots, grams] = [0, 0];
  for (const { item, count } of record.startItems) {
    const { stackMax, weightGrams } = items.get(item) ?? { stackMax: 999, weightGrams: 0 };
    slots += Math.ceil(count / stackMax);
    grams += count * weightGrams;
  }
  if (slots > inventorySlots)
    problems.add(['startItems'], `take ${slots} slots`, `at most ${inventorySlots}, which a bag has`);
  if (grams > record.carryGramsMax)
    problems.add(['startItems'], `weigh ${grams} g`, `at most carryGramsMax, ${record.carryGramsMax}`);
}
