// What operators can switch off, verb by verb. Verbs of players are refused while they are off; what happens by itself
// waits until they are on again, or is left out, as each says here. Verbs that are missing are parts of others (`fee`, `sold`), the
// first of a life (`start`, `openingBalance`), or what no rule does yet.

import { LedgerVerb } from '../vocabulary/generated/words.js';

/** By the names that operators use; what stops while the verb is off. */
export const switchableVerbs = {
  pickUp: 'Picking up from the ground.',
  drop: 'Laying on the ground.',
  arrange: 'Moving, splitting and merging within the bag or the bank; opening the bank.',
  equip: 'Putting on, also in exchange for what is worn.',
  unequip: 'Taking off, also in exchange for what is put on.',
  use: 'Using up what can be used.',
  repair: 'Having things mended.',
  discard: 'Throwing away.',
  buy: 'Buying from vendors.',
  sell: 'Selling to vendors; so nothing that waits for buying back goes for good either.',
  buyBack: 'Buying back from vendors.',
  deposit: 'Putting into the bank, also in exchange.',
  withdraw: 'Taking from the bank, also in exchange.',
  trade: 'Trades of players: none begins, and those that are open end with nothing exchanged.',
  mailSend: 'Writing letters.',
  mailTake: 'Taking what letters enclose, and deleting letters.',
  mailReturn: 'Sending letters back. Those past their time stay until it is on again.',
  cashOnDelivery: 'Paying for letters.',
  list: 'Putting on the market.',
  marketBuy: 'Buying on the market.',
  listingEnd: 'Taking back from the market. Listings past their time stay until it is on again.',
  craft: 'Crafting: none begins, and work under way ends before its next piece, with nothing taken.',
  quest: 'Taking on, giving up and handing in quests, and talking. What counts for quests goes on counting.',
  kill: 'What kills bring: nothing falls, nobody earns coins or experience.',
  death: 'What dying costs: no experience is lost.',
  wear: 'Wearing off: nothing does.',
  decay: 'Vanishing from the ground: what lies there stays until it is on again.',
} as const satisfies { readonly [Verb in keyof typeof LedgerVerb]?: string };

export type SwitchableVerb = keyof typeof switchableVerbs;

const reasons: Readonly<Record<string, string>> = {
  start: 'every new character begins with it',
  openingBalance: 'it is what was there when the ledger began',
  fee: 'it is part of what it is paid for',
  sold: 'it is part of selling',
  erase: 'it is part of an erasure, which nothing may hold up',
};

/** Why a verb of the ledger is none of these; undefined for one that is, and for what is no verb. */
export function whyNotSwitchable(name: string): string | undefined {
  if (!Object.hasOwn(LedgerVerb, name) || isSwitchableVerb(name)) return undefined;
  return reasons[name] ?? 'nothing that players do, or that happens to them, is it';
}

/** In the order in which they are shown. */
export const switchableVerbNames = Object.keys(switchableVerbs) as readonly SwitchableVerb[];

export function isSwitchableVerb(name: unknown): name is SwitchableVerb {
  return typeof name === 'string' && Object.hasOwn(switchableVerbs, name);
}
