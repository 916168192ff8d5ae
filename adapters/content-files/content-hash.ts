// The content's fingerprint, by which a client knows whether it has the same game: the first 4 bytes (big-endian) of the
// SHA-256 over the canonical JSON of all definitions, that is keys in ascending order and no white space. It depends on
// what the content means, not on the layout of its files.

import { createHash } from 'node:crypto';
import type { ContentLists } from '#domain/content/content.js';

export function contentHash(lists: Omit<ContentLists, 'hash'>): number {
  return createHash('sha256').update(canonicalJson(lists)).digest().readUInt32BE(0);
}

/** Byte arrays count as lists of numbers. */
export function canonicalJson(value: unknown): string {
  if (value instanceof Uint8Array) return `[${value.join(',')}]`;
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${canonicalJson(field)}`).join(',')}}`;
}
