// Generated from protocol-schema by `npm run codegen`; changes here are lost.
// What a client may ask of the game.

import type { ChatScope, HolderKind, LootChoice, PartyLootMode, ReportReason } from './words.js';

/** Ids of the packets: a refusal names by them what was refused. */
export const RequestId = {
  /** Movement, newest step last. Carrying earlier steps again costs little and spares a resend. */
  playerInput: 0x10,
  /** Uses a skill, at once or not at all. */
  useSkill: 0x11,
  /**
   * Takes an item from the ground. Like all requests with a command it is done once: asked again under the same number, also
   * by a later session of the character, it is answered and not done again.
   */
  pickUp: 0x12,
  /** Says something. */
  chat: 0x13,
  /** A dead player asks to stand up at the bind point. */
  respawn: 0x14,
  /** The client leaves on purpose; the server saves, then disconnects. */
  leave: 0x15,
  /**
   * Puts a stack, or a part of it, into another slot: an empty one, one with more of the same, or, for a whole stack, one with
   * something else, which comes back in exchange. From the bag to `equipment` it is put on, where its kind is worn; the slots
   * there are those of EquipSlot in the content.
   */
  moveItem: 0x16,
  /** Lays items on the ground, where anybody can take them. */
  dropItem: 0x17,
  /** Consumes one of a stack, for the health and mana that it gives. */
  useItem: 0x18,
  /** Throws items away for ever. */
  discardItem: 0x19,
  /** Buys from a vendor who is near enough to talk to. All of it or nothing. */
  buyItem: 0x1a,
  /** Sells to a vendor, who keeps the last 8 stacks for buying back. */
  sellItem: 0x1b,
  /**
   * Buys back what was sold, the whole stack, from any vendor, for as much as the most generous one may have paid.
   */
  buyBackItem: 0x1c,
  /** Has somebody mend what is worn, or worn out. */
  repairItem: 0x1d,
  /**
   * Asks a banker what lies in the own bank. CommandConfirmed comes, and behind it InventorySlot for each slot that is not
   * empty. What changes later is told without being asked. Near a banker MoveItem moves between bag and bank.
   */
  openBank: 0x1e,
  /**
   * Begins to make something. Nothing is taken before a piece is finished, and then all at once with what comes of it: whatever
   * ends the work before costs nothing. Confirmed when it begins; pieces of which nothing was told when a server ended are not
   * made. Ends by StopCrafting, by going away, by a fight, by death.
   */
  craft: 0x20,
  /** Makes nothing more. The piece under way costs nothing. */
  stopCrafting: 0x21,
  /**
   * Asks another player to trade. The other has 30 s to accept; it cannot decline, the invitation lapses. A new one takes the place
   * of the one before.
   */
  tradeInvite: 0x28,
  /** Takes up the invitation of another player. */
  tradeAccept: 0x29,
  /**
   * Puts a stack of the bag, or a part of it, on the table of a trade, or takes back what lay there. It stays in the bag.
   */
  tradeOffer: 0x2a,
  /** Puts coins on the table instead of those that lay there. They stay in the purse. */
  tradeCoins: 0x2b,
  /**
   * Agrees to what lies on the table. When both have agreed to the same, all of it changes hands at once. CommandConfirmed says
   * that the player has agreed; that all changed hands says TradeEnded.
   */
  tradeConfirm: 0x2c,
  /** Leaves a trade, or takes back the own invitation. */
  tradeCancel: 0x2d,
  /**
   * Sends a letter to a character, who need not be in the world. Costs postage, see the content's rules.
   */
  sendLetter: 0x30,
  /** Takes what a letter encloses. */
  takeFromLetter: 0x31,
  /**
   * Pays what a letter asks for. The coins go to its sender by letter, and then its stacks can be taken.
   */
  payLetter: 0x32,
  /** Throws an empty letter away. */
  deleteLetter: 0x33,
  /** Sends a letter back to who sent it, with all that it encloses and without being paid. */
  returnLetter: 0x34,
  /** Asks for the own letters. */
  readLetters: 0x35,
  /**
   * Puts a stack of the bag, or a part of it, on the market. Costs a share of the price, see the content's rules.
   */
  listItem: 0x38,
  /** Buys all of a listing. */
  buyListing: 0x39,
  /**
   * Takes an own listing from the market; its stack comes into the bag, or by letter when it has no room there.
   */
  cancelListing: 0x3a,
  /** Asks what is on the market. */
  searchMarket: 0x3b,
  /** Takes on a quest that an npc within reach offers. */
  acceptQuest: 0x3c,
  /** Gives up a quest. What is done of it is gone, and what lies in the bag for it alone. */
  abandonQuest: 0x3d,
  /**
   * Ends a stage of a quest whose objectives are all done: what it collected is handed in, and what it gives comes, all of it or
   * nothing.
   */
  handInQuest: 0x3e,
  /** Talks with an npc within reach. CommandConfirmed comes, and behind it QuestOffers. */
  talkTo: 0x3f,
  /**
   * Invites another player into a party: into that of who invites, who has to lead it, or into a new one. The other may be on any
   * map, and has as long as PartyInvited says to accept. Who declined is not asked again by the same player within that time.
   */
  partyInvite: 0x62,
  /** Takes up an invitation. */
  partyAccept: 0x63,
  /** Turns an invitation down. */
  partyDecline: 0x64,
  /** Leaves the party. */
  partyLeave: 0x65,
  /** The leader puts a member out of the party. */
  partyKick: 0x66,
  /** The leader has somebody else lead. */
  partyPromote: 0x67,
  /**
   * The leader decides how loot is shared: of creatures that the party strikes for the first time from then on.
   */
  partyLoot: 0x68,
  /** Says once what the player wants of something that is rolled for. */
  lootRoll: 0x69,
  /**
   * Tells the operators of another player, who may be away, and does not hear of it. What either of the two said in the last ten
   * minutes, and where both stand, goes with it. Answered with ReportTaken when it is stored. One player may be reported by
   * the same once an hour, and ten be reported a day.
   */
  reportPlayer: 0x6a,
} as const;

