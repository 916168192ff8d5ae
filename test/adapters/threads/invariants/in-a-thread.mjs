// A thread that works on shared memory at the same time as its sisters; loads the build, as programs do. Started by
// shared-by-many.test.ts, which says in `task` what it does, and when to begin.
import { parentPort, workerData } from 'node:worker_threads';
import { DeliberationHelper } from '#adapters/threads/memory/shared-deliberation.js';
import { SharedSessionRoom } from '#adapters/threads/memory/shared-session-room.js';
import { SharedTokenIssuers } from '#adapters/threads/tokens/shared-token-issuers.js';
import { SharedTokenLedger } from '#adapters/threads/tokens/shared-token-ledger.js';
import { PathOutcome } from '#domain/space/navigation/path-columns.js';

const { task, shared, go } = workerData;
/** 0: wait; 1: begin; 2: end. */
const begin = new Int32Array(go);

const tasks = {
  /** All threads claim the same tokens, in the same order. */
  claim({ ledger, tokens }) {
    const claims = new SharedTokenLedger(ledger);
    const id = new Uint8Array(16);
    const view = new DataView(id.buffer);
    let claimed = 0;
    for (let number = 0; number < tokens; number++) {
      view.setUint32(4, number);
      view.setUint32(12, Math.imul(number, 0x9e3779b1));
      if (claims.claim(id, 2000, 1000) === 0) claimed++;
    }
    return claimed;
  },

  /** Claims one token; the answer. */
  claimOnce({ ledger }) {
    return new SharedTokenLedger(ledger).claim(new Uint8Array(16), 2000, 1000);
  },

  /** Takes and gives back until told to end; the most that all threads held at a time. */
  takeRoom({ room, holders }) {
    const shared = new SharedSessionRoom(room);
    const held = new Int32Array(holders);
    let most = 0;
    while (Atomics.load(begin, 0) !== 2) {
      if (!shared.take()) continue;
      most = Math.max(most, Atomics.add(held, 0, 1) + 1);
      Atomics.sub(held, 0, 1);
      shared.release();
    }
    return most;
  },

  /** Lists of n keys that consist of the byte n. */
  changeIssuers({ issuers, keysMax }) {
    const writer = new SharedTokenIssuers(issuers);
    let changes = 0;
    for (; Atomics.load(begin, 0) !== 2; changes++) {
      const count = 1 + (changes % keysMax);
      writer.replace(Array.from({ length: count }, () => new Uint8Array(32).fill(count)));
    }
    return changes;
  },

  /** Works out what is asked until told to end; how many questions it answered. */
  help({ deliberation }) {
    const helper = new DeliberationHelper(deliberation);
    while (Atomics.load(begin, 0) !== 2) helper.turn(0);
    return helper.worked;
  },

  /** Is at work on question 0 when asked to begin, and answers it after a while. */
  answerLate({ deliberation, afterMs }) {
    const words = new Int32Array(deliberation.words);
    Atomics.wait(begin, 0, 1, afterMs);
    deliberation.columns.outcome[0] = PathOutcome.found;
    Atomics.store(words, 1, 3);
    Atomics.notify(words, 1);
    return 0;
  },
};

parentPort.postMessage('ready');
Atomics.wait(begin, 0, 0);
parentPort.postMessage(tasks[task](shared));
