// The small types that many bodies share, as the contract writes them.

import { z } from 'zod';
import { characterNamePattern } from '#adapters/protocol/session/tokens/character-name.js';
import { isLowOrderKey } from '#ports/network/x25519-key.js';
import { customRolePattern } from '#ports/admin/accounts/role.js';

/** Lower case, however it was spelled: the key of many maps, and of limits. */
export const id = z.uuid().toLowerCase();
/** What a database's and a JavaScript time both hold, and a clock may show. */
export const time = z.iso.datetime().refine((text) => text >= '1970', 'From the year 1970 on');
export const roleRule = 'Lower-case letters, digits and dashes; 2 to 32, beginning with a letter';
export const role = z.string().regex(customRolePattern, roleRule).meta({
  id: 'Role',
  description: 'owner, admin, moderator, viewer, or one that was made (GET /api/v1/roles)',
  example: 'moderator',
});

/** Letters, digits, dot, dash, underscore: nothing that looks like something else in a log or on a page. */
export const accountName = z
  .string()
  .min(2)
  .max(32)
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9._-]*$/,
    'Letters, digits, dot, dash and underscore; begin with a letter or digit',
  );

export const mapKey = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[a-z0-9][a-z0-9-]*$/, 'Lower-case letters, digits and dashes; begin with a letter or digit');
/** PostgreSQL stores no NUL, and no name, address or search needs control characters, nor marks that turn text round. */
export function text(charactersMax: number): z.ZodString {
  return wellFormed(z.string().regex(/^[^\p{Cc}]*$/u, 'Control characters are not allowed'))
    .refine(
      (text) => !/\p{Bidi_Control}/u.test(text),
      'Control characters, and others that change how text is shown, are not allowed',
    )
    .max(charactersMax);
}

/** Half of a surrogate pair is no character: databases refuse it, and hashes take all halves for the same. */
export function wellFormed(string: z.ZodString): z.ZodString {
  return string.refine((text) => text.isWellFormed(), 'Half of a surrogate pair is not allowed');
}

/** That many bytes in hexadecimal, lower case. */
export function hex(bytes: number): z.ZodString {
  return z
    .string()
    .regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`), `${bytes * 2} hexadecimal digits`)
    .meta({ example: '09'.repeat(bytes) });
}

/** An X25519 public key that agrees on a secret: the few points of low order would give zeros. */
export const x25519Key = hex(32).refine((text) => !isLowOrder(text), 'This key gives no secret');

/** False for what is no key at all, which other checks refuse. */
function isLowOrder(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text) && isLowOrderKey(Buffer.from(text, 'hex'));
}

/** What a character may be called; no server can have another. */
export const characterName = z
  .string()
  .regex(characterNamePattern, '3 to 24 letters (A-Z, a-z), digits, - or _, beginning with a letter');

/** A whole number in a query or a path: in decimal digits, and in one way only, where JavaScript reads many things. */
export function wholeNumber(least: number, most: number) {
  return z.preprocess(readNumber, z.int().min(least).max(most));
}

function readNumber(written: unknown): unknown {
  if (typeof written !== 'string' || written === '') return written;
  const read = Number(written);
  return String(read) === written ? read : Number.NaN;
}

export const nonNegative = z.number().min(0);
/** What a column of 32 bits holds. */
export const count = z
  .int()
  .min(0)
  .max(2 ** 31 - 1);

/** Ten times what a game server may be set to; beyond it nothing is believed. */
export const playersOfServerMax = 100_000;

export function toTime(unixMs: number): string {
  return new Date(unixMs).toISOString();
}

export function toTimeOrNull(unixMs: number | undefined): string | null {
  return unixMs === undefined ? null : toTime(unixMs);
}
