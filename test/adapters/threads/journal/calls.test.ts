// Calls between threads (docs/threads.md, J3 and J4).

import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { answerCalls, RemoteCalls, CallError } from '#adapters/threads/journal/calls.js';
import { storageErrors } from '#adapters/threads/journal/journal-calls.js';
import { CharacterStoreError } from '#ports/storage/character-store.js';
import { JournalError } from '#ports/storage/journal.js';

interface Calls {
  first(value: number): Promise<number>;
  fails(how: keyof typeof failures): Promise<never>;
  hangs(signal?: AbortSignal): Promise<void>;
}

const failures = {
  known: () => new CharacterStoreError('name-taken', 'somebody has it'),
  caused: () => new JournalError('full', 'no room', { cause: new RangeError('the disk') }),
  sqlite: () => Object.assign(new Error('disk I/O error'), { name: 'SqliteError', code: 'SQLITE_IOERR' }),
  bare: () => 'only words',
};

let ports: { port1: MessagePort; port2: MessagePort };
let caller: RemoteCalls<Calls>;
let begun: number[];
let before: number;

beforeEach(() => {
  ports = new MessageChannel();
  begun = [];
  before = 0;
  caller = new RemoteCalls<Calls>({ port: ports.port1, errors: storageErrors, callsMax: 3 });
  answerCalls(
    ports.port2,
    {
      first: async (value: number) => {
        begun.push(value);
        // The earlier, the later.
        for (let turns = 10 - value; turns > 0; turns--) await new Promise(setImmediate);
        return value;
      },
      fails: (how: keyof typeof failures) => {
        throw failures[how]();
      },
      hangs: (signal: AbortSignal) =>
        new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error))),
    },
    () => before++,
  );
});

afterEach(() => {
  ports.port1.close();
  ports.port2.close();
});

describe('calls', () => {
  it('begin in the order in which they were made, and each gets its own answer', async () => {
    const answers = await Promise.all([1, 2, 3].map((value) => caller.call('first', value)));
    expect([begun, answers, before]).toEqual([[1, 2, 3], [1, 2, 3], 3]);
    expect(caller.waiting).toBe(0);
  });

  it('fail with the type, code, words, stack and cause that the error had', async () => {
    const known = await caller.call('fails', 'known').catch((error: unknown) => error);
    expect(known).toBeInstanceOf(CharacterStoreError);
    expect(known).toMatchObject({ code: 'name-taken', message: 'somebody has it' });
    expect((known as Error).stack).toMatch(/calls\.test/);
    const caused = await caller.call('fails', 'caused').catch((error: unknown) => error);
    expect(caused).toBeInstanceOf(JournalError);
    expect((caused as Error).cause).toMatchObject({ name: 'RangeError', message: 'the disk' });
    await expect(caller.call('fails', 'sqlite')).rejects.toMatchObject({
      name: 'SqliteError',
      code: 'SQLITE_IOERR',
    });
    await expect(caller.call('fails', 'bare')).rejects.toThrow('only words');
    await expect(caller.call('none' as 'first', 1)).rejects.toThrow('no such call: none');
  });

  it('of which too many wait are refused and counted, and harm none that waits', async () => {
    const waiting = [1, 2, 3].map((value) => caller.call('first', value));
    await expect(caller.call('first', 4)).rejects.toMatchObject({ name: 'CallError', code: 'busy' });
    expect([caller.waiting, caller.refused]).toEqual([3, 1]);
    expect(await Promise.all(waiting)).toEqual([1, 2, 3]);
    expect(await caller.call('first', 5)).toBe(5);
  });

  it('can be given up, with the reason', async () => {
    const abort = new AbortController();
    const hanging = caller.abortable(abort.signal, 'hangs');
    await caller.call('first', 9);
    abort.abort(new Error('the server stops'));
    await expect(hanging).rejects.toThrow('the server stops');
    await expect(caller.abortable(abort.signal, 'hangs')).rejects.toThrow('the server stops');
  });

  it('all fail when the other side has ended, those that wait and those that come', async () => {
    const hanging = caller.abortable(new AbortController().signal, 'hangs');
    caller.end(new Error('the thread has ended'));
    await expect(hanging).rejects.toThrow('the thread has ended');
    await expect(caller.call('first', 1)).rejects.toBeInstanceOf(CallError);
    expect(caller.waiting).toBe(0);
  });
});
