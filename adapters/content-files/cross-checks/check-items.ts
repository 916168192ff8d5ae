// Items, sets of them, and what gives them.

import { equipSlots } from '#domain/inventory/equip-slots.js';
import type { Problems } from '../json/content-problem.js';
import type { ItemRecord, ItemSetRecord, LootTableRecord } from '../generated/record-schemas.js';
import { checkLevelMin, type FoundRecords } from './found-records.js';

export function checkItem(record: ItemRecord, problems: Problems, found: FoundRecords): void {
  const isWorn = record.equipSlot !== 'none';
  if (isWorn && record.stackMax !== 1)
    problems.add(['stackMax'], `is ${record.stackMax} for something that is worn`, '1');
  checkPlace(record, problems);
  if (!isWorn) checkUnworn(record, problems);
  if (record.bind !== 'none' && record.stackMax !== 1)
    problems.add(['bind'], `is "${record.bind}" for something that stacks`, '"none", or a stackMax of 1');
  checkConsumed(record, problems);
  checkLevelMin(record.levelMin, ['levelMin'], problems, found);
  const carryMax = found.rules?.carryGramsMax;
  if (carryMax !== undefined && record.weightGrams > carryMax)
    problems.add(
      ['weightGrams'],
      `is ${record.weightGrams}`,
      `at most carryGramsMax of rules.json, ${carryMax}`,
    );
}

type Place = ItemRecord['equipSlot'];

/** Where things of each kind are worn or held. */
const placesOfKind: Readonly<Record<ItemRecord['kind'], readonly Place[]>> = {
  weapon: ['mainHand', 'offHand'],
  armour: ['offHand', 'head', 'chest', 'legs', 'feet'],
  tool: ['none', 'mainHand', 'offHand'],
  consumable: ['none'],
  material: ['none'],
  quest: ['none'],
};

function checkPlace({ kind, equipSlot }: ItemRecord, problems: Problems): void {
  const places = placesOfKind[kind];
  if (places.includes(equipSlot)) return;
  const words = places.map((place) => `"${place}"`);
  const allowed = [words.slice(0, -1).join(', '), words.at(-1)].filter((each) => each !== '').join(' or ');
  problems.add(['equipSlot'], `is "${equipSlot}" for a kind of "${kind}"`, allowed);
}

/** What only things that are worn have. */
function checkUnworn(record: ItemRecord, problems: Problems): void {
  for (const field of ['power', 'armour', 'durabilityMax'] as const)
    if (record[field] !== 0) problems.add([field], `is ${record[field]} for something that is not worn`, '0');
  if (record.bind === 'onEquip')
    problems.add(['bind'], 'is "onEquip" for something that is not worn', '"none" or "onPickUp"');
}

/** What only things that are used up have. */
function checkConsumed(record: ItemRecord, problems: Problems): void {
  if (record.kind === 'consumable') {
    if (record.restoresHealth === 0 && record.restoresMana === 0)
      problems.add(['kind'], 'is "consumable" for what restores nothing', 'a restoresHealth or restoresMana');
    return;
  }
  for (const field of ['restoresHealth', 'restoresMana', 'useCooldownSeconds'] as const)
    if (record[field] !== 0)
      problems.add([field], `is ${record[field]} for a kind of "${record.kind}"`, '0, or "consumable"');
}

/**
 * Two pieces for one place on the body are welcome, as a sword or an axe of one set: whoever wears either has that piece.
 */
export function checkItemSet(record: ItemSetRecord, problems: Problems, { items }: FoundRecords): void {
  record.items.forEach((key, i) => {
    if (items.get(key)?.equipSlot === 'none')
      problems.add(['items', i], `'${key}' cannot be worn`, 'something with an equipSlot');
  });
  const places = new Set(record.items.map((key) => equipSlots[items.get(key)?.equipSlot ?? 'none']));
  // Of what has faults of its own nobody knows where it is worn.
  const isKnown = record.items.every((key) => items.has(key)) && !places.has(equipSlots.none);
  record.bonuses.forEach(({ pieces, power, armour }, i) => {
    if (isKnown && pieces > places.size)
      problems.add(
        ['bonuses', i, 'pieces'],
        `is ${pieces}`,
        `at most ${places.size}, which can be worn together`,
      );
    if (power === 0 && armour === 0) problems.add(['bonuses', i], 'adds nothing', 'a power or an armour');
  });
}

/** Of one item there may be several rolls: each is made for itself. */
export function checkLootTable(record: LootTableRecord, problems: Problems): void {
  if (record.rolls.length === 0 && record.coinsMax === 0)
    problems.add(['rolls'], 'gives nothing', 'a roll, or coins; who leaves nothing has no lootTable');
  record.rolls.forEach(({ chance }, i) => {
    if (chance === 0) problems.add(['rolls', i, 'chance'], 'is 0, so it never gives anything', 'more than 0');
  });
}
