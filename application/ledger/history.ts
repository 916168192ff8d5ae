// What happened to a stack, or by and with a character: the entries of the journal that name it, newest first, each with the
// stacks that gave to it or took from it. In pieces of some milliseconds, between which others have their turn.

import type { Content } from '#domain/content/content.js';
import { entryInWords, type EntryInWords } from '#domain/ledger/entries/entry-in-words.js';
import type { FactRows } from '#domain/ledger/entries/fact-rows.js';
import { FactKind } from '#domain/vocabulary/generated/facts.js';
import type { HistorySubject, Journal } from '#ports/storage/journal.js';

export interface LedgerHistoryQuery {
  readonly of: HistorySubject;
  /** Only entries with a lower number. */
  readonly before?: number | undefined;
  /** 1 to `historyMax`. */
  readonly limit: number;
}

/** Entries in one answer, which is bounded (documentBytesMax). */
export const historyMax = 100;
/** Of one entry; the others are left out. */
const partnersMax = 16;

export interface HistoryEntry extends Omit<EntryInWords, 'words'> {
  /** When it was stored, in seconds since 1970 by the clock of then; null where that is not known. */
  readonly storedUnix: number | null;
  /** Of an entry about a stack: those that gave units to it or got some of it, in the same act. */
  readonly partners: readonly HistoryPartner[];
}

export interface HistoryPartner {
  readonly stack: number;
  /** What it gained; negative for what it gave. */
  readonly amount: number;
  /** What was in it afterwards. */
  readonly after: number;
}

export interface HistoryPage {
  /** Newest first. */
  readonly entries: readonly HistoryEntry[];
  /** Whether there are older ones that are kept. */
  readonly more: boolean;
  /** The oldest entry of all that is kept, where the history ends: 1 when nothing is missing. Null while there are older ones. */
  readonly keptFrom: number | null;
}

/** See `historyOf`. */
export interface LedgerHistory {
  of(query: LedgerHistoryQuery): Promise<HistoryPage>;
}

/** As a game server answers it: with the content's words for the items in it. */
export interface AnsweredHistory extends HistoryPage {
  readonly items: readonly { readonly id: number; readonly key: string; readonly name: string }[];
}

export function answerHistory(page: HistoryPage, { items }: Pick<Content, 'items'>): AnsweredHistory {
  const ids = new Set(page.entries.map(({ values }) => Number(values['item'] ?? 0)));
  const named = [...ids].flatMap((id) => items[id] ?? []);
  return { ...page, items: named.map(({ id, key, name }) => ({ id, key, name })) };
}

type Source = Pick<Journal, 'naming' | 'entries' | 'storedAt' | 'end'>;

/** Pieces of the journal that are looked at between two turns of others; an index answers in microseconds. */
const piecesAtOnce = 32;
/** Entries so near to each other are read in one go. */
const nearEntries = 2_048;
/** So far from an entry others of its act are looked for: no act writes more. */
const actReach = 96;

/** `turn` lets others have theirs. Throws a JournalError. */
export async function historyOf(
  journal: Source,
  { of, before = Infinity, limit }: LedgerHistoryQuery,
  turn: () => Promise<unknown>,
): Promise<HistoryPage> {
  const wanted = Math.min(limit, historyMax);
  const numbers: number[] = [];
  let piece = { from: Math.min(before, journal.end.number + 1), isOldest: false };
  for (let i = 1; !piece.isOldest && numbers.length <= wanted; i++) {
    const found = journal.naming(of, piece.from);
    for (const number of found.numbers) numbers.push(number);
    piece = found;
    if (i % piecesAtOnce === 0) await turn();
  }
  const ascending = numbers.slice(0, wanted).reverse();
  const entries: HistoryEntry[] = [];
  while (ascending.length > 0) {
    const near = ascending.splice(0, nearTo(ascending));
    entries.push(...read(journal, near));
    await turn();
  }
  const more = numbers.length > wanted || !piece.isOldest;
  return { entries: entries.reverse(), more, keptFrom: more ? null : piece.from };
}

/** How many of them can be read with the first. */
function nearTo(ascending: readonly number[]): number {
  const far = ascending.findIndex((number, i) => i > 0 && number - ascending[i - 1]! > nearEntries);
  return far < 0 ? ascending.length : far;
}

function read(journal: Source, wanted: readonly number[]): HistoryEntry[] {
  const last = wanted.at(-1)! + actReach;
  const asked = new Set(wanted);
  const found: HistoryEntry[] = [];
  let act = new Act();
  journal.entries(Math.max(1, wanted[0]! - actReach), (facts, row, number) => {
    if (!act.includes(facts, row)) {
      found.push(...act.entries);
      act = new Act();
      // Whatever comes now is of another act than the last that is wanted.
      if (number > wanted.at(-1)!) return false;
    }
    const entry = asked.has(number) ? toldOf(journal, facts, row, number) : undefined;
    act.add(facts, row, entry);
    return number < last;
  });
  found.push(...act.entries);
  return found;
}

/** Without what letters say: that is for who has a right to all that is kept of a person (export). */
function toldOf(
  journal: Source,
  facts: FactRows,
  row: number,
  number: number,
): Omit<HistoryEntry, 'partners'> {
  const { words: _, ...entry } = entryInWords(facts, row, number);
  return { ...entry, storedUnix: journal.storedAt(number) ?? null };
}

/** Entries of one tick with one verb, character and command, one behind the other, as stack-acts has it. */
class Act {
  readonly #wanted: Omit<HistoryEntry, 'partners'>[] = [];
  readonly #moved: (HistoryPartner & { readonly item: number })[] = [];
  #key: readonly number[] | undefined;

  includes(facts: FactRows, row: number): boolean {
    const key = keyOf(facts, row);
    return this.#key === undefined || this.#key.every((part, i) => part === key[i]);
  }

  add(facts: FactRows, row: number, wanted: Omit<HistoryEntry, 'partners'> | undefined): void {
    this.#key = keyOf(facts, row);
    if (wanted !== undefined) this.#wanted.push(wanted);
    if (facts.kind[row] !== FactKind.stackChanged) return;
    const [stack, item] = [facts.instance[row]!, facts.item[row]!];
    this.#moved.push({ stack, item, amount: facts.amount[row]!, after: facts.after[row]! });
  }

  get entries(): HistoryEntry[] {
    return this.#wanted.map((entry) => ({ ...entry, partners: this.#partnersOf(entry) }));
  }

  #partnersOf({ values }: Omit<HistoryEntry, 'partners'>): HistoryPartner[] {
    const { instance, item, amount } = values;
    if (instance === undefined) return [];
    return this.#moved
      .filter((one) => one.item === item && one.stack !== instance && one.amount * Number(amount) < 0)
      .slice(0, partnersMax)
      .map(({ item: _, ...partner }) => partner);
  }
}

function keyOf(facts: FactRows, row: number): readonly number[] {
  // Coins of an act stand between its stacks.
  return [facts.tick[row]!, facts.verb[row]!, facts.character[row]!, facts.command[row]!];
}
