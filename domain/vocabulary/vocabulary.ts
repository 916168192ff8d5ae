// The words that rules, ports and packets share. The numbers are those of the schema (protocol-schema/game.tos
// and handshake.tos); a test checks that they agree. Numbers are permanent.

export const EntityKind = { player: 1, creature: 2, loot: 3 } as const;
export type EntityKind = (typeof EntityKind)[keyof typeof EntityKind];

/** Bits of an entity's status; several may be set. */
export const EntityStatus = { dead: 1, inCombat: 2, casting: 4, stunned: 8, safe: 16 } as const;
export type EntityStatus = number;

export const ChatScope = { say: 1, zone: 2, server: 3 } as const;
export type ChatScope = (typeof ChatScope)[keyof typeof ChatScope];

export const CombatOutcome = { hit: 1, critical: 2, dodged: 3, blocked: 4, healed: 5, killed: 6 } as const;
export type CombatOutcome = (typeof CombatOutcome)[keyof typeof CombatOutcome];

/** Why the server did not do what a client asked. */
export const RefusalReason = {
  unknownTarget: 1,
  outOfRange: 2,
  onCooldown: 3,
  notEnoughMana: 4,
  dead: 5,
  notDead: 6,
  safeZone: 7,
  notYours: 8,
  inventoryFull: 9,
  unknownSkill: 10,
  invalidTarget: 11,
  noLineOfSight: 12,
  busy: 13,
  muted: 14,
  emptyText: 15,
  notAllowed: 16,
} as const;
export type RefusalReason = (typeof RefusalReason)[keyof typeof RefusalReason];

/** Why an established session ended. */
export const DisconnectReason = {
  left: 1,
  timeout: 2,
  kicked: 3,
  banned: 4,
  replaced: 5,
  shuttingDown: 6,
  protocolViolation: 7,
  overloaded: 8,
  characterUnavailable: 9,
  nameTaken: 10,
} as const;
export type DisconnectReason = (typeof DisconnectReason)[keyof typeof DisconnectReason];
