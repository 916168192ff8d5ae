import { expect, it } from '@jest/globals';
import * as game from '#adapters/protocol/generated/game.js';
import { RequestId } from '#domain/vocabulary/generated/requests.js';

it('requests are what clients send to the game, without the word that says so', () => {
  expect(RequestId).toEqual({
    playerInput: game.playerInputId,
    useSkill: game.useSkillId,
    pickUp: game.pickUpId,
    chat: game.chatRequestId,
    respawn: game.respawnRequestId,
    leave: game.leaveRequestId,
  });
});