export type RequestId = (typeof RequestId)[keyof typeof RequestId];

/** One step of a player's movement. */
export interface MoveStep {
  /**
   * Wished direction, east positive. A vector longer than 1 is shortened to 1 by the server.
   * (-1 .. 1 in steps of 1/127; clamped when encoded)
   */
  readonly moveX: number;
  /**
   * Wished direction, south positive.
   * (-1 .. 1 in steps of 1/127; clamped when encoded)
   */
  readonly moveY: number;
  /**
   * Where the player looks; 0 is east, clockwise (towards south).
   * (1/256 turn)
   */
  readonly facing: number;
  /**
   * For how many world steps this holds, 1 to 6.
   * (u8, 1 .. 6, in ticks)
   */
  readonly ticks: number;
}

/** A stack of the bag, or a part of it, to be put into a letter. */
export interface LetterStack {
  /**
   * In which slot it lies, from 0.
   * (u8)
   */
  readonly slot: number;
  /**
   * How many.
   * (u16)
   */
  readonly units: number;
}

/** Movement, newest step last. Carrying earlier steps again costs little and spares a resend. */
export interface PlayerInputRequest {
  /**
   * Number of the newest step; counts up by one per step and wraps. The first of a session may have any number.
   * (u16)
   */
  readonly sequence: number;
  /**
   * The server tick of which the client was showing others when it made the newest step, rounded down between two, 0 for
   * none. Skills are judged by where their target was that long ago, at most 250 ms; a tick ahead of the server's is now.
   * (u32)
   */
  readonly viewTick: number;
  readonly stepsCount: number;
  /**
   * The newest step is the last; the one before it has the number before it, and so on. Steps that the server has already are skipped.
   * (up to 8)
   */
  readonly steps: readonly MoveStep[];
}

/** Uses a skill, at once or not at all. */
export interface UseSkillRequest {
  /**
   * Skill id from the content; 1 is the plain attack with the weapon at hand.
   * (u16)
   */
  readonly skill: number;
  /**
   * Entity id from EntityState, 0 for none.
   * (u32)
   */
  readonly target: number;
}

/**
 * Takes an item from the ground. Like all requests with a command it is done once: asked again under the same number, also
 * by a later session of the character, it is answered and not done again.
 */
export interface PickUpRequest {
  /**
   * Counted up by the client for each new request of its character, beginning one above Welcome.lastCommand. One that was
   * refused is not used up.
   * (u32)
   */
  readonly command: number;
  /**
   * Entity id of a loot entity within reach.
   * (u32)
   */
  readonly loot: number;
}

/** Says something. */
export interface ChatRequest {
  /** `say`, `zone` or `party`. */
  readonly scope: ChatScope;
  /**
   * Not empty once trimmed; refused as a whole with control or invisible direction characters.
   * (up to 200 bytes of UTF-8)
   */
  readonly text: string;
}

