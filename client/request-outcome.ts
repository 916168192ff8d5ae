// What became of a request on this side: on its way, or why not. Whether the server grants it is told by events.

import { CodecFault } from '#adapters/protocol/codec/codec-fault.js';

/**
 * - no-session: there is none at the moment; after `onConnected` it can be asked again
 * - not-in-world: the player does not stand in the world yet; after `onWelcome` it can be asked again
 * - queue-full: too much waits to be acknowledged already
 * - too-often: more of this kind than the server takes, which drops them and answers nothing; it can be asked a moment later
 * - out-of-range: a number that the message cannot carry: no integer, negative, too large, no value of its enum
 * - too-long: a text of more bytes than allowed (chat: 200 bytes of UTF-8)
 * - bad-text: a text with half a surrogate pair
 */
export type RequestFault =
  'no-session' | 'not-in-world' | 'queue-full' | 'too-often' | 'out-of-range' | 'too-long' | 'bad-text';

export type RequestOutcome =
  { readonly ok: true; readonly reason?: never } | { readonly ok: false; readonly reason: RequestFault };

export const requestSent: RequestOutcome = Object.freeze({ ok: true });

const faults = Object.freeze({
  'no-session': refusedHere('no-session'),
  'not-in-world': refusedHere('not-in-world'),
  'queue-full': refusedHere('queue-full'),
  'too-often': refusedHere('too-often'),
  'out-of-range': refusedHere('out-of-range'),
  'too-long': refusedHere('too-long'),
  'bad-text': refusedHere('bad-text'),
});

function refusedHere(reason: RequestFault): RequestOutcome {
  return Object.freeze({ ok: false, reason });
}

export function requestFault(reason: RequestFault): RequestOutcome {
  return faults[reason];
}

/** Of what an encoder returned below 0. */
export function encodingFault(fault: number): RequestOutcome {
  if (fault === CodecFault.tooLong || fault === CodecFault.noRoom) return faults['too-long'];
  return fault === CodecFault.badText ? faults['bad-text'] : faults['out-of-range'];
}
