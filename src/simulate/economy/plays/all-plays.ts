// Every verb of the economy, and which requests of players and verbs of the ledger they are: an order or a verb of which
// this says nothing does not compile, and a test refuses a verb that is said to have no play once a rule does it.

import type { OrderRequest } from '#domain/decisions/order-rules.js';
import type { GameRequests, RequestId } from '#domain/vocabulary/generated/requests.js';
import type { LedgerVerb } from '#domain/vocabulary/generated/words.js';
import { playsOfBags } from './bags.js';
import { playsOfBusiness } from './business.js';
import { playsOfCrafting } from './crafting.js';
import { playsOfDocuments } from './documents.js';
import { playsOfParties } from './parties.js';
import type { EconomyPlay } from './play.js';
import { playsOfQuests } from './quests.js';
import { playsOfTrades } from './trades.js';

const plays = {
  ...playsOfBags,
  ...playsOfBusiness,
  ...playsOfCrafting,
  ...playsOfTrades,
  ...playsOfDocuments,
  ...playsOfQuests,
  ...playsOfParties,
};

export type PlayName = keyof typeof plays;
export const economyPlays: Readonly<Record<PlayName, EconomyPlay>> = plays;
export const playNames = Object.keys(plays) as readonly PlayName[];

/** A request that the rules carry out as an order moves what somebody owns. */
type Ordered = {
  [Name in keyof typeof RequestId]: (typeof RequestId)[Name] extends OrderRequest ? Name : never;
}[keyof typeof RequestId];

/** By what it is asked. Of a request that is no order something is said only where things move by it all the same. */
export const playsOfRequest: { readonly [Request in Ordered]: readonly PlayName[] } & {
  readonly [Request in keyof GameRequests]?: readonly PlayName[];
} = {
  useSkill: ['kill', 'wear', 'killInParty'],
  pickUp: ['pickUp'],
  moveItem: ['move', 'split', 'merge', 'swap', 'equip', 'unequip', 'deposit', 'withdraw', 'arrangeBank'],
  dropItem: ['drop', 'takeOver'],
  useItem: ['use'],
  discardItem: ['discard'],
  buyItem: ['buy', 'buyOfStock'],
  sellItem: ['sell', 'sellLast'],
  buyBackItem: ['buyBack'],
  repairItem: ['repair'],
  openBank: ['openBank'],
  tradeInvite: ['tradeInvite'],
  tradeAccept: ['tradeAccept'],
  tradeOffer: ['tradeOffer'],
  tradeCoins: ['tradeCoins'],
  tradeConfirm: ['tradeConfirm'],
  tradeCancel: ['tradeCancel'],
  sendLetter: ['sendLetter', 'sendBill'],
  takeFromLetter: ['takeFromLetter', 'takeCoins'],
  payLetter: ['payLetter'],
  deleteLetter: ['deleteLetter'],
  returnLetter: ['returnLetter'],
  readLetters: ['readLetters'],
  listItem: ['listItem'],
  buyListing: ['buyListing'],
  cancelListing: ['cancelListing', 'cancelUnroomed'],
  searchMarket: ['searchMarket'],
  craft: ['craft'],
  stopCrafting: ['stopCrafting'],
  acceptQuest: ['acceptQuest'],
  abandonQuest: ['abandonQuest'],
  handInQuest: ['handInQuest', 'handInUnroomed'],
  talkTo: ['talkTo'],
  partyInvite: ['partyInvite'],
  partyAccept: ['partyAccept'],
  partyLeave: ['partyLeave'],
  lootRoll: ['lootRoll'],
};

/** What nobody asks for. */
export const playsOfTime: readonly PlayName[] = [
  'decay',
  'die',
  'letterExpires',
  'paidExpires',
  'listingExpires',
];

/** Which plays write entries of the verb; or why none does, `no rule` for a verb that no rule of the game does yet. */
export const playsOfVerb: { readonly [Verb in keyof typeof LedgerVerb]: readonly PlayName[] | string } = {
  start: 'every case begins with characters that begin',
  openingBalance: 'a file of an earlier version, once, when it is opened',
  kill: ['kill', 'killInParty', 'lootRoll'],
  pickUp: ['pickUp'],
  drop: ['drop', 'takeOver'],
  decay: ['decay'],
  arrange: ['move', 'split', 'merge', 'swap', 'arrangeBank'],
  equip: ['equip'],
  unequip: ['unequip'],
  use: ['use'],
  wear: ['wear'],
  repair: ['repair'],
  discard: ['discard'],
  buy: ['buy', 'buyOfStock'],
  sell: ['sell'],
  buyBack: ['buyBack'],
  sold: ['sellLast'],
  deposit: ['deposit'],
  withdraw: ['withdraw'],
  trade: ['tradeConfirm'],
  mailSend: ['sendLetter'],
  mailTake: ['takeFromLetter', 'takeCoins'],
  mailReturn: 'the letter changes its mailbox; what is in it stays where it is',
  fee: ['sendLetter', 'listItem', 'buyListing'],
  cashOnDelivery: ['payLetter'],
  list: ['listItem'],
  marketBuy: ['buyListing'],
  listingEnd: ['cancelListing', 'cancelUnroomed', 'listingExpires'],
  craft: ['craft'],
  quest: ['handInQuest', 'handInUnroomed'],
  death: ['die'],
  grant: 'an operator’s command, a fault between verbs',
  seize: 'an operator’s command, a fault between verbs',
  erase: 'an operator’s command, a fault between verbs',
};
