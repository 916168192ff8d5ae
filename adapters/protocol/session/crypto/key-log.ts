// The keys of sessions, for whoever must read captured packets (protocol-schema/wireshark). Exists only where an option
// asks for it: whoever has the log reads what the players of these sessions said, and can speak in their name.

import { type AeadKey, bytesOfAeadKey } from '#ports/network/aead-key.js';
import { hexOf } from '../bytes/bytes-compare.js';

/** Told of the keys of a session when they come into being: once a session, and once more for every later pair. */
export type KeyLog = (connectionId: number, clientToServer: AeadKey, serverToClient: AeadKey) => void;

/** With which each line begins. */
export const keyLogLabel = 'TOS_SESSION_KEYS ';

/** One line of a key log, as SESSION.md lays it out, with its line feed. */
export function keyLogLine(connectionId: number, clientToServer: AeadKey, serverToClient: AeadKey): string {
  const id = connectionId.toString(16).padStart(8, '0');
  return `${keyLogLabel}${id} ${keyHex(clientToServer)} ${keyHex(serverToClient)}\n`;
}

function keyHex(key: AeadKey): string {
  const bytes = bytesOfAeadKey(key);
  return hexOf(bytes, 0, bytes.length);
}
