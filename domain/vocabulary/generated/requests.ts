// Generated from protocol-schema by `npm run codegen`; changes here are lost.
// What a client may ask of the game, by the ids of its packets: a refusal names by them what was refused.

export const RequestId = {
  /** Movement, newest step last. Carrying earlier steps again costs little and spares a resend. */
  playerInput: 0x10,
  /** Uses a skill, at once or not at all. */
  useSkill: 0x11,
  /** Takes an item from the ground. */
  pickUp: 0x12,
  /** Says something. */
  chat: 0x13,
  /** A dead player asks to stand up at the bind point. */
  respawn: 0x14,
  /** The client leaves on purpose; the server saves, then disconnects. */
  leave: 0x15,
} as const;

export type RequestId = (typeof RequestId)[keyof typeof RequestId];
