// PlayerOutput as packets: encodes each message once and hands it to the gateway of its session, or to every gateway
// when it is for all who are near an entity.

import type { CharacterNumbers, PlayerOutput } from '#ports/threads/player-output.js';
import type { RecordProducer } from '#ports/threads/record-queue.js';
import { DisconnectReason } from '#domain/vocabulary/vocabulary.js';
import type { ChatScope, CombatOutcome, RefusalReason } from '#domain/vocabulary/vocabulary.js';
import * as game from '#adapters/protocol/generated/game.js';
import * as internal from '#adapters/protocol/generated/internal.js';
import { RecordKind } from '#ports/threads/record-kinds.js';
import { gatewayOfSession } from '#ports/threads/session-number.js';

/** Longest packet made here, with room to spare: a chat line of 200 bytes. */
const scratchBytes = 512;
/** Sessions remembered for ending; beyond it the session times out by its client instead. */
const overrunMax = 4096;

export class PacketPlayerOutput implements PlayerOutput {
  /** Packets that could not be encoded, which only a wrong caller can cause. */
  unencodable = 0;
  private readonly overrun = new Uint32Array(overrunMax);
  private overrunCount = 0;
  private readonly scratch = new Uint8Array(scratchBytes);
  private readonly welcomePacket = new game.Welcome();
  private readonly mapChangedPacket = new game.MapChanged();
  private readonly statusPacket = new game.CharacterStatus();
  private readonly slotPacket = new game.InventorySlot();
  private readonly refusedPacket = new game.Refused();
  private readonly chatPacket = new game.ChatMessage();
  private readonly combatPacket = new game.CombatEvent();
  private readonly placedRecord = new internal.PlayerPlaced();
  private readonly endRecord = new internal.SessionEnd();

  /** `gateways[i]` leads to the gateway whose number stands in the highest 4 bits of its sessions' numbers. */
  constructor(
    private readonly gateways: readonly RecordProducer[],
    private readonly contentHash: number,
  ) {}

  placed(session: number, entity: number, map: number): void {
    this.placedRecord.entity = entity;
    this.placedRecord.map = map;
    this.toSession(
      RecordKind.placed,
      session,
      internal.encodePlayerPlaced(this.placedRecord, this.scratch, 0),
    );
  }

  welcome(session: number, entity: number, tick: number, name: string, map: number, mapKey: string): void {
    const packet = this.welcomePacket;
    packet.entity = entity;
    packet.tick = tick;
    packet.name = name;
    packet.map = map;
    packet.mapKey = mapKey;
    packet.contentHash = this.contentHash;
    this.toSession(RecordKind.reliable, session, game.encodeWelcome(packet, this.scratch, 0));
  }

  mapChanged(session: number, map: number, mapKey: string, x: number, y: number): void {
    const packet = this.mapChangedPacket;
    packet.map = map;
    packet.mapKey = mapKey;
    packet.x = x;
    packet.y = y;
    this.toSession(RecordKind.reliable, session, game.encodeMapChanged(packet, this.scratch, 0));
  }

  characterStatus(session: number, status: CharacterNumbers): void {
    const packet = this.statusPacket;
    packet.level = status.level;
    packet.experience = status.experience;
    packet.experienceNext = status.experienceNext;
    packet.healthMax = status.healthMax;
    packet.manaMax = status.manaMax;
    packet.coins = status.coins;
    this.toSession(RecordKind.reliable, session, game.encodeCharacterStatus(packet, this.scratch, 0));
  }

  inventorySlot(session: number, slot: number, item: number, count: number): void {
    const packet = this.slotPacket;
    packet.slot = slot;
    packet.item = item;
    packet.count = count;
    this.toSession(RecordKind.reliable, session, game.encodeInventorySlot(packet, this.scratch, 0));
  }

  refused(session: number, requestPacketId: number, reason: RefusalReason): void {
    this.refusedPacket.request = requestPacketId;
    this.refusedPacket.reason = reason;
    this.toSession(RecordKind.reliable, session, game.encodeRefused(this.refusedPacket, this.scratch, 0));
  }

  chat(session: number, scope: ChatScope, speaker: number, name: string, text: string): void {
    this.toSession(RecordKind.reliable, session, this.encodeChat(scope, speaker, name, text));
  }

  chatNearby(speaker: number, name: string, text: string): void {
    this.toAll(RecordKind.nearbyReliable, speaker, this.encodeChat(game.ChatScope.say, speaker, name, text));
  }

  chatEverybody(text: string): void {
    this.toAll(RecordKind.everyoneReliable, 0, this.encodeChat(game.ChatScope.server, 0, '', text));
  }

  combat(source: number, target: number, skill: number, outcome: CombatOutcome, amount: number): void {
    const packet = this.combatPacket;
    packet.source = source;
    packet.target = target;
    packet.skill = skill;
    packet.outcome = outcome;
    packet.amount = amount;
    this.toAll(RecordKind.nearbyUnreliable, target, game.encodeCombatEvent(packet, this.scratch, 0));
  }

  end(session: number, reason: DisconnectReason, detail: string): void {
    this.endRecord.reason = reason;
    this.endRecord.detail = detail;
    this.toSession(RecordKind.end, session, internal.encodeSessionEnd(this.endRecord, this.scratch, 0));
  }

  private encodeChat(scope: ChatScope, speaker: number, name: string, text: string): number {
    const packet = this.chatPacket;
    packet.scope = scope;
    packet.speaker = speaker;
    packet.name = name;
    packet.text = text;
    return game.encodeChatMessage(packet, this.scratch, 0);
  }

  private toSession(kind: number, session: number, length: number): void {
    if (length < 0) {
      this.unencodable++;
      return;
    }
    if (this.gateways[gatewayOfSession(session)]!.push(kind, session, this.scratch, 0, length)) return;
    // The gateway stands still and its ring is full. A reliable message must not vanish, so the session ends instead.
    if (this.overrunCount < overrunMax) this.overrun[this.overrunCount++] = session;
  }

  /** To be called once a tick: ends the sessions whose messages did not fit, as soon as their end does. */
  endOverrunSessions(): void {
    const waiting = this.overrunCount;
    this.overrunCount = 0;
    for (let i = 0; i < waiting; i++)
      this.end(this.overrun[i]!, DisconnectReason.overloaded, 'the server could not keep up');
  }

  private toAll(kind: number, entity: number, length: number): void {
    if (length < 0) {
      this.unencodable++;
      return;
    }
    for (let i = 0; i < this.gateways.length; i++)
      this.gateways[i]!.push(kind, entity, this.scratch, 0, length);
  }
}
