// What a server tells its players, each message held against what is on the disk when it is told: nobody is told what a
// crash could still take back.

import {
  playerMessageNames,
  type CharacterStatusMessage,
  type CommandConfirmedMessage,
  type InventorySlotMessage,
  type LetterMessage,
  type LetterNewsMessage,
  type LootRollBegunMessage,
  type MarketListingMessage,
  type PartyInvitedMessage,
  type PlayerMessages,
  type ProfessionSkillMessage,
  type QuestStatusMessage,
  type RefusedMessage,
  type TradeInvitedMessage,
  type TradeStateMessage,
  type WelcomeMessage,
} from '#domain/vocabulary/generated/messages.js';
import { HolderKind } from '#domain/vocabulary/generated/words.js';
import { imageOf, slotKey } from '../../../crash/told.js';
import { contentsOf, placeOf, questImage, type Books } from '../books/entries.js';
import type { EconomyPlayer } from './economy-player.js';
import type { EconomyOutput } from './economy-server.js';

type Reader = (player: EconomyPlayer, message: never) => void;

export class ToldPlayers implements EconomyOutput {
  /** By session. */
  readonly players = new Map<number, EconomyPlayer>();
  /** What was told and is not stored, a line each. */
  readonly untrue: string[] = [];
  /** Messages, and a sum over them: two runs that tell the same have the same. */
  messages = 0;
  sum = 0;
  readonly toSession: PlayerMessages;
  readonly toNearby = all(() => undefined);
  readonly toEverybody = this.toNearby;

  constructor(private readonly books: Books) {
    this.toSession = all((name, session, message) => {
      this.#note(session, name, message);
      const player = this.players.get(session);
      if (player !== undefined) this.#readers[name]?.(player, message as never);
    });
  }

  placed(session: number, entity: number): void {
    this.#note(session, 'placed', { entity });
  }

  numbered(session: number, characterId: number): void {
    const player = this.players.get(session);
    if (player !== undefined) player.characterId = characterId;
  }

  end(session: number, reason: number): void {
    this.#note(session, 'end', { reason });
    const player = this.players.get(session);
    if (player?.session === session) player.gone();
    this.players.delete(session);
  }

