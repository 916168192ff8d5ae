// The golden vectors of protocol-schema/vectors, as a stranger would read them.

import { readFileSync } from 'node:fs';
import type { Fields } from './message-fields.js';
import { hexBytes } from './standard-document.js';

export interface GoldenVector {
  readonly name: string;
  readonly isStruct: boolean;
  readonly about: string;
  readonly fields: Fields;
  /** Of a delta record: what both sides hold. */
  readonly baseline: Fields | undefined;
  readonly bytes: Uint8Array;
}

export interface RefusedVector {
  readonly name: string;
  readonly about: string;
  readonly bytes: Uint8Array;
  readonly reason: string;
}

interface VectorJson {
  readonly packet?: string;
  readonly struct?: string;
  readonly about: string;
  readonly fields: Fields;
  readonly baseline?: Fields;
  readonly bytes: string;
  readonly zerosUpTo?: number;
  readonly reason: string;
}

/** Of today's messages, or those in `folder`. */
export function goldenVectors(file: string, folder?: string): GoldenVector[] {
  return read(file, folder).map((entry) => ({
    name: entry.packet ?? entry.struct!,
    isStruct: entry.struct !== undefined,
    about: entry.about,
    fields: entry.fields,
    baseline: entry.baseline,
    bytes: bytesOf(entry),
  }));
}

export function refusedVectors(): RefusedVector[] {
  return read('refused').map((entry) => ({
    name: entry.packet!,
    about: entry.about,
    bytes: bytesOf(entry),
    reason: entry.reason,
  }));
}

function read(file: string, folder = 'protocol-schema/vectors'): VectorJson[] {
  return JSON.parse(readFileSync(`${folder}/${file}.json`, 'utf8')) as VectorJson[];
}

function bytesOf({ bytes, zerosUpTo }: VectorJson): Uint8Array {
  const written = hexBytes(bytes);
  const all = new Uint8Array(zerosUpTo ?? written.length);
  all.set(written);
  return all;
}
