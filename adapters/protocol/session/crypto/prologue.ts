// What both sides mix into the Noise handshake before anything else, so that it fails unless they agree on it.
//   "tos-session" (11 bytes ASCII), session version u8, protocol hash [8]

import { sessionVersion } from '../../generated/handshake.js';
import { protocolHash } from '../../generated/packets.js';

const name = Uint8Array.from('tos-session', (character) => character.charCodeAt(0));

/** `hash` is the schema's, 8 bytes; another one only for examples. */
export function noisePrologue(hash: Uint8Array = protocolHash): Uint8Array {
  const prologue = new Uint8Array(name.length + 1 + hash.length);
  prologue.set(name);
  prologue[name.length] = sessionVersion;
  prologue.set(hash, name.length + 1);
  return prologue;
}