/**
 * Puts a stack, or a part of it, into another slot: an empty one, one with more of the same, or, for a whole stack, one with
 * something else, which comes back in exchange. From the bag to `equipment` it is put on, where its kind is worn; the slots
 * there are those of EquipSlot in the content.
 */
export interface MoveItemRequest {
  /**
   * As in PickUp.
   * (u32)
   */
  readonly command: number;
  /** Where it lies: `inventory`, `equipment` or `bank`. */
  readonly from: HolderKind;
  /**
   * In which slot, from 0.
   * (u8)
   */
  readonly fromSlot: number;
  /** Where it goes: from the bag anywhere of these, from elsewhere into the bag, within the bank too. */
  readonly to: HolderKind;
  /**
   * Into which slot, from 0.
   * (u8)
   */
  readonly toSlot: number;
  /**
   * How many.
   * (u16)
   */
  readonly units: number;
}

/** Lays items on the ground, where anybody can take them. */
export interface DropItemRequest {
  /**
   * As in PickUp.
   * (u32)
   */
  readonly command: number;
  /** Where they lie; the bag. */
  readonly from: HolderKind;
  /**
   * In which slot, from 0.
   * (u8)
   */
  readonly slot: number;
  /**
   * How many.
   * (u16)
   */
  readonly units: number;
}

/** Consumes one of a stack, for the health and mana that it gives. */
export interface UseItemRequest {
  /**
   * As in PickUp.
   * (u32)
   */
  readonly command: number;
  /** Where it lies; the bag. */
  readonly from: HolderKind;
  /**
   * In which slot, from 0.
   * (u8)
   */
  readonly slot: number;
}

/** Throws items away for ever. */
export interface DiscardItemRequest {
  /**
   * As in PickUp.
   * (u32)
   */
  readonly command: number;
  /** Where they lie; the bag. */
  readonly from: HolderKind;
  /**
   * In which slot, from 0.
   * (u8)
   */
  readonly slot: number;
  /**
   * How many.
   * (u16)
   */
  readonly units: number;
}

/** Buys from a vendor who is near enough to talk to. All of it or nothing. */
export interface BuyItemRequest {
  /**
   * As in PickUp.
   * (u32)
   */
  readonly command: number;
  /**
   * Entity id of the vendor.
   * (u32)
   */
  readonly vendor: number;
  /**
   * Item id from the content, one that this vendor sells.
   * (u16)
   */
  readonly item: number;
  /**
   * How many.
   * (u16)
   */
  readonly units: number;
}

/** Sells to a vendor, who keeps the last 8 stacks for buying back. */
export interface SellItemRequest {
  /**
   * As in PickUp.
   * (u32)
   */
  readonly command: number;
  /**
   * Entity id of the vendor.
   * (u32)
   */
  readonly vendor: number;
  /**
   * Slot of the bag in which it lies, from 0.
   * (u8)
   */
  readonly slot: number;
  /**
   * How many.
   * (u16)
   */
  readonly units: number;
}

/**
 * Buys back what was sold, the whole stack, from any vendor, for as much as the most generous one may have paid.
 */
export interface BuyBackItemRequest {
  /**
   * As in PickUp.
   * (u32)
   */
  readonly command: number;
  /**
   * Entity id of the vendor.
   * (u32)
   */
  readonly vendor: number;
  /**
   * Slot of `buyBack` in which it lies, from 0.
   * (u8)
   */
  readonly slot: number;
}

/** Has somebody mend what is worn, or worn out. */
export interface RepairItemRequest {
  /**
   * As in PickUp.
   * (u32)
   */
  readonly command: number;
  /**
   * Entity id of who mends.
   * (u32)
   */
  readonly mender: number;
  /** Where it lies: the bag, or what is worn. */
  readonly from: HolderKind;
  /**
   * In which slot, from 0.
   * (u8)
   */
  readonly slot: number;
}

/**
 * Asks a banker what lies in the own bank. CommandConfirmed comes, and behind it InventorySlot for each slot that is not
 * empty. What changes later is told without being asked. Near a banker MoveItem moves between bag and bank.
 */
export interface OpenBankRequest {
  /**
   * As in PickUp.
   * (u32)
   */
  readonly command: number;
  /**
   * Entity id of the banker.
   * (u32)
   */
  readonly banker: number;
}

/**
 * Begins to make something. Nothing is taken before a piece is finished, and then all at once with what comes of it: whatever
 * ends the work before costs nothing. Confirmed when it begins; pieces of which nothing was told when a server ended are not
 * made. Ends by StopCrafting, by going away, by a fight, by death.
 */
