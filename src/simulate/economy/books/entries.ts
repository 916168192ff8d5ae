// The journal's entries as the simulator reads them, by itself: who has what, what was done, what players may have been
// told so far. It shares no code with the server's own ledger, so that both cannot be wrong in the same way.

import type { FactRows } from '#domain/ledger/entries/fact-rows.js';
import { FactKind } from '#domain/vocabulary/generated/facts.js';
import { HolderKind, LedgerVerb, LetterKind, PurseKind } from '#domain/vocabulary/generated/words.js';
import type { Journal } from '#ports/storage/journal.js';

export interface BookedStack {
  readonly instance: number;
  readonly item: number;
  readonly units: number;
  readonly wear: number;
  readonly bound: number;
  readonly holder: number;
  readonly owner: number;
  /** `holder/owner/slot`. */
  readonly place: string;
}

interface BookedLetter {
  readonly id: number;
  readonly from: number;
  readonly to: number;
  readonly kind: number;
  readonly cashOnDelivery: number;
  readonly untilSeconds: number;
  readonly words: string;
}

interface BookedListing {
  readonly id: number;
  readonly seller: number;
  readonly price: number;
  readonly untilSeconds: number;
}

/** What somebody has to do with a quest. */
interface BookedQuest {
  readonly stage: number;
  readonly progress: number;
  readonly completed: number;
  readonly untilSeconds: number;
  /** As players are told it: `questImage`. */
  readonly told: string;
}

/** A change of units or coins, as an entry has it. */
interface BookedChange {
  readonly verb: number;
  readonly character: number;
  readonly command: number;
  readonly tick: number;
  /** 0 for coins, -1 for experience, -2 for skill. */
  readonly item: number;
  readonly amount: number;
}

export class Books {
  readonly stacks = new Map<number, BookedStack>();
  readonly wallets = new Map<number, number>();
  readonly letterCoins = new Map<number, number>();
  readonly experience = new Map<number, number>();
  /** By `skillKey`. */
  readonly skills = new Map<string, number>();
  readonly letters = new Map<number, BookedLetter>();
  readonly listings = new Map<number, BookedListing>();
  /** By character, then quest. */
  readonly quests = new Map<number, Map<number, BookedQuest>>();
  /** Highest ids ever. */
  lastLetter = 0;
  lastListing = 0;
  /** All since `forgetChanges`. */
  changes: BookedChange[] = [];
  /** The same: what was paid on delivery and came to somebody else, a line each. */
  takenBack: string[] = [];
  /** Entries of stacks, coins, experience and skill so far, by the name of their verb. */
  readonly verbs = new Map<string, number>();
  /** What each slot has ever held, by place; what each wallet and each experience has ever been, by character. */
  readonly #held = new Map<string, Set<string>>();
  /** Who paid for it, by letter. */
  readonly #paid = new Map<number, number>();
  readonly #coins = new Map<number, Set<number>>();
  readonly #experiences = new Map<number, Set<number>>();
  readonly #skills = new Map<string, Set<number>>();
  readonly #done = new Map<number, Set<number>>();
  /** What was ever true of a character's quests: quest and image. */
  readonly #questsHad = new Map<number, Set<string>>();
  #read = 0;

  /** Which journal that is may change, never what is in it. */
  constructor(private readonly stores: { readonly journal: Pick<Journal, 'entries' | 'end'> }) {}

