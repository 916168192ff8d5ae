// The list of keys that gateways read while the control thread may change it.

import { describe, expect, it } from '@jest/globals';
import {
  createTokenIssuers,
  issuerKeysMax,
  SharedTokenIssuers,
} from '#adapters/threads/tokens/shared-token-issuers.js';
import { issuersIn, TrustedIssuers } from '#adapters/threads/tokens/trusted-issuers.js';
import { crypto } from '../../../protocol/session/session-lab.js';

const key = (byte: number) => new Uint8Array(32).fill(byte);
const hex = (byte: number) => Buffer.from(key(byte)).toString('hex');

describe('the keys of token issuers in shared memory', () => {
  it('are read as they were written last, with another version after each change', () => {
    const memory = createTokenIssuers();
    const [writer, reader] = [new SharedTokenIssuers(memory), new SharedTokenIssuers(memory)];
    expect(reader.read()).toEqual([]);
    const versions = [reader.version];
    for (const keys of [[key(1), key(2)], [key(3)], []]) {
      writer.replace(keys);
      expect(reader.read()).toEqual(keys);
      versions.push(reader.version);
    }
    expect(new Set(versions).size).toBe(4);
  });

  it('are not read while they are being written', () => {
    const memory = createTokenIssuers();
    Atomics.add(new Int32Array(memory, 0, 1), 0, 1);
    expect(new SharedTokenIssuers(memory).read()).toBeUndefined();
  });

  it('are at most so many', () => {
    const writer = new SharedTokenIssuers(createTokenIssuers());
    expect(() => writer.replace(Array.from({ length: issuerKeysMax + 1 }, () => key(1)))).toThrow(RangeError);
  });
});

describe('the issuers that a server trusts', () => {
  const listed = (issuers: () => readonly { publicKey: Uint8Array }[]) =>
    issuers().map(({ publicKey }) => publicKey[0]);

  it('are those of its settings, and those that the admin API told of last', () => {
    const memory = createTokenIssuers();
    const trusted = new TrustedIssuers(memory, [hex(1)]);
    const issuers = issuersIn(memory, crypto);
    expect(listed(issuers)).toEqual([1]);
    trusted.learn([hex(2), hex(1), hex(3)]);
    expect(listed(issuers)).toEqual([1, 2, 3]);
    trusted.learn([hex(4)]);
    expect(listed(issuers)).toEqual([1, 4]);
    expect(issuers()).toBe(issuers());
  });
});