  readonly #readers: { readonly [Name in keyof PlayerMessages]?: Reader } = {
    welcome: (player, { entity, lastCommand }: WelcomeMessage) => player.welcome(entity, lastCommand),
    inventorySlot: (player, message: InventorySlotMessage) => this.#slot(player, message),
    characterStatus: (player, message: CharacterStatusMessage) => this.#status(player, message),
    commandConfirmed: (player, { command }: CommandConfirmedMessage) => {
      if (!this.books.catchUp().hasDone(player.characterId, command))
        this.#find(player, `command ${command} was confirmed`);
      player.confirmed.add(command);
      player.events.push({ kind: 'confirmed', command });
    },
    refused: (player, { command, reason }: RefusedMessage) => {
      if (command !== 0) player.refused.set(command, reason);
    },
    professionSkill: (player, { profession, skill }: ProfessionSkillMessage) => {
      if (!this.books.catchUp().hasHadSkill(player.characterId, profession, skill))
        this.#find(player, `skill ${skill} in profession ${profession}`);
    },
    letterNews: (player, { letter }: LetterNewsMessage) => {
      player.letter = letter;
    },
    letter: (player, message: LetterMessage) => this.#letter(player, message),
    questStatus: (player, message: QuestStatusMessage) => this.#quest(player, message),
    marketListing: (player, message: MarketListingMessage) => this.#listing(player, message),
    tradeInvited: (player, { inviter }: TradeInvitedMessage) => {
      player.inviter = inviter;
    },
    tradeState: (player, { trade, version }: TradeStateMessage) => {
      player.trade = trade;
      player.version = version;
    },
    partyInvited: (player, { invitation }: PartyInvitedMessage) => {
      player.invitation = invitation;
    },
    lootRollBegun: (player, { roll, loot }: LootRollBegunMessage) => {
      player.roll = roll;
      player.rolledFor = loot;
    },
    tradeEnded: (player) => {
      player.trade = 0;
    },
  };

  #slot(player: EconomyPlayer, told: InventorySlotMessage): void {
    const { holder, slot, item, count, wear, bound } = told;
    const image = imageOf(told);
    const contents = contentsOf(item, count, wear, bound);
    const place = placeOf(holder, player.characterId, slot);
    if (item !== 0 && !this.books.catchUp().hasHeld(place, contents))
      this.#find(player, `slot ${place} with ${image}`);
    player.slots.set(slotKey(holder, slot), { image, item });
    player.events.push({ kind: 'slot', holder, slot, image });
  }

  #status(player: EconomyPlayer, { coins, experience }: CharacterStatusMessage): void {
    const books = this.books.catchUp();
    if (!books.hasHadCoins(player.characterId, coins)) this.#find(player, `${coins} coins`);
    if (!books.hasHadExperience(player.characterId, experience))
      this.#find(player, `experience ${experience}`);
    player.coins = coins;
    player.experience = experience;
    player.events.push({ kind: 'numbers', coins, experience });
  }

  #letter(
    player: EconomyPlayer,
    { letter, coins, cashOnDelivery, stacks, stacksCount }: LetterMessage,
  ): void {
    const books = this.books.catchUp();
    const booked = books.letters.get(letter);
    const same =
      booked?.to === player.characterId &&
      booked.cashOnDelivery === cashOnDelivery &&
      (books.letterCoins.get(letter) ?? 0) === coins &&
      stacks.slice(0, stacksCount).every(({ place, item, count }) => {
        const stack = books.stackAt(HolderKind.letter, letter, place);
        return stack?.item === item && stack.units === count;
      });
    if (!same) this.#find(player, `letter ${letter} with ${coins} coins and ${stacksCount} stacks`);
  }

  #listing(player: EconomyPlayer, { listing, price, item, count }: MarketListingMessage): void {
    const books = this.books.catchUp();
    const stack = books.stackAt(HolderKind.listing, listing, 0);
    const same =
      books.listings.get(listing)?.price === price && stack?.item === item && stack.units === count;
    if (!same) this.#find(player, `listing ${listing} of ${count} of item ${item} for ${price}`);
  }

  #quest(player: EconomyPlayer, { quest, stage, done, completed }: QuestStatusMessage): void {
    const image = questImage(stage, Array.from(done), completed);
    if (!this.books.catchUp().hasHadQuest(player.characterId, quest, image))
      this.#find(player, `quest ${quest}: ${image}`);
    if (stage === 0 && completed === 0) player.quests.delete(quest);
    else player.quests.set(quest, image);
  }

  #find(player: EconomyPlayer, what: string): void {
    this.untrue.push(`${player.name} was told of ${what}, which is not stored`);
  }

  #note(session: number, name: string, message: object): void {
    this.messages++;
    const text = `${session} ${name} ${JSON.stringify(message, asMuchAsThereIs)}`;
    for (let i = 0; i < text.length; i++) this.sum = (Math.imul(this.sum, 31) + text.charCodeAt(i)) | 0;
  }
}

/** Of lists, which are reused, what lies beyond their count is not told. */
function asMuchAsThereIs(this: Readonly<Record<string, unknown>>, key: string, value: unknown): unknown {
  const count = this[`${key}Count`];
  return Array.isArray(value) && typeof count === 'number' ? value.slice(0, count) : value;
}

function all(hear: (name: keyof PlayerMessages, to: number, message: object) => void): PlayerMessages {
  const methods = playerMessageNames.map((name) => [
    name,
    (to: number, message: object = {}) => hear(name, to, message),
  ]);
  return Object.fromEntries(methods) as PlayerMessages;
}
