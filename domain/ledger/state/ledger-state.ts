// Who has what, as the journal's entries leave it: the entries hold how a stack or a purse is afterwards, so whichever is
// the last one counts, and applying one twice does no harm.

import type { WordedFacts } from '../../vocabulary/generated/fact-codec.js';
import { FactKind } from '../../vocabulary/generated/facts.js';
import { HolderKind, PurseKind } from '../../vocabulary/generated/words.js';

export interface LedgerStack {
  /** The id that no other stack ever has, 1 to 2^53 - 1. */
  readonly instance: number;
  item: number;
  /** 0 for one that is no more. */
  count: number;
  holder: number;
  /** Id of a character, a letter or a listing, 0 on the ground. */
  owner: number;
  slot: number;
  wear: number;
  /** 1 for what nobody else can have any more. */
  bound: number;
}

export interface GroundPlace {
  readonly instance: number;
  /** Numeric id of the map, from the content. */
  readonly map: number;
  readonly x: number;
  readonly y: number;
  /** Who alone may take it for now, 0 for anyone. */
  readonly character: number;
  /** For how many ticks it stays, from `sinceTick` on. */
  readonly ticks: number;
  readonly sinceTick: number;
}

export interface LedgerLetter {
  readonly letter: number;
  /** A LetterKind. */
  readonly kind: number;
  /** Who sent it, or would get it back; 0 for the market. */
  readonly sender: number;
  /** Whose mailbox it is in. */
  readonly holder: number;
  readonly cashOnDelivery: number;
  /** Seconds since 1970, 0 for never. */
  readonly untilSeconds: number;
  /** Undefined, where `keepGone` says so, for those that it had before. */
  readonly words: string | undefined;
}

export interface LedgerListing {
  readonly listing: number;
  readonly seller: number;
  /** Of all of it. */
  readonly price: number;
  /** Seconds since 1970. */
  readonly untilSeconds: number;
}

/** One of a spawn group's creatures that was killed: the last time, whether it is back or not. */
export interface FallenMember {
  /** Numeric id of the map, from the content. */
  readonly map: number;
  /** Key of the group on that map. */
  readonly spawnGroup: string;
  /** Which of the group's members, from 0. */
  readonly member: number;
  /** When another takes its place. */
  readonly dueTick: number;
}

export interface DoneCommand {
  readonly character: number;
  readonly command: number;
  /** What was asked first, and done: the id of its packet. Asked again, for whatever, it has an entry more. */
  readonly request: number;
}

/** What a character has learned in one profession. */
export interface LearnedProfession {
  /** A Profession. */
  readonly profession: number;
  /** Points, more than 0. */
  readonly skill: number;
}

/** What a character has to do with a quest: in its log, or completed. */
export interface LedgerQuest {
  readonly character: number;
  /** Quest id from the content. */
  readonly quest: number;
  /** Number of its stage, 0 for one that is not in the log. */
  readonly stage: number;
  /** As quest-log/quest-progress has it. */
  readonly progress: number;
  /** How often. */
  readonly completed: number;
  /** Not taken on again before, in seconds since 1970; 0 for no such time. */
  readonly untilSeconds: number;
}

/** Done commands that are remembered of each character; a key at or below the highest minus these is too old. */
export const commandsKept = 64;

export function fallenPlace({ map, spawnGroup, member }: Omit<FallenMember, 'dueTick'>): string {
  return `${map}/${member}/${spawnGroup}`;
}

/** Quest ids are below it. */
const questsMost = 0x1_0000;

/** Where a character's quest stands: those of one character one behind the other. */
export function questPlace(character: number, quest: number): number {
  return character * questsMost + quest;
}

export function questAt(place: number): { readonly character: number; readonly quest: number } {
  const quest = place % questsMost;
  return { character: (place - quest) / questsMost, quest };
}

/** Where a done command stands: a newer one of the same character takes the place 64 keys later. */
export function commandPlace(character: number, command: number): number {
  return character * commandsKept + (command % commandsKept);
}

/** Numbers of professions are below it. */
const professionPlaces = 256;

/** Where the skill of a character in a profession stands: in the order of characters, then professions. */
export function professionPlace(character: number, profession: number): number {
  return character * professionPlaces + profession;
}

export function professionAt(place: number): { readonly character: number; readonly profession: number } {
  const profession = place % professionPlaces;
  return { character: (place - profession) / professionPlaces, profession };
}

