// All letters that somebody has. A letter is in exactly one mailbox, that of a character by its id, whatever its name and
// whether it is in the world; what it encloses are stacks and coins whose owner is the letter. So a letter that goes back
// changes its mailbox and nothing else, and can never be in two.

import { createStackColumns } from '../ledger/bag.js';
import type { Bag } from '../ledger/bag.js';
import { defineTable } from '../engine/system.js';
import { HolderKind, LetterKind } from '../vocabulary/generated/words.js';

/** Letters of all characters. */
export const lettersMax = 65_536;
/** Stacks that a letter encloses. */
export const letterStacks = 4;
/** How many letters a character answers for at most, times `mailboxLettersMax` of the content's rules. */
const ownLettersShare = 4;
const idMax = 0xffff_ffff;

/** Rows are 1 to `lettersMax`; 0 is none. */
export class Letters {
  /** The highest id that a letter ever had. */
  lastLetter = 0;
  count = 0;
  /** Letters not sent because there was no room for any, or because of its own that a character answers for, since the start. */
  refused = 0;
  readonly ids = new Uint32Array(lettersMax + 1);
  /** Who sent it, or would get it back; 0 for the market. */
  readonly from = new Uint32Array(lettersMax + 1);
  /** Whose mailbox it is in. */
  readonly to = new Uint32Array(lettersMax + 1);
  readonly kinds = new Uint8Array(lettersMax + 1);
  readonly coins = new Float64Array(lettersMax + 1);
  readonly cashOnDelivery = new Uint32Array(lettersMax + 1);
  /** Seconds since 1970, 0 for never. */
  readonly untilSeconds = new Float64Array(lettersMax + 1);
  readonly stacks = createStackColumns((lettersMax + 1) * letterStacks);
  /** Name of who sent it, title, text: a line each. */
  readonly words = new Array<string>(lettersMax + 1).fill('');
  /** The next letter of the same mailbox, 0 for none: the smallest id first. */
  private readonly next = new Uint32Array(lettersMax + 1);
  private readonly first = new Map<number, number>();
  /** Who answers for it, 0 for one that is in no mailbox. */
  private readonly answering = new Uint32Array(lettersMax + 1);
  /** By character, how many it answers for; 0 are left out. */
  private readonly own = new Map<number, number>();
  private readonly free: number[] = [];
  private rowsUsed = 0;

  /** A row for a letter with the next id, in no mailbox yet; 0, and counted, when there is no room. */
  create(): number {
    const row = this.#claim();
    if (row === 0) {
      this.refused++;
      return 0;
    }
    if (this.lastLetter >= idMax) throw new Error('all ids of letters are used up');
    this.ids[row] = ++this.lastLetter;
    return row;
  }

  /** A letter as it was stored. */
  restore(id: number): number {
    const row = this.#claim();
    if (row === 0) throw new Error(`${this.count} letters are all that there is room for`);
    this.ids[row] = id;
    this.lastLetter = Math.max(this.lastLetter, id);
    return row;
  }

  get isFull(): boolean {
    return this.count === lettersMax;
  }

  hasRoomFor(letters: number): boolean {
    return this.count + letters <= lettersMax;
  }

  put(row: number, character: number): void {
    this.to[row] = character;
    let before = 0;
    let after = this.first.get(character) ?? 0;
    while (after !== 0 && this.ids[after]! < this.ids[row]!) {
      before = after;
      after = this.next[after]!;
    }
    this.next[row] = after;
    if (before === 0) this.first.set(character, row);
    else this.next[before] = row;
    this.account(row);
  }

  takeOut(row: number): void {
    const character = this.to[row]!;
    const head = this.first.get(character) ?? 0;
    if (head === row) {
      if (this.next[row] === 0) this.first.delete(character);
      else this.first.set(character, this.next[row]!);
    } else {
      let before = head;
      while (before !== 0 && this.next[before] !== row) before = this.next[before]!;
      if (before === 0) throw new Error(`letter ${this.ids[row]} is not in the mailbox of ${character}`);
      this.next[before] = this.next[row]!;
    }
    this.next[row] = 0;
    this.to[row] = 0;
    this.account(row);
  }

