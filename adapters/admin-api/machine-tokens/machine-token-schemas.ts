// Bodies about tokens of machines. The token itself is in one answer only: to who makes it.

import { z } from 'zod';
import { isTokenLive } from '#application/admin/tokens/authenticate-server.js';
import type { TokenWish } from '#application/admin/tokens/machine-tokens.js';
import { tokenKinds, type ServerToken } from '#ports/admin/tokens/server-token-store.js';
import { id, time, toTime, toTimeOrNull } from '../http/wire-types.js';
import { shown } from '../operations/said.js';

const kind = z.enum(tokenKinds).meta({ id: 'TokenKind', description: 'What it opens; nothing else' });

const machineToken = z
  .strictObject({
    id,
    label: z.string(),
    kind,
    live: z.boolean().meta({ description: 'Neither revoked nor run out' }),
    createdAt: time,
    expiresAt: time.nullable(),
    lastUsedAt: time.nullable().meta({ description: 'To the minute' }),
    revokedAt: time.nullable(),
    serverId: id.nullable().meta({ description: 'The one server it speaks for, once that has registered' }),
  })
  .meta({ id: 'MachineToken' });
type MachineTokenView = z.infer<typeof machineToken>;

export const machineTokensAnswer = z
  .strictObject({ tokens: z.array(machineToken) })
  .meta({ id: 'MachineTokensAnswer' });
export type MachineTokensAnswer = z.infer<typeof machineTokensAnswer>;

export const machineTokenBody = z
  .strictObject({
    label: shown(64),
    kind,
    expiresAt: time.optional().meta({ description: 'Without, it is good until it is revoked' }),
  })
  .meta({ id: 'MachineTokenBody' });
export type MachineTokenBody = z.infer<typeof machineTokenBody>;

export const machineTokenAnswer = z
  .strictObject({
    token: z.string().meta({ description: 'Shown now and never again' }),
    machineToken,
  })
  .meta({ id: 'MachineTokenAnswer' });
export type MachineTokenAnswer = z.infer<typeof machineTokenAnswer>;

export function toWish({ label, kind, expiresAt }: MachineTokenBody): TokenWish {
  return { label, kind, expiresAtUnixMs: expiresAt === undefined ? undefined : Date.parse(expiresAt) };
}

export function presentToken(token: ServerToken, nowUnixMs: number): MachineTokenView {
  return {
    id: token.id,
    label: token.label,
    kind: token.kind,
    live: isTokenLive(token, nowUnixMs),
    createdAt: toTime(token.createdAtUnixMs),
    expiresAt: toTimeOrNull(token.expiresAtUnixMs),
    lastUsedAt: toTimeOrNull(token.lastUsedAtUnixMs),
    revokedAt: toTimeOrNull(token.revokedAtUnixMs),
    serverId: token.serverId ?? null,
  };
}
