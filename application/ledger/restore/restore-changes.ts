// What has to change so that a character has what it had, and that as entries of the operators' verbs, so that the ledger adds
// up. Nobody else's is touched: what it gave away since then stays where it is, and is given to it once more.

import { encodeFacts } from '#domain/ledger/entries/encode-facts.js';
import { FactRows } from '#domain/ledger/entries/fact-rows.js';
import type { LedgerQuest, LedgerStack } from '#domain/ledger/state/ledger-state.js';
import {
  noteCoinsChanged,
  noteExperienceChanged,
  noteProfessionChanged,
  noteQuestChanged,
  noteStackChanged,
} from '#domain/vocabulary/generated/facts.js';
import { HolderKind, LedgerVerb, Profession, PurseKind } from '#domain/vocabulary/generated/words.js';
import { placeIn, type Holdings } from './holdings.js';

export interface RestoreChanges {
  /** Stacks that it has and had not. */
  readonly taken: readonly LedgerStack[];
  /** Stacks that it had and has not, as they were. */
  readonly given: readonly LedgerStack[];
  readonly coins: NumberChange;
  readonly experience: NumberChange;
  /** Of every profession in which it changes. */
  readonly professions: readonly (NumberChange & { readonly profession: Profession })[];
  /** Ascending by quest; undefined for one that it has nothing to do with. */
  readonly quests: readonly QuestChange[];
}

export interface NumberChange {
  readonly now: number;
  readonly then: number;
}

export interface QuestChange {
  readonly quest: number;
  readonly now: LedgerQuest | undefined;
  readonly then: LedgerQuest | undefined;
}

export function changesBetween(now: Holdings, then: Holdings): RestoreChanges {
  const skills = Object.values(Profession).map((profession) => ({
    profession,
    now: now.professions.get(profession) ?? 0,
    then: then.professions.get(profession) ?? 0,
  }));
  const quests = [...new Set([...now.quests.keys(), ...then.quests.keys()])].sort((a, b) => a - b);
  return {
    taken: [...now.stacks.values()].filter((stack) => !isIn(then, stack)),
    given: [...then.stacks.values()].filter((stack) => !isIn(now, stack)),
    coins: { now: now.coins, then: then.coins },
    experience: { now: now.experience, then: then.experience },
    professions: skills.filter(isChange),
    quests: quests
      .map((quest) => ({ quest, now: now.quests.get(quest), then: then.quests.get(quest) }))
      .filter((each) => !isSameQuest(each)),
  };
}

export function isChange({ now, then }: NumberChange): boolean {
  return now !== then;
}

export function changesNothing({
  taken,
  given,
  coins,
  experience,
  professions,
  quests,
}: RestoreChanges): boolean {
  const lists = [taken, given, professions, quests];
  return lists.every(({ length }) => length === 0) && ![coins, experience].some(isChange);
}

/**
 * As facts of a tick, encoded. Stacks that are given get the ids from `firstInstance` on, one each: the old ones may be somebody
 * else's now.
 */
export function restoringFacts(
  { taken, given, coins, experience, professions, quests }: RestoreChanges,
  { character, tick, firstInstance }: Restored,
): Uint8Array {
  const rows = new FactRows(taken.length + given.length + professions.length + quests.length + 2);
  rows.now = tick;
  for (const stack of taken) noteTaken(rows, character, stack);
  given.forEach((stack, i) => noteGiven(rows, character, stack, firstInstance + i));
  if (isChange(coins)) {
    const amount = coins.then - coins.now;
    const { wallet } = PurseKind;
    noteCoinsChanged(rows, 0, character, 0, 0, verbOf(amount), amount, coins.then, wallet, character);
  }
  if (isChange(experience)) {
    const amount = experience.then - experience.now;
    noteExperienceChanged(rows, 0, 0, character, verbOf(amount), amount, experience.then);
  }
  for (const { profession, now, then } of professions)
    noteProfessionChanged(rows, 0, character, verbOf(then - now), profession, then - now, then);
  // What was given for it, and what was done with that, goes back in the same breath.
  for (const { quest, then } of quests) noteQuest(rows, character, quest, then);
  return encodeFacts(rows);
}

export interface Restored {
  readonly character: number;
  readonly tick: number;
  readonly firstInstance: number;
}

/** Whatever its id: what was restored already is not restored once more. */
function isIn({ stacks }: Holdings, stack: LedgerStack): boolean {
  const other = stacks.get(placeIn(stack));
  if (other === undefined) return false;
  const { item, count, wear, bound } = other;
  return item === stack.item && count === stack.count && wear === stack.wear && bound === stack.bound;
}

function isSameQuest({ now, then }: QuestChange): boolean {
  if (now === undefined || then === undefined) return now === then;
  const { stage, progress, completed, untilSeconds } = now;
  return (
    stage === then.stage &&
    progress === then.progress &&
    completed === then.completed &&
    untilSeconds === then.untilSeconds
  );
}

function noteTaken(rows: FactRows, character: number, stack: LedgerStack): void {
  const { instance, item, count, holder, owner, slot, wear, bound } = stack;
  const nowhere = [HolderKind.nowhere, 0, 0] as const;
  const from = [holder as HolderKind, owner, slot] as const;
  const of = [rows, 0, 0, character, 0, 0, LedgerVerb.seize, instance, item] as const;
  noteStackChanged(...of, -count, 0, ...nowhere, ...from, wear, bound);
}

function noteGiven(rows: FactRows, character: number, stack: LedgerStack, instance: number): void {
  const { item, count, holder, owner, slot, wear, bound } = stack;
  const to = [holder as HolderKind, owner, slot] as const;
  const of = [rows, 0, 0, character, 0, 0, LedgerVerb.grant, instance, item] as const;
  noteStackChanged(...of, count, count, ...to, HolderKind.nowhere, 0, 0, wear, bound);
}

const verbOf = (amount: number) => (amount > 0 ? LedgerVerb.grant : LedgerVerb.seize);

function noteQuest(rows: FactRows, character: number, quest: number, then: LedgerQuest | undefined): void {
  const { stage = 0, progress = 0, completed = 0, untilSeconds = 0 } = then ?? {};
  noteQuestChanged(rows, 0, character, 0, quest, stage, progress, completed, untilSeconds);
}