export interface CraftRequest {
  /**
   * As in PickUp.
   * (u32)
   */
  readonly command: number;
  /**
   * Recipe id from the content.
   * (u16)
   */
  readonly recipe: number;
  /**
   * How many pieces, one after another: 1 to 99.
   * (u8)
   */
  readonly count: number;
}

/** Makes nothing more. The piece under way costs nothing. */
export interface StopCraftingRequest {
  /**
   * As in PickUp.
   * (u32)
   */
  readonly command: number;
}

/**
 * Asks another player to trade. The other has 30 s to accept; it cannot decline, the invitation lapses. A new one takes the place
 * of the one before.
 */
export interface TradeInviteRequest {
  /**
   * Entity id of a player within reach.
   * (u32)
   */
  readonly target: number;
}

/** Takes up the invitation of another player. */
export interface TradeAcceptRequest {
  /**
   * Entity id of who invited.
   * (u32)
   */
  readonly inviter: number;
}

/**
 * Puts a stack of the bag, or a part of it, on the table of a trade, or takes back what lay there. It stays in the bag.
 */
export interface TradeOfferRequest {
  /**
   * As told by TradeState.
   * (u32)
   */
  readonly trade: number;
  /**
   * Where on the own side of the table.
   * (u8, 0 .. 7)
   */
  readonly place: number;
  /**
   * In which slot of the bag it lies, from 0.
   * (u8)
   */
  readonly slot: number;
  /**
   * How many, 0 to take back what lies in `place`.
   * (u16)
   */
  readonly units: number;
}

/** Puts coins on the table instead of those that lay there. They stay in the purse. */
export interface TradeCoinsRequest {
  /**
   * As told by TradeState.
   * (u32)
   */
  readonly trade: number;
  /**
   * 0 for none.
   * (u32, in coins)
   */
  readonly coins: number;
}

/**
 * Agrees to what lies on the table. When both have agreed to the same, all of it changes hands at once. CommandConfirmed says
 * that the player has agreed; that all changed hands says TradeEnded.
 */
export interface TradeConfirmRequest {
  /**
   * As in PickUp.
   * (u32)
   */
  readonly command: number;
  /**
   * As told by TradeState: what is meant. When something else lies there by now, nothing happens.
   * (u32)
   */
  readonly version: number;
}

/** Leaves a trade, or takes back the own invitation. */
export interface TradeCancelRequest {
  /**
   * As told by TradeState, 0 for the own invitation.
   * (u32)
   */
  readonly trade: number;
}

/**
 * Sends a letter to a character, who need not be in the world. Costs postage, see the content's rules.
 */
export interface SendLetterRequest {
  /**
   * As in PickUp.
   * (u32)
   */
  readonly command: number;
  /**
   * Name of the character, in whatever case.
   * (up to 24 bytes of UTF-8)
   */
  readonly recipient: string;
  /**
   * May be empty, else as ChatRequest.text.
   * (up to 48 bytes of UTF-8)
   */
  readonly title: string;
  /**
   * May be empty, else as ChatRequest.text.
   * (up to 200 bytes of UTF-8)
   */
  readonly text: string;
  /**
   * Enclosed coins.
   * (u32, in coins)
   */
  readonly coins: number;
  /**
   * What has to be paid before the stacks can be taken, 0 for nothing. Only with stacks, and without enclosed coins.
   * (u32, in coins)
   */
  readonly cashOnDelivery: number;
  readonly stacksCount: number;
  /**
   * What is enclosed. Each from a slot of its own.
   * (up to 4)
   */
  readonly stacks: readonly LetterStack[];
}

/** Takes what a letter encloses. */
export interface TakeFromLetterRequest {
  /**
   * As in PickUp.
   * (u32)
   */
  readonly command: number;
  /**
   * Id of one of the own letters.
   * (u32)
   */
  readonly letter: number;
  /**
   * Which of its stacks, whole; 4 for the coins.
   * (u8, 0 .. 4)
   */
  readonly place: number;
}

/**
 * Pays what a letter asks for. The coins go to its sender by letter, and then its stacks can be taken.
 */
export interface PayLetterRequest {
  /**
   * As in PickUp.
   * (u32)
   */
  readonly command: number;
  /**
   * Id of one of the own letters.
   * (u32)
   */
  readonly letter: number;
  /**
   * What is meant to be paid: nothing happens when it asks for something else.
   * (u32, in coins)
   */
  readonly coins: number;
}

