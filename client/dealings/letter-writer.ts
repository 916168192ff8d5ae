// The request with a list in it: a letter and what it encloses, put into bytes.

import { encodeSendLetter, SendLetter, sendLetterSizeMax } from '#adapters/protocol/generated/game.js';

/** What a letter encloses: units of a slot of the bag. */
export interface Enclosed {
  readonly slot: number;
  readonly units: number;
}

// Encoded and queued before the next one is begun, by however many clients of one thread.
const message = new SendLetter();
export const letterBytes = new Uint8Array(sendLetterSizeMax);

/** Returns where the bytes end, below 0 for what cannot be encoded. */
export function writeLetter(
  command: number,
  recipient: string,
  title: string,
  text: string,
  coins: number,
  cashOnDelivery: number,
  stacks: readonly Enclosed[],
): number {
  message.command = command;
  message.recipient = recipient;
  message.title = title;
  message.text = text;
  message.coins = coins;
  message.cashOnDelivery = cashOnDelivery;
  // One too many is refused by the codec, not cut off here.
  message.stacksCount = stacks.length;
  for (let i = 0; i < Math.min(stacks.length, message.stacks.length); i++) {
    message.stacks[i]!.slot = stacks[i]!.slot;
    message.stacks[i]!.units = stacks[i]!.units;
  }
  return encodeSendLetter(message, letterBytes, 0);
}
