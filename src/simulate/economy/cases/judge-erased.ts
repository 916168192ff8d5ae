// That who was erased is erased: no store, no table and no corner of the world has anything of it, nothing says what it
// wrote, and nothing of anybody else went with it.

import { FactKind } from '#domain/vocabulary/generated/facts.js';
import { professionAt } from '#domain/ledger/state/ledger-state.js';
import { HolderKind, LedgerVerb, Profession, PurseKind } from '#domain/vocabulary/generated/words.js';
import { nameKey } from '#ports/names/name-key.js';
import { skillKey, type Books } from '../books/entries.js';
import type { EconomyPlayer } from '../server/economy-player.js';
import type { EconomyStage } from '../server/stage.js';

/** `entry`: the first one in which it can be. What there is of it, a line each. */
export async function erasedTraces(
  stage: EconomyStage,
  { name, characterId }: EconomyPlayer,
  entry: number,
): Promise<string[]> {
  const { characters, erasures } = stage.stores;
  const begun = (await erasures.begun()).some((each) => each.characterId === characterId);
  const found = [
    ...(begun ? ['an erasure that never ends'] : []),
    ...((await characters.find(name)) === undefined ? [] : ['a row in the store of characters']),
    ...storedTraces(stage, characterId),
    ...wordsOf(stage, characterId, entry),
    ...worldTraces(stage, characterId, name),
  ];
  return found.map((what) => `${name} was erased, and there is ${what}`);
}

/** What the journal's tables have of all who were ever erased, a line each. Reads the whole journal. */
export function erasedInTables({ stores, everybody }: EconomyStage): string[] {
  const erased = new Map(
    everybody.filter(({ isErased }) => isErased).map(({ characterId, name }) => [characterId, name]),
  );
  const { commands, experience, ground, letters, listings, professions, purses, quests, stacks } =
    stores.journal.tables();
  const lines: string[] = [];
  const look = (what: string, ...ids: readonly (number | undefined)[]): void => {
    for (const id of ids)
      if (id !== undefined && erased.has(id))
        lines.push(`${erased.get(id)} was erased, and the tables have ${what}`);
  };
  for (const { owner, holder, instance } of stacks.values())
    if (holder <= HolderKind.buyBack) look(`its stack ${instance}`, owner);
  for (const [owner, coins] of purses.get(PurseKind.wallet) ?? [])
    if (coins !== 0) look('coins of it', owner);
  for (const character of experience.keys()) look('experience of it', character);
  for (const place of professions.keys()) look('skill of it', professionAt(place).character);
  for (const one of commands.values()) look('a command of it', one?.character);
  for (const one of quests.values()) look(`quest ${one?.quest} of it`, one?.character);
  for (const one of ground.values()) look('ground that is its own', one?.character);
  for (const one of letters.values()) look(`letter ${one?.letter} of it`, one?.sender, one?.holder);
  for (const one of listings.values()) look(`listing ${one?.listing} of it`, one?.seller);
  return lines;
}

/** By the journal's entries. */
function storedTraces({ books }: EconomyStage, id: number): string[] {
  const lines: string[] = [];
  const look = (what: string, isThere: boolean): void => void (isThere && lines.push(what));
  for (const { owner, holder, instance } of books.stacks.values())
    look(`its stack ${instance}`, owner === id && holder <= HolderKind.buyBack);
  look('coins of it', (books.wallets.get(id) ?? 0) !== 0);
  look('experience of it', (books.experience.get(id) ?? 0) !== 0);
  for (const profession of Object.values(Profession))
    look('skill of it', (books.skills.get(skillKey(id, profession)) ?? 0) !== 0);
  look('quests of it', books.questsOf(id).size > 0);
  for (const one of books.letters.values()) look(`letter ${one.id} of it`, one.from === id || one.to === id);
  for (const one of books.listings.values()) look(`listing ${one.id} of it`, one.seller === id);
  // What lay in escrow lies in something that there is, or nowhere.
  for (const { owner, holder, instance } of books.stacks.values()) {
    look(`stack ${instance} in no letter`, holder === HolderKind.letter && !books.letters.has(owner));
    look(`stack ${instance} in no listing`, holder === HolderKind.listing && !books.listings.has(owner));
  }
  return lines;
}

/** Of letters that it wrote, as whoever reads the journal is told of them. */
function wordsOf({ stores }: EconomyStage, id: number, entry: number): string[] {
  const lines: string[] = [];
  stores.journal.entries(entry, (facts, row, number) => {
    if (facts.kind[row] !== FactKind.letterSent || facts.character[row] !== id) return;
    // A seal, or nothing: words have a line for who wrote them.
    if (/\n/.test(facts.text[row] ?? '')) lines.push(`what it wrote, in entry ${number}`);
  });
  return lines;
}

function worldTraces({ world, server }: EconomyStage, id: number, name: string): string[] {
  const { player, loot } = world.components;
  const { letters, listings, trades } = world.tables;
  const lines: string[] = [];
  for (let row = 1; row < world.store.entities.rowsUsed; row++) {
    if (player.has(row) && player.columns.character[row] === id) lines.push('its body');
    if (loot.has(row) && loot.columns.owner[row] === id) lines.push('something that lies there for it alone');
  }
  for (let row = 1; row < letters.rowsEnd; row++)
    if (letters.ids[row] !== 0 && (letters.from[row] === id || letters.to[row] === id))
      lines.push(`letter ${letters.ids[row]} of it in the world`);
  for (let row = 0; row < listings.count; row++)
    if (listings.sellers[row] === id) lines.push(`listing ${listings.ids[row]} of it in the world`);
  trades.numbers.forEach((number, trade) => {
    const sides = [trades.entities[trade * 2]!, trades.entities[trade * 2 + 1]!];
    if (number !== 0 && sides.some((entity) => world.rowOf(entity) === 0))
      lines.push(`trade ${number}, of which a side is gone`);
  });
  if (server.simulation.game.seats.findByName(nameKey(name)) !== undefined) lines.push('a seat');
  return lines;
}

/** Entries of erasures of whoever was not erased, a line each. */
export function strangersErased({ changes }: Books, players: readonly EconomyPlayer[]): string[] {
  const erased = new Set(players.filter(({ isErased }) => isErased).map(({ characterId }) => characterId));
  return changes
    .filter(({ verb, character }) => verb === LedgerVerb.erase && !erased.has(character))
    .map(({ character, amount }) => `${amount} of character ${character} went with somebody else's erasure`);
}
