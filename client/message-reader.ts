// Decodes what the server says and puts it where it belongs. A message that does not decode changes nothing.

import {
  characterStatusId,
  chatMessageId,
  combatEventId,
  decodeCharacterStatus,
  decodeChatMessage,
  decodeCombatEvent,
  decodeInventorySlot,
  decodeMapChanged,
  decodeRefused,
  decodeSnapshot,
  decodeWelcome,
  inventorySlotId,
  mapChangedId,
  refusedId,
  snapshotId,
  welcomeId,
} from '#adapters/protocol/generated/game.js';
import type { GameListener } from './game-listener.js';
import type { GameMessages } from './game-messages.js';
import type { GameState } from './game-state.js';

export const ReadResult = { event: 0, snapshot: 1, malformed: 2 } as const;
export type ReadResult = (typeof ReadResult)[keyof typeof ReadResult];

export class MessageReader {
  constructor(
    private readonly messages: GameMessages,
    private readonly state: GameState,
    private readonly listener: GameListener,
  ) {}

  /** `nowMs` is when it arrived; `roundTripMs` the latest round trip measured, 0 for none. */
  read(data: Uint8Array, at: number, length: number, nowMs: number, roundTripMs: number): ReadResult {
    const end = at + length;
    const id = data[at]!;
    if (id === snapshotId) {
      const { snapshot } = this.messages;
      if (decodeSnapshot(snapshot, data, at, end) < 0) return ReadResult.malformed;
      this.state.takeSnapshot(snapshot, nowMs, roundTripMs);
      return ReadResult.snapshot;
    }
    return this.readEvent(id, data, at, end) ? ReadResult.event : ReadResult.malformed;
  }

  private readEvent(id: number, data: Uint8Array, at: number, end: number): boolean {
    const { messages, listener } = this;
    const { self } = this.state;
    switch (id) {
      case welcomeId:
        if (decodeWelcome(messages.welcome, data, at, end) < 0) return false;
        self.welcome(messages.welcome);
        listener.onWelcome?.(messages.welcome);
        return true;
      case mapChangedId:
        if (decodeMapChanged(messages.mapChanged, data, at, end) < 0) return false;
        self.mapChanged(messages.mapChanged);
        listener.onMapChanged?.(messages.mapChanged);
        return true;
      case characterStatusId:
        if (decodeCharacterStatus(messages.characterStatus, data, at, end) < 0) return false;
        self.status(messages.characterStatus);
        listener.onCharacterStatus?.(messages.characterStatus);
        return true;
      case inventorySlotId:
        if (decodeInventorySlot(messages.inventorySlot, data, at, end) < 0) return false;
        self.slot(messages.inventorySlot);
        listener.onInventorySlot?.(messages.inventorySlot);
        return true;
      case chatMessageId:
        if (decodeChatMessage(messages.chat, data, at, end) < 0) return false;
        listener.onChat?.(messages.chat);
        return true;
      case combatEventId:
        if (decodeCombatEvent(messages.combat, data, at, end) < 0) return false;
        listener.onCombat?.(messages.combat);
        return true;
      case refusedId:
        if (decodeRefused(messages.refused, data, at, end) < 0) return false;
        listener.onRefused?.(messages.refused);
        return true;
      default:
        return false;
    }
  }
}
