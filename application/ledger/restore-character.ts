// A character gets what it owned after an earlier entry, its quests as they were then, and loses what it has instead: as entries of the operators' verbs,
// so that the ledger adds up. Nobody else's is touched: what it gave away since then stays where it is, and is given to it
// once more.

import { encodeFacts } from '#domain/ledger/encode-facts.js';
import { FactRows } from '#domain/ledger/fact-rows.js';
import {
  LedgerState,
  professionAt,
  type LedgerQuest,
  type LedgerStack,
} from '#domain/ledger/ledger-state.js';
import {
  noteCoinsChanged,
  noteExperienceChanged,
  noteProfessionChanged,
  noteQuestChanged,
  noteStackChanged,
} from '#domain/vocabulary/generated/facts.js';
import { HolderKind, LedgerVerb, Profession, PurseKind } from '#domain/vocabulary/generated/words.js';
import type { Journal } from '#ports/storage/journal.js';
import { coinsGone, takersOf } from './gone-elsewhere.js';
import { placeOf } from './place-of.js';

export interface CharacterRestore {
  /** What changes, a line each; empty when it owns what it owned then. */
  readonly lines: readonly string[];
  /** The entries to append, one behind the other. */
  readonly facts: Uint8Array;
}

interface Possessions {
  /** By `placeIn`. */
  readonly stacks: ReadonlyMap<number, LedgerStack>;
  readonly coins: number;
  readonly experience: number;
  /** Points of skill by Profession. */
  readonly professions: ReadonlyMap<number, number>;
  /** By quest. */
  readonly quests: ReadonlyMap<number, LedgerQuest>;
}

type Told = Pick<Journal, 'base' | 'end' | 'entries' | 'tables'>;

/** `entry`: from the last one before those that are kept to the last one there is. */
export function restoreCharacter(journal: Told, character: number, entry: number): CharacterRestore {
  const tables = journal.tables();
  const gone = { journal, entry, character, tables };
  const now = possessionsIn(tables, character);
  const then = possessionsIn(stateAfter(journal, entry), character);
  const { instance, tick } = journal.end;
  const taken = [...now.stacks.values()].filter((stack) => !isIn(then, stack));
  const given = [...then.stacks.values()].filter((stack) => !isIn(now, stack));
  const changed = changedQuests(now, then);
  const others = changed.length + 2 + Object.keys(Profession).length;
  const rows = new FactRows(taken.length + given.length + others);
  rows.now = tick + 1;
  taken.forEach((stack) => noteTaken(rows, character, stack));
  given.forEach((stack, i) => noteGiven(rows, character, stack, instance + 1 + i));
  noteCoins(rows, character, then.coins - now.coins, then.coins);
  noteExperience(rows, character, then.experience - now.experience, then.experience);
  for (const profession of Object.values(Profession))
    noteSkill(rows, character, profession, skillIn(now, profession), skillIn(then, profession));
  // What was given for it, and what was done with that, goes back in the same breath.
  for (const quest of changed) noteQuest(rows, character, quest, then.quests.get(quest));
  return {
    lines: [
      ...taken.map((stack) => `taken away: ${shown(stack)}`),
      ...givenLines(gone, given, new Set(taken.map((stack) => stack.instance)), instance),
      ...change('coins', now.coins, then.coins),
      ...(then.coins > now.coins ? coinLines(gone) : []),
      ...change('experience', now.experience, then.experience),
      ...Object.entries(Profession).flatMap(([name, profession]) =>
        change(`skill in ${name}`, skillIn(now, profession), skillIn(then, profession)),
      ),
      ...changed.map((quest) => questLine(quest, now.quests.get(quest), then.quests.get(quest))),
    ],
    facts: encodeFacts(rows),
  };
}

function stateAfter(journal: Told, entry: number): LedgerState {
  const { number, state } = journal.base();
  const { end } = journal;
  if (entry < number || entry > end.number)
    throw new RangeError(`entry ${entry} is not one from ${number} to ${end.number}`);
  journal.entries(1, (facts, row, each) => {
    if (each > entry) return false;
    state.apply(facts, row);
    return true;
  });
  return state;
}

/** What it has on itself and in its bank. Letters, listings, and what vendors keep for it are not its own any more. */
function possessionsIn(state: LedgerState, character: number): Possessions {
  const own: readonly number[] = [HolderKind.inventory, HolderKind.equipment, HolderKind.bank];
  const stacks = new Map<number, LedgerStack>();
  for (const stack of state.stacks.values())
    if (stack.owner === character && own.includes(stack.holder)) stacks.set(placeIn(stack), stack);
  const coins = state.purses.get(PurseKind.wallet)!.get(character) ?? 0;
  const professions = new Map<number, number>();
  for (const [place, skill] of state.professions) {
    const { character: whose, profession } = professionAt(place);
    if (whose === character) professions.set(profession, skill);
  }
  const quests = new Map<number, LedgerQuest>();
  for (const each of state.quests.values()) if (each?.character === character) quests.set(each.quest, each);
  return { stacks, coins, experience: state.experience.get(character) ?? 0, professions, quests };
}

function placeIn({ holder, slot }: LedgerStack): number {
  return holder * 256 + slot;
}

/** Whatever its id: what was restored already is not restored once more. */
function isIn({ stacks }: Possessions, stack: LedgerStack): boolean {
  const other = stacks.get(placeIn(stack));
  if (other === undefined) return false;
  const { item, count, wear, bound } = other;
  return item === stack.item && count === stack.count && wear === stack.wear && bound === stack.bound;
}

