// What the package offers (package.json's exports need one file); inside this project modules are imported by their own names.

export { GameClient, type GameClientOptions } from './game-client.js';
export type { GameListener } from './game-listener.js';
export { isDead, type KnownEntities, type KnownEntity } from './known-entities.js';
export type { MovementModel, MovementState, MovementStep } from './movement/movement-model.js';
export type { InventoryEntry, OwnCharacter } from './own-character.js';
export type { OwnCrafting } from './dealings/own-crafting.js';
export type { KnownMember, OpenRoll, OwnParty } from './dealings/own-party.js';
export type { OwnTrade, TradedStack } from './dealings/own-trade.js';
export type { ReconnectOptions } from './reconnect-policy.js';
export type { RequestFault, RequestOutcome } from './request-outcome.js';
export type { Enclosed } from './dealings/letter-writer.js';
export type { OwnQuest, OwnQuests } from './dealings/own-quests.js';
export type { FoundListing, OwnLetter, OwnMailbox } from './dealings/own-mailbox.js';
export type { SessionKeeperOptions } from './session-keeper.js';
export {
  type CharacterStatus,
  type ChatMessage,
  ChatScope,
  type CombatEvent,
  CombatOutcome,
  EntityKind,
  EntityStatus,
  type InventorySlot,
  type Letter,
  LetterEvent,
  LetterKind,
  type LetterNews,
  type LettersRead,
  LootChoice,
  type LootRollBegun,
  type LootRollEnded,
  type MapChanged,
  type MarketListing,
  type MarketSearched,
  PartyEnd,
  type PartyEnded,
  type PartyInvitationEnded,
  PartyInvitationEnd,
  type PartyInvited,
  PartyLootMode,
  type PartyMoved,
  type PartyState,
  QuestOfferState,
  type QuestOffers,
  type QuestStatus,
  type Refused,
  type ReportDecided,
  ReportOutcome,
  ReportReason,
  type ReportTaken,
  RefusalReason,
  HolderKind,
  type CommandConfirmed,
  type Snapshot,
  TradeEnd,
  type TradeEnded,
  type TradeInvited,
  type TradeState,
  type Welcome,
} from '#adapters/protocol/generated/game.js';
export { requestIds } from '#adapters/protocol/generated/requests.js';
export { PlayerMessageObjects as GameMessages } from '#adapters/protocol/generated/messages.js';
export { DenyReason, DisconnectReason } from '#adapters/protocol/generated/handshake.js';
export { protocolHash } from '#adapters/protocol/generated/packets.js';
export type { Credentials, SessionEnd } from '#adapters/protocol/session/client/client-options.js';
export type { Clock } from '#ports/system/clock.js';
export type { CryptoSuite } from '#ports/network/crypto-suite.js';
export { addressOf } from '#ports/network/datagram-address.js';
export type { DatagramReceiver, DatagramSocket } from '#ports/network/datagram-socket.js';
export type { RandomSource } from '#ports/system/random-source.js';
