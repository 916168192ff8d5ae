// A journal whose disk is what a test wants it to be: full, locked, failing, slow. What is behind it decides everything else.

import { JournalError, type Journal, type JournalErrorCode } from '#ports/storage/journal.js';

export type JournalFault = Extract<JournalErrorCode, 'full' | 'locked' | 'failed'>;

export class FaultyJournal implements Journal {
  /** What appending and tending throw as long as it is set. */
  fault: JournalFault | undefined;
  /** Called before each append: a slow disk waits in it. */
  beforeAppend: () => void = () => undefined;
  /** Appends refused because of `fault`. */
  refused = 0;

  constructor(private readonly behind: Journal) {}

  get end(): Journal['end'] {
    return this.behind.end;
  }

  append(...[first, facts, besides]: Parameters<Journal['append']>): number {
    this.beforeAppend();
    this.#fail();
    return this.behind.append(first, facts, besides);
  }

  tend(): boolean {
    this.#fail();
    return this.behind.tend();
  }

  stacksIn(...[holder, owner]: Parameters<Journal['stacksIn']>): ReturnType<Journal['stacksIn']> {
    return this.behind.stacksIn(holder, owner);
  }

  letters(): ReturnType<Journal['letters']> {
    return this.behind.letters();
  }

  listings(): ReturnType<Journal['listings']> {
    return this.behind.listings();
  }

  onGround(): ReturnType<Journal['onGround']> {
    return this.behind.onGround();
  }

  keptItems(): ReturnType<Journal['keptItems']> {
    return this.behind.keptItems();
  }

  fallen(): ReturnType<Journal['fallen']> {
    return this.behind.fallen();
  }

  coinsIn(purse: number, owner: number): number {
    return this.behind.coinsIn(purse, owner);
  }

  experienceOf(character: number): number {
    return this.behind.experienceOf(character);
  }

  professionsOf(character: number): ReturnType<Journal['professionsOf']> {
    return this.behind.professionsOf(character);
  }

  commandsOf(character: number): ReturnType<Journal['commandsOf']> {
    return this.behind.commandsOf(character);
  }

  questsOf(character: number): ReturnType<Journal['questsOf']> {
    return this.behind.questsOf(character);
  }

  entries(...[from, visit]: Parameters<Journal['entries']>): void {
    this.behind.entries(from, visit);
  }

  naming(...[subject, before]: Parameters<Journal['naming']>): ReturnType<Journal['naming']> {
    return this.behind.naming(subject, before);
  }

  storedAt(entry: number): number | undefined {
    return this.behind.storedAt(entry);
  }

  base(): ReturnType<Journal['base']> {
    return this.behind.base();
  }

  baseOf(character: number): ReturnType<Journal['baseOf']> {
    return this.behind.baseOf(character);
  }

  baseTotals(): ReturnType<Journal['baseTotals']> {
    return this.behind.baseTotals();
  }

  amounts(...[table, after]: Parameters<Journal['amounts']>): ReturnType<Journal['amounts']> {
    return this.behind.amounts(table, after);
  }

  tables(): ReturnType<Journal['tables']> {
    return this.behind.tables();
  }

  close(): void {
    this.behind.close();
  }

  #fail(): void {
    if (this.fault === undefined) return;
    this.refused++;
    throw new JournalError(this.fault, `the disk is ${this.fault}, as the test wants it`);
  }
}
