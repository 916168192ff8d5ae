// Quests by themselves: that each is ended by every way through its stages, and that none of these leads in a circle.

import type { JsonPath, Problems } from '../json/content-problem.js';
import type { QuestRecord, QuestStageRecord } from '../generated/record-schemas.js';
import { checkLevelMin, type FoundRecords } from './found-records.js';

export function checkQuest(record: QuestRecord, problems: Problems, found: FoundRecords): void {
  const { requires = [], repeat, cooldownSeconds } = record;
  requires.forEach((requirement, i) => {
    if (requirement.kind === 'level')
      checkLevelMin(requirement.levelMin, ['requires', i, 'levelMin'], problems, found);
  });
  checkCircle(record, problems, found);
  if (repeat === 'afterCooldown' && cooldownSeconds === 0)
    problems.add(['cooldownSeconds'], 'is 0, so nothing keeps it from being repeated at once', 'more than 0');
  if (repeat !== 'afterCooldown' && cooldownSeconds !== 0)
    problems.add(
      ['cooldownSeconds'],
      `is ${cooldownSeconds} for a repeat of "${repeat}"`,
      '0, or "afterCooldown"',
    );
  checkWays(record, problems);
  record.stages.forEach((stage, i) => {
    checkEnd(stage, ['stages', i], problems);
  });
}

/** A quest that requires itself, however far around, begins for nobody. */
function checkCircle(
  { key, requires = [] }: QuestRecord,
  problems: Problems,
  { quests }: FoundRecords,
): void {
  requires.forEach((requirement, i) => {
    if (requirement.kind !== 'questDone') return;
    const seen = new Set<string>();
    const next = [requirement.quest];
    for (let each = next.pop(); each !== undefined; each = next.pop()) {
      if (each === key) {
        const path = ['requires', i, 'quest'];
        problems.add(path, `is '${requirement.quest}', which requires '${key}' itself`, 'one that does not');
        return;
      }
      if (seen.has(each)) continue;
      seen.add(each);
      for (const further of quests.get(each)?.requires ?? [])
        if (further.kind === 'questDone') next.push(further.quest);
    }
  });
}

/** Every stage is reached from the first, and none leads back: what it gives is given once. */
function checkWays({ stages }: QuestRecord, problems: Problems): void {
  const indexOf = new Map(stages.map(({ number }, i) => [number, i]));
  const reached = new Set<number>();
  const onTheWay = new Set<number>();
  const walk = (i: number): void => {
    reached.add(i);
    onTheWay.add(i);
    stages[i]!.outcomes.forEach(({ next }, o) => {
      if (next === 0) return;
      const path = ['stages', i, 'outcomes', o, 'next'];
      const to = indexOf.get(next);
      if (to === undefined) problems.add(path, `is ${next}, which no stage has`, numbersOf(stages));
      else if (onTheWay.has(to))
        problems.add(path, `is ${next}, which leads here again`, 'a stage that does not, or 0 for the end');
      else if (!reached.has(to)) walk(to);
    });
    onTheWay.delete(i);
  };
  walk(0);
  stages.forEach(({ number }, i) => {
    if (!reached.has(i))
      problems.add(
        ['stages', i, 'number'],
        `is ${number}, to which nothing leads`,
        'the first stage, or one that an outcome names as its next',
      );
  });
}

function numbersOf(stages: readonly QuestStageRecord[]): string {
  return `0 for the end, or one of ${stages.map(({ number }) => number).join(', ')}`;
}

function checkEnd(
  { handIn, outcomes, objectives = [] }: QuestStageRecord,
  at: JsonPath,
  problems: Problems,
): void {
  if (handIn !== undefined) {
    if (outcomes.length > 1) checkChoice(outcomes, [...at, 'outcomes'], problems);
    return;
  }
  if (outcomes.length > 1)
    problems.add([...at, 'outcomes'], 'are several for a stage that ends by itself', 'one, or a handIn');
  outcomes.forEach(({ experience, coins, items = [] }, o) => {
    if (experience > 0 || coins > 0 || items.length > 0)
      problems.add(
        [...at, 'outcomes', o],
        'gives something where nobody hands it out',
        'nothing, or a handIn',
      );
  });
  if (objectives.length === 0)
    problems.add([...at, 'objectives'], 'are none for a stage that ends by itself', 'some, or a handIn');
  objectives.forEach((objective, o) => {
    if (objective.kind === 'collect')
      problems.add(
        [...at, 'objectives', o, 'kind'],
        'is "collect" where nobody takes it',
        'another, or a handIn',
      );
  });
}

/** Players tell the ways on apart by what they read. */
function checkChoice(outcomes: QuestStageRecord['outcomes'], at: JsonPath, problems: Problems): void {
  const seen = new Map<string, number>();
  outcomes.forEach(({ label }, o) => {
    const read = label.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase();
    const first = seen.get(read);
    if (read === '')
      problems.add([...at, o, 'label'], 'is empty where there is a choice', 'what players read');
    else if (first !== undefined)
      problems.add([...at, o, 'label'], `is '${label}', as that of entry ${first} is`, 'another for each');
    else seen.set(read, o);
  });
}
