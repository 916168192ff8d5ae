// Generated from protocol-schema by `npm run codegen`; changes here are lost.
// What players are told.

import type {
  ChatScope,
  CombatOutcome,
  CraftOutcome,
  CraftingEnd,
  HolderKind,
  LetterEvent,
  LetterKind,
  LootChoice,
  PartyEnd,
  PartyInvitationEnd,
  PartyLootMode,
  Profession,
  QuestOfferState,
  RefusalReason,
  ReportOutcome,
  ReportReason,
  TradeEnd,
} from './words.js';

/** A stack on the table of a trade. */
export interface TradeStack {
  /**
   * Where on its side of the table.
   * (u8)
   */
  readonly place: number;
  /**
   * Item id from the content.
   * (u16)
   */
  readonly item: number;
  /**
   * How many.
   * (u16)
   */
  readonly count: number;
  /**
   * Uses that a single item has behind it.
   * (u16)
   */
  readonly wear: number;
}

/** What a letter encloses. */
export interface EnclosedStack {
  /**
   * By which TakeFromLetter names it.
   * (u8)
   */
  readonly place: number;
  /**
   * Item id from the content.
   * (u16)
   */
  readonly item: number;
  /**
   * How many.
   * (u16)
   */
  readonly count: number;
  /**
   * Uses that a single item has behind it.
   * (u16)
   */
  readonly wear: number;
}

/** A quest with which an npc has to do. */
export interface QuestOffer {
  /**
   * Quest id from the content.
   * (u16)
   */
  readonly quest: number;
  readonly state: QuestOfferState;
}

/** Somebody in a party. */
export interface PartyMember {
  /**
   * Number of the membership; another one has another.
   * (u32)
   */
  readonly member: number;
  /** (up to 24 bytes of UTF-8) */
  readonly name: string;
  /**
   * Its entity, 0 while it is not in the world. Then its place in the party is kept for a while.
   * (u32)
   */
  readonly entity: number;
  /** (u8) */
  readonly level: number;
  /**
   * Share of the full health, 255 is all of it; 0 for the dead, and for who is not in the world.
   * (u8)
   */
  readonly health: number;
  /**
   * Numeric id of its map, from the content; 0 while it is not in the world.
   * (u16)
   */
  readonly map: number;
  /**
   * In metres, on its map.
   * (0 .. 1023.984375 in steps of 0.015625; clamped when encoded, in m)
   */
  readonly x: number;
  /**
   * Grows to the south.
   * (0 .. 1023.984375 in steps of 0.015625; clamped when encoded, in m)
   */
  readonly y: number;
}

/** How a member is. */
export interface PartyMemberChange {
  /**
   * As told by PartyState.
   * (u32)
   */
  readonly member: number;
  /** (u8) */
  readonly level: number;
  /**
   * As in PartyMember.
   * (u8)
   */
  readonly health: number;
  /**
   * As in PartyMember.
   * (u16)
   */
  readonly map: number;
  /**
   * In metres, on its map.
   * (0 .. 1023.984375 in steps of 0.015625; clamped when encoded, in m)
   */
  readonly x: number;
  /**
   * Grows to the south.
   * (0 .. 1023.984375 in steps of 0.015625; clamped when encoded, in m)
   */
  readonly y: number;
}

/** What somebody chose and threw. */
export interface LootRollResult {
  /**
   * Empty for who is not in the world.
   * (up to 24 bytes of UTF-8)
   */
  readonly name: string;
  readonly choice: LootChoice;
  /**
   * 1 to 100; 0 for who did not throw.
   * (u8)
   */
  readonly points: number;
}

