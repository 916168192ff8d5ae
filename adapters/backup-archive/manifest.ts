// What is written beside a backup, last of all: without it there is none. Plain JSON for people, authenticated with the
// backup's key so that nobody puts other words, or another backup, in its place.

import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { ArchiveError } from './archive-error.js';
import { derivedKey, type BackupKey } from './backup-keys.js';
import { wrongKey } from './seal.js';

/** 2 since it says what was switched off; 1 is read too. */
export const formatVersion = 2;
export const manifestBytesMax = 64 * 1024;

const measure = z.strictObject({
  bytes: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

const manifest = z.strictObject({
  format: z.union([z.literal(1), z.literal(formatVersion)]),
  kind: z.enum(['game', 'admin']),
  /** Whose data it is: the server's id, or the API's data folder's. */
  origin: z.string().min(1).max(100),
  name: z.string().min(1).max(100),
  sequence: z.int().min(1),
  createdAt: z.iso.datetime(),
  /** Of the tables within: a number, or the newest migration's name. */
  schemaVersion: z.string().max(200),
  compression: z.literal('zstd'),
  keyId: z.string().regex(/^[0-9a-f]{16}$/),
  contents: measure,
  stored: measure,
  /** Of a game: verbs that operators had switched off when it was made. */
  switchedOff: z.array(z.string().min(1).max(100)).max(1000).optional(),
});

export type Manifest = z.infer<typeof manifest>;
export type BackupKind = Manifest['kind'];

export function manifestText(facts: Manifest, key: BackupKey): string {
  return `${JSON.stringify({ ...facts, mac: macOf(facts, key).toString('hex') }, undefined, 2)}\n`;
}

/** Throws an ArchiveError. */
export function parseManifest(text: string, name: string, keys: readonly BackupKey[]): Manifest {
  const parsed = z
    .looseObject({ mac: z.string(), keyId: z.string(), format: z.number() })
    .safeParse(readJson(text));
  if (!parsed.success) throw damaged(name, 'its manifest is none');
  const { mac, ...rest } = parsed.data;
  if (rest.format > formatVersion)
    throw new ArchiveError(
      'newer-format',
      `${name} has format ${rest.format}, and this program knows ${formatVersion}`,
    );
  const facts = manifest.safeParse(rest);
  if (!facts.success) throw damaged(name, 'its manifest is none');
  const key = keys.find((each) => each.id === facts.data.keyId);
  if (key === undefined) throw wrongKey(facts.data.keyId, keys);
  const expected = macOf(facts.data, key);
  const given = Buffer.from(mac, 'hex');
  if (given.length !== expected.length || !timingSafeEqual(given, expected))
    throw damaged(name, 'its manifest was changed');
  if (facts.data.name !== name) throw damaged(name, `its manifest is that of ${facts.data.name}`);
  return facts.data;
}

/** Over the fields in their order here, whatever order they were read in. */
function macOf(facts: Manifest, key: BackupKey): Buffer {
  const ordered = JSON.stringify(manifest.parse(facts));
  return createHmac('sha256', derivedKey(key, 'manifest', Buffer.alloc(0)))
    .update(ordered)
    .digest();
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Said by the check that follows.
    return undefined;
  }
}

function damaged(name: string, what: string): ArchiveError {
  return new ArchiveError('damaged', `backup ${name} is damaged: ${what}`);
}
