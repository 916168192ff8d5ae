// What must hold of a record beside what its schema says: rules of the game that no range can express.

import type { JsonPath, Problems } from './json/content-problem.js';
import type { CrossChecks, RecordFiles } from './generated/record-files.js';
import type { NpcRecord, SkillRecord } from './generated/record-schemas.js';

export function crossChecks(files: RecordFiles): CrossChecks {
  const skills = files.skills.records.map(({ record }) => record);
  return {
    items(record, problems) {
      if (record.equipSlot !== 'none' && record.stackMax !== 1)
        problems.add(['stackMax'], `is ${record.stackMax} for something that is worn`, '1');
    },
    skills(record, problems) {
      if (record.effect === 'heal' && record.target === 'enemy')
        problems.add(['target'], 'is "enemy" for a skill that heals', '"self" or "ally"');
      if (record.effect === 'damage' && record.target !== 'enemy')
        problems.add(['target'], `is "${record.target}" for a skill that harms`, '"enemy"');
    },
    creatures(record, problems) {
      checkCooldownSlots(record.skills, ['skills'], problems, skills);
    },
    npcs(record, problems) {
      checkServices(record, problems);
    },
    progression({ experienceCurve }, problems) {
      if (experienceCurve[0] !== 0)
        problems.add(['experienceCurve', 0], `is ${experienceCurve[0]}`, '0, where level 1 begins');
      for (let i = 1; i < experienceCurve.length; i++)
        if (experienceCurve[i]! <= experienceCurve[i - 1]!)
          problems.add(
            ['experienceCurve', i],
            `is ${experienceCurve[i]}`,
            `more than ${experienceCurve[i - 1]}, the one before`,
          );
    },
    rules(record, problems) {
      checkCooldownSlots(record.playerSkills, ['playerSkills'], problems, skills);
    },
  };
}

/** Somebody is one vendor, not two. */
function checkServices({ services = [] }: NpcRecord, problems: Problems): void {
  services.forEach(({ kind }, i) => {
    if (services.findIndex((other) => other.kind === kind) < i)
      problems.add(['services', i, 'kind'], `is "${kind}" a second time`, 'each sort of service once');
  });
}

/** Skills of one actor cool down independently only when each has a slot of its own. */
function checkCooldownSlots(
  keys: readonly string[],
  path: JsonPath,
  problems: Problems,
  skills: readonly SkillRecord[],
): void {
  const keyOfSlot = new Map<number, string>();
  keys.forEach((key, i) => {
    const slot = skills.find((skill) => skill.key === key)?.cooldownSlot;
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
