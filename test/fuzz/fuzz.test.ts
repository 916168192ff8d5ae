// A short run of the fuzzer in every test run, and proof that it notices what it looks for. `npm run fuzz` goes on longer.

import { describe, expect, it } from '@jest/globals';
import { SodiumCryptoSuite } from '#adapters/sodium/sodium-crypto-suite.js';
import { OpenBookCrypto } from '#src/fuzz/open-book-crypto.js';
import { Poisoned } from '#src/fuzz/poisoned.js';
import { readCorpus } from '#src/fuzz/read-corpus.js';
import { allTargets, runFuzz } from '#src/fuzz/run-fuzz.js';
import { SessionWorld } from '#src/fuzz/session-world.js';
import type { FuzzTarget } from '#src/fuzz/target.js';

const crypto = new SodiumCryptoSuite();

describe('the fuzzer', () => {
  it('finds nothing in decoders, tokens and sessions within 50,000 inputs', async () => {
    const corpus = await readCorpus('test/fuzz/corpus');
    expect(corpus.length).toBeGreaterThan(50);
    const targets = allTargets(crypto);
    expect(targets.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['decode Hello', 'decode Snapshot', 'decode CharacterRecord', 'connect token']),
    );
    const result = runFuzz(targets, corpus, 1, (executions) => executions >= 50_000);
    expect(result.findings).toEqual([]);
    expect(result).toMatchObject({ crashes: 0, overReads: 0 });
  });

  it('notices a reader that looks behind its bytes, and one that throws', () => {
    const poisoned = new Poisoned(1600);
    const planted = (name: string, run: FuzzTarget['run']): FuzzTarget => ({
      name,
      run,
      corpus: [],
      weight: 1,
    });
    const overReader = planted('over-reader', (input) => {
      const [one, other] = poisoned.place(input).map((buffer) => buffer[poisoned.at + input.length]);
      return one !== other;
    });
    const thrower = planted('thrower', (input) => {
      if (input.length > 10 && input[0] === 7) throw new Error('planted');
      return false;
    });
    const result = runFuzz([overReader, thrower], [Uint8Array.of(7, 1, 2, 3)], 1, (count) => count >= 2000);
    expect(result.overReads).toBeGreaterThan(100);
    expect(result.crashes).toBeGreaterThan(0);
    expect(result.findings.map(({ target, kind }) => `${kind} ${target}`)).toEqual([
      'over-read over-reader',
      'crash thrower',
    ]);
  });

  it('gets past authentication when the locks are open, so that forged frames are read', () => {
    const world = new SessionWorld(new OpenBookCrypto(crypto), 3);
    for (let i = 0; i < 3; i++) world.addClient();
    for (let i = 0; i < 40; i++) world.pass(10);
    expect(world.server.counters).toMatchObject({ accepted: 3, sessionsOpened: 3 });
    const before = world.server.counters.closedProtocolViolation;
    // A frame of a channel that does not exist, in a packet of session 0.
    const forged = new Uint8Array(64);
    forged.set([0x40, 0, 0, 0, 0, 99, 0]);
    forged[14] = 3;
    world.toServer(forged, 0, forged.length, world.clients[0]!.address);
    expect(world.server.counters.closedProtocolViolation).toBe(before + 1);
  });
});

describe('the world of the session target', () => {
  it('replaces keys, follows clients to other addresses and gives sessions back', () => {
    const world = new SessionWorld(crypto, 1);
    const pass = (ms: number) => {
      for (let passed = 0; passed < ms; passed += 10) world.pass(10);
    };
    for (let i = 0; i < 3; i++) world.addClient();
    pass(2000);
    world.moveClient(1);
    pass(2000);
    world.resumeClient(2);
    pass(2000);
    const { rekeys, addressChanges, resumed } = world.server.counters;
    expect(rekeys).toBeGreaterThan(10);
    expect([addressChanges, resumed]).toEqual([1, 1]);
    expect(world.clients.map(({ session }) => session.isConnected)).toEqual([true, true, true]);
  });
});
