// Whether all that was acknowledged is in the journal, and nothing stands in it twice.
//
// What a player was told of a slot, of its coins, experience and skills, of a letter and of a listing has to be a row of
// states that the journal has, in the same order: each is looked for behind the one before it. It may have been told less
// than there was.

import { checkLedger } from '#application/ledger/check-ledger.js';
import { HolderKind, Profession, PurseKind } from '#domain/vocabulary/generated/words.js';
import { professionPlace, type LedgerState } from '#domain/ledger/state/ledger-state.js';
import type { Journal } from '#ports/storage/journal.js';
import type { DocumentHistory } from './document-history.js';
import type { Held } from './held.js';
import { type CharacterHistory, JournalHistory } from './journal-history.js';
import { imageOf, slotKey, type ToldPlayer, type ToldSlot } from './told.js';

export interface CrashVerdict {
  /** What was looked for: commands confirmed, slots and numbers told. */
  readonly acknowledged: number;
  /** A line each. */
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  readonly ledgerErrors: readonly string[];
  /** Entries of stacks and coins by verb: what was tried at all. */
  readonly verbs: ReadonlyMap<string, number>;
}

/** `characters` has the ids by name. Throws a JournalError 'corrupt' where the stored bytes are damaged. */
export function judge(
  journal: Pick<Journal, 'base' | 'entries' | 'tables'>,
  characters: ReadonlyMap<string, number>,
  players: readonly ToldPlayer[],
): CrashVerdict {
  const history = new JournalHistory(journal);
  const tables = journal.tables();
  const lost: string[] = [];
  let acknowledged = 0;
  for (const player of players) {
    const { name, events, atEnd } = player;
    acknowledged += events.filter(({ kind }) => kind !== 'entered').length;
    const character = characters.get(name);
    if (character === undefined) {
      if (events.length > 0) lost.push(`${name}: there is no such character`);
      continue;
    }
    lost.push(...new ToldOfCharacter(name, history.of(character), history.documents).lostOf(events));
    if (atEnd !== undefined) lost.push(...differences(name, character, atEnd, tables));
  }
  const { doubled, verbs } = history;
  return { acknowledged, lost, doubled, verbs, ledgerErrors: checkLedger(journal).findings };
}

class ToldOfCharacter {
  /** Up to which entry each thing was told, at least. */
  readonly #reached = new Map<string, number>();
  /** What was told of a slot since the player stood in the world: before, it may be what was told in an earlier life. */
  readonly #toldHere = new Map<string, string>();
  readonly #lost: string[] = [];

  constructor(
    private readonly name: string,
    private readonly history: CharacterHistory,
    private readonly documents: DocumentHistory,
  ) {}

  lostOf(events: ToldPlayer['events']): string[] {
    for (const event of events) {
      if (event.kind === 'entered') this.#toldHere.clear();
      else if (event.kind === 'slot') this.#slot(event);
      else if (event.kind === 'document')
        this.#find(event.key, this.documents.states.get(event.key) ?? [], event.image, false);
      else if (event.kind === 'confirmed') this.#confirmed(event.command);
      else if (event.kind === 'skill')
        this.#find(
          `skill in profession ${event.profession}`,
          this.history.skills.get(event.profession) ?? [],
          event.skill,
          false,
        );
      else {
        this.#find('coins', this.history.coins, event.coins, false);
        this.#find('experience', this.history.experience, event.experience, false);
      }
    }
    return this.#lost;
  }

  #confirmed(command: number): void {
    if (!this.history.done.has(command)) this.#lost.push(`${this.name}: command ${command} was confirmed`);
  }

  #slot({ holder, slot, image }: ToldSlot): void {
    const key = slotKey(holder, slot);
    // Who takes over a character while something is not told yet hears of that, and then of all that there is.
    const before = this.#toldHere.get(key);
    const isChange = before !== undefined && before !== image;
    this.#find(`slot ${key}`, this.history.slots.get(key) ?? [], image, isChange);
    // The bank is told whole whenever it is asked for.
    if (holder !== HolderKind.bank) this.#toldHere.set(key, image);
  }

  /** `isChange`: it is another entry than that of what was told of it before. */
  #find<T>(what: string, states: readonly Held<T>[], value: T, isChange: boolean): void {
    const from = (this.#reached.get(what) ?? -1) + (isChange ? 1 : 0);
    const found = states.find((state) => state.number >= from && state.value === value);
    if (found !== undefined) this.#reached.set(what, found.number);
    else this.#lost.push(`${this.name}: ${what} was told as ${value}, and no entry after ${from - 1} has it`);
  }
}

function differences(
  name: string,
  character: number,
  { coins, skills, slots }: NonNullable<ToldPlayer['atEnd']>,
  tables: LedgerState,
): string[] {
  const stored = new Map<string, string>();
  for (const { holder, owner, slot, item, count, wear, bound } of tables.stacks.values()) {
    if (owner === character && (holder === HolderKind.inventory || holder === HolderKind.equipment))
      stored.set(slotKey(holder, slot), imageOf({ item, count, wear, bound: bound !== 0 }));
  }
  const found: string[] = [];
  for (const key of new Set([...stored.keys(), ...slots.keys()])) {
    const [told, is] = [slots.get(key), stored.get(key)];
    if (told !== is)
      found.push(`${name}: slot ${key} was ${told ?? 'empty'} at last, and is ${is ?? 'empty'}`);
  }
  const storedCoins = tables.purses.get(PurseKind.wallet)?.get(character) ?? 0;
  if (storedCoins !== coins) found.push(`${name}: had ${coins} coins at last, and has ${storedCoins}`);
  for (const profession of Object.values(Profession)) {
    const [told, is] = [
      skills.get(profession) ?? 0,
      tables.professions.get(professionPlace(character, profession)) ?? 0,
    ];
    if (told !== is)
      found.push(`${name}: had skill ${told} in profession ${profession} at last, and has ${is}`);
  }
  return found;
}
