// Generated from protocol-schema by `npm run codegen`; changes here are lost.
// Requests of clients: whose each is, their readers, and how a client makes them. Each request is decoded once, by the
// side that answers it.

import {
  ChatRequest,
  LeaveRequest,
  PickUp,
  PlayerInput,
  RespawnRequest,
  UseSkill,
  chatRequestId,
  chatRequestSizeMax,
  decodeChatRequest,
  decodeLeaveRequest,
  decodePickUp,
  decodePlayerInput,
  decodeRespawnRequest,
  decodeUseSkill,
  encodeChatRequest,
  encodeLeaveRequest,
  encodePickUp,
  encodeRespawnRequest,
  encodeUseSkill,
  leaveRequestId,
  leaveRequestSizeMax,
  pickUpId,
  pickUpSizeMax,
  playerInputId,
  respawnRequestId,
  respawnRequestSizeMax,
  type ChatScope,
  useSkillId,
  useSkillSizeMax,
} from './game.js';

/** By id: 1 for what the rules answer, once the player stands in the world (`state playing`). */
export const isGameRequest = new Uint8Array(256);
for (const id of [playerInputId, useSkillId, pickUpId, chatRequestId, respawnRequestId])
  isGameRequest[id] = 1;

/**
 * What the rules answer; `session` is its number.
 * The request is reused after the call.
 */
export interface GameRequestHandlers {
  /** Movement, newest step last. Carrying earlier steps again costs little and spares a resend. */
  playerInput(session: number, request: PlayerInput): void;
  /** Uses a skill, at once or not at all. */
  useSkill(session: number, request: UseSkill): void;
  /** Takes an item from the ground. */
  pickUp(session: number, request: PickUp): void;
  /** Says something. */
  chat(session: number, request: ChatRequest): void;
  /** A dead player asks to stand up at the bind point. */
  respawn(session: number): void;
}

export class GameRequestReader {
  private readonly playerInput = new PlayerInput();
  private readonly useSkill = new UseSkill();
  private readonly pickUp = new PickUp();
  private readonly chatRequest = new ChatRequest();
  private readonly respawnRequest = new RespawnRequest();

  constructor(private readonly handlers: GameRequestHandlers) {}

  /** False, and nobody was called, when it is none of these or does not decode to its last byte. */
  read(session: number, data: Uint8Array, at: number, end: number): boolean {
    switch (data[at]) {
      case playerInputId:
        if (decodePlayerInput(this.playerInput, data, at, end) < 0) return false;
        this.handlers.playerInput(session, this.playerInput);
        return true;
      case useSkillId:
        if (decodeUseSkill(this.useSkill, data, at, end) < 0) return false;
        this.handlers.useSkill(session, this.useSkill);
        return true;
      case pickUpId:
        if (decodePickUp(this.pickUp, data, at, end) < 0) return false;
        this.handlers.pickUp(session, this.pickUp);
        return true;
      case chatRequestId:
        if (decodeChatRequest(this.chatRequest, data, at, end) < 0) return false;
        this.handlers.chat(session, this.chatRequest);
        return true;
      case respawnRequestId:
        if (decodeRespawnRequest(this.respawnRequest, data, at, end) < 0) return false;
        this.handlers.respawn(session);
        return true;
      default:
        return false;
    }
  }
}

/**
 * What the gateway answers, in the world or not; `session` is its slot.
 * The request is reused after the call.
 */
export interface GatewayRequestHandlers {
  /** The client leaves on purpose; the server saves, then disconnects. */
  leave(session: number): void;
}

export class GatewayRequestReader {
  private readonly leaveRequest = new LeaveRequest();

  constructor(private readonly handlers: GatewayRequestHandlers) {}

  /** False, and nobody was called, when it is none of these or does not decode to its last byte. */
  read(session: number, data: Uint8Array, at: number, end: number): boolean {
    switch (data[at]) {
      case leaveRequestId:
        if (decodeLeaveRequest(this.leaveRequest, data, at, end) < 0) return false;
        this.handlers.leave(session);
        return true;
      default:
        return false;
    }
  }
}

// Encoded and queued before the next one is begun, by however many clients of one thread.
const useSkill = new UseSkill();
const pickUp = new PickUp();
const chatRequest = new ChatRequest();
const respawnRequest = new RespawnRequest();
const leaveRequest = new LeaveRequest();
const requestBytes = new Uint8Array(
  Math.max(useSkillSizeMax, pickUpSizeMax, chatRequestSizeMax, respawnRequestSizeMax, leaveRequestSizeMax),
);

/** Asks. What comes of a request on this side is an `Outcome`. */
export abstract class RequestSender<Outcome> {
  /**
   * Uses a skill, at once or not at all.
   * @param skill Skill id from the content; 1 is the plain attack with the weapon at hand. (u16)
   * @param target Entity id from EntityState, 0 for none. (u32)
   */
  useSkill(skill: number, target: number): Outcome {
    useSkill.skill = skill;
    useSkill.target = target;
    return this.sendRequest(requestBytes, encodeUseSkill(useSkill, requestBytes, 0), true);
  }

  /**
   * Takes an item from the ground.
   * @param loot Entity id of a loot entity within reach. (u32)
   */
  pickUp(loot: number): Outcome {
    pickUp.loot = loot;
    return this.sendRequest(requestBytes, encodePickUp(pickUp, requestBytes, 0), true);
  }

  /**
   * Says something.
   * @param scope `say` or `zone`.
   * @param text Not empty once trimmed; refused as a whole with control or invisible direction characters. (up to 200 bytes of UTF-8)
   */
  chat(scope: ChatScope, text: string): Outcome {
    chatRequest.scope = scope;
    chatRequest.text = text;
    return this.sendRequest(requestBytes, encodeChatRequest(chatRequest, requestBytes, 0), true);
  }

  /** A dead player asks to stand up at the bind point. */
  respawn(): Outcome {
    return this.sendRequest(requestBytes, encodeRespawnRequest(respawnRequest, requestBytes, 0), true);
  }

  /** The client leaves on purpose; the server saves, then disconnects. */
  leave(): Outcome {
    return this.sendRequest(requestBytes, encodeLeaveRequest(leaveRequest, requestBytes, 0), false);
  }

  /**
   * Queues the first `end` bytes reliably, or says why not; below 0 `end` is the fault for which it could not be encoded.
   * `inWorld`: only a player in the world may ask for it.
   */
  protected abstract sendRequest(bytes: Uint8Array, end: number, inWorld: boolean): Outcome;
}
