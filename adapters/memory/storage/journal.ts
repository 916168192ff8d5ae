// The journal in memory, for tests and for servers that may forget. Behaves as the SQLite journal does.

import { doneCommands, type DoneCommands } from '#domain/ledger/done-commands.js';
import { noteDocumentId, type DocumentIds, type LedgerBase } from '#domain/ledger/state/ledger-base.js';
import { names } from '#domain/ledger/entries/entry-in-words.js';
import { ownHolders } from '#domain/ledger/erase-possessions.js';
import { FactRows } from '#domain/ledger/entries/fact-rows.js';
import {
  LedgerState,
  professionAt,
  professionPlace,
  type FallenMember,
  type LearnedProfession,
  type LedgerQuest,
  type LedgerStack,
} from '#domain/ledger/state/ledger-state.js';
import { coinsKey, experienceKey, LedgerTotals, skillKey } from '#domain/ledger/state/ledger-totals.js';
import { keepsWords, withoutWords } from '#domain/ledger/letter-words.js';
import { readWindow } from '#domain/ledger/entries/window.js';
import { FactColumn, FactKind, factDefinition } from '#domain/vocabulary/generated/facts.js';
import { HolderKind, Profession, PurseKind } from '#domain/vocabulary/generated/words.js';
import { JournalError } from '#ports/storage/journal.js';
import type {
  AmountKey,
  AmountPiece,
  AmountTable,
  OwnedAmount,
  GroundStack,
  KeptItem,
  HistorySubject,
  Journal,
  JournalEnd,
  KeptLetter,
  KeptListing,
  NamingEntries,
} from '#ports/storage/journal.js';
import type { OwnedThings } from '#ports/storage/ownership.js';

interface Window {
  readonly first: number;
  readonly firstTick: number;
  /** The journal's, with it. */
  readonly end: JournalEnd;
  readonly facts: Uint8Array;
}

/** What stands for words in an entry, and in the letter's state. */
interface SealedWords {
  readonly seal: string;
  readonly words: string;
}

export class MemoryJournal implements Journal {
  readonly #windows: Window[] = [];
  /** Letters without what they say. */
  readonly #state = new LedgerState();
  readonly #words = new Map<number, SealedWords>();
  #seals = 0;
  readonly #rows = new FactRows(1);
  #end: JournalEnd = { number: 0, tick: 0, instance: 0, document: 0 };
  /** Of the entries that are not kept any more. */
  readonly #baseState = new LedgerState();
  readonly #baseTotals = new LedgerTotals();
  readonly #baseIds: DocumentIds = { letter: 0, listing: 0 };
  #baseEnd: JournalEnd = this.#end;
  #baseTick = -1;
  #closed = false;

  /** The newest entries that are kept. */
  constructor(private readonly keptEntries = Infinity) {}

  get end(): JournalEnd {
    this.#requireOpen();
    return this.#end;
  }

