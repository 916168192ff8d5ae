// Bodies of a second factor: enrolling, the second step of a log-in, recovery codes.

import { z } from 'zod';
import { text } from '../http/wire-types.js';
import { password } from './auth-schemas.js';

/** As people type it; a recovery code with its dashes has 24 characters. */
const code = text(64).min(1);

export const codeBody = z.strictObject({ code }).meta({ id: 'CodeBody' });
export type CodeBody = z.infer<typeof codeBody>;

export const ownPasswordBody = z.strictObject({ currentPassword: password }).meta({ id: 'OwnPasswordBody' });
export type OwnPasswordBody = z.infer<typeof ownPasswordBody>;

export const proposedSecretAnswer = z
  .strictObject({
    secret: z.string().meta({ description: 'Base 32, for who types it. Shown now and never again' }),
    uri: z.string().meta({ description: 'The same as authenticator apps scan it (otpauth)' }),
  })
  .meta({ id: 'ProposedSecretAnswer' });
export type ProposedSecretAnswer = z.infer<typeof proposedSecretAnswer>;

export const recoveryCodesAnswer = z
  .strictObject({
    recoveryCodes: z.array(z.string()).meta({ description: 'Each logs in once. Shown now and never again' }),
  })
  .meta({ id: 'RecoveryCodesAnswer' });
export type RecoveryCodesAnswer = z.infer<typeof recoveryCodesAnswer>;

const issuer = 'TOS console';

/** Google Authenticator's key URI format, which all apps take. `consoleHost` tells one console's accounts from another's. */
export function otpauthUri(secret: string, accountName: string, consoleHost: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(`${accountName}@${consoleHost}`)}`;
  const query = `secret=${secret}&issuer=${encodeURIComponent(issuer)}&algorithm=SHA1&digits=6&period=30`;
  return `otpauth://totp/${label}?${query}`;
}