export class LedgerState {
  readonly stacks = new Map<number, LedgerStack>();
  /** Coins by owner, for each PurseKind; what is not there holds none. */
  readonly purses: ReadonlyMap<number, Map<number, number>> = new Map(
    Object.values(PurseKind).map((kind) => [kind, new Map<number, number>()]),
  );
  /** By character; 0 for those that are not there. */
  readonly experience = new Map<number, number>();
  /** Points of skill by `professionPlace`; 0 for those that are not there. */
  readonly professions = new Map<number, number>();
  /** By `commandPlace`; undefined, where `keepGone` says so, for those of a character that was erased. */
  readonly commands = new Map<number, DoneCommand | undefined>();
  /** By instance; undefined, where `keepGone` says so, for what lies there no more. */
  readonly ground = new Map<number, GroundPlace | undefined>();
  /** By id; undefined, where `keepGone` says so, for those that are no more. */
  readonly letters = new Map<number, LedgerLetter | undefined>();
  /** The same. */
  readonly listings = new Map<number, LedgerListing | undefined>();

  /** By `questPlace`; undefined, where `keepGone` says so, for what leaves nothing behind. */
  readonly quests = new Map<number, LedgerQuest | undefined>();
  /** By `fallenPlace`; as many as the content has members. */
  readonly fallen = new Map<string, FallenMember>();

  /** `keepGone`: what is no more stays as a stack of 0, a purse of 0: what a window changed, and not only what is there. */
  constructor(readonly keepGone = false) {}

