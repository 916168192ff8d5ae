// What the parts that serve all connections of an endpoint ask of one of them: only for what its row does not tell.

import type { AeadKey } from '#ports/network/aead-key.js';
import type { ReliableReceiver } from './reliable-receiver.js';

export interface ConnectionOfRow {
  /** What arrives on the reliable channel. */
  readonly reliableIn: ReliableReceiver;
  /** The key to try on a packet whose phase is not the current key's; undefined when there is none. */
  findKey(phase: number, number: number): AeadKey | undefined;
  /** A packet was authentic under the key found for it, and that may mean something for the keys. */
  acceptKey(phase: number, number: number): void;
  /** Takes an acknowledgement that tells something new. */
  acknowledge(buffer: Uint8Array, at: number, nowMs: number): void;
}
