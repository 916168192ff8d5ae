// The journal's thread, the real one, on a file (docs/threads.md, J): it runs the build (dist/), as programs do.

import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { closeGameFile, openGameFile } from '#adapters/sqlite/game-file.js';
import { SqliteJournal } from '#adapters/sqlite/journal/sqlite-journal.js';
import { GameFileError } from '#adapters/sqlite/schema/game-file-error.js';
import { RemoteCalls } from '#adapters/threads/journal/calls.js';
import { storageErrors, type JournalAnswers } from '#adapters/threads/journal/journal-calls.js';
import { createJournalMemory } from '#adapters/threads/journal/journal-memory.js';
import { fromWire, type WireError } from '#adapters/threads/journal/wire-error.js';
import { RingProducer } from '#adapters/threads/memory/ring.js';
import { RingFactSink } from '#adapters/threads/records/ring-fact-sink.js';
import { WorkerThread } from '#adapters/threads/worker-thread.js';
import { FactLog } from '#domain/engine/facts/fact-log.js';
import { noteCoinsChanged } from '#domain/vocabulary/generated/facts.js';
import { LedgerVerb, PurseKind } from '#domain/vocabulary/generated/words.js';
import { RecordKind } from '#ports/threads/record-kinds.js';
import { requireFreshBuild } from '../../../support/fresh-build.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';

const errors = { ...storageErrors, GameFileError };
const program = new URL('../../../../dist/src/game-server/journal-worker.js', import.meta.url);
const running: WorkerThread[] = [];

beforeAll(requireFreshBuild);
afterEach(async () => {
  for (const thread of running.splice(0)) await thread.stop(0);
});

async function started(dataDir = temporaryFolder()) {
  const memory = createJournalMemory();
  const { port1, port2 } = new MessageChannel();
  const { thread, ready } = await WorkerThread.start<{ refused?: WireError }>(
    'journal',
    program,
    { dataDir, memory, port: port2 },
    { transferList: [port2] },
  );
  running.push(thread);
  const caller = new RemoteCalls<JournalAnswers>({ port: port1, errors, callsMax: 100 });
  port1.on('close', () => caller.end(new Error('the journal thread has ended')));
  const sink = new RingFactSink(
    new RingProducer(memory.simulationToJournal, { publishByHand: true }),
    memory.storedFacts,
  );
  return { dataDir, thread, ready, caller, sink, path: join(dataDir, 'game.sqlite') };
}

let coins = 0;
/** Coins that the character gets, one fact each. */
function grant(sink: RingFactSink, character: number, facts: number): void {
  const log = new FactLog();
  for (let i = 0; i < facts; i++) {
    log.reserve(1);
    coins++;
    noteCoinsChanged(log, 0, character, 0, 0, LedgerVerb.grant, 1, coins, PurseKind.wallet, character);
    expect(sink.offer(log, log.count - 1)).toBe(true);
  }
  sink.handOver(true);
}

