// Generated from protocol-schema/facts.tos, protocol-schema/game.tos, protocol-schema/handshake.tos by `npm run codegen`; changes here are lost.
// The words that rules, ports and packets share. Numbers are permanent.

/** A number of a character that has a limit. */
export const CharacterLimit = {
  coins: 1,
  experience: 2,
  kills: 3,
  deaths: 4,
} as const;

export type CharacterLimit = (typeof CharacterLimit)[keyof typeof CharacterLimit];

/** Longest character name in bytes. */
export const nameBytesMax = 24;

/** Longest chat text in bytes of UTF-8. */
export const chatBytesMax = 200;

/** World steps per second. */
export const tickRate = 60;

/** Most other entities one client is told of at a time. */
export const visibleEntitiesMax = 250;

/** What an entity is. */
export const EntityKind = {
  player: 1,
  /** Everything alive that no player plays. */
  creature: 2,
  /** An item lying on the ground. */
  loot: 3,
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

/** Who hears a chat message. */
export const ChatScope = {
  /** Heard by those who see the speaker. */
  say: 1,
  /** Heard on the whole map. */
  zone: 2,
  /** From the operators. */
  server: 3,
} as const;

export type ChatScope = (typeof ChatScope)[keyof typeof ChatScope];

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
  /** No entity with this id is on the map of the one who asked, or 0 was given where a target is needed. */
  unknownTarget: 1,
  /** The target is farther away than the skill, or the reach for picking up, goes. */
  outOfRange: 2,
  /** This skill, or the pause that all skills share, is not over. */
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
  /** Not one unit of the item fits. */
  inventoryFull: 9,
  /** No such skill, or none that players have. */
  unknownSkill: 10,
  /**
   * The target is there, but nothing that this can be done to: dead, on its way home, of the wrong side, no item.
   */
  invalidTarget: 11,
  /** A wall stands between. */
  noLineOfSight: 12,
  /**
   * A request of the same kind waits already, the one who asked cannot act now (stunned, casting), or it is too early to
   * stand up again.
   */
  busy: 13,
  /** Reserved: an operator has taken the right to chat away. */
  muted: 14,
  /** Nothing to see is left of the text. */
  emptyText: 15,
  /**
   * The rules of this map or of this message forbid it: fights of players where there are none, a scope that is the
   * operators', characters that a text may not have.
   */
  notAllowed: 16,
} as const;

export type RefusalReason = (typeof RefusalReason)[keyof typeof RefusalReason];

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
  /** Reserved. */
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