/** Throws an empty letter away. */
export interface DeleteLetterRequest {
  /**
   * As in PickUp.
   * (u32)
   */
  readonly command: number;
  /**
   * Id of one of the own letters.
   * (u32)
   */
  readonly letter: number;
}

/** Sends a letter back to who sent it, with all that it encloses and without being paid. */
export interface ReturnLetterRequest {
  /**
   * As in PickUp.
   * (u32)
   */
  readonly command: number;
  /**
   * Id of one of the own letters.
   * (u32)
   */
  readonly letter: number;
}

/** Asks for the own letters. */
export interface ReadLettersRequest {
  /**
   * Those with an id above this one, at most 8 of them, the smallest id first.
   * (u32)
   */
  readonly after: number;
}

/**
 * Puts a stack of the bag, or a part of it, on the market. Costs a share of the price, see the content's rules.
 */
export interface ListItemRequest {
  /**
   * As in PickUp.
   * (u32)
   */
  readonly command: number;
  /**
   * In which slot it lies, from 0.
   * (u8)
   */
  readonly slot: number;
  /**
   * How many.
   * (u16)
   */
  readonly units: number;
  /**
   * Of all of it together.
   * (u32, in coins)
   */
  readonly price: number;
}

/** Buys all of a listing. */
export interface BuyListingRequest {
  /**
   * As in PickUp.
   * (u32)
   */
  readonly command: number;
  /**
   * Its id.
   * (u32)
   */
  readonly listing: number;
  /**
   * What is meant to be paid.
   * (u32, in coins)
   */
  readonly price: number;
}

/**
 * Takes an own listing from the market; its stack comes into the bag, or by letter when it has no room there.
 */
export interface CancelListingRequest {
  /**
   * As in PickUp.
   * (u32)
   */
  readonly command: number;
  /**
   * Its id.
   * (u32)
   */
  readonly listing: number;
}

/** Asks what is on the market. */
export interface SearchMarketRequest {
  /**
   * Item id from the content, 0 for any.
   * (u16)
   */
  readonly item: number;
  /**
   * Those with an id above this one, at most 8 of them, the smallest id first.
   * (u32)
   */
  readonly after: number;
}

/** Takes on a quest that an npc within reach offers. */
export interface AcceptQuestRequest {
  /**
   * As in PickUp.
   * (u32)
   */
  readonly command: number;
  /**
   * Entity id of who offers it.
   * (u32)
   */
  readonly npc: number;
  /**
   * Quest id from the content.
   * (u16)
   */
  readonly quest: number;
}

/** Gives up a quest. What is done of it is gone, and what lies in the bag for it alone. */
export interface AbandonQuestRequest {
  /**
   * As in PickUp.
   * (u32)
   */
  readonly command: number;
  /**
   * Quest id from the content, one that was taken on.
   * (u16)
   */
  readonly quest: number;
}

/**
 * Ends a stage of a quest whose objectives are all done: what it collected is handed in, and what it gives comes, all of it or
 * nothing.
 */
export interface HandInQuestRequest {
  /**
   * As in PickUp.
   * (u32)
   */
  readonly command: number;
  /**
   * Entity id of the npc who hears of this stage.
   * (u32)
   */
  readonly npc: number;
  /**
   * Quest id from the content.
   * (u16)
   */
  readonly quest: number;
  /**
   * Number of the stage that is meant: nothing happens when the quest is in another by now.
   * (u8)
   */
  readonly stage: number;
  /**
   * Which of its outcomes, from 0.
   * (u8, 0 .. 3)
   */
  readonly outcome: number;
}

/** Talks with an npc within reach. CommandConfirmed comes, and behind it QuestOffers. */
export interface TalkToRequest {
  /**
   * As in PickUp.
   * (u32)
   */
  readonly command: number;
  /**
   * Entity id of the npc.
   * (u32)
   */
  readonly npc: number;
}

/**
 * Invites another player into a party: into that of who invites, who has to lead it, or into a new one. The other may be on any
 * map, and has as long as PartyInvited says to accept. Who declined is not asked again by the same player within that time.
 */
export interface PartyInviteRequest {
  /**
   * Name of the character, in whatever case.
   * (up to 24 bytes of UTF-8)
   */
  readonly name: string;
}

/** Takes up an invitation. */
export interface PartyAcceptRequest {
  /**
   * As told by PartyInvited.
   * (u32)
   */
  readonly invitation: number;
}

