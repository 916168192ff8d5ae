// Messages to players as one call each, whatever the message: for whoever notes or drops them all alike.

import { playerMessageNames } from '#domain/vocabulary/generated/messages.js';
import type { PlayerMessages } from '#domain/vocabulary/generated/messages.js';

/** The message is reused: copy what is to be kept. */
export type HearMessage = (name: keyof PlayerMessages, to: number, message: object) => void;

export function heardMessages(hear: HearMessage): PlayerMessages {
  const methods = playerMessageNames.map((name) => [
    name,
    (to: number, message: object = {}) => hear(name, to, message),
  ]);
  return Object.fromEntries(methods) as PlayerMessages;
}
