// Bodies of letting a player in.

import { z } from 'zod';
import type { IssueConnectTokenResult } from '#application/admin/connect-tokens/issue-connect-token.js';
import { isGuestAccount } from '#ports/network/guest-account.js';
import { characterName, id, time, toTime, x25519Key } from '../http/wire-types.js';

const nilUuid = '00000000-0000-0000-0000-000000000000';

export const connectTokenBody = z
  .strictObject({
    accountId: id
      .refine((accountId) => accountId !== nilUuid, 'The nil UUID is nobody’s account')
      .refine((accountId) => !isGuestAccount(accountId), 'UUIDs of version 8 are what guests have')
      .meta({ description: "Whose the character is, in the login service's own books" }),
    characterName,
    clientKey: x25519Key.meta({
      description: "X25519 public key that the player's program made for this attempt",
    }),
    serverId: id,
  })
  .meta({ id: 'ConnectTokenBody' });
export type ConnectTokenBody = z.infer<typeof connectTokenBody>;

export const connectTokenAnswer = z
  .strictObject({
    token: z.string().meta({ description: 'base64url; the client decodes it' }),
    expiresAt: time,
    server: z.strictObject({
      id,
      host: z.string(),
      udpPort: z.int(),
      publicKey: z.string().meta({ description: 'X25519 in hexadecimal: to be pinned by the client' }),
      protocolHash: z.string().meta({ description: 'In hexadecimal; a client with another one is refused' }),
    }),
  })
  .meta({ id: 'ConnectTokenAnswer' });
export type ConnectTokenAnswer = z.infer<typeof connectTokenAnswer>;

export function presentConnectToken({
  token,
  expiresAtUnixMs,
  server,
}: Extract<IssueConnectTokenResult, { ok: true }>): ConnectTokenAnswer {
  const { id: serverId, host, udpPort, publicKey, protocolHash } = server;
  return {
    token: Buffer.from(token).toString('base64url'),
    expiresAt: toTime(expiresAtUnixMs),
    server: { id: serverId, host, udpPort, publicKey, protocolHash },
  };
}
