// Generated from protocol-schema/game.tos, protocol-schema/handshake.tos, protocol-schema/internal.tos, protocol-schema/ledger.tos by `npm run codegen`; changes here are lost.
// The words that rules, ports and packets share. Numbers are permanent.

/** Longest character name in bytes. */
export const nameBytesMax = 24;

/** Longest chat text in bytes of UTF-8. */
export const chatBytesMax = 200;

/** World steps per second. */
export const tickRate = 60;

/** Most other entities one client is told of at a time. */
export const visibleEntitiesMax = 250;

/** Most members of a party. */
export const partyMembersMax = 5;

/** What an entity is. */
export const EntityKind = {
  player: 1,
  /** Everything alive that no player plays. */
  creature: 2,
  /** An item lying on the ground. */
  loot: 3,
  /** Somebody who can be talked to, and not fought. */
  npc: 4,
} as const;

export type EntityKind = (typeof EntityKind)[keyof typeof EntityKind];

/** What an entity is doing, for its animation. */
export const EntityStatus = {
  /** Lies on the ground; a player may ask to stand up again. */
  dead: 0x01,
  /** In a fight within the last seconds. */
  inCombat: 0x02,
  /** Prepares a skill that takes time. */
  casting: 0x04,
  /** Can neither move nor act. */
  stunned: 0x08,
  /** Inside a safe zone. */
  safe: 0x10,
} as const;

/** Bits of EntityStatus, any of them at once. */
export type EntityStatus = number;

/** What a stack of items lies in. */
export const HolderKind = {
  /** Nothing: it did not exist before, or does not any more. */
  nowhere: 0,
  /** The bag of a character. */
  inventory: 1,
  /** Worn by a character. */
  equipment: 2,
  /** The bank of a character. */
  bank: 3,
  /** What a vendor keeps for a character to buy back. */
  buyBack: 4,
  /** The ground. */
  ground: 5,
  /** A letter. */
  letter: 6,
  /** A listing on the market. */
  listing: 7,
} as const;

export type HolderKind = (typeof HolderKind)[keyof typeof HolderKind];

/** Who hears a chat message. */
export const ChatScope = {
  /** Heard by those who see the speaker. */
  say: 1,
  /** Heard on the whole map. */
  zone: 2,
  /** From the operators. */
  server: 3,
  /** Heard by the speaker's party, wherever its members are. */
  party: 4,
} as const;

export type ChatScope = (typeof ChatScope)[keyof typeof ChatScope];

/** Who may take what a kill of a party leaves, for as long as that is not anybody's. */
export const PartyLootMode = {
  /** Any member with a share in the kill. */
  freeForAll: 1,
  /** The members with a share in the kill in turns, a stack each. */
  roundRobin: 2,
  /** Of things that lie in a slot by themselves, the member who wins a roll; everything else in turns. */
  needGreed: 3,
} as const;

export type PartyLootMode = (typeof PartyLootMode)[keyof typeof PartyLootMode];

/** What somebody wants of a thing that is rolled for. */
export const LootChoice = {
  /** Not to have it. */
  pass: 1,
  /** To have it, if nobody has a need for it. */
  greed: 2,
  /** To have it. */
  need: 3,
} as const;

export type LootChoice = (typeof LootChoice)[keyof typeof LootChoice];

/** Why a player reports another one to the operators. */
export const ReportReason = {
  /** Plays by other means than the game's. */
  cheating: 1,
  /** Insults, threatens, follows somebody about. */
  harassment: 2,
  /** Says the same again and again, or sells what is not of the game. */
  spam: 3,
  /** What the character is called. */
  name: 4,
  /** Something else, which the text says. */
  other: 5,
} as const;

export type ReportReason = (typeof ReportReason)[keyof typeof ReportReason];

/** What came of an attack or a healing. */
export const CombatOutcome = {
  /** The damage in `amount`. */
  hit: 1,
  /** More damage than a hit, in `amount`. */
  critical: 2,
  /** No damage. */
  dodged: 3,
  /** Less damage than a hit, in `amount`. */
  blocked: 4,
  /** Health given, in `amount`. */
  healed: 5,
  /**
   * Follows, as a message of its own with the same source, target and skill and an amount of 0, the hit that took the
   * last of the health.
   */
  killed: 6,
} as const;