  append(first: number, appended: Uint8Array, besides: () => void = () => undefined): number {
    this.#requireOpen();
    const { number, instance, document } = this.#end;
    if (first !== number + 1) throw new JournalError('invalid', `${first} does not follow entry ${number}`);
    const said = new Map<number, SealedWords>();
    const wordless = withoutWords(appended, this.#rows, (letter, words) => {
      const seal = String(++this.#seals);
      said.set(letter, { seal, words });
      return seal;
    });
    if (wordless === undefined) throw new JournalError('invalid', 'the bytes are no whole durable facts');
    const { span, facts } = wordless;
    if (span.count === 0) return number;
    besides();
    const touched = new Set<number>();
    readWindow(facts, this.#rows, (rows) => {
      this.#state.apply(rows, 0);
      const { columns } = factDefinition(rows.kind[0]!)!;
      if ((columns & FactColumn.document) !== 0) touched.add(rows.document[0]!);
    });
    for (const letter of touched) this.#keepWords(letter, said.get(letter));
    const last = number + span.count;
    this.#end = {
      number: last,
      tick: span.lastTick,
      instance: Math.max(instance, span.instance),
      document: Math.max(document, span.document),
    };
    this.#windows.push({ first, firstTick: span.firstTick, end: this.#end, facts: facts.slice() });
    return last;
  }

  #keepWords(id: number, said: SealedWords | undefined): void {
    const letter = this.#state.letters.get(id);
    if (letter === undefined || !keepsWords(letter)) this.#words.delete(id);
    else if (said?.seal === letter.words) this.#words.set(id, said!);
    else if (this.#words.get(id)?.seal !== letter.words) this.#words.delete(id);
  }

  #unsealed(letter: number, seal: string | undefined): string {
    const sealed = this.#words.get(letter);
    return sealed !== undefined && sealed.seal === seal ? sealed.words : '';
  }

  #withWords(state: LedgerState): LedgerState {
    for (const [id, letter] of state.letters)
      if (letter !== undefined) state.letters.set(id, { ...letter, words: this.#words.get(id)?.words ?? '' });
    return state;
  }

  tend(): boolean {
    this.#requireOpen();
    const surplus = this.#end.number - this.keptEntries - this.#baseEnd.number;
    const old = this.#oldest(surplus);
    for (const { facts, end } of this.#windows.splice(0, old)) {
      readWindow(facts, this.#rows, (rows) => {
        if (rows.tick[0] !== this.#baseTick) this.#baseTotals.endTick();
        this.#baseTick = rows.tick[0]!;
        this.#baseTotals.add(rows, 0);
        noteDocumentId(this.#baseIds, rows, 0);
        this.#baseState.apply(rows, 0);
      });
      this.#baseEnd = end;
    }
    this.#baseTotals.endTick();
    return false;
  }

  /** How many windows hold no more than so many entries, and end with a tick. */
  #oldest(surplus: number): number {
    let old = 0;
    for (let i = 0; i + 1 < this.#windows.length; i++) {
      const { end } = this.#windows[i]!;
      if (end.number - this.#baseEnd.number > surplus) return old;
      // Ticks may begin anew between two windows.
      if (end.tick !== this.#windows[i + 1]!.firstTick) old = i + 1;
    }
    return old;
  }

  stacksIn(holder: number, owner: number): LedgerStack[] {
    this.#requireOpen();
    return [...this.#state.stacks.values()]
      .filter((stack) => stack.holder === holder && stack.owner === owner)
      .sort((a, b) => a.slot - b.slot)
      .map((stack) => ({ ...stack }));
  }

  onGround(): GroundStack[] {
    this.#requireOpen();
    return [...this.#state.ground.values()]
      .flatMap((place) => {
        const stack = place && this.#state.stacks.get(place.instance);
        if (place === undefined || stack === undefined) return [];
        const { item, count, wear, bound } = stack;
        return [{ ...place, item, count, wear, bound }];
      })
      .sort((a, b) => a.instance - b.instance);
  }

  keptItems(): KeptItem[] {
    this.#requireOpen();
    const byItem = new Map<number, KeptItem>();
    for (const { item, count } of this.#state.stacks.values()) {
      const { stacks = 0, units = 0 } = byItem.get(item) ?? {};
      byItem.set(item, { item, stacks: stacks + 1, units: units + count });
    }
    return [...byItem.values()].sort((a, b) => a.item - b.item);
  }

  letters(): KeptLetter[] {
    this.#requireOpen();
    return [...this.#state.letters.values()]
      .flatMap((letter) => {
        if (letter === undefined) return [];
        const id = letter.letter;
        const words = this.#words.get(id)?.words ?? '';
        const coins = this.coinsIn(PurseKind.letter, id);
        return [{ ...letter, words, coins, stacks: this.stacksIn(HolderKind.letter, id) }];
      })
      .sort((a, b) => a.letter - b.letter);
  }

  listings(): KeptListing[] {
    this.#requireOpen();
    return [...this.#state.listings.values()]
      .flatMap((listing) =>
        listing === undefined
          ? []
          : [{ ...listing, stack: this.stacksIn(HolderKind.listing, listing.listing)[0] }],
      )
      .sort((a, b) => a.listing - b.listing);
  }

  fallen(): FallenMember[] {
    this.#requireOpen();
    return [...this.#state.fallen.values()].sort(
      (a, b) =>
        a.map - b.map ||
        (a.spawnGroup < b.spawnGroup ? -1 : a.spawnGroup > b.spawnGroup ? 1 : a.member - b.member),
    );
  }

  coinsIn(purse: number, owner: number): number {
    this.#requireOpen();
    return this.#state.purses.get(purse)?.get(owner) ?? 0;
  }

  experienceOf(character: number): number {
    this.#requireOpen();
    return this.#state.experience.get(character) ?? 0;
  }

  professionsOf(character: number): LearnedProfession[] {
    this.#requireOpen();
    return professionsIn(this.#state, character);
  }

  commandsOf(character: number): DoneCommands {
    this.#requireOpen();
    return doneCommands(character, (place) => this.#state.commands.get(place));
  }

  questsOf(character: number): LedgerQuest[] {
    this.#requireOpen();
    return questsIn(this.#state, character);
  }

  entries(from: number, visit: (facts: FactRows, row: number, number: number) => boolean | void): void {
    this.#requireOpen();
    const rows = new FactRows(1);
    let going = true;
    for (const { first, end, facts } of this.#windows) {
      if (!going) return;
      if (end.number < from) continue;
      readWindow(facts, rows, (_, index) => {
        if (!going || first + index < from) return;
        if (rows.kind[0] === FactKind.letterSent)
          rows.text[0] = this.#unsealed(rows.document[0]!, rows.text[0]);
        going = visit(rows, 0, first + index) !== false;
      });
    }
  }

  naming(subject: HistorySubject, before: number): NamingEntries {
    const numbers: number[] = [];
    this.entries(1, (facts, row, number) => {
      if (number < before && names(facts, row, subject)) numbers.unshift(number);
    });
    return { numbers, from: this.#baseEnd.number + 1, isOldest: true };
  }

  /** It has no clock. */
  storedAt(): undefined {
    this.#requireOpen();
  }

  base(): LedgerBase {
    this.#requireOpen();
    const { number, tick, instance } = this.#baseEnd;
    const state = this.#withWords(this.#baseState.copy());
    return { number, tick, instance, ...this.#baseIds, state, totals: this.#baseTotals.all };
  }

  baseOf(character: number): OwnedThings {
    this.#requireOpen();
    return thingsIn(this.#baseState, character);
  }

  baseTotals(): Pick<LedgerBase, 'number' | 'totals'> {
    this.#requireOpen();
    return { number: this.#baseEnd.number, totals: this.#baseTotals.all };
  }

  /** All of them, in one piece. */
  amounts(table: AmountTable, after: AmountKey | undefined): AmountPiece {
    this.#requireOpen();
    if (after !== undefined) throw new JournalError('invalid', 'nothing is behind the only piece');
    return { amounts: amountsIn(this.#state, table), through: undefined };
  }

  tables(): LedgerState {
    this.#requireOpen();
    const copy = this.base().state;
    this.entries(1, (facts, row) => copy.apply(facts, row));
    return copy;
  }

  close(): void {
    this.#closed = true;
  }

  #requireOpen(): void {
    if (this.#closed) throw new JournalError('closed', 'the journal is closed');
  }
}

function thingsIn(state: LedgerState, character: number): OwnedThings {
  const own = [...state.stacks.values()].filter(({ owner }) => owner === character);
  return {
    stacks: ownHolders.flatMap((each) =>
      own
        .filter(({ holder }) => holder === each)
        .sort((a, b) => a.slot - b.slot)
        .map((stack) => ({ ...stack })),
    ),
    coins: state.purses.get(PurseKind.wallet)!.get(character) ?? 0,
    experience: state.experience.get(character) ?? 0,
    professions: professionsIn(state, character),
    quests: questsIn(state, character),
  };
}

function professionsIn(state: LedgerState, character: number): LearnedProfession[] {
  return Object.values(Profession).flatMap((profession) => {
    const skill = state.professions.get(professionPlace(character, profession));
    return skill === undefined ? [] : [{ profession, skill }];
  });
}

function questsIn(state: LedgerState, character: number): LedgerQuest[] {
  return [...state.quests.values()]
    .flatMap((each) => (each?.character === character ? [each] : []))
    .sort((a, b) => a.quest - b.quest);
}

function amountsIn(state: LedgerState, table: AmountTable): OwnedAmount[] {
  switch (table) {
    case 'stacks':
      return [...state.stacks.values()].map(({ instance, item, count, holder, owner }) => ({
        ...{ owner, at: instance, of: item, holder, units: count },
      }));
    case 'purses':
      return [...state.purses].flatMap(([kind, purse]) =>
        [...purse].map(([owner, units]) => ({ owner, at: kind, of: coinsKey, holder: 0, units })),
      );
    case 'experience':
      return [...state.experience].map(([owner, units]) => ({
        ...{ owner, at: 0, of: experienceKey, holder: 0, units },
      }));
    case 'professions':
      return [...state.professions].map(([place, units]) => {
        const { character: owner, profession: at } = professionAt(place);
        return { owner, at, of: skillKey, holder: 0, units };
      });
  }
}
