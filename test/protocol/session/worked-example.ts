// The worked example of SESSION.md: one handshake with fixed keys, made by the code itself; worked-packets.ts goes on with
// what is sealed under the keys that come of it.
// The document must show exactly these bytes; session-document.test.ts compares.

import { bytesOfAeadKey } from '#ports/network/aead-key.js';
import {
  Accept,
  Challenge,
  Connect,
  Deny,
  DenyReason,
  encodeAccept,
  encodeChallenge,
  encodeConnect,
  encodeDeny,
  encodeHello,
  encodeSessionParameters,
  encodeTokenGrant,
  encodeTokenRequest,
  Hello,
  SessionParameters,
  sessionVersion,
  TokenGrant,
  TokenRequest,
} from '#adapters/protocol/generated/handshake.js';
import type { ConnectToken } from '#adapters/protocol/session/tokens/connect-token.js';
import { guestAccountId, joinPayload } from '#adapters/protocol/session/tokens/guest-secret.js';
import { issueOwnToken } from '#adapters/protocol/session/tokens/issue-token.js';
import { NoiseInitiator, NoiseResponder } from '#adapters/protocol/session/crypto/noise-nk.js';
import { noisePrologue } from '#adapters/protocol/session/crypto/prologue.js';
import {
  issuerKeyId,
  makeServerIdentity,
  ownTokenKey,
} from '#adapters/protocol/session/tokens/server-identity.js';
import { crypto } from './session-lab.js';
import { type Show, showPackets } from './worked-packets.js';

const filled = (length: number, byte: number): Uint8Array => new Uint8Array(length).fill(byte);
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** Not a schema's hash: the example must not change with the schema. */
const exampleHash = Uint8Array.of(0, 1, 2, 3, 4, 5, 6, 7);
const connectionId = 0x03010002;

type Encode<T> = (message: T, out: Uint8Array, at: number) => number;

function bytesOf<T>(encode: Encode<T>, message: T): Uint8Array {
  const out = new Uint8Array(1500);
  const end = encode(message, out, 0);
  if (end < 0) throw new Error(`fault ${end}`);
  return out.slice(0, end);
}

const fill = <T extends object>(message: T, fields: Record<string, unknown>): T => {
  for (const [name, value] of Object.entries(fields)) {
    const there = message[name as keyof T];
    if (there instanceof Uint8Array) there.set(value as Uint8Array);
    else Object.assign(message, { [name]: value });
  }
  return message;
};

/** Name of each block in the document, and its bytes as hex. Trailing padding of requests is left out. */
export function workedExample(): ReadonlyMap<string, string> {
  const blocks = new Map<string, string>();
  const show: Show = (name, bytes) => {
    blocks.set(name, hex(bytes));
    return bytes;
  };
  const identity = makeServerIdentity(crypto, {
    serverId: filled(16, 0x55),
    exchangeSeed: filled(32, 0x11),
    signingSeed: filled(32, 0x44),
  });
  const { exchange: server, signing } = identity;
  const client = crypto.keyPair(filled(32, 0x33));
  show('server key', server.publicKey);
  show('client key', client.publicKey);
  show('signing key', signing.publicKey);
  const ownKey = show('own token key', ownTokenKey(crypto, identity));
  const clientKey = client.publicKey;
  const cookie = filled(32, 0x77);

  const hello = bytesOf(
    encodeHello,
    fill(new Hello(), { sessionVersion, protocolHash: exampleHash, clientKey }),
  );
  show('hello', hello.slice(0, 42));
  show('challenge', bytesOf(encodeChallenge, fill(new Challenge(), { cookie, serverKey: server.publicKey })));
  const wish = bytesOf(encodeTokenRequest, fill(new TokenRequest(), { clientKey, cookie, name: 'bot-1' }));
  show('token request', wish.slice(0, 71));
  const token = show(
    'token',
    issueOwnToken(crypto, ownKey, {
      issuer: issuerKeyId(crypto, signing.publicKey),
      tokenId: filled(16, 0x66),
      accountId: filled(16, 0),
      serverId: identity.serverId,
      clientKey,
      issuedUnixS: 1_800_000_000,
      expiresUnixS: 1_800_000_030,
      name: 'bot-1',
      guest: true,
    }),
  );
  show(
    'token grant',
    bytesOf(encodeTokenGrant, fill(new TokenGrant(), { clientKey, token, tokenLength: token.length })),
  );

  const prologue = show('prologue', noisePrologue(exampleHash));
  const initiator = new NoiseInitiator(crypto, prologue, client, server.publicKey);
  const secret = show('guest secret', filled(32, 0x88));
  show('guest account', guestAccountId(crypto, secret));
  const first = show('noise message 1', initiator.writeFirst(joinPayload(token, secret))!);
  const connect = bytesOf(
    encodeConnect,
    fill(new Connect(), { clientKey, cookie, noise: first, noiseLength: first.length }),
  );
  show('connect', connect.slice(0, 67 + first.length));
  const responder = new NoiseResponder(crypto, prologue, server);
  responder.readFirst(first);
  const parameters = { connectionId, tickRate: 60, snapshotRate: 20, tick: 1234, timeoutMs: 10_000 };
  const payload = show(
    'session parameters',
    bytesOf(encodeSessionParameters, fill(new SessionParameters(), parameters)),
  );
  const second = responder.writeSecond(crypto.keyPair(filled(32, 0x22)), payload)!;
  show('noise message 2', second.message);
  const clientKeyStart = clientKey.slice(0, 8);
  const noise = { clientKeyStart, noise: second.message, noiseLength: second.message.length };
  show('accept', bytesOf(encodeAccept, fill(new Accept(), noise)));
  const deny = { clientKeyStart, reason: DenyReason.serverFull, detail: '' };
  show('deny', bytesOf(encodeDeny, fill(new Deny(), deny)));
  const { keys } = initiator.readSecond(second.message)!;
  show('client to server key', bytesOfAeadKey(keys.send));
  show('server to client key', bytesOfAeadKey(keys.receive));
  const issuer = issuerKeyId(crypto, signing.publicKey);
  const accountId = guestAccountId(crypto, secret);
  showResumeToken(show, ownKey, { issuer, accountId, serverId: identity.serverId });
  showPackets(show, { client: keys, server: second.keys }, connectionId);
  return blocks;
}

/** Of the same character, bound to the key of the session to come. */
function showResumeToken(
  show: Show,
  ownKey: Uint8Array,
  of: Pick<ConnectToken, 'issuer' | 'accountId' | 'serverId'>,
): void {
  const tokenId = filled(16, 0x66);
  tokenId.set([
    connectionId & 0xff,
    (connectionId >>> 8) & 0xff,
    (connectionId >>> 16) & 0xff,
    connectionId >>> 24,
  ]);
  const token = {
    ...of,
    tokenId,
    clientKey: crypto.keyPair(filled(32, 0x99)).publicKey,
    issuedUnixS: 1_800_000_100,
    expiresUnixS: 1_800_000_700,
    name: 'bot-1',
    guest: true,
    resume: true,
  };
  show('resume token', issueOwnToken(crypto, ownKey, token));
}
