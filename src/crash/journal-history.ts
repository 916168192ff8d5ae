// A journal by what players can have been told of it: the states of each slot, purse, experience and skill in their order, which
// commands were done; and what stands in it twice.

import type { FactRows } from '#domain/ledger/entries/fact-rows.js';
import { LedgerState } from '#domain/ledger/state/ledger-state.js';
import { verbRule } from '#domain/ledger/verb-rules.js';
import { FactKind } from '#domain/vocabulary/generated/facts.js';
import { HolderKind, LedgerVerb, PurseKind } from '#domain/vocabulary/generated/words.js';
import type { Journal } from '#ports/storage/journal.js';
import type { Held } from './held.js';
import { DocumentHistory } from './document-history.js';
import { emptySlot, imageOf, slotKey } from './told.js';

export class CharacterHistory {
  /** By `slotKey`. */
  readonly slots = new Map<string, Held<string>[]>();
  readonly coins: Held<number>[] = [{ number: 0, value: 0 }];
  readonly experience: Held<number>[] = [{ number: 0, value: 0 }];
  /** By Profession. */
  readonly skills = new Map<number, Held<number>[]>();
  readonly done = new Set<number>();
  /** Tick in which the effects of a command stand. */
  readonly effectTicks = new Map<number, number>();
  begun = 0;
  startTick: number | undefined;
}

export class JournalHistory {
  readonly characters = new Map<number, CharacterHistory>();
  /** What stands twice, a line each. */
  readonly doubled: string[] = [];
  /** Entries of stacks and coins by the name of their verb. */
  readonly verbs = new Map<string, number>();
  /** What letters and listings held. */
  readonly documents = new DocumentHistory();
  readonly #state = new LedgerState();

  constructor(journal: Pick<Journal, 'entries'>) {
    journal.entries(1, (facts, row, number) => this.#read(facts, row, number));
    this.#findSharedSlots();
  }

  of(character: number): CharacterHistory {
    let history = this.characters.get(character);
    if (history === undefined) this.characters.set(character, (history = new CharacterHistory()));
    return history;
  }

  #read(facts: FactRows, row: number, number: number): void {
    const character = facts.character[row]!;
    switch (facts.kind[row]!) {
      case FactKind.stackChanged:
        this.#readStack(facts, row, number);
        break;
      case FactKind.coinsChanged:
        this.#noteEffectOf(facts, row, number);
        if (facts.holder[row] === PurseKind.wallet)
          this.of(facts.owner[row]!).coins.push({ number, value: facts.after[row]! });
        break;
      case FactKind.tradeDone:
        this.#noteEffect(facts, row, number);
        break;
      case FactKind.letterEnded:
        this.#noteEffect(facts, row, number);
        break;
      case FactKind.experienceChanged:
        this.of(character).experience.push({ number, value: facts.after[row]! });
        break;
      case FactKind.professionChanged:
        this.#readSkill(facts, row, number);
        break;
      case FactKind.commandDone:
        this.of(character).done.add(facts.command[row]!);
        break;
      case FactKind.characterBegan:
        if (++this.of(character).begun === 2)
          this.doubled.push(`entry ${number}: character ${character} began its life twice`);
        break;
    }
    this.documents.read(facts, row, number);
    this.#state.apply(facts, row);
  }

  #readSkill(facts: FactRows, row: number, number: number): void {
    const { skills } = this.of(facts.character[row]!);
    const states = skills.get(facts.outcome[row]!) ?? [];
    states.push({ number, value: facts.after[row]! });
    skills.set(facts.outcome[row]!, states);
  }

  #readStack(facts: FactRows, row: number, number: number): void {
    this.#noteEffectOf(facts, row, number);
    this.#requireOnePlace(facts, row, number);
    const from = [facts.fromHolder[row]!, facts.fromOwner[row]!, facts.fromSlot[row]!] as const;
    const to = [facts.holder[row]!, facts.owner[row]!, facts.slot[row]!] as const;
    const isGone = facts.after[row] === 0;
    const hasLeft = isGone || from.some((part, index) => part !== to[index]);
    if (hasLeft) this.#hold(...from, number, emptySlot);
    if (isGone) return;
    const [item, count] = [facts.item[row]!, facts.after[row]!];
    this.#hold(
      ...to,
      number,
      imageOf({ item, count, wear: facts.wear[row]!, bound: facts.bound[row] !== 0 }),
    );
  }

  #hold(holder: number, owner: number, slot: number, number: number, value: string): void {
    if (owner === 0 || !ofCharacters.includes(holder)) return;
    const { slots } = this.of(owner);
    const key = slotKey(holder, slot);
    const states = slots.get(key) ?? [];
    states.push({ number, value });
    slots.set(key, states);
  }

  /** What leaves a place where it does not lie lies in two, or lay there and was taken twice. */
  #requireOnePlace(facts: FactRows, row: number, number: number): void {
    const known = this.#state.stacks.get(facts.instance[row]!);
    if (known === undefined) return;
    const { holder, owner, slot } = known;
    const same =
      facts.fromHolder[row] === holder && facts.fromOwner[row] === owner && facts.fromSlot[row] === slot;
    if (!same)
      this.doubled.push(
        `entry ${number}: stack ${known.instance} leaves a place, but lies in ${holder}/${owner}/${slot}`,
      );
  }

  #noteEffectOf(facts: FactRows, row: number, number: number): void {
    const character = facts.character[row]!;
    const verb = verbRule(facts.verb[row]!)?.name ?? `verb ${facts.verb[row]}`;
    this.verbs.set(verb, (this.verbs.get(verb) ?? 0) + 1);
    // What both sides of a trade give bears the command of who agreed last: TradeDone says whose it is.
    if (facts.verb[row] !== LedgerVerb.trade) this.#noteEffect(facts, row, number);
    if (facts.verb[row] !== LedgerVerb.start) return;
    const history = this.of(character);
    history.startTick ??= facts.tick[row]!;
    if (history.startTick !== facts.tick[row] || history.begun > 0)
      this.doubled.push(`entry ${number}: character ${character} gets what beginners get once more`);
  }

  /** A command has its effects in one tick, and before its end: after it they are those of the same command asked again. */
  #noteEffect(facts: FactRows, row: number, number: number): void {
    const [character, command, tick] = [facts.character[row]!, facts.command[row]!, facts.tick[row]!];
    if (command === 0) return;
    const history = this.of(character);
    const first = history.effectTicks.get(command) ?? tick;
    history.effectTicks.set(command, first);
    if (first !== tick || history.done.has(command))
      this.doubled.push(`entry ${number}: command ${command} of character ${character} was done again`);
  }

  #findSharedSlots(): void {
    const taken = new Map<string, number>();
    for (const { instance, holder, owner, slot } of this.#state.stacks.values()) {
      if (owner === 0) continue;
      const place = `${holder}/${owner}/${slot}`;
      const other = taken.get(place);
      if (other !== undefined) this.doubled.push(`stacks ${other} and ${instance} lie both in ${place}`);
      taken.set(place, instance);
    }
  }
}

const ofCharacters: readonly number[] = [
  HolderKind.inventory,
  HolderKind.equipment,
  HolderKind.bank,
  HolderKind.buyBack,
];
