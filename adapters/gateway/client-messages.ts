// The messages that clients may send inside a session, decoded once by the gateway: what does not decode ends the
// session here and never reaches the simulation.

import * as game from '#adapters/protocol/generated/game.js';

export class ClientMessages {
  private readonly input = new game.PlayerInput();
  private readonly useSkill = new game.UseSkill();
  private readonly pickUp = new game.PickUp();
  private readonly chat = new game.ChatRequest();
  private readonly respawn = new game.RespawnRequest();
  private readonly leave = new game.LeaveRequest();

  /** Whether the message is well formed, to its last byte. */
  isValid(data: Uint8Array, at: number, end: number): boolean {
    switch (data[at]) {
      case game.playerInputId:
        return game.decodePlayerInput(this.input, data, at, end) >= 0;
      case game.useSkillId:
        return game.decodeUseSkill(this.useSkill, data, at, end) >= 0;
      case game.pickUpId:
        return game.decodePickUp(this.pickUp, data, at, end) >= 0;
      case game.chatRequestId:
        return game.decodeChatRequest(this.chat, data, at, end) >= 0;
      case game.respawnRequestId:
        return game.decodeRespawnRequest(this.respawn, data, at, end) >= 0;
      case game.leaveRequestId:
        return game.decodeLeaveRequest(this.leave, data, at, end) >= 0;
      default:
        return false;
    }
  }
}