  apply(facts: WordedFacts, row: number): void {
    switch (facts.kind[row]) {
      case FactKind.stackChanged:
        return this.#applyStack(facts, row);
      case FactKind.coinsChanged:
        return this.#applyCoins(facts, row);
      case FactKind.experienceChanged:
        return this.#set(this.experience, facts.character[row]!, facts.after[row]!);
      case FactKind.professionChanged:
        return this.#set(
          this.professions,
          professionPlace(facts.character[row]!, facts.outcome[row]!),
          facts.after[row]!,
        );
      case FactKind.commandDone:
        return this.#applyCommand(facts, row);
      case FactKind.laidOnGround:
        return this.#applyGround(facts, row);
      case FactKind.letterSent:
      case FactKind.letterChanged:
        return this.#applyLetter(facts, row);
      case FactKind.letterEnded:
        return this.#end(this.letters, facts.document[row]!);
      case FactKind.listingOpened:
        return this.#applyListing(facts, row);
      case FactKind.listingEnded:
        return this.#end(this.listings, facts.document[row]!);
      case FactKind.creatureFell:
        return this.#applyFall(facts, row);
      case FactKind.questChanged:
        return this.#applyQuest(facts, row);
      case FactKind.characterErased:
        return this.#forgetCommands(facts.character[row]!);
      default:
        // What else is durable moves nothing that anybody owns.
        return;
    }
  }

  /** Of one that keeps nothing that is gone. */
  copy(): LedgerState {
    const copy = new LedgerState();
    for (const [instance, stack] of this.stacks) copy.stacks.set(instance, { ...stack });
    for (const [kind, purse] of this.purses)
      for (const [owner, coins] of purse) copy.purses.get(kind)!.set(owner, coins);
    const others = [
      ...(['experience', 'professions', 'commands', 'ground', 'letters'] as const),
      ...(['listings', 'quests', 'fallen'] as const),
    ] as const;
    for (const name of others) {
      const target: Map<unknown, unknown> = copy[name];
      for (const [key, value] of this[name]) target.set(key, value);
    }
    return copy;
  }

  clear(): void {
    this.stacks.clear();
    for (const coins of this.purses.values()) coins.clear();
    this.experience.clear();
    this.professions.clear();
    this.commands.clear();
    this.ground.clear();
    this.letters.clear();
    this.listings.clear();
    this.quests.clear();
    this.fallen.clear();
  }

  #applyStack(facts: WordedFacts, row: number): void {
    const instance = facts.instance[row]!;
    const count = facts.after[row]!;
    const holder = facts.holder[row]!;
    if (holder !== HolderKind.ground || count === 0) this.#takeOffGround(facts.fromHolder[row]!, instance);
    if (count === 0 && !this.keepGone) {
      this.stacks.delete(instance);
      return;
    }
    const known = this.stacks.get(instance);
    if (known === undefined) {
      this.stacks.set(instance, {
        instance,
        item: facts.item[row]!,
        count,
        holder,
        owner: facts.owner[row]!,
        slot: facts.slot[row]!,
        wear: facts.wear[row]!,
        bound: facts.bound[row]!,
      });
      return;
    }
    known.item = facts.item[row]!;
    known.count = count;
    known.holder = holder;
    known.owner = facts.owner[row]!;
    known.slot = facts.slot[row]!;
    known.wear = facts.wear[row]!;
    known.bound = facts.bound[row]!;
  }

  #takeOffGround(fromHolder: number, instance: number): void {
    if (!this.keepGone) this.ground.delete(instance);
    else if (fromHolder === HolderKind.ground || this.ground.has(instance))
      this.ground.set(instance, undefined);
  }

  #applyCoins(facts: WordedFacts, row: number): void {
    const purse = this.purses.get(facts.holder[row]!);
    if (purse === undefined) throw new Error(`coins in a purse of kind ${facts.holder[row]}, which is none`);
    this.#set(purse, facts.owner[row]!, facts.after[row]!);
  }

  #set(numbers: Map<number, number>, owner: number, after: number): void {
    if (after === 0 && !this.keepGone) numbers.delete(owner);
    else numbers.set(owner, after);
  }

  #applyCommand(facts: WordedFacts, row: number): void {
    const character = facts.character[row]!;
    const command = facts.command[row]!;
    const place = commandPlace(character, command);
    const known = this.commands.get(place);
    if (known !== undefined && known.command >= command) return;
    this.commands.set(place, { character, command, request: facts.request[row]! });
  }

  /** What it owned has entries of its own. */
  #forgetCommands(character: number): void {
    const first = commandPlace(character, 0);
    for (let place = first; place < first + commandsKept; place++) this.#end(this.commands, place);
  }

  #applyGround(facts: WordedFacts, row: number): void {
    const instance = facts.instance[row]!;
    this.ground.set(instance, {
      instance,
      map: facts.map[row]!,
      x: facts.x[row]!,
      y: facts.y[row]!,
      character: facts.character[row]!,
      ticks: facts.amount[row]!,
      sinceTick: facts.tick[row]!,
    });
  }

  #applyFall(facts: WordedFacts, row: number): void {
    const fallen = {
      map: facts.map[row]!,
      spawnGroup: facts.text[row] ?? '',
      member: facts.slot[row]!,
      dueTick: facts.tick[row]! + facts.amount[row]!,
    };
    this.fallen.set(fallenPlace(fallen), fallen);
  }

  #applyLetter(facts: WordedFacts, row: number): void {
    const letter = facts.document[row]!;
    const isNew = facts.kind[row] === FactKind.letterSent;
    // Of one that this state never met the words are those of before.
    const isMet = !this.keepGone || this.letters.has(letter);
    const known = this.letters.get(letter);
    const before = known === undefined && isMet ? '' : known?.words;
    this.letters.set(letter, {
      letter,
      kind: facts.reason[row]!,
      sender: facts.character[row]!,
      holder: facts.counterpart[row]!,
      cashOnDelivery: facts.amount[row]!,
      untilSeconds: facts.untilSeconds[row]!,
      words: isNew ? (facts.text[row] ?? '') : before,
    });
  }

  #applyListing(facts: WordedFacts, row: number): void {
    const listing = facts.document[row]!;
    this.listings.set(listing, {
      listing,
      seller: facts.character[row]!,
      price: facts.amount[row]!,
      untilSeconds: facts.untilSeconds[row]!,
    });
  }

  #applyQuest(facts: WordedFacts, row: number): void {
    const [character, quest] = [facts.character[row]!, facts.quest[row]!];
    const place = questPlace(character, quest);
    const [stage, completed] = [facts.slot[row]!, facts.after[row]!];
    if (stage === 0 && completed === 0) return this.#end(this.quests, place);
    const [progress, untilSeconds] = [facts.amount[row]!, facts.untilSeconds[row]!];
    this.quests.set(place, { character, quest, stage, progress, completed, untilSeconds });
  }

  #end(those: Map<number, unknown>, id: number): void {
    if (this.keepGone) those.set(id, undefined);
    else those.delete(id);
  }
}