/** First message to a player who stands in the world. */
export interface WelcomeMessage {
  /**
   * The player's own entity.
   * (u32)
   */
  readonly entity: number;
  /**
   * The server's tick when it sent this.
   * (u32)
   */
  readonly tick: number;
  /**
   * The character's name.
   * (up to 24 bytes of UTF-8)
   */
  readonly name: string;
  /**
   * Numeric id of the map, from the content.
   * (u16)
   */
  readonly map: number;
  /**
   * Name of the map, from the content.
   * (up to 32 bytes of UTF-8)
   */
  readonly mapKey: string;
  /**
   * Hash of the content the server runs: STANDARD.md, "Playing", says of what. A client that has another game shows wrong names, no more.
   * (u32)
   */
  readonly contentHash: number;
  /**
   * The highest number of a request with a command that was done for this character, 0 for none.
   * (u32)
   */
  readonly lastCommand: number;
}

/**
 * The player stands on another map now. Entities of the old map leave through Snapshot.removed as any other does.
 */
export interface MapChangedMessage {
  /**
   * Numeric id of the map, from the content.
   * (u16)
   */
  readonly map: number;
  /**
   * Name of the map, from the content.
   * (up to 32 bytes of UTF-8)
   */
  readonly mapKey: string;
  /**
   * Where the player stands now, in metres: x grows to the east.
   * (0 .. 1023.984375 in steps of 0.015625; clamped when encoded, in m)
   */
  readonly x: number;
  /**
   * y grows to the south.
   * (0 .. 1023.984375 in steps of 0.015625; clamped when encoded, in m)
   */
  readonly y: number;
}

/** The player's own numbers, sent when one of them changed. */
export interface CharacterStatusMessage {
  /**
   * 1 is the first.
   * (u8)
   */
  readonly level: number;
  /**
   * All that was ever earned.
   * (varint)
   */
  readonly experience: number;
  /**
   * Experience at which the next level is reached, 0 at the highest.
   * (varint)
   */
  readonly experienceNext: number;
  /**
   * Health when unhurt.
   * (u16)
   */
  readonly healthMax: number;
  /**
   * Mana when rested.
   * (u16)
   */
  readonly manaMax: number;
  /**
   * Money at hand.
   * (varint, in coins)
   */
  readonly coins: number;
}

/**
 * What lies in one slot of the player's own: its bag, what it wears, its bank, what can be bought back. Sent when the server has
 * stored it.
 */
export interface InventorySlotMessage {
  /** Of what it is a slot. */
  readonly holder: HolderKind;
  /**
   * Number of the slot, from 0.
   * (u8)
   */
  readonly slot: number;
  /**
   * Item id from the content, 0 for an empty slot.
   * (u16)
   */
  readonly item: number;
  /**
   * How many of it, 0 for an empty slot.
   * (u16)
   */
  readonly count: number;
  /**
   * Uses that a single item has behind it.
   * (u16)
   */
  readonly wear: number;
  /** Nobody else can have it any more. */
  readonly bound: boolean;
}

/** Something was said that the receiver hears. */
export interface ChatMessage {
  /** Who else hears it. */
  readonly scope: ChatScope;
  /**
   * The speaker's entity, 0 for none.
   * (u32)
   */
  readonly speaker: number;
  /**
   * The speaker's name.
   * (up to 24 bytes of UTF-8)
   */
  readonly name: string;
  /**
   * What was said.
   * (up to 200 bytes of UTF-8)
   */
  readonly text: string;
}

/** Something happened in a fight that the receiver sees. */
export interface CombatMessage {
  /**
   * Entity that acted, 0 for none.
   * (u32)
   */
  readonly source: number;
  /**
   * Entity that it happened to.
   * (u32)
   */
  readonly target: number;
  /**
   * Skill id from the content, 0 for none.
   * (u16)
   */
  readonly skill: number;
  /** What came of it. */
  readonly outcome: CombatOutcome;
  /**
   * Health lost or gained.
   * (u16)
   */
  readonly amount: number;
}

/** A request was not done. Sent instead of any effect. */
export interface RefusedMessage {
  /**
   * Id of the message that was refused.
   * (u8)
   */
  readonly request: number;
  /**
   * Its command, 0 for one without.
   * (u32)
   */
  readonly command: number;
  /** Why not. */
  readonly reason: RefusalReason;
}

/**
 * A request with a command was done, and what it did is stored: nothing takes it back. Sent again whenever the number of one
 * that was done is asked again, whatever is asked under it.
 */
