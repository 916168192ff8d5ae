// That the tables are what the newest entries left: whatever these touched last is there as they say. Both are stored in
// one transaction, so a difference means that the file was damaged or written by somebody else.

import {
  commandPlace,
  commandsKept,
  LedgerState,
  professionAt,
  questAt,
  type DoneCommand,
} from '#domain/ledger/state/ledger-state.js';
import type { WordedFacts } from '#domain/vocabulary/generated/fact-codec.js';
import { FactKind } from '#domain/vocabulary/generated/facts.js';
import { HolderKind } from '#domain/vocabulary/generated/words.js';
import { FactRows } from '#domain/ledger/entries/fact-rows.js';
import { readWindow } from '#domain/ledger/entries/window.js';
import { JournalError } from '#ports/storage/journal.js';
import { torn, type JournalWindows } from './journal-windows.js';
import type { LedgerTables } from './ledger-tables.js';

/** Entries from `from` on. Throws a JournalError 'corrupt'. Returns how many were replayed. */
export function proveTables(windows: JournalWindows, tables: LedgerTables, from: number): number {
  const changed = new LedgerState(true);
  const touched = new TouchedOwners();
  const rows = new FactRows(1);
  let count = 0;
  for (const window of windows.from(from)) {
    const span = readWindow(window.entries, rows, () => {
      changed.apply(rows, 0);
      touched.apply(rows, 0);
    });
    if (span === undefined || span.count !== window.last - window.first + 1)
      throw torn(window, 'they are no whole facts');
    count += span.count;
  }
  const difference = touched.differenceOf(changed, tables) ?? differenceOf(changed, tables);
  if (difference === undefined) return count;
  throw new JournalError('corrupt', `the tables do not agree with the newest entries: ${difference}`);
}

/** By owner, the stacks that came to it, left it or changed in it: a stack is with its last one only. */
class TouchedOwners {
  readonly #instances = new Map<number, Set<number>>();

  apply(facts: WordedFacts, row: number): void {
    if (facts.kind[row] !== FactKind.stackChanged) return;
    const instance = facts.instance[row]!;
    if (facts.fromHolder[row] !== HolderKind.nowhere) this.#note(facts.fromOwner[row]!, instance);
    if (facts.after[row] !== 0) this.#note(facts.owner[row]!, instance);
  }

  differenceOf(changed: LedgerState, tables: LedgerTables): string | undefined {
    for (const [owner, instances] of this.#instances) {
      const there = new Map(tables.stacksOf(owner).map((stack) => [stack.instance, stack]));
      for (const instance of instances) {
        const last = changed.stacks.get(instance)!;
        const isHere = last.count > 0 && last.owner === owner;
        if (differs(isHere ? last : undefined, there.get(instance))) return `stack ${instance}`;
      }
    }
    return undefined;
  }

  #note(owner: number, instance: number): void {
    const known = this.#instances.get(owner);
    if (known === undefined) this.#instances.set(owner, new Set([instance]));
    else known.add(instance);
  }
}

function differenceOf(changed: LedgerState, tables: LedgerTables): string | undefined {
  for (const [kind, purse] of changed.purses)
    for (const [owner, coins] of purse)
      if (tables.coinsIn(kind, owner) !== coins) return `purse of kind ${kind}, owner ${owner}`;
  for (const [character, points] of changed.experience)
    if (tables.experienceOf(character) !== points) return `experience of character ${character}`;
  for (const [place, skill] of changed.professions) {
    const { character, profession } = professionAt(place);
    if (tables.skillIn(character, profession) !== skill)
      return `skill of character ${character} in profession ${profession}`;
  }
  for (const [character, places] of placesOfCharacters(changed.commands.keys())) {
    const there = new Map(
      tables.commandsOf(character).map((done) => [commandPlace(character, done.command), done]),
    );
    for (const place of places) {
      const command = changed.commands.get(place);
      const is = there.get(place);
      if (command === undefined ? is === undefined : is !== undefined && isKeptBy(is, command)) continue;
      return command === undefined
        ? `commands of character ${character}, who was erased`
        : `command ${command.command} of character ${character}`;
    }
  }
  for (const [instance, place] of changed.ground) {
    const is = tables.ground(instance);
    if (differs(place, is)) return `the ground under stack ${instance}`;
  }
  for (const [id, letter] of changed.letters)
    if (differs(letter, tables.documents.letter(id))) return `letter ${id}`;
  for (const [id, listing] of changed.listings)
    if (differs(listing, tables.documents.listing(id))) return `listing ${id}`;
  for (const [place, entry] of changed.quests) {
    const { character, quest } = questAt(place);
    const is = tables.questsOf(character).find((each) => each.quest === quest);
    if (differs(entry, is)) return `quest ${quest} of character ${character}`;
  }
  for (const member of changed.fallen.values())
    if (differs(member, tables.fallen.one(member)))
      return `creature ${member.member} of spawn group “${member.spawnGroup}” on map ${member.map}`;
  return undefined;
}

function placesOfCharacters(places: Iterable<number>): Map<number, number[]> {
  const characters = new Map<number, number[]>();
  for (const place of places) {
    const character = Math.floor(place / commandsKept);
    const known = characters.get(character);
    if (known === undefined) characters.set(character, [place]);
    else known.push(place);
  }
  return characters;
}

/**
 * Whether what stands at a place is what a number's entries leave there. A newer number may have come before the entries that
 * were read, and so may the first entry of the same one: a number that was asked again, for whatever, has one more, and the
 * tables have the request of the first.
 */
function isKeptBy(is: DoneCommand, { character, command }: DoneCommand): boolean {
  return is.character === character && is.command >= command;
}

function differs<Row extends object>(changed: Row | undefined, is: Row | undefined): boolean {
  return changed === undefined ? is !== undefined : is === undefined || !alike(changed, is);
}

/** What `a` does not say is as it was. */
function alike<Row extends object>(a: Row, b: Row): boolean {
  for (const name in a) if (a[name] !== undefined && a[name] !== b[name]) return false;
  return true;
}
