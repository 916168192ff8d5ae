// The store behind the courier: it answers a load after a while that follows from the session's number alone, so that the
// order of the questions changes nothing. Some answers never come, and some say no.

import { DisconnectReason } from '#domain/vocabulary/generated/words.js';
import { CharacterSheet, copySheet } from '#domain/player/character-sheet.js';
import type { Simulation } from '#application/tick/simulation.js';
import { Item } from './harness/content.js';

interface Request {
  readonly session: number;
  readonly accountId: string;
  readonly name: string;
  readonly dueTick: number;
}

export class Store {
  readonly #sheets = new Map<string, CharacterSheet>();
  #requests: Request[] = [];
  #lastId = 0;

  constructor() {
    for (const sheet of oldCharacters()) {
      sheet.characterId = ++this.#lastId;
      this.#sheets.set(sheet.name, sheet);
    }
  }

  take(sheet: CharacterSheet): void {
    const copy = new CharacterSheet();
    copySheet(copy, sheet);
    this.#sheets.set(sheet.name, copy);
  }

  request(session: number, accountId: string, name: string, tick: number): void {
    this.#requests.push({ session, accountId, name, dueTick: tick + 1 + ((session * 7) % 20) });
  }

  /** Between two ticks. Of every 13 sessions one is never answered, and one is told no. */
  answer(simulation: Simulation): void {
    const due = this.#requests.filter(({ dueTick }) => dueTick <= simulation.tick);
    this.#requests = this.#requests.filter(({ dueTick }) => dueTick > simulation.tick);
    for (const { session, accountId, name } of due) {
      if (session % 13 === 7) continue;
      if (session % 13 === 10)
        simulation.characterUnavailable(session, DisconnectReason.characterUnavailable, 'the store says no');
      else simulation.characterLoaded(session, this.#sheetFor(accountId, name));
    }
  }

  #sheetFor(accountId: string, name: string): CharacterSheet {
    const stored = this.#sheets.get(name);
    if (stored !== undefined) return stored;
    const sheet = new CharacterSheet();
    sheet.characterId = ++this.#lastId;
    sheet.accountId = accountId;
    sheet.name = name;
    return sheet;
  }
}

export const accountOf = (number: number) => `00000000-0000-0000-0000-${number.toString().padStart(12, '0')}`;

/** Characters of an earlier run of the server. The name's place in the players' list is the number of its account. */
function oldCharacters(): CharacterSheet[] {
  const at = { mapKey: 'field', x: 15, y: 9, level: 1, health: 80, mana: 40, coins: 100 };
  const packed = old('Bob', 1, { ...at, experience: 30 });
  packed.inventory.items.fill(Item.sword);
  packed.inventory.counts.fill(1);
  const fallen = old('Cleo', 2, { ...at, experience: 150, level: 2, health: 0, deaths: 3 });
  fallen.times.deadTicks = 30;
  const fighting = old('Dora', 3, { ...at, mapKey: 'pit', x: 15, y: 15, experience: 399, level: 3 });
  fighting.times.inCombatTicks = 200;
  fighting.times.globalCooldownTicks = 100;
  fighting.times.cooldownTicks.set([300, 0, 400]);
  return [
    packed,
    fallen,
    fighting,
    old('Emil', 4, { ...at, mapKey: 'atlantis', experience: 1090, level: 5, coins: 4_294_967_290 }),
    old('Fay', 5, { ...at, x: 21.5, y: 12.5, playedSeconds: 12_345, kills: 7 }),
  ];
}

function old(name: string, account: number, values: Partial<CharacterSheet>): CharacterSheet {
  const sheet = new CharacterSheet();
  Object.assign(sheet, { characterId: account, name, accountId: accountOf(account) }, values);
  return sheet;
}
