// Everything that players and the store are told in a tick, as lines of text that name values by what they mean and by
// the permanent numbers of the protocol. Also stands for the store: it takes what it has room for.

import type { CharacterSheet } from '#domain/player/character-sheet.js';
import type {
  ChatMessage,
  CombatMessage,
  PlayerMessages,
  WelcomeMessage,
} from '#domain/vocabulary/generated/messages.js';
import type { CharacterCourier } from '#ports/threads/character-courier.js';
import type { PlayerOutput } from '#ports/threads/player-output.js';
import type { CouriedPlayer, CouriedReport, ReportCourier } from '#ports/threads/report-courier.js';
import { heardMessages } from '../../../support/worlds/heard-messages.js';

export type Value = string | number | boolean | readonly number[] | readonly (readonly number[])[];

/** `chatNearby` is the chat that all are told who see the speaker. */
export type PlayerTelling = keyof PlayerMessages | 'chatNearby' | 'placed' | 'end';

/** What a player, all who see an entity, or the store is told. */
export interface Told {
  readonly to: string;
  readonly what: PlayerTelling | keyof CharacterCourier | keyof ReportCourier;
  readonly values: Readonly<Record<string, Value>>;
}

export interface ToldListener {
  told(session: number, what: PlayerTelling, values: Readonly<Record<string, Value>>): void;
  /** What all are told who see an entity. */
  toldAround(what: PlayerTelling, values: Readonly<Record<string, Value>>): void;
  loadRequested(session: number, accountId: string, name: string): void;
  nameRequested(name: string): void;
  saved(sheet: CharacterSheet): void;
  reported(report: CouriedReport): void;
  /** `entered`, `departed`, `allSaved`, or a call that found no room. */
  storeTold(what: string): void;
}

export class Tellings implements PlayerOutput, CharacterCourier, ReportCourier {
  /** Of the tick that runs, in the order of the calls. */
  readonly ofTick: Told[] = [];
  /** How many calls the store takes before it is full. */
  room = Infinity;

  readonly toSession = heardMessages((what, session, message) => {
    if (what === 'welcome') {
      // The content's hash says nothing of what the rules do.
      const { entity, tick, name, map, mapKey } = message as WelcomeMessage;
      this.#tell(session, what, { entity, tick, name, map, mapKey });
    } else this.#tell(session, what, copied(message));
  });
  readonly toNearby = heardMessages((what, entity, message) => {
    if (what === 'chat') {
      const { name, text } = message as ChatMessage;
      this.#tellAround('chatNearby', entity, { name, text });
    } else this.#tellAround(what, entity, { ...(message as CombatMessage) });
  });

  readonly toEverybody = heardMessages((what, _, message) => {
    this.ofTick.push({ to: 'everybody', what, values: { ...message } });
  });

  readonly #listener: ToldListener;

  constructor(listener: ToldListener) {
    this.#listener = listener;
  }

