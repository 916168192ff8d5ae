// What a program hands to a ClientSession is looked at before anything is sent, so that a mistake is told where it was
// made, and not as a fault of the handshake later.

import { isLowOrderKey } from '#ports/network/x25519-key.js';
import { interfaceOf, isIpv4, isLinkLocal } from '#ports/network/datagram-address.js';
import { addressBytes } from '#ports/network/datagram-socket.js';
import type { ClientSessionOptions, Credentials } from './client-options.js';
import { isCharacterName } from '../tokens/character-name.js';
import { guestSecretBytes, isGuestSecret } from '../tokens/guest-secret.js';

const keyBytes = 32;
/** As TokenGrant carries it. */
const tokenBytesMax = 512;

/** Throws a RangeError that names what is wrong and what is allowed, to programs without types too. */
export function checkClientOptions({ serverAddress, serverKey, credentials }: ClientSessionOptions): void {
  checkLength(
    'serverAddress',
    serverAddress,
    addressBytes,
    'an address of ports/network/datagram-socket, see addressOf',
  );
  if (isLinkLocal(serverAddress, 0) && !isIpv4(serverAddress, 0) && interfaceOf(serverAddress, 0) === 0) {
    throw new RangeError(
      'serverAddress is link-local without an interface; its number is needed, such as fe80::1%2',
    );
  }
  if (serverKey !== undefined) {
    checkLength('serverKey', serverKey, keyBytes, 'an X25519 public key');
    if (isLowOrderKey(serverKey)) throw new RangeError('serverKey gives no secret; no server has such a key');
  }
  checkCredentials(credentials);
}

function checkCredentials(credentials: Credentials | undefined): void {
  const kind: string | undefined = credentials?.kind;
  if (credentials === undefined || (kind !== 'guest' && kind !== 'token')) {
    throw new RangeError(`credentials.kind is ${JSON.stringify(kind)}; 'guest' and 'token' are allowed`);
  }
  if (credentials.kind === 'guest') {
    const { name, secret } = credentials;
    if (secret !== undefined) requireBytes('credentials.secret', secret, 'text');
    if (secret !== undefined && !isGuestSecret(secret)) {
      throw new RangeError(`credentials.secret is ${guestSecretBytes} random bytes, not all of them 0`);
    }
    if (isCharacterName(name)) return;
    const rule = "3 to 24 of A–Z, a–z, 0–9, '-' and '_', the first a letter";
    throw new RangeError(`credentials.name is ${JSON.stringify(name)}; a guest's name is ${rule}`);
  }
  const { token, clientSecretKey } = credentials;
  checkLength('credentials.clientSecretKey', clientSecretKey, keyBytes, 'an X25519 secret key');
  requireBytes('credentials.token', token, 'base64url of the admin API');
  if (token.length === 0 || token.length > tokenBytesMax) {
    throw new RangeError(
      `credentials.token has ${token.length} bytes; a connect token has 1 to ${tokenBytesMax}`,
    );
  }
}

function checkLength(name: string, bytes: Uint8Array, length: number, what: string): void {
  requireBytes(name, bytes, 'hexadecimal digits');
  if (bytes.length === length) return;
  throw new RangeError(`${name} has ${bytes.length} bytes; ${what} has ${length}`);
}

/** Text that stands for bytes is the likeliest mistake. */
function requireBytes(name: string, value: unknown, text: string): void {
  // Not instanceof: a Buffer of another realm (a test runner's, a frame's) is one as well.
  if (Object.prototype.toString.call(value) === '[object Uint8Array]') return;
  throw new RangeError(`${name} is no Uint8Array; ${text} must be decoded first`);
}
