// Skills with all the rest of the content: that somebody has each of them.

import { problemsWithin } from '../json/content-problem.js';
import type { RecordFiles } from '../generated/record-files.js';

/** Of content without faults otherwise. What a trainer teaches counts as had. */
export function checkSkillOwners({ skills, creatures, npcs, rules }: RecordFiles): void {
  const taught = npcs.records.flatMap(({ record: { services = [] } }) =>
    services.flatMap((service) => (service.kind === 'trainer' ? service.lessons : [])),
  );
  const had = new Set([
    ...(rules.record?.playerSkills ?? []),
    ...creatures.records.flatMap(({ record }) => record.skills),
    ...taught.map(({ skill }) => skill),
  ]);
  for (const { record, index } of skills.records)
    if (!had.has(record.key))
      problemsWithin(skills.problems, [index]).add(
        ['key'],
        `is '${record.key}', which nobody has`,
        'a skill of playerSkills in rules.json, of a creature or of a lesson',
      );
}