  /**
   * Counts the letter for who answers for it now: who wrote it, until it came back or was paid for; of all others who has it.
   * To be called when one of these has changed.
   */
  account(row: number): void {
    const before = this.answering[row]!;
    const isWriters = this.kinds[row] === LetterKind.written && this.from[row] !== 0 && !this.isPaid(row);
    const after = this.to[row] === 0 ? 0 : isWriters ? this.from[row]! : this.to[row]!;
    if (before === after) return;
    this.answering[row] = after;
    const left = (this.own.get(before) ?? 0) - 1;
    if (left > 0) this.own.set(before, left);
    else this.own.delete(before);
    if (after !== 0) this.own.set(after, (this.own.get(after) ?? 0) + 1);
  }

  /**
   * Whether the character may answer for one more. Whatever makes a letter, or what will become one, asks this of who will
   * answer for it; so whatever becomes of a letter later needs no room, and nobody fills the server's with its own.
   */
  mayAnswerForMore(character: number, mailboxLettersMax: number): boolean {
    return (this.own.get(character) ?? 0) < ownLettersShare * mailboxLettersMax;
  }

  /** Of an empty letter that is in no mailbox. */
  remove(row: number): void {
    if (!this.isEmpty(row)) throw new Error(`letter ${this.ids[row]} has something in it`);
    this.ids[row] = 0;
    this.from[row] = 0;
    this.kinds[row] = 0;
    this.cashOnDelivery[row] = 0;
    this.untilSeconds[row] = 0;
    this.words[row] = '';
    this.count--;
    this.free.push(row);
  }

  /** The first letter of a mailbox with a higher id, 0 for none. */
  after(character: number, id: number): number {
    let row = this.first.get(character) ?? 0;
    while (row !== 0 && this.ids[row]! <= id) row = this.next[row]!;
    return row;
  }

  /** The letter with that id in the mailbox, 0 for none. */
  find(character: number, id: number): number {
    if (id === 0) return 0;
    const row = this.after(character, id - 1);
    return this.ids[row] === id ? row : 0;
  }

  countOf(character: number): number {
    let letters = 0;
    for (let row = this.first.get(character) ?? 0; row !== 0; row = this.next[row]!) letters++;
    return letters;
  }

  isEmpty(row: number): boolean {
    if (this.coins[row] !== 0) return false;
    for (let at = row * letterStacks; at < (row + 1) * letterStacks; at++)
      if (this.stacks.items[at] !== 0) return false;
    return true;
  }

  /**
   * Whether what it encloses is its holder's own: it was paid on delivery, or whoever sent it is no more. Told by what is
   * stored of it: of all letters that players wrote only these stay until they are empty.
   */
  isPaid(row: number): boolean {
    return this.kinds[row] === LetterKind.written && this.untilSeconds[row] === 0;
  }

  pointAt(row: number, bag: Bag): Bag {
    return bag
      .pointAt(this.stacks, row * letterStacks, letterStacks)
      .of(HolderKind.letter, this.ids[row]!, 0);
  }

  /** Rows in use are below it. */
  get rowsEnd(): number {
    return this.rowsUsed + 1;
  }

  #claim(): number {
    if (this.count === lettersMax) return 0;
    this.count++;
    return this.free.pop() ?? ++this.rowsUsed;
  }

  /** For hashing. */
  eachWord(visit: (word: number) => void): void {
    visit(this.lastLetter);
    for (const row of this.free) visit(row);
    for (let row = 1; row <= this.rowsUsed; row++) {
      if (this.ids[row] === 0) continue;
      for (const column of [this.ids, this.from, this.to, this.kinds, this.cashOnDelivery])
        visit(column[row]!);
      visit(this.coins[row]! | 0);
      visit(Math.floor(this.coins[row]! / 0x1_0000_0000));
      visit(this.untilSeconds[row]! | 0);
      for (let at = row * letterStacks; at < (row + 1) * letterStacks; at++) {
        visit(this.stacks.items[at]!);
        visit(this.stacks.counts[at]!);
        visit(this.stacks.instances[at]! | 0);
      }
    }
  }
}

declare module '../engine/registry.js' {
  interface Tables {
    letters: Letters;
  }
}

export const letters = defineTable({
  name: 'letters',
  create: () => new Letters(),
  eachWord: (table, visit) => table.eachWord(visit),
});