export interface CommandConfirmedMessage {
  /**
   * Its command.
   * (u32)
   */
  readonly command: number;
}

/** The player makes something from now on. */
export interface CraftingBegunMessage {
  /**
   * Recipe id from the content.
   * (u16)
   */
  readonly recipe: number;
  /**
   * How many pieces.
   * (u8)
   */
  readonly count: number;
  /**
   * How long each takes.
   * (u32, in ticks)
   */
  readonly durationTicks: number;
}

/** A piece is finished. Sent when that is stored, after the slots that it changed. */
export interface PieceCraftedMessage {
  /**
   * Recipe id from the content.
   * (u16)
   */
  readonly recipe: number;
  /** What became of it. */
  readonly outcome: CraftOutcome;
  /**
   * Item id from the content, 0 for nothing.
   * (u16)
   */
  readonly item: number;
  /**
   * How many of it, 0 for nothing.
   * (u16)
   */
  readonly count: number;
  /**
   * Pieces that are still to be made.
   * (u8)
   */
  readonly left: number;
}

/** The player makes nothing more. */
export interface CraftingEndedMessage {
  /**
   * Recipe id from the content.
   * (u16)
   */
  readonly recipe: number;
  /**
   * Pieces that were made, those that spoilt not counted.
   * (u8)
   */
  readonly made: number;
  /** Why. */
  readonly reason: CraftingEnd;
}

/**
 * What the player has learned in a profession. Sent for each in which it has learned something when it enters, and when it has
 * learned more and that is stored.
 */
export interface ProfessionSkillMessage {
  /** Which. */
  readonly profession: Profession;
  /**
   * 0 is nothing.
   * (u16)
   */
  readonly skill: number;
}

/** Another player wants to trade. */
export interface TradeInvitedMessage {
  /**
   * Who.
   * (u32)
   */
  readonly inviter: number;
}

/** What lies on the table of the own trade, whole, whenever something of it changed. */
export interface TradeStateMessage {
  /**
   * Number of the trade; another one has another.
   * (u32)
   */
  readonly trade: number;
  /**
   * The other player.
   * (u32)
   */
  readonly partner: number;
  /**
   * Rises with each change of what lies there. TradeConfirm names it.
   * (u32)
   */
  readonly version: number;
  /** The player itself has agreed to this version. */
  readonly confirmed: boolean;
  /** The other has. */
  readonly partnerConfirmed: boolean;
  /**
   * What the player gives.
   * (varint, in coins)
   */
  readonly coins: number;
  /**
   * What it gets.
   * (varint, in coins)
   */
  readonly partnerCoins: number;
  readonly stacksCount: number;
  /**
   * What the player gives.
   * (up to 8)
   */
  readonly stacks: readonly TradeStack[];
  readonly partnerStacksCount: number;
  /**
   * What it gets.
   * (up to 8)
   */
  readonly partnerStacks: readonly TradeStack[];
}

/** A trade is over, or an invitation of the player that nobody took up. */
export interface TradeEndedMessage {
  /**
   * As told by TradeState, 0 for an invitation.
   * (u32)
   */
  readonly trade: number;
  /**
   * The other player.
   * (u32)
   */
  readonly partner: number;
  /** Why. */
  readonly reason: TradeEnd;
}

/** One of the player's letters, as asked for by ReadLetters. */
export interface LetterMessage {
  /**
   * Its id; rises with the time of sending.
   * (u32)
   */
  readonly letter: number;
  /** What sort it is. */
  readonly kind: LetterKind;
  /**
   * Name of who wrote it, or paid; empty for the market.
   * (up to 24 bytes of UTF-8)
   */
  readonly sender: string;
  /** (up to 48 bytes of UTF-8) */
  readonly title: string;
  /** (up to 200 bytes of UTF-8) */
  readonly text: string;
  /**
   * Enclosed.
   * (varint, in coins)
   */
  readonly coins: number;
  /**
   * What has to be paid before the stacks can be taken, 0 for nothing.
   * (varint, in coins)
   */
  readonly cashOnDelivery: number;
  /**
   * Goes back, or away when it is empty, in so many seconds; 0 for one that stays.
   * (varint, in s)
   */
  readonly secondsLeft: number;
  readonly stacksCount: number;
  /**
   * What it encloses.
   * (up to 4)
   */
  readonly stacks: readonly EnclosedStack[];
}