export type CombatOutcome = (typeof CombatOutcome)[keyof typeof CombatOutcome];

/** Why the server did not do what a client asked. */
export const RefusalReason = {
  /**
   * There is nothing by this id for the one who asked: no such entity on its map, or 0 where one is needed; no invitation to
   * it, or none any more; no trade, letter or listing of its own, no listing at all; no character of this name.
   */
  unknownTarget: 1,
  /**
   * The target is farther away than the skill, the reach for picking up, or that for trading or talking goes; or no banker is
   * near.
   */
  outOfRange: 2,
  /** This skill, or the pause that all skills share, is not over; or that of all that is consumed. */
  onCooldown: 3,
  /** The skill costs more mana than there is. */
  notEnoughMana: 4,
  /** Who asked is dead. */
  dead: 5,
  /** RespawnRequest of somebody alive. */
  notDead: 6,
  /** One of the two stands in a safe zone. */
  safeZone: 7,
  /** The item on the ground belongs to somebody else for now. */
  notYours: 8,
  /**
   * It does not fit where it would go: into the bag, the slot that is named, or the place on the body. Of what is picked up, not
   * one unit does.
   */
  inventoryFull: 9,
  /** No such skill, or none that players have. */
  unknownSkill: 10,
  /**
   * The target is there, but nothing that this can be done to: dead, on its way home, of the wrong side or the own party, no item, somebody
   * who does not do this, oneself or what is one's own already, a player who is not there to answer.
   */
  invalidTarget: 11,
  /** A wall stands between. */
  noLineOfSight: 12,
  /**
   * Not now. As many requests of the player wait as may (8 with a command, one for a skill); it cannot act (stunned, casting);
   * it is too early to stand up again; one of the two trades already, or was asked the same just now; or the server has no
   * room for more of it. Later, perhaps.
   */
  busy: 13,
  /** An operator has taken the right to talk, to write letters and to invite into parties away. */
  muted: 14,
  /** Nothing to see is left of the text. */
  emptyText: 15,
  /**
   * The rules of this map or of this message forbid it: fights of players where there are none, a scope that is the
   * operators', characters that a text may not have, trade and crafting of who fights, what vendors do not buy, a price of 0, payment on
   * delivery without stacks or besides coins, a letter that has no way back.
   */
  notAllowed: 16,
  /** The server cannot store anything now, so nothing moves. */
  notStored: 17,
  /** Operators have switched this off for now. */
  switchedOff: 18,
  /**
   * The number of the request is 64 or more below the highest that was done, and nobody knows any more whether it was.
   */
  staleCommand: 19,
  /** The number of the request is 0, or more than 1,000,000 above the highest that was done. */
  invalidCommand: 20,
  /**
   * There is no such slot, nothing in it, nothing like this goes from there to here, or it is named twice.
   */
  unknownSlot: 21,
  /** There are not so many of them, or 0 were asked for. */
  notEnoughItems: 22,
  /** There are not so many coins. */
  notEnoughCoins: 23,
  /** The item is bound to who has it: it can be sold to vendors and thrown away, and go to nobody else. */
  bound: 24,
  /**
   * Level or kind of the item do not allow it: not yet, not on this place, nothing to consume, nothing that is sold here.
   */
  requirementsNotMet: 25,
  /** It would be too heavy to carry. */
  tooHeavy: 26,
  /** The purse does not hold so many coins; the most is 4,294,967,295. */
  purseFull: 27,
  /** The item is worn out and has to be mended first. */
  wornOut: 28,
  /**
   * Nothing would be other than it is: health and mana that are full already, something that needs no mending.
   */
  noEffect: 29,
  /**
   * What the request means is not as it was any more: the table of a trade, what a letter or a listing costs.
   */
  changed: 40,
  /**
   * There is no room where it would go: in the other's bag or purse, in a mailbox, among the own listings.
   */
  noRoomThere: 41,
  /** Nobody knows yet whether there is a character of this name; asked again soon, it is known. */
  notKnownYet: 42,
  /** It has to be paid first. */
  unpaid: 43,
  /** There is something in it yet. */
  notEmpty: 44,
  /**
   * This character has not played long enough yet to give anything to other players: by trade, by letter, on the market, on
   * the ground. Later, it has.
   */
  newcomer: 45,
  /** No such recipe. */
  unknownRecipe: 46,
  /** Not so many pieces at once: 1 to 99. */
  badCount: 47,
  /** No such station is within reach. */
  noStation: 48,
  /** The tool that it takes is neither in the bag nor worn. */
  noTool: 49,
  /** The skill in the recipe's profession is too low. */
  notSkilled: 50,
  /** Nothing is being made. */
  notCrafting: 51,
  /** No such quest, or none that was taken on. */
  unknownQuest: 53,
  /** This npc does not offer it, or does not hear of it in this stage. */
  notOfferedHere: 54,
  /** The player's level is too low for it. */
  levelTooLow: 55,
  /** Something else that it requires is not so: a quest to be completed before, something to be carried. */
  prerequisiteMissing: 56,
  /** It was taken on already. */
  alreadyTaken: 57,
  /** The most quests that one can have at a time are taken on: 16. */
  questLogFull: 58,
  /** Some objective is not done yet. */
  notFinished: 59,
  /** The quest is in another stage than the one that is meant, or that has no such outcome. */
  wrongStage: 60,
  /** It was completed, and cannot be taken on again yet. Later, it can. */
  notRepeatableYet: 61,
  /** It was completed, and is done once only. */
  alreadyDone: 62,
  /** No character of this name is in the world. */
  notOnline: 70,
  /** That player, or who asks, is in a party already. */
  alreadyInParty: 71,
  /** That player has an invitation of the same party already, or declined one just now. */
  alreadyInvited: 72,
  /** The party has as many members as it may. */
  partyFull: 73,
  /** Who asks is in no party, or whom it names is not in this one. */
  notInParty: 74,
  /** Only the leader of a party may. */
  notLeader: 75,
  /** The player reported this one within the last hour. */
  alreadyReported: 76,
  /** The player has reported as many within a day as it may: 10. */
  tooManyReports: 77,
} as const;

