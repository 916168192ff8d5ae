// Password hashes: their format, their checks, and the bound on work.

import { describe, expect, it } from '@jest/globals';
import { argon2Cost, Argon2PasswordHasher } from '#adapters/node-crypto/argon2-password-hasher.js';

const cheap = { memoryKib: 8, passes: 1, lanes: 1 };

describe('the argon2 hasher', () => {
  it('uses 64 MiB, 3 passes and 1 lane, and says so in the hash', async () => {
    expect(argon2Cost).toEqual({ memoryKib: 65_536, passes: 3, lanes: 1 });
    expect(await new Argon2PasswordHasher().hash('correct horse')).toMatch(
      /^\$argon2id\$v=19\$m=65536,t=3,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/,
    );
  });

  it('accepts the password it hashed, and no other', async () => {
    const hasher = new Argon2PasswordHasher(cheap);
    const hash = await hasher.hash('correct horse');
    expect(await hasher.verify('correct horse', hash)).toBe(true);
    expect(await hasher.verify('correct horsf', hash)).toBe(false);
    expect(await hasher.verify('', hash)).toBe(false);
  });

  it('hashes the same password differently every time', async () => {
    const hasher = new Argon2PasswordHasher(cheap);
    expect(await hasher.hash('same')).not.toBe(await hasher.hash('same'));
  });

  it('verifies hashes that were made with other costs, and calls them outdated', async () => {
    const old = await new Argon2PasswordHasher(cheap).hash('correct horse');
    const now = new Argon2PasswordHasher({ ...cheap, passes: 2 });
    expect(await now.verify('correct horse', old)).toBe(true);
    expect(now.isOutdated(old)).toBe(true);
    expect(now.isOutdated(await now.hash('x'))).toBe(false);
  });

  it('takes composed and decomposed characters for the same', async () => {
    const hasher = new Argon2PasswordHasher(cheap);
    expect(await hasher.verify('cafe\u0301', await hasher.hash('caf\u00e9'))).toBe(true);
  });

  it('accepts nothing for its decoy and for what is no hash', async () => {
    const hasher = new Argon2PasswordHasher(cheap);
    expect(hasher.isOutdated(hasher.decoyHash)).toBe(false);
    for (const hash of [hasher.decoyHash, '', 'plain', '$argon2i$v=19$m=8,t=1,p=1$AAAA$AAAA']) {
      expect(await hasher.verify('', hash)).toBe(false);
    }
  });

  it('refuses work beyond its queue, and recovers', async () => {
    const hasher = new Argon2PasswordHasher(cheap);
    const results = await Promise.allSettled(Array.from({ length: 50 }, () => hasher.hash('x')));
    const refused = results.filter((result) => result.status === 'rejected');
    expect(refused).toHaveLength(50 - 34);
    expect(refused[0]!.reason).toMatchObject({ code: 'hasher-busy' });
    expect(await hasher.verify('x', await hasher.hash('x'))).toBe(true);
  });
});
