// The objects into which messages are decoded. Many clients in one thread may share one set: each message is decoded,
// handled and done with before the next.

import {
  CharacterStatus,
  ChatMessage,
  ChatRequest,
  CombatEvent,
  InventorySlot,
  LeaveRequest,
  MapChanged,
  PickUp,
  Refused,
  RespawnRequest,
  Snapshot,
  UseSkill,
  Welcome,
} from '#adapters/protocol/generated/game.js';

export class GameMessages {
  readonly welcome = new Welcome();
  readonly mapChanged = new MapChanged();
  readonly characterStatus = new CharacterStatus();
  readonly inventorySlot = new InventorySlot();
  readonly chat = new ChatMessage();
  readonly combat = new CombatEvent();
  readonly refused = new Refused();
  readonly snapshot = new Snapshot();
  readonly useSkill = new UseSkill();
  readonly pickUp = new PickUp();
  readonly chatRequest = new ChatRequest();
  readonly respawn = new RespawnRequest();
  readonly leave = new LeaveRequest();
  /** Outgoing messages are encoded here before they are queued. */
  readonly bytes = new Uint8Array(512);
}