function noteTaken(rows: FactRows, character: number, stack: LedgerStack): void {
  const { instance, item, count, holder, owner, slot, wear, bound } = stack;
  const nowhere = [HolderKind.nowhere, 0, 0] as const;
  const from = [holder as HolderKind, owner, slot] as const;
  const of = [rows, 0, 0, character, 0, 0, LedgerVerb.seize, instance, item] as const;
  noteStackChanged(...of, -count, 0, ...nowhere, ...from, wear, bound);
}

/** Under an id of its own: the old one may be somebody else's now. */
function noteGiven(rows: FactRows, character: number, stack: LedgerStack, instance: number): void {
  const { item, count, holder, owner, slot, wear, bound } = stack;
  const to = [holder as HolderKind, owner, slot] as const;
  const of = [rows, 0, 0, character, 0, 0, LedgerVerb.grant, instance, item] as const;
  noteStackChanged(...of, count, count, ...to, HolderKind.nowhere, 0, 0, wear, bound);
}

const verbOf = (amount: number) => (amount > 0 ? LedgerVerb.grant : LedgerVerb.seize);

function noteCoins(rows: FactRows, character: number, amount: number, after: number): void {
  if (amount === 0) return;
  const { wallet } = PurseKind;
  noteCoinsChanged(rows, 0, character, 0, 0, verbOf(amount), amount, after, wallet, character);
}

function noteExperience(rows: FactRows, character: number, amount: number, after: number): void {
  if (amount !== 0) noteExperienceChanged(rows, 0, 0, character, verbOf(amount), amount, after);
}

function skillIn({ professions }: Possessions, profession: Profession): number {
  return professions.get(profession) ?? 0;
}

function noteSkill(
  rows: FactRows,
  character: number,
  profession: Profession,
  before: number,
  after: number,
): void {
  const amount = after - before;
  if (amount !== 0) noteProfessionChanged(rows, 0, character, verbOf(amount), profession, amount, after);
}

/** Ids of those that are not as they were, ascending. */
function changedQuests(now: Possessions, then: Possessions): number[] {
  const all = [...new Set([...now.quests.keys(), ...then.quests.keys()])].sort((a, b) => a - b);
  return all.filter((quest) => shownQuest(now.quests.get(quest)) !== shownQuest(then.quests.get(quest)));
}

function noteQuest(rows: FactRows, character: number, quest: number, then: LedgerQuest | undefined): void {
  const { stage = 0, progress = 0, completed = 0, untilSeconds = 0 } = then ?? {};
  noteQuestChanged(rows, 0, character, 0, quest, stage, progress, completed, untilSeconds);
}

function questLine(quest: number, now: LedgerQuest | undefined, then: LedgerQuest | undefined): string {
  return `quest ${quest}: ${shownQuest(now)} becomes ${shownQuest(then)}`;
}

function shownQuest(of: LedgerQuest | undefined): string {
  if (of === undefined) return 'never taken on';
  const { stage, progress, completed, untilSeconds } = of;
  const where = stage === 0 ? 'not taken on' : `in stage ${stage}, progress ${progress}`;
  return `${where}, completed ${completed} times${untilSeconds === 0 ? '' : `, again from ${untilSeconds} on`}`;
}

function shown({ instance, item, count, holder, owner, slot }: LedgerStack): string {
  return `stack ${instance}, item ${item}, ${count} in ${placeOf(holder, owner, slot)}`;
}

interface Since {
  readonly journal: Told;
  /** After it things went elsewhere. */
  readonly entry: number;
  readonly character: number;
  /** As they are now. */
  readonly tables: LedgerState;
}

/** What was given away stays there, all of a stack or a part, and the operator is told. `taken` goes nowhere. */
function givenLines(
  { journal, entry, tables }: Since,
  given: readonly LedgerStack[],
  taken: ReadonlySet<number>,
  lastInstance: number,
): string[] {
  const takers = takersOf(
    journal,
    entry,
    given.map((stack) => stack.instance),
  );
  return given.map((stack, i) => {
    const { instance } = stack;
    const there = (of: number): LedgerStack | undefined =>
      taken.has(of) ? undefined : tables.stacks.get(of);
    const whole = there(instance);
    const parts = [...takers.get(instance)!].flatMap((of) => there(of) ?? []);
    return [
      `given: ${shown({ ...stack, instance: lastInstance + 1 + i })}`,
      ...(whole === undefined ? [] : [`it was stack ${instance}, of which ${unitsIn(whole)}`]),
      ...parts.map((part) => `units of it came into stack ${part.instance}, of which ${unitsIn(part)}`),
    ].join('; ');
  });
}

function unitsIn({ count, holder, owner, slot }: LedgerStack): string {
  return `${count} are in ${placeOf(holder, owner, slot)}`;
}

/** Coins are all alike: how many came into a purse, and how many are in it. */
function coinLines({ journal, entry, character, tables }: Since): string[] {
  return coinsGone(journal, entry, character).map(({ kind, owner, coins }) => {
    const whose = kind === PurseKind.wallet ? `the purse of character ${owner}` : `letter ${owner}`;
    const there = tables.purses.get(kind)?.get(owner) ?? 0;
    return `coins that went elsewhere since: ${coins} into ${whose}, in which ${there} are`;
  });
}

function change(what: string, now: number, then: number): readonly string[] {
  return now === then ? [] : [`${what}: ${now} now, ${then} then`];
}