  #tell(session: number, what: PlayerTelling, values: Record<string, Value>): void {
    this.ofTick.push({ to: `player ${session}`, what, values });
    this.#listener.told(session, what, values);
  }

  #tellAround(what: PlayerTelling, entity: number, values: Record<string, Value>): void {
    this.ofTick.push({ to: `around ${entity}`, what, values });
    this.#listener.toldAround(what, values);
  }

  #store(what: keyof CharacterCourier | keyof ReportCourier, values: Record<string, Value>): void {
    this.ofTick.push({ to: 'store', what, values });
  }

  placed(session: number, entity: number, map: number): void {
    this.#tell(session, 'placed', { entity, map });
  }
  end(session: number, reason: number, detail: string): void {
    this.#tell(session, 'end', { reason, detail });
  }

  requestLoad(session: number, accountId: string, name: string): boolean {
    if (!this.#hasRoom('requestLoad')) return false;
    this.#store('requestLoad', { session, accountId, name });
    this.#listener.loadRequested(session, accountId, name);
    return true;
  }
  requestName(name: string): boolean {
    this.#store('requestName', { name });
    this.#listener.nameRequested(name);
    return true;
  }
  save(sheet: CharacterSheet): boolean {
    if (!this.#hasRoom('save')) return false;
    this.#store('save', valuesOf(sheet));
    this.#listener.saved(sheet);
    return true;
  }
  entered(session: number, sheet: CharacterSheet): void {
    this.#store('entered', { session, ...valuesOf(sheet) });
    this.#listener.storeTold('entered');
  }
  departed(session: number, sheet: CharacterSheet): void {
    this.#store('departed', { session, ...valuesOf(sheet) });
    this.#listener.storeTold('departed');
  }
  allSaved(): void {
    this.#store('allSaved', {});
    this.#listener.storeTold('allSaved');
  }

  report(report: CouriedReport): boolean {
    if (!this.#hasRoom('report')) return false;
    const { order, reason, text, reporter, target } = report;
    const told = { ...sideOf('reporter', reporter), ...sideOf('target', target) };
    this.#store('report', { order, reason, text, ...told });
    this.#listener.reported(report);
    return true;
  }
  decisionTold({ report }: { readonly report: number }): void {
    this.#store('decisionTold', { report });
    this.#listener.storeTold('decisionTold');
  }

  /** An offer that is not taken is made again; how often is not the store's business, so nothing is recorded. */
  #hasRoom(what: 'requestLoad' | 'save' | 'report'): boolean {
    if (this.room > 0) {
      this.room--;
      return true;
    }
    this.#listener.storeTold(`${what} without room`);
    return false;
  }
}

function sideOf(side: string, { characterId, name, place, lines, olderLines }: CouriedPlayer) {
  return {
    [side]: characterId,
    [`${side}Name`]: name,
    [`${side}Place`]: place === null ? '' : `${place.map} ${place.x} ${place.y}`,
    [`${side}Lines`]: lines.map((one) => `${one.secondsAgo} ${one.scope} ${one.map} ${one.text}`).join('; '),
    [`${side}Older`]: olderLines,
  };
}

/** A message is reused, its lists too: they are copied as far as they count, each entry as its values. */
function copied(message: object): Record<string, Value> {
  const values: Record<string, Value> = {};
  const fields = message as Readonly<Record<string, Value | readonly object[]>>;
  for (const [name, value] of Object.entries(fields)) {
    const count = fields[`${name}Count`];
    if (typeof count === 'number')
      values[name] = (value as readonly object[])
        .slice(0, count)
        .map((each) => Object.values(each) as number[]);
    else if (!name.endsWith('Count') || fields[name.slice(0, -'Count'.length)] === undefined)
      values[name] = value as Value;
  }
  return values;
}

/** All that the store keeps of a character. */
function valuesOf(sheet: CharacterSheet): Record<string, Value> {
  const { characterId, accountId, name, mapKey, x, y, level, experience, health, mana } = sheet;
  const { coins, kills, deaths, playedSeconds, inventory, times } = sheet;
  const slots = [...inventory.items].flatMap((item, slot) =>
    item === 0 ? [] : [[slot, item, inventory.counts[slot]!]],
  );
  const { deadTicks, inCombatTicks, globalCooldownTicks } = times;
  const cooldownTicks = [...times.cooldownTicks];
  return {
    ...{ characterId, accountId, name, mapKey, x, y, level, experience, health, mana },
    ...{ coins, kills, deaths, playedSeconds, slots },
    ...{ deadTicks, inCombatTicks, globalCooldownTicks, cooldownTicks },
  };
}

/** `player 7 refused request=34 reason=3`. Strings are quoted; numbers are the shortest that give the same value. */
export function lineOf({ to, what, values }: Told): string {
  const words = Object.entries(values).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
  return [to, what, ...words].join(' ');
}
