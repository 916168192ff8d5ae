import { expect, it } from '@jest/globals';
import { chatRequestId, pickUpId, respawnRequestId, useSkillId } from '#adapters/protocol/generated/game.js';
import { RequestId } from '#application/intents/request-ids.js';

it('a refusal names the packet that was refused as the schema numbers it', () => {
  expect(RequestId).toEqual({
    useSkill: useSkillId,
    pickUp: pickUpId,
    chat: chatRequestId,
    respawn: respawnRequestId,
  });
});