/** Turns an invitation down. */
export interface PartyDeclineRequest {
  /**
   * As told by PartyInvited.
   * (u32)
   */
  readonly invitation: number;
}

/** The leader puts a member out of the party. */
export interface PartyKickRequest {
  /**
   * As told by PartyState.
   * (u32)
   */
  readonly member: number;
}

/** The leader has somebody else lead. */
export interface PartyPromoteRequest {
  /**
   * As told by PartyState; one who is in the world.
   * (u32)
   */
  readonly member: number;
}

/**
 * The leader decides how loot is shared: of creatures that the party strikes for the first time from then on.
 */
export interface PartyLootRequest {
  readonly mode: PartyLootMode;
}

/** Says once what the player wants of something that is rolled for. */
export interface LootRollRequest {
  /**
   * As told by LootRollBegun.
   * (u32)
   */
  readonly roll: number;
  readonly choice: LootChoice;
}

/**
 * Tells the operators of another player, who may be away, and does not hear of it. What either of the two said in the last ten
 * minutes, and where both stand, goes with it. Answered with ReportTaken when it is stored. One player may be reported by
 * the same once an hour, and ten be reported a day.
 */
export interface ReportPlayerRequest {
  /**
   * Name of the character, in whatever case.
   * (up to 24 bytes of UTF-8)
   */
  readonly name: string;
  readonly reason: ReportReason;
  /**
   * What happened, in the words of who reports; may be empty, but for `other`. Of characters that chat may have.
   * (up to 200 bytes of UTF-8)
   */
  readonly text: string;
}

/**
 * What the rules do with each request of a player in the world. Requests were decoded and lie within their limits; the
 * objects are reused after the call.
 */
export interface GameRequests {
  playerInput(session: number, request: PlayerInputRequest): void;
  useSkill(session: number, request: UseSkillRequest): void;
  pickUp(session: number, request: PickUpRequest): void;
  chat(session: number, request: ChatRequest): void;
  respawn(session: number): void;
  moveItem(session: number, request: MoveItemRequest): void;
  dropItem(session: number, request: DropItemRequest): void;
  useItem(session: number, request: UseItemRequest): void;
  discardItem(session: number, request: DiscardItemRequest): void;
  buyItem(session: number, request: BuyItemRequest): void;
  sellItem(session: number, request: SellItemRequest): void;
  buyBackItem(session: number, request: BuyBackItemRequest): void;
  repairItem(session: number, request: RepairItemRequest): void;
  openBank(session: number, request: OpenBankRequest): void;
  craft(session: number, request: CraftRequest): void;
  stopCrafting(session: number, request: StopCraftingRequest): void;
  tradeInvite(session: number, request: TradeInviteRequest): void;
  tradeAccept(session: number, request: TradeAcceptRequest): void;
  tradeOffer(session: number, request: TradeOfferRequest): void;
  tradeCoins(session: number, request: TradeCoinsRequest): void;
  tradeConfirm(session: number, request: TradeConfirmRequest): void;
  tradeCancel(session: number, request: TradeCancelRequest): void;
  sendLetter(session: number, request: SendLetterRequest): void;
  takeFromLetter(session: number, request: TakeFromLetterRequest): void;
  payLetter(session: number, request: PayLetterRequest): void;
  deleteLetter(session: number, request: DeleteLetterRequest): void;
  returnLetter(session: number, request: ReturnLetterRequest): void;
  readLetters(session: number, request: ReadLettersRequest): void;
  listItem(session: number, request: ListItemRequest): void;
  buyListing(session: number, request: BuyListingRequest): void;
  cancelListing(session: number, request: CancelListingRequest): void;
  searchMarket(session: number, request: SearchMarketRequest): void;
  acceptQuest(session: number, request: AcceptQuestRequest): void;
  abandonQuest(session: number, request: AbandonQuestRequest): void;
  handInQuest(session: number, request: HandInQuestRequest): void;
  talkTo(session: number, request: TalkToRequest): void;
  partyInvite(session: number, request: PartyInviteRequest): void;
  partyAccept(session: number, request: PartyAcceptRequest): void;
  partyDecline(session: number, request: PartyDeclineRequest): void;
  partyLeave(session: number): void;
  partyKick(session: number, request: PartyKickRequest): void;
  partyPromote(session: number, request: PartyPromoteRequest): void;
  partyLoot(session: number, request: PartyLootRequest): void;
  lootRoll(session: number, request: LootRollRequest): void;
  reportPlayer(session: number, request: ReportPlayerRequest): void;
}