export type RefusalReason = (typeof RefusalReason)[keyof typeof RefusalReason];

/** Work at something. */
export const Profession = {
  /** Anybody's. */
  none: 0,
  /** Of metal. */
  smithing: 1,
  /** Of hides. */
  leatherworking: 2,
  /** Of herbs. */
  alchemy: 3,
  /** Of what is eaten. */
  cooking: 4,
  /** Of cloth. */
  tailoring: 5,
} as const;

export type Profession = (typeof Profession)[keyof typeof Profession];

/** What became of a piece. */
export const CraftOutcome = {
  /** It spoilt; what went into it is gone. */
  failed: 0,
  /** It is what it should be. */
  made: 1,
  /** It is finer than that. */
  finer: 2,
} as const;

export type CraftOutcome = (typeof CraftOutcome)[keyof typeof CraftOutcome];

/** Why nothing more is made. */
export const CraftingEnd = {
  /** All pieces were made, or spoilt. */
  done: 1,
  /** The player did not want to go on. */
  stopped: 2,
  /** No such station is within reach any more, or it is another map. */
  apart: 3,
  /** The player fights. */
  combat: 4,
  /** It died. */
  death: 5,
  /** It cannot act: stunned, casting. */
  interrupted: 6,
  /** What goes into a piece is not there. */
  materials: 7,
  /** What comes of a piece has no room in the bag. */
  room: 8,
  /** It would be too heavy to carry. */
  weight: 9,
  /** The tool is not there, or worn out. */
  tool: 10,
  /** Level or skill are too low. */
  requirements: 11,
  /** Operators have switched crafting off for now. */
  switchedOff: 12,
} as const;

export type CraftingEnd = (typeof CraftingEnd)[keyof typeof CraftingEnd];

/** Why a trade or an invitation is over. */
export const TradeEnd = {
  /** All changed hands, and that is stored. */
  done: 1,
  /** One of the two did not want to go on. */
  cancelled: 2,
  /** The invitation was not taken up in time. */
  expired: 3,
  /** The two are too far apart, or on different maps. */
  apart: 4,
  /** One of the two fights. */
  combat: 5,
  /** One of the two died. */
  death: 6,
  /** One of the two left the world, or plays on from elsewhere. */
  left: 7,
  /** Operators have switched trading off for now. */
  switchedOff: 8,
} as const;

export type TradeEnd = (typeof TradeEnd)[keyof typeof TradeEnd];

