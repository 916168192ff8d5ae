// The server's long-lived secrets: the X25519 key that clients pin, the Ed25519 key that signs guests' tokens, and the id
// under which the admin API knows it. Made at the first start, kept in the data folder, readable by the owner alone.

import { randomBytes, randomUUID } from 'node:crypto';
import { dirname } from 'node:path';
import type { FolderPart, FoundPart } from '#ports/storage/files/folder-part.js';
import { makeFolder } from './make-folder.js';
import { readNote } from './read-note.js';
import { writeWhole } from './write-whole.js';

interface IdentityFile {
  readonly serverId: string;
  readonly staticSecretKey: string;
  readonly signingSeed: string;
  /** The id of the data folder it was made in; files of version 0.1.0 have none. */
  readonly dataFolder?: string | undefined;
}

const uuid = { shape: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, allowed: 'a UUID' };
const hexKey = { shape: /^[0-9a-f]{64}$/, allowed: '64 hexadecimal digits in lower case' };
const fields: Readonly<Record<keyof IdentityFile, { shape: RegExp; allowed: string }>> = {
  serverId: uuid,
  staticSecretKey: hexKey,
  signingSeed: hexKey,
  dataFolder: uuid,
};

export interface ServerSecrets {
  readonly serverId: string;
  /** The same in 16 bytes, as connect tokens name it. */
  readonly serverIdBytes: Uint8Array;
  /** 32 bytes each. */
  readonly staticSecretKey: Uint8Array;
  readonly signingSeed: Uint8Array;
}

/** Throws when the file is no identity, or `part` says that it was lost. */
export function loadOrCreateIdentity(path: string, part?: FolderPart): ServerSecrets {
  const text = readNote(path);
  if (text === undefined) part?.judge(path, { kind: 'absent' });
  else if (text.trim() === '') part?.judge(path, { kind: 'empty' });
  // It was never empty: it is renamed into its place when it is whole.
  const known = text === undefined ? undefined : parse(path, text);
  const folderId = part === undefined ? {} : { dataFolder: part.folderId };
  const identity: IdentityFile = { ...(known ?? newIdentity()), ...folderId };
  const kept =
    known !== undefined &&
    part?.judge(path, { kind: 'there', folderId: known.dataFolder?.toLowerCase() }) !== 'adopt';
  if (!kept) write(path, identity);
  part?.settle();
  return {
    serverId: identity.serverId,
    serverIdBytes: new Uint8Array(Buffer.from(identity.serverId.replaceAll('-', ''), 'hex')),
    staticSecretKey: new Uint8Array(Buffer.from(identity.staticSecretKey, 'hex')),
    signingSeed: new Uint8Array(Buffer.from(identity.signingSeed, 'hex')),
  };
}

/** Throws when the file is there, and no identity. Where it is empty, the data folder says so. */
export function requireWholeIdentity(path: string): void {
  const text = readNote(path) ?? '';
  if (text.trim() !== '') parse(path, text);
}

/** What is there, as the data folder asks; undefined where it is no identity, which `requireWholeIdentity` tells. */
export function findIdentity(path: string): FoundPart | undefined {
  const text = readNote(path);
  if (text === undefined) return { kind: 'absent' };
  if (text.trim() === '') return { kind: 'empty' };
  const known = readQuietly(path);
  return known && { kind: 'there', folderId: known.dataFolder?.toLowerCase() };
}

/** The data folder that the file names; undefined where it names none or cannot be read. */
export function readIdentityFolderId(path: string): string | undefined {
  return readQuietly(path)?.dataFolder;
}

function readQuietly(path: string): IdentityFile | undefined {
  try {
    return parse(path, readNote(path) ?? '');
  } catch {
    // Loading it says what is wrong with it.
    return undefined;
  }
}

/** The server's id; undefined where there is no identity, or none that can be read. */
export function readIdentityServerId(path: string): string | undefined {
  return readQuietly(path)?.serverId;
}

function parse(path: string, text: string): IdentityFile {
  const { value, faults } = read(text);
  if (faults.length === 0) return value as IdentityFile;
  throw new Error(
    `${path} is not a server identity (${faults.join('; ')}); ` +
      'restore it from a copy of the data folder. Without one: delete it and its line in the file data-folder ' +
      'beside it, and have every client pin the new key',
  );
}

/** Never shows what the file holds: it is secret. */
function read(text: string): { value: unknown; faults: string[] } {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { value, faults: ['it is not JSON'] };
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    return { value, faults: [`it is not one JSON object with ${Object.keys(fields).join(', ')}`] };
  }
  const given = value as Readonly<Record<string, unknown>>;
  const surplus = Object.keys(given).filter((name) => !Object.hasOwn(fields, name));
  const faults = Object.entries(fields).flatMap(([name, { shape, allowed }]) => {
    const field = Object.hasOwn(given, name) ? given[name] : undefined;
    if (field === undefined) return name === 'dataFolder' ? [] : [`${name} is missing`];
    if (typeof field !== 'string' || !shape.test(field)) return [`${name} is not ${allowed}`];
    // Nobody's id, and a key that everybody knows.
    return /^[0-]+$/.test(field) ? [`${name} is all zeros`] : [];
  });
  return {
    value,
    faults: [...faults, ...surplus.map((name) => `${name.slice(0, 40)} is not a known field`)],
  };
}

function newIdentity(): IdentityFile {
  return {
    serverId: randomUUID(),
    staticSecretKey: randomBytes(32).toString('hex'),
    signingSeed: randomBytes(32).toString('hex'),
  };
}

function write(path: string, identity: IdentityFile): void {
  makeFolder(dirname(path));
  writeWhole(path, `${JSON.stringify(identity, undefined, 2)}\n`);
}
