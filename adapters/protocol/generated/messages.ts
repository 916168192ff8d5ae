// Generated from protocol-schema by `npm run codegen`; changes here are lost.
// Messages to players: their writer for the server, their reader for clients.

import {
  CharacterStatus,
  ChatMessage,
  CombatEvent,
  InventorySlot,
  MapChanged,
  Refused,
  Snapshot,
  Welcome,
  characterStatusId,
  characterStatusSizeMax,
  chatMessageId,
  chatMessageSizeMax,
  combatEventId,
  combatEventSizeMax,
  decodeCharacterStatus,
  decodeChatMessage,
  decodeCombatEvent,
  decodeInventorySlot,
  decodeMapChanged,
  decodeRefused,
  decodeSnapshot,
  decodeWelcome,
  encodeCharacterStatus,
  encodeChatMessage,
  encodeCombatEvent,
  encodeInventorySlot,
  encodeMapChanged,
  encodeRefused,
  encodeWelcome,
  inventorySlotId,
  inventorySlotSizeMax,
  mapChangedId,
  mapChangedSizeMax,
  refusedId,
  refusedSizeMax,
  snapshotId,
  welcomeId,
  welcomeSizeMax,
} from './game.js';

export interface MessageSink {
  /** Where messages are encoded, from 0 on: at least `playerMessageBytesMax`. */
  readonly bytes: Uint8Array;
  /** `length` bytes are one message; below 0 it could not be encoded. */
  deliver(to: number, isReliable: boolean, length: number): void;
}

/** Of the longest one. */
export const playerMessageBytesMax = Math.max(
  welcomeSizeMax,
  mapChangedSizeMax,
  characterStatusSizeMax,
  inventorySlotSizeMax,
  chatMessageSizeMax,
  combatEventSizeMax,
  refusedSizeMax,
);

/** Encodes each message once and hands it over. */
export class PlayerMessageWriter {
  constructor(private readonly out: MessageSink) {}

  welcome(to: number, message: Welcome): void {
    this.out.deliver(to, true, encodeWelcome(message, this.out.bytes, 0));
  }

  mapChanged(to: number, message: MapChanged): void {
    this.out.deliver(to, true, encodeMapChanged(message, this.out.bytes, 0));
  }

  characterStatus(to: number, message: CharacterStatus): void {
    this.out.deliver(to, true, encodeCharacterStatus(message, this.out.bytes, 0));
  }

  inventorySlot(to: number, message: InventorySlot): void {
    this.out.deliver(to, true, encodeInventorySlot(message, this.out.bytes, 0));
  }

  chat(to: number, message: ChatMessage): void {
    this.out.deliver(to, true, encodeChatMessage(message, this.out.bytes, 0));
  }

  combat(to: number, message: CombatEvent): void {
    this.out.deliver(to, false, encodeCombatEvent(message, this.out.bytes, 0));
  }

  refused(to: number, message: Refused): void {
    this.out.deliver(to, true, encodeRefused(message, this.out.bytes, 0));
  }
}

/** The objects into which messages are decoded. */
export class PlayerMessageObjects {
  readonly welcome = new Welcome();
  readonly mapChanged = new MapChanged();
  readonly characterStatus = new CharacterStatus();
  readonly inventorySlot = new InventorySlot();
  readonly chat = new ChatMessage();
  readonly combat = new CombatEvent();
  readonly refused = new Refused();
  readonly snapshot = new Snapshot();
}

/** What a client itself makes of messages, before anybody is told. */
export interface PlayerMessageState {
  /** First message to a player who stands in the world. */
  welcome?(message: Welcome): void;
  /**
   * The player stands on another map now. Entities of the old map leave through Snapshot.removed as any other does.
   */
  mapChanged?(message: MapChanged): void;
  /** The player's own numbers, sent when one of them changed. */
  characterStatus?(message: CharacterStatus): void;
  /** One slot of the player's inventory. */
  inventorySlot?(message: InventorySlot): void;
  /** Something was said that the receiver hears. */
  chat?(message: ChatMessage): void;
  /** Something happened in a fight that the receiver sees. */
  combat?(message: CombatEvent): void;
  /** A request was not done. Sent instead of any effect. */
  refused?(message: Refused): void;
  /** The world around one player at one tick. */
  snapshot?(message: Snapshot): void;
}

/** Whom a client tells of messages. */
export interface PlayerMessageListener {
  /** First message to a player who stands in the world. */
  onWelcome?(message: Welcome): void;
  /**
   * The player stands on another map now. Entities of the old map leave through Snapshot.removed as any other does.
   */
  onMapChanged?(message: MapChanged): void;
  /** The player's own numbers, sent when one of them changed. */
  onCharacterStatus?(message: CharacterStatus): void;
  /** One slot of the player's inventory. */
  onInventorySlot?(message: InventorySlot): void;
  /** Something was said that the receiver hears. */
  onChat?(message: ChatMessage): void;
  /** Something happened in a fight that the receiver sees. */
  onCombat?(message: CombatEvent): void;
  /** A request was not done. Sent instead of any effect. */
  onRefused?(message: Refused): void;
  /** The world around one player at one tick. */
  onSnapshot?(message: Snapshot): void;
}

export class PlayerMessageReader {
  /** `messages` may be shared by readers none of which is called from within another's call. */
  constructor(
    private readonly messages: PlayerMessageObjects,
    private readonly state: PlayerMessageState,
    private readonly listener: PlayerMessageListener,
  ) {}

  /** False, and nobody was called, when it is no message to players or does not decode to its last byte. */
  read(data: Uint8Array, at: number, end: number): boolean {
    const { messages, state, listener } = this;
    switch (data[at]) {
      case welcomeId:
        if (decodeWelcome(messages.welcome, data, at, end) < 0) return false;
        state.welcome?.(messages.welcome);
        listener.onWelcome?.(messages.welcome);
        return true;
      case mapChangedId:
        if (decodeMapChanged(messages.mapChanged, data, at, end) < 0) return false;
        state.mapChanged?.(messages.mapChanged);
        listener.onMapChanged?.(messages.mapChanged);
        return true;
      case characterStatusId:
        if (decodeCharacterStatus(messages.characterStatus, data, at, end) < 0) return false;
        state.characterStatus?.(messages.characterStatus);
        listener.onCharacterStatus?.(messages.characterStatus);
        return true;
      case inventorySlotId:
        if (decodeInventorySlot(messages.inventorySlot, data, at, end) < 0) return false;
        state.inventorySlot?.(messages.inventorySlot);
        listener.onInventorySlot?.(messages.inventorySlot);
        return true;
      case chatMessageId:
        if (decodeChatMessage(messages.chat, data, at, end) < 0) return false;
        state.chat?.(messages.chat);
        listener.onChat?.(messages.chat);
        return true;
      case combatEventId:
        if (decodeCombatEvent(messages.combat, data, at, end) < 0) return false;
        state.combat?.(messages.combat);
        listener.onCombat?.(messages.combat);
        return true;
      case refusedId:
        if (decodeRefused(messages.refused, data, at, end) < 0) return false;
        state.refused?.(messages.refused);
        listener.onRefused?.(messages.refused);
        return true;
      case snapshotId:
        if (decodeSnapshot(messages.snapshot, data, at, end) < 0) return false;
        state.snapshot?.(messages.snapshot);
        listener.onSnapshot?.(messages.snapshot);
        return true;
      default:
        return false;
    }
  }
}
