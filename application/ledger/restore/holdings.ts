// What a character has on itself and in its bank, as restoring looks at it. Letters, listings, and what vendors keep for it are
// not its own any more.

import {
  professionAt,
  type LedgerQuest,
  type LedgerStack,
  type LedgerState,
} from '#domain/ledger/state/ledger-state.js';
import { HolderKind, PurseKind } from '#domain/vocabulary/generated/words.js';
import type { OwnedThings } from '#ports/storage/ownership.js';

export interface Holdings {
  /** By `placeIn`. */
  readonly stacks: ReadonlyMap<number, LedgerStack>;
  readonly coins: number;
  readonly experience: number;
  /** Points of skill by Profession. */
  readonly professions: ReadonlyMap<number, number>;
  /** By quest. */
  readonly quests: ReadonlyMap<number, LedgerQuest>;
}

const own: readonly number[] = [HolderKind.inventory, HolderKind.equipment, HolderKind.bank];

export function placeIn({ holder, slot }: Pick<LedgerStack, 'holder' | 'slot'>): number {
  return holder * 256 + slot;
}

export function holdingsOf({ stacks, coins, experience, professions, quests }: OwnedThings): Holdings {
  return {
    stacks: byPlace(stacks),
    ...{ coins, experience },
    professions: new Map(professions.map(({ profession, skill }) => [profession, skill])),
    quests: new Map(quests.map((each) => [each.quest, each])),
  };
}

export function holdingsIn(state: LedgerState, character: number): Holdings {
  const professions = new Map<number, number>();
  for (const [place, skill] of state.professions) {
    const { character: whose, profession } = professionAt(place);
    if (whose === character) professions.set(profession, skill);
  }
  const quests = new Map<number, LedgerQuest>();
  for (const each of state.quests.values()) if (each?.character === character) quests.set(each.quest, each);
  return {
    stacks: byPlace([...state.stacks.values()].filter(({ owner }) => owner === character)),
    coins: state.purses.get(PurseKind.wallet)!.get(character) ?? 0,
    experience: state.experience.get(character) ?? 0,
    ...{ professions, quests },
  };
}

/** `stacks`: of one owner, who may be a letter or a listing where it is no holder of a character. */
function byPlace(stacks: readonly LedgerStack[]): Map<number, LedgerStack> {
  return new Map(stacks.filter(({ holder }) => own.includes(holder)).map((stack) => [placeIn(stack), stack]));
}
