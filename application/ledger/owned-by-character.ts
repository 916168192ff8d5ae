// What a character owns, place by place, with the ids of the stacks.

import { professionAt } from '#domain/ledger/state/ledger-state.js';
import { HolderKind, Profession, PurseKind } from '#domain/vocabulary/generated/words.js';
import type { Journal } from '#ports/storage/journal.js';
import { nameIn } from './place-of.js';

const own: readonly number[] = [
  HolderKind.inventory,
  HolderKind.equipment,
  HolderKind.bank,
  HolderKind.buyBack,
];

/** A line for each stack, one for coins and experience, and one for each profession in which it has learned something. */
export function ownedByCharacter(journal: Pick<Journal, 'tables'>, character: number): string[] {
  const { stacks, purses, experience, professions } = journal.tables();
  const its = [...stacks.values()].filter(({ owner, holder }) => owner === character && own.includes(holder));
  its.sort((a, b) => a.holder - b.holder || a.slot - b.slot);
  const coins = purses.get(PurseKind.wallet)!.get(character) ?? 0;
  return [
    ...its.map(
      ({ instance, item, count, holder, slot }) =>
        `stack ${instance}: item ${item}, ${count} in ${nameIn(HolderKind, holder)} slot ${slot}`,
    ),
    `${coins} coins, ${experience.get(character) ?? 0} experience`,
    ...[...professions].flatMap(([place, skill]) => {
      const { character: whose, profession } = professionAt(place);
      return whose === character ? [`${skill} skill in ${nameIn(Profession, profession)}`] : [];
    }),
  ];
}