/** What sort of letter it is. */
export const LetterKind = {
  /** Somebody wrote it. */
  written: 1,
  /** Brings what was paid on delivery of a letter. */
  payment: 2,
  /** Came back to who sent it. */
  returned: 3,
  /** Brings what was earned on the market. */
  sold: 4,
  /** Brings what was bought on the market and had no room in the bag. */
  bought: 5,
  /** Brings back what nobody bought on the market. */
  unsold: 6,
  /** Brings what had no room in the bag or the purse. */
  overflow: 7,
  /** Brings what the operators gave. */
  granted: 8,
} as const;

export type LetterKind = (typeof LetterKind)[keyof typeof LetterKind];

/** What became of a letter. */
export const LetterEvent = {
  /** It came. */
  arrived: 1,
  /** Something of it changed. */
  changed: 2,
  /** It is not in the mailbox any more. */
  gone: 3,
} as const;

export type LetterEvent = (typeof LetterEvent)[keyof typeof LetterEvent];

/** How a quest stands with an npc. */
export const QuestOfferState = {
  /** It can be taken on here. */
  available: 1,
  /**
   * It was taken on, and this npc has to do with its stage: offers it, hears of its end, or is to be talked with.
   */
  inProgress: 2,
  /** All objectives of its stage are done, and this npc hears of it. */
  ready: 3,
  /** It is given here, and something that it requires is not so yet. */
  notYet: 4,
} as const;

export type QuestOfferState = (typeof QuestOfferState)[keyof typeof QuestOfferState];

/** Why an invitation is over. */
export const PartyInvitationEnd = {
  /** The other accepted. */
  accepted: 1,
  /** The other turned it down. */
  declined: 2,
  /** Nobody took it up in time. */
  expired: 3,
  /** Who invited took it back, is in another party, or not in the world any more. */
  withdrawn: 4,
  /** Whom it invited is in another party, or not in the world any more. */
  elsewhere: 5,
} as const;

export type PartyInvitationEnd = (typeof PartyInvitationEnd)[keyof typeof PartyInvitationEnd];

/** Why somebody is in a party no more. */
export const PartyEnd = {
  /** By its own wish. */
  left: 1,
  /** The leader put it out. */
  kicked: 2,
  /** It was out of the world for longer than its place is kept. */
  away: 3,
  /** Nobody else was left. */
  dissolved: 4,
} as const;

export type PartyEnd = (typeof PartyEnd)[keyof typeof PartyEnd];

/** What came of a report. */
export const ReportOutcome = {
  /** Nothing was found to act upon. */
  noAction: 1,
  /** The player was spoken to. */
  warned: 2,
  /** The right to talk was taken away. */
  muted: 3,
  /** The player may not come in. */
  banned: 4,
  /** Something else was done, which the text says, or does not. */
  other: 5,
} as const;

export type ReportOutcome = (typeof ReportOutcome)[keyof typeof ReportOutcome];

/** Version of the session layer; a server answers another version with Deny. */
export const sessionVersion = 2;

/**
 * Hello, TokenRequest and Connect are padded with zeros to this many bytes, so that no answer is larger than its question.
 */
export const requestSize = 1200;

/** Why a server refuses a connection before it exists. */
export const DenyReason = {
  /** Another SessionVersion; detail is the server's, in decimal. */
  badVersion: 1,
  /** The schema's hash differs; detail names the server's. */
  badProtocol: 2,
  /** The cookie is too old, or was given to another address or key. Ask for another with Hello. */
  badCookie: 3,
  /**
   * The token is malformed, not signed by anybody this server trusts, or for another server or client key.
   */
  badToken: 4,
  /** The token's time is over, by the server's clock. */
  tokenExpired: 5,
  /** A session or a place in the queue was made of this token before. */
  tokenUsed: 6,
  /** No place, and none in the queue either. Later, perhaps. */
  serverFull: 7,
  /** Only who has a connect token gets in here. */
  guestsRefused: 8,
  /** The server stops, or is being emptied: it lets nobody in, or only who takes up a session again. */
  shuttingDown: 9,
  /** The Noise message is not authentic, or the name is none that a guest may have. */
  badHandshake: 10,
  /** Reserved. */
  banned: 11,
} as const;

export type DenyReason = (typeof DenyReason)[keyof typeof DenyReason];

