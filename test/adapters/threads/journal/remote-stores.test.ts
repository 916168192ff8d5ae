// The stores as they are reached from another thread keep the promises of their ports.

import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { afterEach, describe, expect, it } from '@jest/globals';
import { MemoryCharacterStore } from '#adapters/memory/storage/character-store.js';
import { MemoryDirectoryOutbox } from '#adapters/memory/storage/directory-outbox.js';
import { MemoryErasureBook } from '#adapters/memory/storage/erasure-book.js';
import { MemorySanctionBook } from '#adapters/memory/storage/sanction-book.js';
import { MemoryJournal } from '#adapters/memory/storage/journal.js';
import { MemoryCommandLedger } from '#adapters/memory/storage/command-ledger.js';
import { answerCalls, RemoteCalls } from '#adapters/threads/journal/calls.js';
import {
  RemoteCharacterRecords,
  RemoteDirectoryOutbox,
  RemoteErasureBook,
  RemoteSanctionBook,
} from '#adapters/threads/journal/directory-calls.js';
import {
  journalCallTable,
  RemoteCharacterStore,
  RemoteCommandLedger,
  RemoteOwnership,
  storageErrors,
  type JournalCalls,
  type JournalParts,
} from '#adapters/threads/journal/journal-calls.js';
import { LogByMessage, writeLog } from '#adapters/threads/journal/log-by-message.js';
import { JournalError } from '#ports/storage/journal.js';
import { testCharacterStore } from '../../../contract/character-store.js';
import { testDirectoryOutbox } from '../../../contract/directory-outbox.js';
import { testErasureBook } from '../../../contract/erasure-book.js';
import { testSanctionBook } from '../../../contract/sanction-book.js';
import { testCommandLedger } from '../../../contract/command-ledger.js';

const ports: MessagePort[] = [];
afterEach(() => {
  for (const port of ports.splice(0)) port.close();
});

function channel(): { port1: MessagePort; port2: MessagePort } {
  const made = new MessageChannel();
  ports.push(made.port1, made.port2);
  return made;
}

/** Of no character in particular. */
const someRecords = { tables: {}, entries: [], isComplete: true };

function callerOf(parts: Partial<JournalParts> = {}): RemoteCalls<JournalCalls> {
  const { port1, port2 } = channel();
  const nothing = async (): Promise<never[]> => [];
  const all: JournalParts = {
    characters: new MemoryCharacterStore(),
    commands: new MemoryCommandLedger(),
    ownership: {
      settle: async () => true,
      ownedBy: async () => ({
        ...{ stacks: [], coins: 3, experience: 2, professions: [], commands: [1], quests: [] },
      }),
    },
    records: { of: async () => someRecords },
    historyOf: async ({ limit }) => ({ entries: [], more: false, keptFrom: limit }),
    outbox: new MemoryDirectoryOutbox(),
    erasures: new MemoryErasureBook(new MemoryCharacterStore(), new MemoryJournal()),
    sanctions: new MemorySanctionBook(),
    copy: async () => undefined,
    end: nothing,
    ...parts,
  };
  answerCalls(port2, journalCallTable(all));
  return new RemoteCalls<JournalCalls>({ port: port1, errors: storageErrors, callsMax: 1000 });
}

testCharacterStore('RemoteCharacterStore', async () => new RemoteCharacterStore(callerOf()));

testCommandLedger('RemoteCommandLedger', async () => {
  const commands = new MemoryCommandLedger();
  const open = () => new RemoteCommandLedger(callerOf({ commands }));
  return { ledger: open(), reopen: async () => open() };
});

testErasureBook('RemoteErasureBook', async () => {
  const store = new MemoryCharacterStore();
  const journal = new MemoryJournal();
  const book = new RemoteErasureBook(callerOf({ erasures: new MemoryErasureBook(store, journal) }));
  return { store, journal, outbox: store.outbox, book, close: () => store.close() };
});

testSanctionBook('RemoteSanctionBook', async () => ({
  book: new RemoteSanctionBook(callerOf({ sanctions: new MemorySanctionBook() })),
  close: async () => undefined,
}));

testDirectoryOutbox('RemoteDirectoryOutbox', async () => {
  const store = new MemoryCharacterStore();
  const outbox = new RemoteDirectoryOutbox(callerOf({ outbox: store.outbox }));
  return { store, outbox, close: () => store.close() };
});

describe('RemoteCharacterRecords', () => {
  it('tells what the file says', async () => {
    const query = { characterId: 7, name: 'Ann', entriesMax: 1, lookMax: 1 };
    expect(await new RemoteCharacterRecords(callerOf()).of(query)).toEqual(someRecords);
  });
});

describe('RemoteOwnership', () => {
  it('tells what the journal says, and why it does not', async () => {
    const well = new RemoteOwnership(callerOf());
    expect(await well.settle()).toBe(true);
    expect(await well.ownedBy(7)).toEqual({
      ...{ stacks: [], coins: 3, experience: 2, professions: [], commands: [1], quests: [] },
    });
    const closed = () => Promise.reject(new JournalError('closed', 'the journal is closed'));
    const ill = new RemoteOwnership(callerOf({ ownership: { settle: async () => false, ownedBy: closed } }));
    expect(await ill.settle()).toBe(false);
    await expect(ill.ownedBy(7)).rejects.toMatchObject({ name: 'JournalError', code: 'closed' });
  });
});

describe('the log of a thread', () => {
  it('is written by another, line by line, errors as errors', async () => {
    const { port1, port2 } = channel();
    const lines: unknown[][] = [];
    const note =
      (level: string) =>
      (...line: unknown[]) =>
        void lines.push([level, ...line]);
    const log = { debug: note('debug'), info: note('info'), warn: note('warn'), error: note('error') };
    writeLog(port1, log, storageErrors);
    const far = new LogByMessage(port2);
    far.info('journal', { entries: 3 });
    far.error('no more', { error: new JournalError('full', 'no room') });
    far.warn('bare');
    far.debug('also');
    while (lines.length < 4) await new Promise(setImmediate);
    expect(lines).toEqual([
      ['info', 'journal', { entries: 3 }],
      ['error', 'no more', { error: expect.any(JournalError) }],
      ['warn', 'bare', {}],
      ['debug', 'also', {}],
    ]);
  });
});