  /** Reads what is stored by now. */
  catchUp(): this {
    const { journal } = this.stores;
    if (journal.end.number === this.#read) return this;
    journal.entries(this.#read + 1, (facts, row) => this.#apply(facts, row));
    this.#read = journal.end.number;
    return this;
  }

  forgetChanges(): void {
    this.changes = [];
    this.takenBack = [];
  }

  hasHeld(place: string, contents: string): boolean {
    return this.#held.get(place)?.has(contents) === true;
  }

  hasHadCoins(character: number, coins: number): boolean {
    return this.#coins.get(character)?.has(coins) ?? coins === 0;
  }

  hasHadExperience(character: number, experience: number): boolean {
    return experience === 0 || this.#experiences.get(character)?.has(experience) === true;
  }

  hasHadSkill(character: number, profession: number, skill: number): boolean {
    return this.#skills.get(skillKey(character, profession))?.has(skill) === true;
  }

  hasDone(character: number, command: number): boolean {
    return this.#done.get(character)?.has(command) === true;
  }

  questsOf(character: number): ReadonlyMap<number, BookedQuest> {
    return this.quests.get(character) ?? new Map<number, BookedQuest>();
  }

  hasHadQuest(character: number, quest: number, image: string): boolean {
    return this.#questsHad.get(character)?.has(`${quest} ${image}`) === true;
  }

  stackAt(holder: number, owner: number, slot: number): BookedStack | undefined {
    const place = placeOf(holder, owner, slot);
    for (const stack of this.stacks.values()) if (stack.place === place) return stack;
    return undefined;
  }

  #apply(f: FactRows, row: number): void {
    const character = f.character[row]!;
    const document = f.document[row]!;
    switch (f.kind[row]!) {
      case FactKind.stackChanged:
        return this.#applyStack(f, row);
      case FactKind.coinsChanged:
        return this.#applyCoins(f, row);
      case FactKind.experienceChanged:
        this.#change(f, row, -1);
        this.experience.set(character, f.after[row]!);
        return add(this.#experiences, character, f.after[row]!);
      case FactKind.professionChanged: {
        this.#change(f, row, -2);
        const key = skillKey(character, f.outcome[row]!);
        this.skills.set(key, f.after[row]!);
        return add(this.#skills, key, f.after[row]!);
      }
      case FactKind.commandDone:
        return add(this.#done, character, f.command[row]!);
      case FactKind.letterSent:
      case FactKind.letterChanged:
        return this.#applyLetter(f, row);
      case FactKind.letterEnded:
        this.letters.delete(document);
        return;
      case FactKind.listingOpened:
        this.lastListing = Math.max(this.lastListing, document);
        this.listings.set(document, {
          ...{ id: document, seller: character, price: f.amount[row]! },
          untilSeconds: f.untilSeconds[row]!,
        });
        return;
      case FactKind.listingEnded:
        this.listings.delete(document);
        return;
      case FactKind.questChanged:
        return this.#applyQuest(f, row);
    }
  }

  #applyQuest(f: FactRows, row: number): void {
    const [character, quest] = [f.character[row]!, f.quest[row]!];
    const [stage, progress, completed] = [f.slot[row]!, f.amount[row]!, f.after[row]!];
    const done = [1, 1_000, 1_000_000, 1_000_000_000].map((part) => Math.floor(progress / part) % 1_000);
    const told = questImage(stage, done, completed);
    const own = this.quests.get(character) ?? new Map<number, BookedQuest>();
    this.quests.set(character, own);
    if (stage === 0 && completed === 0) own.delete(quest);
    else own.set(quest, { stage, progress, completed, untilSeconds: f.untilSeconds[row]!, told });
    add(this.#questsHad, character, `${quest} ${told}`);
  }

  #applyStack(f: FactRows, row: number): void {
    this.#change(f, row, f.item[row]!);
    const instance = f.instance[row]!;
    const units = f.after[row]!;
    if (units === 0) {
      this.stacks.delete(instance);
      return;
    }
    const [holder, owner] = [f.holder[row]!, f.owner[row]!];
    const place = placeOf(holder, owner, f.slot[row]!);
    const [item, wear, bound] = [f.item[row]!, f.wear[row]!, f.bound[row]!];
    this.stacks.set(instance, { instance, item, units, wear, bound, holder, owner, place });
    add(this.#held, place, contentsOf(item, units, wear, bound !== 0));
  }

  #applyCoins(f: FactRows, row: number): void {
    this.#change(f, row, 0);
    const isWallet = f.holder[row] === PurseKind.wallet;
    (isWallet ? this.wallets : this.letterCoins).set(f.owner[row]!, f.after[row]!);
    if (isWallet) add(this.#coins, f.owner[row]!, f.after[row]!);
  }

  #applyLetter(f: FactRows, row: number): void {
    const id = f.document[row]!;
    const isNew = f.kind[row] === FactKind.letterSent;
    this.lastLetter = Math.max(this.lastLetter, id);
    const [from, kind] = [f.character[row]!, f.reason[row]!];
    // Whoever wrote it was erased, and what was written with it.
    const isNobodys = from === 0 && (kind === LetterKind.written || kind === LetterKind.payment);
    const known = this.letters.get(id);
    const words = isNew ? (f.text[row] ?? '') : (known?.words ?? '');
    const to = f.counterpart[row]!;
    if (known !== undefined && known.cashOnDelivery > f.amount[row]! && known.to === to)
      this.#paid.set(id, to);
    const payer = this.#paid.get(id) ?? to;
    if (payer !== to) this.takenBack.push(`letter ${id}, for which ${payer} paid, came to ${to}`);
    this.letters.set(id, {
      ...{ id, from, to, kind },
      ...{ cashOnDelivery: f.amount[row]!, untilSeconds: f.untilSeconds[row]! },
      words: isNobodys ? '' : words,
    });
  }

  #change(f: FactRows, row: number, item: number): void {
    const verb = verbNames.get(f.verb[row]!) ?? `verb ${f.verb[row]}`;
    this.verbs.set(verb, (this.verbs.get(verb) ?? 0) + 1);
    this.changes.push({
      ...{ verb: f.verb[row]!, character: f.character[row]!, command: f.command[row]! },
      tick: f.tick[row]!,
      ...{ item, amount: f.amount[row]! },
    });
  }
}

const verbNames = new Map<number, string>(Object.entries(LedgerVerb).map(([name, verb]) => [verb, name]));

export function skillKey(character: number, profession: number): string {
  return `${character}/${profession}`;
}

export function questImage(stage: number, done: readonly number[], completed: number): string {
  return `stage ${stage}, done ${done.join(' ')}, completed ${completed}`;
}

export function placeOf(holder: number, owner: number, slot: number): string {
  return holder === HolderKind.ground ? 'ground' : `${holder}/${owner}/${slot}`;
}

export function contentsOf(item: number, units: number, wear: number, bound: boolean): string {
  return `${units} of ${item}, wear ${wear}${bound ? ', bound' : ''}`;
}

function add<Key, Value>(sets: Map<Key, Set<Value>>, key: Key, value: Value): void {
  const set = sets.get(key);
  if (set === undefined) sets.set(key, new Set([value]));
  else set.add(value);
}
