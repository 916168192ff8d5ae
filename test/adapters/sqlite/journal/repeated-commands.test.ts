// A number that is asked once more, for something else: it is confirmed and not done, and what stands in the file says what
// was done. Whatever part of the entries is replayed, the start and the ledger's check see the same.

import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { closeGameFile, openGameFile } from '#adapters/sqlite/game-file.js';
import { SqliteJournal, type SqliteJournalOptions } from '#adapters/sqlite/journal/sqlite-journal.js';
import { StoredLedger } from '#adapters/sqlite/journal/stored-ledger.js';
import { checkLedger } from '#application/ledger/check-ledger.js';
import { noteCommandDone } from '#domain/vocabulary/generated/facts.js';
import { RequestId } from '#domain/vocabulary/generated/requests.js';
import { encoded, type WriteFact } from '../../../support/ledger/written-facts.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';

const { moveItem, dropItem } = RequestId;
const done = (command: number, request: RequestId): WriteFact => {
  return (rows) => noteCommandDone(rows, 0, 1, command, request);
};

class Servers {
  path = join(temporaryFolder(), 'game.sqlite');
  #tick = 0;

  constructor(private readonly options: SqliteJournalOptions = {}) {}

  /** One that does this, and is stopped or killed. */
  async run(end: 'stopped' | 'killed', ...windows: readonly (readonly WriteFact[])[]): Promise<void> {
    const file = await openGameFile(this.path);
    const journal = new SqliteJournal(file, this.options);
    for (const window of windows) journal.append(journal.end.number + 1, encoded(++this.#tick, ...window));
    while (journal.tend());
    const left = `${this.path}.killed`;
    for (const part of ['', '-wal'])
      if (existsSync(this.path + part)) copyFileSync(this.path + part, left + part);
    journal.close();
    closeGameFile(file);
    if (end === 'killed') this.path = left;
  }

  findings(): readonly string[] {
    const ledger = new StoredLedger(this.path);
    try {
      return checkLedger(ledger).findings;
    } finally {
      ledger.close();
    }
  }

  async commands(): Promise<readonly (readonly [number, number])[]> {
    const file = await openGameFile(this.path);
    try {
      const journal = new SqliteJournal(file);
      return journal.commandsOf(1).done.map(({ command, request }) => [command, request] as const);
    } finally {
      closeGameFile(file);
    }
  }
}

describe.each(['stopped', 'killed'] as const)('a file whose server was %s', (end) => {
  it('opens, whichever of the two requests its newest entries name', async () => {
    const servers = new Servers();
    await servers.run('stopped', [done(1, moveItem)]);
    await servers.run(end, [done(1, dropItem)], [done(1, dropItem), done(2, moveItem)]);
    expect(servers.findings()).toEqual([]);
    expect(await servers.commands()).toEqual([
      [1, moveItem],
      [2, moveItem],
    ]);
  });

  it('opens when the repeat is its last window', async () => {
    const servers = new Servers();
    await servers.run('stopped', [done(1, moveItem)]);
    await servers.run(end, [done(1, dropItem)]);
    expect(servers.findings()).toEqual([]);
    expect(await servers.commands()).toEqual([[1, moveItem]]);
  });

  it('opens when what was done first is not kept any more', async () => {
    const servers = new Servers({ keptEntries: 1 });
    const others = Array.from({ length: 3000 }, () => done(2, moveItem));
    await servers.run('stopped', [done(1, moveItem)], others, [done(3, moveItem)]);
    await servers.run(end, [done(1, dropItem)]);
    expect(servers.findings()).toEqual([]);
    expect(await servers.commands()).toContainEqual([1, moveItem]);
  });
});

it('a number that the tables do not have is missed all the same', async () => {
  const servers = new Servers();
  await servers.run('stopped', [done(1, moveItem)]);
  await servers.run('stopped', [done(1, dropItem)]);
  const file = await openGameFile(servers.path);
  file.db.exec('DELETE FROM ledger_commands');
  closeGameFile(file);
  await expect(servers.commands()).rejects.toThrow('command 1 of character 1');
  expect(servers.findings()).not.toEqual([]);
});
