// Calls between threads (docs/threads.md, J3 and J4).

import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { answerCalls, RemoteCalls, CallError } from '#adapters/threads/journal/calls.js';
import { storageErrors } from '#adapters/threads/journal/journal-calls.js';
import { CharacterStoreError } from '#ports/storage/characters/character-store.js';
import { JournalError } from '#ports/storage/journal.js';

interface Objects {
  readonly thing: {
    first(value: number): Promise<number>;
    fails(how: keyof typeof failures): Promise<never>;
    hangs(signal?: AbortSignal): Promise<void>;
  };
}

const failures = {
  known: () => new CharacterStoreError('name-taken', 'somebody has it'),
  caused: () => new JournalError('full', 'no room', { cause: new RangeError('the disk') }),
  sqlite: () => Object.assign(new Error('disk I/O error'), { name: 'SqliteError', code: 'SQLITE_IOERR' }),
  bare: () => 'only words',
};

let ports: { port1: MessagePort; port2: MessagePort };
let caller: RemoteCalls<Objects>;
let thing: Objects['thing'];
let begun: number[];
let before: number;

beforeEach(() => {
  ports = new MessageChannel();
  begun = [];
  before = 0;
  caller = new RemoteCalls<Objects>({ port: ports.port1, errors: storageErrors, callsMax: 3 });
  thing = caller.objects.thing;
  const answers: Objects = {
    thing: {
      async first(value) {
        begun.push(value);
        // The earlier, the later.
        for (let turns = 10 - value; turns > 0; turns--) await new Promise(setImmediate);
        return value;
      },
      fails: (how) => {
        throw failures[how]();
      },
      hangs: (signal) =>
        new Promise((_, reject) => signal!.addEventListener('abort', () => reject(signal!.reason as Error))),
    },
  };
  answerCalls(ports.port2, answers, () => before++);
});

afterEach(() => {
  ports.port1.close();
  ports.port2.close();
});

describe('calls', () => {
  it('begin in the order in which they were made, and each gets its own answer', async () => {
    const answers = await Promise.all([1, 2, 3].map((value) => thing.first(value)));
    expect([begun, answers, before]).toEqual([[1, 2, 3], [1, 2, 3], 3]);
    expect(caller.waiting).toBe(0);
  });

  it('fail with the type, code, words, stack and cause that the error had', async () => {
    const known = await thing.fails('known').catch((error: unknown) => error);
    expect(known).toBeInstanceOf(CharacterStoreError);
    expect(known).toMatchObject({ code: 'name-taken', message: 'somebody has it' });
    expect((known as Error).stack).toMatch(/calls\.test/);
    const caused = await thing.fails('caused').catch((error: unknown) => error);
    expect(caused).toBeInstanceOf(JournalError);
    expect((caused as Error).cause).toMatchObject({ name: 'RangeError', message: 'the disk' });
    await expect(thing.fails('sqlite')).rejects.toMatchObject({
      name: 'SqliteError',
      code: 'SQLITE_IOERR',
    });
    await expect(thing.fails('bare')).rejects.toThrow('only words');
    const none = caller.objects as unknown as Record<string, Record<'none', () => Promise<void>>>;
    await expect(none['thing']!.none()).rejects.toThrow('no such call: thing.none');
    await expect(none['nothing']!.none()).rejects.toThrow('no such call: nothing.none');
  });

  it('of an object can be made by who was handed it over by a promise', async () => {
    expect(await (await Promise.resolve(caller.objects)).thing.first(9)).toBe(9);
    expect(await (await Promise.resolve(thing)).first(9)).toBe(9);
  });

  it('of which too many wait are refused and counted, and harm none that waits', async () => {
    const waiting = [1, 2, 3].map((value) => thing.first(value));
    await expect(thing.first(4)).rejects.toMatchObject({ name: 'CallError', code: 'busy' });
    expect([caller.waiting, caller.refused]).toEqual([3, 1]);
    expect(await Promise.all(waiting)).toEqual([1, 2, 3]);
    expect(await thing.first(5)).toBe(5);
  });

  it('can be given up, with the reason', async () => {
    const abort = new AbortController();
    const hanging = caller.abortable(abort.signal, ['thing', 'hangs']);
    await thing.first(9);
    abort.abort(new Error('the server stops'));
    await expect(hanging).rejects.toThrow('the server stops');
    await expect(caller.abortable(abort.signal, ['thing', 'hangs'])).rejects.toThrow('the server stops');
  });

  it('all fail when the other side has ended, those that wait and those that come', async () => {
    const hanging = caller.abortable(new AbortController().signal, ['thing', 'hangs']);
    caller.end(new Error('the thread has ended'));
    await expect(hanging).rejects.toThrow('the thread has ended');
    await expect(thing.first(1)).rejects.toBeInstanceOf(CallError);
    expect(caller.waiting).toBe(0);
  });
});