async function until(done: () => boolean): Promise<void> {
  for (let turns = 0; !done(); turns++) {
    if (turns > 3000) throw new Error('it never came about');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

describe("the journal's thread", () => {
  it('sleeps until facts come, stores them, and tells how many', async () => {
    const { sink } = await started();
    for (let round = 1; round <= 20; round++) {
      grant(sink, 1, 3);
      await until(() => sink.stored === round * 3);
    }
  }, 60_000);

  it('answers what a character owns behind all that was handed over before', async () => {
    const { caller, sink } = await started();
    coins = 0;
    for (let round = 1; round <= 50; round++) {
      grant(sink, 7, 2);
      const [settled, owned] = await Promise.all([
        caller.objects.ownership.settle(),
        caller.objects.ownership.ownedBy(7),
      ]);
      expect([settled, owned.coins]).toEqual([true, round * 2]);
    }
  }, 60_000);

  it('copies the file in pieces, between which it stores and answers', async () => {
    const { caller, sink, dataDir } = await started();
    const { signal } = new AbortController();
    // A machine that does something else may copy all of it before it hears of a fact: then it was no trial.
    let first: string | undefined;
    for (let tries = 0; first !== 'stored' && tries < 50; tries++) {
      grant(sink, 1, 2000);
      await caller.objects.ownership.settle();
      rmSync(join(dataDir, 'copy'), { force: true });
      const copy = caller
        .abortable(signal, ['thread', 'copy'], join(dataDir, 'copy'))
        .then(() => (first ??= 'copied'));
      first = undefined;
      grant(sink, 1, 5);
      await caller.objects.ownership.settle().then(() => (first ??= 'stored'));
      await copy;
    }
    expect(first).toBe('stored');
    expect(sink.stored % 2005).toBe(0);
    await expect(caller.abortable(signal, ['thread', 'copy'], join(dataDir, 'copy'))).rejects.toMatchObject({
      code: 'EEXIST',
    });
  }, 120_000);

  it('gives a copy up when it is told to, and leaves nothing of it', async () => {
    const { caller, sink, dataDir } = await started();
    for (let window = 0; window < 10; window++) {
      grant(sink, 1, 2000);
      await caller.objects.ownership.settle();
    }
    // It may be done before it hears: then it was no trial.
    let outcome = 'copied';
    for (let tries = 0; outcome === 'copied' && tries < 50; tries++) {
      rmSync(join(dataDir, 'copy'), { force: true });
      const abort = new AbortController();
      const copy = caller.abortable(abort.signal, ['thread', 'copy'], join(dataDir, 'copy'));
      abort.abort(new Error('the server stops'));
      outcome = await copy.then(
        () => 'copied',
        (error: unknown) => (error as Error).message,
      );
    }
    expect(outcome).toBe('the server stops');
    expect(readdirSync(dataDir).filter((name) => name.startsWith('copy'))).toEqual([]);
  }, 60_000);

  it('stores what waits before it ends, closes the file, and runs to its end by itself', async () => {
    const { caller, sink, thread, path } = await started();
    grant(sink, 1, 500);
    expect(await caller.objects.thread.end()).toEqual([]);
    expect(sink.stored).toBe(500);
    await thread.stop(600_000);
    running.length = 0;
    await expect(caller.objects.characters.count()).rejects.toThrow('the journal thread has ended');
    const file = await openGameFile(path);
    expect(file.recovered).toBe(false);
    const journal = new SqliteJournal(file);
    expect([journal.end.number, journal.coinsIn(PurseKind.wallet, 1)]).toEqual([500, coins]);
    closeGameFile(file);
  }, 60_000);

  it('refuses a file that it must not open with the error that opening it throws', async () => {
    const owner = await started();
    const second = await started(owner.dataDir);
    const refusal = fromWire(second.ready.refused!, errors);
    expect(refusal).toBeInstanceOf(GameFileError);
    expect(refusal).toMatchObject({
      code: 'in-use',
      message: `${owner.path} is in use by another server; stop that one first`,
    });
    await owner.caller.objects.thread.end();
    await owner.thread.stop(600_000);
    writeFileSync(owner.path, 'nonsense, and more of it than a header is long'.repeat(9));
    const third = await started(owner.dataDir);
    expect(fromWire(third.ready.refused!, errors)).toMatchObject({ code: 'not-a-game-file' });
  }, 60_000);

  it('fails, and with it the server, when it is told facts that are none', async () => {
    const { thread, caller } = await startedWithNonsense();
    await expect(thread.failure).rejects.toThrow(/the journal thread failed: .*no whole durable facts/);
    await expect(caller.objects.ownership.settle()).rejects.toThrow('the journal thread has ended');
  }, 60_000);
});

async function startedWithNonsense() {
  const memory = createJournalMemory();
  const { port1, port2 } = new MessageChannel();
  const { thread } = await WorkerThread.start(
    'journal',
    program,
    { dataDir: temporaryFolder(), memory, port: port2 },
    { transferList: [port2] },
  );
  running.push(thread);
  const caller = new RemoteCalls<JournalAnswers>({ port: port1, errors, callsMax: 100 });
  port1.on('close', () => caller.end(new Error('the journal thread has ended')));
  const ring = new RingProducer(memory.simulationToJournal);
  ring.push(RecordKind.fact, 0, new Uint8Array([255, 255, 255]), 0, 3);
  ring.push(RecordKind.ticksEnd, 0, new Uint8Array(0), 0, 0);
  return { thread, caller };
}

/** All of our sources that a program's thread loads, beginning with one; what is started as another thread is not. */
function loadedBy(entry: string): ReadonlyMap<string, string> {
  const root = new URL('../../../../', import.meta.url);
  const loaded = new Map<string, string>();
  const waiting = [entry];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (loaded.has(path)) continue;
    const text = readFileSync(new URL(path, root), 'utf8');
    loaded.set(path, text);
    const values = text.replace(/^import type [^;]+;/gm, '');
    for (const [, name] of values.matchAll(/(?:from |import\()'([#.][^']+)\.js'/g))
      waiting.push(name!.startsWith('#') ? `${name!.slice(1)}.ts` : join(path, '..', `${name}.ts`));
  }
  return loaded;
}

describe('of the game server', () => {
  it('nothing but the thread of the journal opens the game file', () => {
    const opens = /new SqliteDatabase\(/;
    const openers = (entry: string): string[] =>
      [...loadedBy(entry)].flatMap(([path, text]) => (opens.test(text) ? [path] : [])).sort();
    // That thread's way to the file is found, so that the others' would be.
    expect(openers('src/game-server/journal-worker.ts')).toContain('adapters/sqlite/game-file.ts');
    // Looks at the file before there is a server, and closes it.
    const looker = 'adapters/sqlite/look-at-game-file.ts';
    for (const entry of ['start-game-server', 'simulation-worker', 'gateway-worker', 'helper-worker'])
      expect([entry, openers(`src/game-server/${entry}.ts`).filter((path) => path !== looker)]).toEqual([
        entry,
        [],
      ]);
  });
});