/** The answer to ReadLetters is complete. */
export interface LettersReadMessage {
  /** There are more, behind the last one that was sent. */
  readonly more: boolean;
}

/** Something became of a letter of the player's, and that is stored. ReadLetters tells how it is now. */
export interface LetterNewsMessage {
  /**
   * Its id.
   * (u32)
   */
  readonly letter: number;
  /** What. */
  readonly event: LetterEvent;
}

/** A stack on the market, as asked for by SearchMarket. */
export interface MarketListingMessage {
  /**
   * By which BuyListing names it.
   * (u32)
   */
  readonly listing: number;
  /**
   * Item id from the content.
   * (u16)
   */
  readonly item: number;
  /**
   * How many.
   * (u16)
   */
  readonly count: number;
  /**
   * Uses that a single item has behind it.
   * (u16)
   */
  readonly wear: number;
  /**
   * Of all of it together.
   * (u32, in coins)
   */
  readonly price: number;
  /** The player's own. */
  readonly own: boolean;
  /**
   * Leaves the market in so many seconds.
   * (varint, in s)
   */
  readonly secondsLeft: number;
}

/** The answer to SearchMarket is complete. */
export interface MarketSearchedMessage {
  /**
   * Search again behind this id for more; 0 when that was all.
   * (u32)
   */
  readonly after: number;
}

/**
 * What the player has to do with a quest. Sent of each that it took on or completed ever, behind Welcome, and when one of these
 * changed and is stored.
 */
export interface QuestStatusMessage {
  /**
   * Quest id from the content.
   * (u16)
   */
  readonly quest: number;
  /**
   * Number of the stage that it is in, 0 for one that is not taken on.
   * (u8)
   */
  readonly stage: number;
  /**
   * How much is done of each objective of the stage. Of what is collected 0: that is what lies in the bag.
   * (exactly 4: u16)
   */
  readonly done: ArrayLike<number>;
  /**
   * How often it was completed.
   * (varint)
   */
  readonly completed: number;
  /**
   * Cannot be taken on again for so many seconds; 0 for one that can, or never can.
   * (varint, in s)
   */
  readonly secondsLeft: number;
}

/**
 * What an npc has for the player, behind the confirmation of TalkTo, and of AcceptQuest and HandInQuest, which change it. What
 * people say stands in the content.
 */
export interface QuestOffersMessage {
  /**
   * Entity id of the npc.
   * (u32)
   */
  readonly npc: number;
  readonly offersCount: number;
  /**
   * None that is done with for good.
   * (up to 32)
   */
  readonly offers: readonly QuestOffer[];
}

/** Another player invites into a party. */
export interface PartyInvitedMessage {
  /**
   * By which PartyAccept and PartyDecline name it.
   * (u32)
   */
  readonly invitation: number;
  /**
   * Who invites.
   * (up to 24 bytes of UTF-8)
   */
  readonly name: string;
  /**
   * For so long it can be taken up.
   * (varint, in s)
   */
  readonly secondsLeft: number;
}

/** An invitation is over. Told to both. */
export interface PartyInvitationEndedMessage {
  /**
   * As told by PartyInvited. That of an own invitation is told here only.
   * (u32)
   */
  readonly invitation: number;
  /**
   * The other player.
   * (up to 24 bytes of UTF-8)
   */
  readonly name: string;
  readonly reason: PartyInvitationEnd;
}

/**
 * The own party, whole: when its player enters, and whenever somebody came or went, or another leads or another way of sharing loot
 * holds.
 */
