// The small types that many bodies share, as the contract writes them.

import { z } from 'zod';
import { roles } from '#ports/role.js';

/** In lower case from here on, however it was written: one id has one spelling. */
export const id = z.uuid().toLowerCase();
export const time = z.iso.datetime();
export const role = z.enum(roles).meta({ id: 'Role' });

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
  .regex(/^[a-z0-9][a-z0-9-]*$/);
/** PostgreSQL stores no NUL, and no name, address or search needs control characters. */
export function text(charactersMax: number): z.ZodString {
  return z
    .string()
    .max(charactersMax)
    .regex(/^[^\p{Cc}]*$/u, 'Control characters are not allowed');
}

/** That many bytes in hexadecimal, lower case. */
export function hex(bytes: number): z.ZodString {
  return z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`), `${bytes * 2} hexadecimal digits`);
}

export const characterName = text(24).min(1);
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
