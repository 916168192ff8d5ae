// The stores as they are reached from another thread keep the promises of their ports.

import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { afterEach, describe, expect, it } from '@jest/globals';
import { MemoryCharacterStore } from '#adapters/memory/storage/character-store.js';
import { MemoryJournal } from '#adapters/memory/storage/journal.js';
import { answerCalls, RemoteCalls } from '#adapters/threads/journal/calls.js';
import { storageErrors, type JournalAnswers } from '#adapters/threads/journal/journal-calls.js';
import { LogByMessage, writeLog } from '#adapters/threads/journal/log-by-message.js';
import { JournalError } from '#ports/storage/journal.js';
import { memoryGameStores } from '#src/game-server/game-stores.js';
import { testGameStores } from '../../../support/storage/store-contracts.js';

const ports: MessagePort[] = [];
afterEach(() => {
  for (const port of ports.splice(0)) port.close();
});

function channel(): { port1: MessagePort; port2: MessagePort } {
  const made = new MessageChannel();
  ports.push(made.port1, made.port2);
  return made;
}

/** As another thread has what is given here. */
function fromAfar<Name extends keyof JournalAnswers>(
  answers: Pick<JournalAnswers, Name>,
): Pick<JournalAnswers, Name> {
  const { port1, port2 } = channel();
  answerCalls<Partial<JournalAnswers>>(port2, answers);
  return new RemoteCalls<Pick<JournalAnswers, Name>>({ port: port1, errors: storageErrors, callsMax: 1000 })
    .objects;
}

testGameStores('of another thread', async () => {
  const [characters, journal] = [new MemoryCharacterStore(), new MemoryJournal()];
  const stores = memoryGameStores({ characters, journal });
  const reopen = async () => fromAfar(stores);
  return { stores: fromAfar(stores), journal, reopen, close: () => characters.close() };
});

describe('the records of a character, of another thread', () => {
  it('are what the file says', async () => {
    const someRecords = { tables: {}, entries: [], isComplete: true };
    const { records } = fromAfar({ records: { of: async () => someRecords } });
    const query = { characterId: 7, name: 'Ann', entriesMax: 1, lookMax: 1 };
    expect(await records.of(query)).toEqual(someRecords);
  });
});

describe('the ownership of another thread', () => {
  it('is what the journal says, and why it does not', async () => {
    const owned = { stacks: [], coins: 3, experience: 2, professions: [], commands: [1], quests: [] };
    const well = fromAfar({ ownership: { settle: async () => true, ownedBy: async () => owned } });
    expect(await well.ownership.settle()).toBe(true);
    expect(await well.ownership.ownedBy(7)).toEqual(owned);
    const closed = () => Promise.reject(new JournalError('closed', 'the journal is closed'));
    const ill = fromAfar({ ownership: { settle: async () => false, ownedBy: closed } });
    expect(await ill.ownership.settle()).toBe(false);
    await expect(ill.ownership.ownedBy(7)).rejects.toMatchObject({ name: 'JournalError', code: 'closed' });
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