export interface PartyStateMessage {
  /**
   * Its number; another party has another.
   * (u32)
   */
  readonly party: number;
  /**
   * The member who leads.
   * (u32)
   */
  readonly leader: number;
  /**
   * The member that the receiver is.
   * (u32)
   */
  readonly own: number;
  readonly loot: PartyLootMode;
  readonly membersCount: number;
  /**
   * From the longest in it to the newest.
   * (up to 5)
   */
  readonly members: readonly PartyMember[];
}

/** Members of the own party of whom something changed, once a second at most. */
export interface PartyMovedMessage {
  readonly membersCount: number;
  /** (up to 5) */
  readonly members: readonly PartyMemberChange[];
}

/** The receiver is in this party no more. */
export interface PartyEndedMessage {
  /**
   * As told by PartyState.
   * (u32)
   */
  readonly party: number;
  readonly reason: PartyEnd;
}

/**
 * Something that a kill of the party left is rolled for by those with a share. It lies there for nobody meanwhile.
 */
export interface LootRollBegunMessage {
  /**
   * By which LootRoll names it.
   * (u32)
   */
  readonly roll: number;
  /**
   * Entity id of what lies there.
   * (u32)
   */
  readonly loot: number;
  /**
   * Item id from the content.
   * (u16)
   */
  readonly item: number;
  /**
   * Uses that it has behind it.
   * (u16)
   */
  readonly wear: number;
  /**
   * For so long can be chosen; who does not passes.
   * (varint, in s)
   */
  readonly secondsLeft: number;
}

/** A roll is over. Told to all who had a part in it. */
export interface LootRollEndedMessage {
  /** (u32) */
  readonly roll: number;
  /**
   * Who may take it now. Empty where all passed, or it is gone: then anybody may; and for who is not in the world.
   * (up to 24 bytes of UTF-8)
   */
  readonly winner: string;
  readonly resultsCount: number;
  /** (up to 5) */
  readonly results: readonly LootRollResult[];
}

/** The player's report is stored, and goes to the operators. */
export interface ReportTakenMessage {
  /**
   * Its number, by which operators and player may speak of it.
   * (u32)
   */
  readonly report: number;
  /**
   * Whom it is about.
   * (up to 24 bytes of UTF-8)
   */
  readonly name: string;
  readonly reason: ReportReason;
}

/**
 * Operators have decided about a report of the player. Told when they do, or else when the player comes in the next time; twice
 * at worst, then with the same number.
 */
export interface ReportDecidedMessage {
  /**
   * As told by ReportTaken.
   * (u32)
   */
  readonly report: number;
  /**
   * Whom it was about.
   * (up to 24 bytes of UTF-8)
   */
  readonly name: string;
  readonly reason: ReportReason;
  readonly outcome: ReportOutcome;
  /**
   * What operators say to it; may be empty.
   * (up to 200 bytes of UTF-8)
   */
  readonly text: string;
}

