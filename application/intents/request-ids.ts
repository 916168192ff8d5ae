// How a refusal names what was refused: the ids of the client's packets in the schema. A test checks that they agree.

export const RequestId = {
  useSkill: 0x11,
  pickUp: 0x12,
  chat: 0x13,
  respawn: 0x14,
} as const;