/** Why an established session ended. */
export const DisconnectReason = {
  /** The player asked to leave. */
  left: 1,
  /** Nothing was heard of the client for the time-out of the session. */
  timeout: 2,
  /** An operator ended it. */
  kicked: 3,
  /**
   * An operator keeps the player out, for a time or for good. Trying again before that ends changes nothing.
   */
  banned: 4,
  /** The same character connected again; the newer session stays. */
  replaced: 5,
  /** The server stops; the character is saved. */
  shuttingDown: 6,
  /** Malformed messages, or more of them than their limits allow. */
  protocolViolation: 7,
  /**
   * A queue of this session or of the server reached its cap, or the world has no room. Coming back later is right.
   */
  overloaded: 8,
  /** The character could not be loaded. Later, perhaps; trying again at once changes nothing. */
  characterUnavailable: 9,
  /**
   * The name belongs to somebody else: another account's, or another guest secret's. Trying again changes nothing.
   */
  nameTaken: 10,
} as const;

export type DisconnectReason = (typeof DisconnectReason)[keyof typeof DisconnectReason];

/** A number of a character that has a limit, as the fact Forfeited names it. */
export const CharacterLimit = {
  coins: 1,
  experience: 2,
  kills: 3,
  deaths: 4,
} as const;

export type CharacterLimit = (typeof CharacterLimit)[keyof typeof CharacterLimit];

/**
 * What was done with items, coins or experience. Only those that say so create or destroy any; what the others take from
 * one place they put into another, in the same tick.
 */
export const LedgerVerb = {
  /** A new character got what beginners get. Creates. */
  start: 1,
  /** Was there when the ledger began. Creates. */
  openingBalance: 2,
  /** Fell from what was killed, or was earned by the kill. Creates. */
  kill: 3,
  /** Picked up from the ground. */
  pickUp: 4,
  /** Laid on the ground. */
  drop: 5,
  /** Lay on the ground too long. Destroys. */
  decay: 6,
  /** Moved, split or merged among the slots of one owner. */
  arrange: 7,
  /** Put on. */
  equip: 8,
  /** Taken off. */
  unequip: 9,
  /** Used up. Destroys. */
  use: 10,
  /** Wore off by use, without changing hands. */
  wear: 11,
  /** Mended for coins. Destroys. */
  repair: 12,
  /** Thrown away by its owner. Destroys. */
  discard: 13,
  /** Bought from a vendor. Creates items, destroys coins. */
  buy: 14,
  /** Sold to a vendor, who keeps it for buying back. Creates coins. */
  sell: 15,
  /** Bought back from a vendor. Destroys coins. */
  buyBack: 16,
  /** Sold to a vendor and not bought back in time. Destroys. */
  sold: 17,
  /** Put into the bank. */
  deposit: 18,
  /** Taken from the bank. */
  withdraw: 19,
  /** Given and got in a trade of two players. */
  trade: 20,
  /** Put into a letter. */
  mailSend: 21,
  /** Taken from a letter. */
  mailTake: 22,
  /** Came back with a letter, or went to the bottom of one because there was no room elsewhere. */
  mailReturn: 23,
  /** Paid for a letter's postage, for listing on the market, or as the market's share. Destroys coins. */
  fee: 24,
  /** Paid on delivery of a letter. */
  cashOnDelivery: 25,
  /** Put on the market. */
  list: 26,
  /** Bought on the market. */
  marketBuy: 27,
  /** Came back from the market unsold. */
  listingEnd: 28,
  /** Went into a recipe, or came of it. Creates and destroys. */
  craft: 29,
  /** Rewarded by a quest, or handed in for one. Creates and destroys. */
  quest: 30,
  /** Lost by dying. Destroys. */
  death: 31,
  /** Given by an operator. Creates. */
  grant: 32,
  /** Taken away by an operator. Destroys. */
  seize: 33,
  /** Went with everything of a player who was erased. Destroys. */
  erase: 34,
} as const;

export type LedgerVerb = (typeof LedgerVerb)[keyof typeof LedgerVerb];

/** What coins lie in. */
export const PurseKind = {
  /** The wallet of a character. */
  wallet: 1,
  /** A letter. */
  letter: 2,
} as const;

export type PurseKind = (typeof PurseKind)[keyof typeof PurseKind];
