// Quests with all the rest of the content: that somebody gives each of them, that what they ask for is in the world and can be
// got again and again, and that what they collect and give has room where it goes.

import type { MapDefinition } from '#domain/content/map-definition.js';
import { inventorySlots } from '#domain/inventory/columns.js';
import { letterStacks } from '#domain/mail/letters.js';
import { completedMax } from '#domain/quest-log/completed-quests.js';
import { problemsWithin, type Problems } from '../json/content-problem.js';
import type { RecordFiles } from '../generated/record-files.js';
import type {
  ItemAmountRecord,
  ItemRecord,
  QuestObjectiveRecord,
  QuestRecord,
} from '../generated/record-schemas.js';

type Maps = readonly { readonly definition: Pick<MapDefinition, 'spawnGroups'> }[];

interface Known {
  readonly items: ReadonlyMap<string, ItemRecord>;
  /** Keys of creatures that live on some map. */
  readonly living: ReadonlySet<string>;
  /** Keys of items that can be got again and again. */
  readonly there: ReadonlySet<string>;
  /** Keys of quests that somebody gives. */
  readonly given: ReadonlySet<string>;
  readonly carryGramsMax: number;
}

/** Of content without faults otherwise. */
export function checkQuestSources(files: RecordFiles, maps: Maps): void {
  const { problems, records } = files.quests;
  const known = knownIn(files, maps);
  for (const { record, index } of records) checkQuest(record, problemsWithin(problems, [index]), known);
  const surplus = records[completedMax];
  if (surplus !== undefined)
    problems.add([surplus.index], `is quest ${completedMax + 1}`, `at most ${completedMax} quests`);
}

function knownIn(files: RecordFiles, maps: Maps): Known {
  const { items, creatures, npcs, rules } = files;
  const ids = new Set(
    maps.flatMap(({ definition }) => definition.spawnGroups.map(({ creature }) => creature)),
  );
  const living = new Set(creatures.records.flatMap(({ record }) => (ids.has(record.id) ? [record.key] : [])));
  const given = npcs.records.flatMap(({ record: { services = [] } }) =>
    services.flatMap((service) => (service.kind === 'questGiver' ? service.quests : [])),
  );
  return {
    items: new Map(items.records.map(({ record }) => [record.key, record])),
    living,
    there: obtainable(files, living),
    given: new Set(given),
    carryGramsMax: rules.record?.carryGramsMax ?? Infinity,
  };
}

/** What a recipe makes counts whatever goes into it. */
function obtainable(
  { creatures, lootTables, npcs, recipes }: RecordFiles,
  living: ReadonlySet<string>,
): Set<string> {
  const tables = new Set(
    creatures.records.flatMap(({ record }) => (living.has(record.key) ? [record.lootTable] : [])),
  );
  const dropped = lootTables.records.flatMap(({ record }) =>
    tables.has(record.key) ? record.rolls.map(({ item }) => item) : [],
  );
  const sold = npcs.records.flatMap(({ record: { services = [] } }) =>
    services.flatMap((service) => (service.kind === 'vendor' ? service.sells.map(({ item }) => item) : [])),
  );
  const made = recipes.records.flatMap(({ record: { output, finer } }) =>
    finer === undefined ? [output.item] : [output.item, finer.item],
  );
  return new Set([...dropped, ...sold, ...made]);
}

function checkQuest({ key, stages, whenFull }: QuestRecord, problems: Problems, known: Known): void {
  if (!known.given.has(key))
    problems.add(['key'], `is '${key}', which nobody gives`, 'a quest that a questGiver of npcs.json names');
  stages.forEach(({ objectives = [], outcomes }, s) => {
    objectives.forEach((objective, o) => {
      checkObjective(objective, problemsWithin(problems, ['stages', s, 'objectives', o]), known);
    });
    checkCollected(objectives, problemsWithin(problems, ['stages', s]), known);
    outcomes.forEach(({ items = [] }, o) => {
      const { slots } = takenBy(items, known);
      const most = whenFull === 'mail' ? letterStacks : inventorySlots;
      const where = whenFull === 'mail' ? 'which a letter has places for' : 'which a bag has';
      if (slots > most)
        problems.add(
          ['stages', s, 'outcomes', o, 'items'],
          `take ${slots} slots`,
          `at most ${most}, ${where}`,
        );
    });
  });
}

function checkObjective(objective: QuestObjectiveRecord, problems: Problems, known: Known): void {
  if (objective.kind === 'kill' && !known.living.has(objective.creature))
    problems.add(
      ['creature'],
      `'${objective.creature}' lives on no map`,
      'a creature of a spawn-group on a map',
    );
  if (objective.kind === 'use' && known.items.get(objective.item)?.kind !== 'consumable')
    problems.add(['item'], `'${objective.item}' cannot be used up`, 'a consumable');
  if ((objective.kind === 'collect' || objective.kind === 'use') && !known.there.has(objective.item))
    problems.add(
      ['item'],
      `'${objective.item}' can be got nowhere again`,
      'something that a creature of a map leaves, a vendor sells or a recipe makes',
    );
}

/** All of it lies in the bag at once. */
function checkCollected(objectives: readonly QuestObjectiveRecord[], problems: Problems, known: Known): void {
  const { slots, grams } = takenBy(
    objectives.filter((each) => each.kind === 'collect'),
    known,
  );
  if (slots > inventorySlots)
    problems.add(['objectives'], `collect ${slots} slots`, `at most ${inventorySlots}, which a bag has`);
  const { carryGramsMax } = known;
  if (grams > carryGramsMax)
    problems.add(
      ['objectives'],
      `collect ${grams} g`,
      `at most carryGramsMax of rules.json, ${carryGramsMax}`,
    );
}

function takenBy(amounts: readonly ItemAmountRecord[], { items }: Known) {
  let [slots, grams] = [0, 0];
  for (const { item, count } of amounts) {
    const { stackMax, weightGrams } = items.get(item)!;
    slots += Math.ceil(count / stackMax);
    grams += count * weightGrams;
  }
  return { slots, grams };
}
