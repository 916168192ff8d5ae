// Client and server compare this in the handshake: equal hashes mean that they encode every network packet alike.

import { createHash } from 'node:crypto';
import type { Schema } from '../model/schema-model.js';
import { canonicalForm } from './canonical-form.js';

/** First 8 bytes of the SHA-256 of the canonical form in UTF-8. */
export function protocolHash(schema: Schema): Uint8Array {
  return new Uint8Array(createHash('sha256').update(canonicalForm(schema), 'utf8').digest()).slice(0, 8);
}
