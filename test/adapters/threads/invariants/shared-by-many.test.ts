// Memory that several threads write at the same time (docs/threads.md, M and P). The threads run the
// build (dist/), all at once.

import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import {
  type DeliberationHandle,
  DeliberationHelper,
  SharedDeliberation,
  createDeliberation,
} from '#adapters/threads/memory/shared-deliberation.js';
import { createSessionRoom, SharedSessionRoom } from '#adapters/threads/memory/shared-session-room.js';
import {
  createTokenIssuers,
  issuerKeysMax,
  SharedTokenIssuers,
} from '#adapters/threads/tokens/shared-token-issuers.js';
import { createTokenLedger } from '#adapters/threads/tokens/shared-token-ledger.js';
import { sharedMemory } from '#domain/engine/ecs/columns.js';
import { PathOutcome, questionsMax } from '#domain/space/navigation/path-columns.js';
import { buildSubgoalGraph } from '#domain/space/navigation/subgoal-graph.js';
import { TokenClaim } from '#ports/storage/token-ledger.js';
import { drawWorldMap } from '../../../support/worlds/tile-map.js';

interface Threads {
  /** Lets all of them begin. */
  begin(): void;
  /** Tells those that ask to end, and gives the answers. */
  end(): Promise<number[]>;
}

const running: Worker[] = [];

afterEach(async () => {
  for (const worker of running.splice(0)) await worker.terminate();
});

async function start(count: number, task: string, shared: object): Promise<Threads> {
  const go = new SharedArrayBuffer(4);
  const word = new Int32Array(go);
  const workers = Array.from(
    { length: count },
    () =>
      new Worker(new URL('./in-a-thread.mjs', import.meta.url), {
        workerData: { task, shared, go },
        execArgv: [],
      }),
  );
  running.push(...workers);
  await Promise.all(workers.map((worker) => once(worker, 'message')));
  const answers = Promise.all(
    workers.map(async (worker) => ((await once(worker, 'message')) as [number])[0]),
  );
  const set = (value: number) => {
    Atomics.store(word, 0, value);
    Atomics.notify(word, 0);
  };
  return {
    begin: () => set(1),
    end: () => {
      set(2);
      return answers;
    },
  };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

describe('the ledger of used tokens', () => {
  it('gives each token to one of all the threads that claim it at the same time', async () => {
    const tokens = 40_000;
    const ledger = createTokenLedger(tokens * 16);
    const threads = await start(3, 'claim', { ledger, tokens });
    threads.begin();
    expect(sum(await threads.end())).toBe(tokens);
  });

  it('takes no token any more when a thread died with its lock, instead of waiting for ever', async () => {
    const ledger = createTokenLedger(1024);
    new Int32Array(ledger.memory)[0] = 1;
    const threads = await start(1, 'claimOnce', { ledger });
    threads.begin();
    expect(await threads.end()).toEqual([TokenClaim.full]);
  });
});

describe('room for sessions', () => {
  it('are never held by more than there are, and none is lost, whoever takes and gives back', async () => {
    const room = createSessionRoom(2);
    const holders = new SharedArrayBuffer(4);
    const threads = await start(3, 'takeRoom', { room, holders });
    threads.begin();
    // Long enough for all of them to run at once, and for millions of takes.
    await sleep(1500);
    const most = await threads.end();
    expect(Math.max(...most)).toBeLessThanOrEqual(2);
    expect(new SharedSessionRoom(room).free).toBe(2);
  });
});

describe('the keys of token issuers', () => {
  it('are read as one list, never as parts of two, while they are being changed', async () => {
    const issuers = createTokenIssuers();
    const threads = await start(1, 'changeIssuers', { issuers, keysMax: issuerKeysMax });
    const reader = new SharedTokenIssuers(issuers);
    threads.begin();
    let mixed = 0;
    const seen = new Set<number>();
    // Until enough was seen, and not for ever: on a busy machine the writer may have to wait.
    const untilMs = performance.now() + 30_000;
    for (let read = 0; (read < 100_000 || seen.size < 10) && performance.now() < untilMs; read++) {
      const keys = reader.read();
      if (keys === undefined || keys.length === 0) continue;
      seen.add(keys.length);
      if (keys.some((key) => key.some((byte) => byte !== keys.length))) mixed++;
    }
    expect((await threads.end())[0]).toBeGreaterThan(100);
    expect(mixed).toBe(0);
    expect(seen.size).toBeGreaterThanOrEqual(10);
  });
});

describe('questions for paths', () => {
  const answered = 3;
  /** Some seconds: far more than a question takes. */
  const looksMax = 500_000_000;

  function create(): DeliberationHandle {
    const map = drawWorldMap(['.....', '.###.', '...#.', '.###.', '.....']);
    return createDeliberation({ sizes: [1], graphs: [buildSubgoalGraph(map, 1, sharedMemory)] });
  }

  function ask({ columns }: DeliberationHandle, slot: number): void {
    columns.graph[slot] = 0;
    columns.outcome[slot] = 0;
    columns.fromX[slot] = 0.5;
    columns.fromY[slot] = 0.5;
    columns.toX[slot] = 4.5;
    columns.toY[slot] = 4.5;
    columns.radius[slot] = 0.4;
  }

  it('are worked out by one of all the helpers that look at the same time', async () => {
    const rounds = 10;
    const deliberation = create();
    const words = new Int32Array(deliberation.words);
    const simulation = new SharedDeliberation(deliberation);
    const threads = await start(3, 'help', { deliberation });
    threads.begin();
    for (let round = 1; round <= rounds; round++) {
      for (let slot = 0; slot < questionsMax; slot++) ask(deliberation, slot);
      simulation.ponder(round * questionsMax);
      for (let slot = 0; slot < questionsMax; slot++) {
        for (let looks = 0; Atomics.load(words, 1 + slot) !== answered; looks++)
          if (looks > looksMax) throw new Error(`nobody answers question ${slot}`);
        expect(deliberation.columns.outcome[slot]).toBe(PathOutcome.found);
      }
    }
    expect(sum(await threads.end())).toBe(rounds * questionsMax);
  });

  // The moment between a look at a question and its taking is too short for threads to meet in it: here somebody is always quicker.
  it('are left to who took them between the look of a helper and its own taking', () => {
    const deliberation = create();
    const words = new Int32Array(deliberation.words);
    const [asked, taken] = [1, 2];
    ask(deliberation, 0);
    new SharedDeliberation(deliberation).ponder(1);
    const helper = new DeliberationHelper(deliberation);
    let takenByOthers = 0;
    const { load } = Atomics;
    const looks = jest.spyOn(Atomics, 'load').mockImplementation(((array: Int32Array, index: number) => {
      const value = load(array, index);
      if (array.buffer !== deliberation.words || index !== 1 || value !== asked) return value;
      takenByOthers++;
      Atomics.store(words, index, taken);
      return value;
    }) as never);
    try {
      helper.turn(0);
    } finally {
      looks.mockRestore();
    }
    expect(helper.worked + takenByOthers).toBe(1);
  });

  it('that a helper is at work on are waited for, and not worked out twice', async () => {
    const deliberation = create();
    const simulation = new SharedDeliberation(deliberation);
    const threads = await start(1, 'answerLate', { deliberation, afterMs: 100 });
    ask(deliberation, 0);
    simulation.ponder(1);
    // Taken by the helper.
    Atomics.store(new Int32Array(deliberation.words), 1, 2);
    threads.begin();
    simulation.settle(0);
    expect(deliberation.columns.outcome[0]).toBe(PathOutcome.found);
    expect(simulation.late).toBe(1);
    await threads.end();
  });
});
