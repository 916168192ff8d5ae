// Bytes sealed as a stream: AES-256-GCM in chunks, each with its number and whether it is the last as its nonce (the
// STREAM construction: Hoang, Reyhanitabar, Rogaway, Vizár 2015). So what was cut off, exchanged, repeated or comes from
// another stream does not open. Each stream has a key of its own, derived with a random salt: a nonce never repeats.
//
// Stored: header (6 bytes "TOSB1\0", 8 of the key's id, 32 of salt), then chunks of 64 KiB and a tag of 16 bytes each,
// only the last one shorter.

import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { ArchiveError } from './archive-error.js';
import { derivedKey, type BackupKey } from './backup-keys.js';

const magic = Buffer.from('TOSB1\0', 'latin1');
const idBytes = 8;
const saltBytes = 32;
const headerBytes = magic.length + idBytes + saltBytes;
const plainBytes = 64 * 1024;
const tagBytes = 16;
/** 256 TiB; the nonce has four bytes for the number. */
const chunksMax = 0xffff_ffff;

type Chunks = AsyncIterable<Uint8Array>;

export async function* seal(chunks: Chunks, key: BackupKey): AsyncGenerator<Buffer> {
  const salt = randomBytes(saltBytes);
  const header = Buffer.concat([magic, Buffer.from(key.id, 'hex'), salt]);
  const streamKey = derivedKey(key, 'stream', salt);
  yield header;
  let number = 0;
  for await (const { bytes, isLast } of regular(chunks, plainBytes)) {
    const cipher = createCipheriv('aes-256-gcm', streamKey, nonceOf(number, isLast)).setAAD(header);
    yield Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
    number += 1;
  }
}

/** Throws an ArchiveError: at the latest when the last chunk was given, so nothing counts before the end. */
export async function* unseal(chunks: Chunks, keys: readonly BackupKey[]): AsyncGenerator<Buffer> {
  let header: Buffer | undefined;
  let streamKey: Buffer | undefined;
  let number = 0;
  for await (const { bytes, isLast } of regular(chunks, plainBytes + tagBytes, headerBytes)) {
    if (header === undefined || streamKey === undefined) {
      header = bytes;
      streamKey = keyOf(header, keys);
      if (isLast) throw damaged('it ends after its header');
      continue;
    }
    if (bytes.length < tagBytes) throw damaged(`chunk ${number} is cut off`);
    const decipher = createDecipheriv('aes-256-gcm', streamKey, nonceOf(number, isLast), {
      authTagLength: tagBytes,
    })
      .setAAD(header)
      .setAuthTag(bytes.subarray(bytes.length - tagBytes));
    const plain = decipher.update(bytes.subarray(0, bytes.length - tagBytes));
    try {
      decipher.final();
    } catch (error) {
      throw damaged(`chunk ${number} is not what was sealed there`, error);
    }
    yield plain;
    number += 1;
  }
}

function keyOf(header: Buffer, keys: readonly BackupKey[]): Buffer {
  if (header.length < headerBytes || !header.subarray(0, magic.length).equals(magic))
    throw damaged('it does not begin as a backup does');
  const id = header.subarray(magic.length, magic.length + idBytes).toString('hex');
  const key = keys.find((each) => each.id === id);
  if (key === undefined) throw wrongKey(id, keys);
  return derivedKey(key, 'stream', header.subarray(magic.length + idBytes));
}

export function wrongKey(id: string, keys: readonly BackupKey[]): ArchiveError {
  const known = keys.map((key) => key.id).join(', ');
  const file = keys[0]?.file === undefined ? '' : ` ${keys[0].file}`;
  return new ArchiveError('wrong-key', `it is sealed with key ${id}, and the key file${file} has ${known}`);
}

function nonceOf(number: number, isLast: boolean): Buffer {
  if (number > chunksMax) throw new ArchiveError('damaged', 'too many chunks for one stream');
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(number, 7);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}

function damaged(what: string, cause?: unknown): ArchiveError {
  return new ArchiveError('damaged', `the backup is damaged: ${what}`, { cause });
}

interface Regular {
  readonly bytes: Buffer;
  readonly isLast: boolean;
}

/** The same bytes in pieces of one size, after one of `firstBytes` if asked; the last is shorter, and may be empty. */
async function* regular(chunks: Chunks, pieceBytes: number, firstBytes = 0): AsyncGenerator<Regular> {
  let held: Uint8Array[] = [];
  let heldBytes = 0;
  let wanted = firstBytes > 0 ? firstBytes : pieceBytes;
  for await (const chunk of chunks) {
    held.push(chunk);
    heldBytes += chunk.length;
    // One byte more than a piece must be there to know that it is not the last.
    if (heldBytes <= wanted) continue;
    let all = Buffer.concat(held);
    while (all.length > wanted) {
      yield { bytes: all.subarray(0, wanted), isLast: false };
      all = all.subarray(wanted);
      wanted = pieceBytes;
    }
    held = [all];
    heldBytes = all.length;
  }
  yield { bytes: Buffer.concat(held), isLast: true };
}