/** Messages are taken at once: the caller may use the object again. */
export interface PlayerMessages {
  /** First message to a player who stands in the world. */
  welcome(to: number, message: WelcomeMessage): void;
  /**
   * The player stands on another map now. Entities of the old map leave through Snapshot.removed as any other does.
   */
  mapChanged(to: number, message: MapChangedMessage): void;
  /** The player's own numbers, sent when one of them changed. */
  characterStatus(to: number, message: CharacterStatusMessage): void;
  /**
   * What lies in one slot of the player's own: its bag, what it wears, its bank, what can be bought back. Sent when the server has
   * stored it.
   */
  inventorySlot(to: number, message: InventorySlotMessage): void;
  /** Something was said that the receiver hears. */
  chat(to: number, message: ChatMessage): void;
  /** Something happened in a fight that the receiver sees. */
  combat(to: number, message: CombatMessage): void;
  /** A request was not done. Sent instead of any effect. */
  refused(to: number, message: RefusedMessage): void;
  /**
   * A request with a command was done, and what it did is stored: nothing takes it back. Sent again whenever the number of one
   * that was done is asked again, whatever is asked under it.
   */
  commandConfirmed(to: number, message: CommandConfirmedMessage): void;
  /** The player makes something from now on. */
  craftingBegun(to: number, message: CraftingBegunMessage): void;
  /** A piece is finished. Sent when that is stored, after the slots that it changed. */
  pieceCrafted(to: number, message: PieceCraftedMessage): void;
  /** The player makes nothing more. */
  craftingEnded(to: number, message: CraftingEndedMessage): void;
  /**
   * What the player has learned in a profession. Sent for each in which it has learned something when it enters, and when it has
   * learned more and that is stored.
   */
  professionSkill(to: number, message: ProfessionSkillMessage): void;
  /** Another player wants to trade. */
  tradeInvited(to: number, message: TradeInvitedMessage): void;
  /** What lies on the table of the own trade, whole, whenever something of it changed. */
  tradeState(to: number, message: TradeStateMessage): void;
  /** A trade is over, or an invitation of the player that nobody took up. */
  tradeEnded(to: number, message: TradeEndedMessage): void;
  /** One of the player's letters, as asked for by ReadLetters. */
  letter(to: number, message: LetterMessage): void;
  /** The answer to ReadLetters is complete. */
  lettersRead(to: number, message: LettersReadMessage): void;
  /** Something became of a letter of the player's, and that is stored. ReadLetters tells how it is now. */
  letterNews(to: number, message: LetterNewsMessage): void;
  /** A stack on the market, as asked for by SearchMarket. */
  marketListing(to: number, message: MarketListingMessage): void;
  /** The answer to SearchMarket is complete. */
  marketSearched(to: number, message: MarketSearchedMessage): void;
  /**
   * What the player has to do with a quest. Sent of each that it took on or completed ever, behind Welcome, and when one of these
   * changed and is stored.
   */
  questStatus(to: number, message: QuestStatusMessage): void;
  /**
   * What an npc has for the player, behind the confirmation of TalkTo, and of AcceptQuest and HandInQuest, which change it. What
   * people say stands in the content.
   */
  questOffers(to: number, message: QuestOffersMessage): void;
  /** Another player invites into a party. */
  partyInvited(to: number, message: PartyInvitedMessage): void;
  /** An invitation is over. Told to both. */
  partyInvitationEnded(to: number, message: PartyInvitationEndedMessage): void;
  /**
   * The own party, whole: when its player enters, and whenever somebody came or went, or another leads or another way of sharing loot
   * holds.
   */
  partyState(to: number, message: PartyStateMessage): void;
  /** Members of the own party of whom something changed, once a second at most. */
  partyMoved(to: number, message: PartyMovedMessage): void;
  /** The receiver is in this party no more. */
  partyEnded(to: number, message: PartyEndedMessage): void;
  /**
   * Something that a kill of the party left is rolled for by those with a share. It lies there for nobody meanwhile.
   */
  lootRollBegun(to: number, message: LootRollBegunMessage): void;
  /** A roll is over. Told to all who had a part in it. */
  lootRollEnded(to: number, message: LootRollEndedMessage): void;
  /** The player's report is stored, and goes to the operators. */
  reportTaken(to: number, message: ReportTakenMessage): void;
  /**
   * Operators have decided about a report of the player. Told when they do, or else when the player comes in the next time; twice
   * at worst, then with the same number.
   */
  reportDecided(to: number, message: ReportDecidedMessage): void;
}

/** For whoever treats all messages alike. */
export const playerMessageNames = [
  'welcome',
  'mapChanged',
  'characterStatus',
  'inventorySlot',
  'chat',
  'combat',
  'refused',
  'commandConfirmed',
  'craftingBegun',
  'pieceCrafted',
  'craftingEnded',
  'professionSkill',
  'tradeInvited',
  'tradeState',
  'tradeEnded',
  'letter',
  'lettersRead',
  'letterNews',
  'marketListing',
  'marketSearched',
  'questStatus',
  'questOffers',
  'partyInvited',
  'partyInvitationEnded',
  'partyState',
  'partyMoved',
  'partyEnded',
  'lootRollBegun',
  'lootRollEnded',
  'reportTaken',
  'reportDecided',
] as const satisfies readonly (keyof PlayerMessages)[];
