// The game server's end of the way to the player directory: everything stored arrives, whatever the API does meanwhile, and
// a game file that was put back to an earlier time is told as a whole.

import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DirectoryFigures } from '#adapters/admin-client/directory-figures.js';
import { DirectoryTeller, type DirectoryTellerOptions } from '#adapters/admin-client/directory-teller.js';
import { MemoryPlayerDirectory } from '#adapters/memory/admin/players/player-directory.js';
import { NobleCryptoSuite } from '#adapters/noble/noble-crypto-suite.js';
import { ErasureReceipts } from '#adapters/server-proof/erasure-receipts.js';
import { SqliteDirectoryOutbox } from '#adapters/sqlite/stores/sqlite-directory-outbox.js';
import { SqliteCharacterStore } from '#adapters/sqlite/sqlite-character-store.js';
import type { DirectoryBatch } from '#ports/admin/players/directory-batch.js';
import type { DirectoryOutbox } from '#ports/storage/characters/directory-outbox.js';
import type { StoredCharacter } from '#ports/storage/characters/character-store.js';
import { storedCharacter } from '../../contract/storage/character-store.js';
import { silentLog } from '../../support/silent-log.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { refusal, startFakeAdminApi, type Answer, type FakeAdminApi } from './fake-admin-api.js';

const serverId = '6f1c2a52-2f64-4b0e-9a5e-0d5a8f3c1b77';
let api: FakeAdminApi;
let directory: MemoryPlayerDirectory;
/** Instead of the proper answer; the batch is taken all the same where it says so. */
let misbehave: () => { answer: Answer; takes: boolean } | undefined;
/** Of the server under test, and of somebody who has its token. */
const [receipts, foreign] = [1, 2].map(
  (digit) =>
    new ErasureReceipts(new NobleCryptoSuite(), {
      serverId,
      staticSecretKey: new Uint8Array(32).fill(digit),
    }),
) as [ErasureReceipts, ErasureReceipts];
const ends: (() => Promise<void>)[] = [];

beforeEach(async () => {
  api = await startFakeAdminApi();
  directory = new MemoryPlayerDirectory();
  misbehave = () => undefined;
  api.misbehave = async ({ body }) => {
    const fault = misbehave();
    if (fault?.takes === false) return fault.answer;
    const told = body['characters'] as { characterName: string }[];
    const characters = told.map(({ characterName: name, ...rest }) => ({ ...rest, name }));
    const batch = { ...body, characters } as unknown as DirectoryBatch;
    const erased = await directory.erasedAmong(serverId, batch.characters);
    const place = await directory.takeBatch(serverId, batch, Date.now());
    const eraseAgain = erased.flatMap(({ playerId: _, receipts: told, ...one }) =>
      told.map((receipt) => ({ ...one, receipt })),
    );
    return fault?.answer ?? { status: 200, body: { taken: place !== 'diverged', eraseAgain } };
  };
});
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
  await api.stop();
});

async function openFile(path = join(temporaryFolder(), 'game.sqlite')) {
  const store = await SqliteCharacterStore.open(path);
  ends.push(() => store.close());
  return { path, store, outbox: new SqliteDirectoryOutbox(store.file) };
}

type Erasure = Parameters<ErasureReceipts['of']>[0];
type Told = Pick<DirectoryTellerOptions, 'onErased'>;

function tell(outbox: DirectoryOutbox, restMs = 0, told: Told = {}) {
  const figures = new DirectoryFigures();
  const teller = new DirectoryTeller({
    ...{ baseUrl: api.url, token: 'token-of-the-test-server', serverId, outbox, figures, receipts },
    clock: { nowMs: () => performance.now(), unixMs: () => Date.now() },
    ...{ log: silentLog, random: () => 0, timeoutMs: 1_000, lookEveryMs: 5, restMs },
    ...told,
  });
  ends.push(() => teller.stop(200));
  teller.start();
  return { teller, figures };
}

async function create(store: SqliteCharacterStore, name: string): Promise<StoredCharacter> {
  const character = storedCharacter({ name });
  return { ...character, characterId: await store.create(character, Date.now()) };
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 5));
}

async function levels(): Promise<Record<string, number>> {
  const { players } = await directory.page({ limit: 100 });
  return Object.fromEntries(players.map(({ name, level }) => [name, level]));
}

describe('telling the player directory', () => {
  it('tells what is stored, then what changes', async () => {
    const { store, outbox } = await openFile();
    const ann = await create(store, 'Ann');
    const { figures } = tell(outbox);
    await until(async () => (await levels())['Ann'] === 3);
    await store.save([{ ...ann, level: 4 }], Date.now());
    await until(async () => (await levels())['Ann'] === 4);
    await until(async () => (await outbox.figures()).waiting === 0);
    expect(figures).toMatchObject({ taken: 2, characters: 2, refused: 0, failed: 0 });
  });

  it.each<[string, Answer, boolean]>([
    ['that hangs', 'hang', false],
    ['that cuts the line', 'cut', false],
    ['that takes it and cuts the line', 'cut', true],
    ['that fails', refusal(500, 'internal'), false],
    ['that has enough for now', refusal(429, 'locked-out'), false],
    ['that does not know the route', refusal(404, 'unknown-route'), false],
    ['that answers something else', { status: 200, body: { taken: 'yes' } }, true],
    ['that refuses the body', refusal(400, 'invalid-request'), false],
  ])('goes on after an API %s', async (_, answer, takes) => {
    const { store, outbox } = await openFile();
    await create(store, 'Ann');
    let faults = 2;
    misbehave = () => (faults-- > 0 ? { answer, takes } : undefined);
    const { figures } = tell(outbox);
    await until(async () => (await outbox.figures()).waiting === 0);
    expect(await levels()).toEqual({ Ann: 3 });
    expect(figures).toMatchObject({ taken: 1, failed: 2, refused: 0 });
  });

  it('tells a file that was put back to an earlier time as a whole', async () => {
    const { path, store, outbox } = await openFile();
    const ann = await create(store, 'Ann');
    const first = tell(outbox);
    await until(async () => (await levels())['Ann'] === 3);
    await first.teller.stop();
    await store.close();
    const copy = join(temporaryFolder(), 'game.sqlite');
    copyFileSync(path, copy);

    const later = await openFile(path);
    const second = tell(later.outbox);
    await later.store.save([{ ...ann, level: 30 }], Date.now());
    await create(later.store, 'Bob');
    await until(async () => (await levels())['Bob'] === 3);
    await second.teller.stop();
    expect(await levels()).toEqual({ Ann: 30, Bob: 3 });

    const restored = await openFile(copy);
    // Under the id that Bob had.
    await create(restored.store, 'Cid');
    const { figures } = tell(restored.outbox);
    await until(async () => (await levels())['Bob'] === undefined);
    expect(await levels()).toEqual({ Ann: 3, Cid: 3 });
    expect(figures.refused).toBe(1);
  });

  it('tells who was erased with a receipt of its own', async () => {
    const { store, outbox } = await openFile();
    const { characterId } = await create(store, 'Ann');
    const { createdAtUnixMs } = (await outbox.next({ limit: 9, restingSinceUnixMs: 0 }))!.characters[0]!;
    store.file.db.exec(`INSERT INTO erased_characters VALUES (${characterId}, ${createdAtUnixMs}, 1, 2)`);
    store.file.db.exec(`DELETE FROM characters WHERE id = ${characterId}`);
    tell(outbox);
    await until(async () => (await outbox.figures()).waiting === 0);
    const one = { characterId, createdAtUnixMs };
    const [known] = await directory.erasedAmong(serverId, [one]);
    expect(known!.receipts).toEqual([receipts.of(one)]);
  });

  it.each([
    ['without a receipt', () => undefined],
    ["with another server's receipt", (one: Erasure) => foreign.of(one)],
    ['with a receipt of somebody else', (one: Erasure) => receipts.of({ ...one, createdAtUnixMs: 1 })],
    ['with what is no receipt', () => 'f'.repeat(64)],
  ])('hands on nobody whom the API was told of as erased %s', async (_, receiptOf) => {
    const { store, outbox } = await openFile();
    const { characterId } = await create(store, 'Ann');
    const { createdAtUnixMs } = (await outbox.next({ limit: 9, restingSinceUnixMs: 0 }))!.characters[0]!;
    const one = { characterId, createdAtUnixMs };
    // Whatever an API of any version, or somebody in its place, answers.
    const erased = [{ ...one, receipt: receiptOf(one) }];
    misbehave = () => ({
      answer: {
        status: 200,
        body: {
          taken: true,
          erased: [one],
          eraseAgain: erased.filter(({ receipt }) => receipt !== undefined),
        },
      },
      takes: true,
    });
    const heard: unknown[] = [];
    const onErased = async (those: readonly unknown[]): Promise<void> => void heard.push(...those);
    const { figures } = tell(outbox, 0, { onErased });
    await until(async () => (await outbox.figures()).waiting === 0);
    expect(heard).toEqual([]);
    expect(figures.foreignErasures).toBe(receiptOf(one) === undefined ? 0 : 1);
  });

  it('hands on whom of those it told it erased itself, before that counts as told', async () => {
    const { store, outbox } = await openFile();
    const { characterId } = await create(store, 'Ann');
    const { createdAtUnixMs } = (await outbox.next({ limit: 9, restingSinceUnixMs: 0 }))!.characters[0]!;
    const hex = (digit: string): string => digit.repeat(32);
    const own = receipts.of({ characterId, createdAtUnixMs });
    const erased = [{ characterId, createdAtUnixMs, receipt: own }];
    const other = { telling: hex('a'), number: 1, mark: hex('b'), previous: null, asOf: 1, characters: [] };
    await directory.takeBatch(serverId, { ...other, gone: [characterId], erased, isWhole: true }, 1);
    await directory.removeServer(serverId);
    const heard: unknown[] = [];
    let faults = 1;
    const onErased = async (those: readonly unknown[]): Promise<void> => {
      expect((await outbox.figures()).waiting).toBe(1);
      if (faults-- > 0) throw new Error('the disk is full');
      heard.push(...those);
    };
    tell(outbox, 0, { onErased });
    await until(async () => (await outbox.figures()).waiting === 0);
    expect(heard).toEqual(erased);
  });

  it('notices a file that was put back though nobody plays', async () => {
    const { path, store, outbox } = await openFile();
    await create(store, 'Ann');
    const first = tell(outbox);
    await until(async () => (await levels())['Ann'] === 3);
    await first.teller.stop();
    await store.close();
    const copy = join(temporaryFolder(), 'game.sqlite');
    copyFileSync(path, copy);
    const later = await openFile(path);
    const second = tell(later.outbox);
    await create(later.store, 'Bob');
    await until(async () => (await levels())['Bob'] === 3);
    await second.teller.stop();
    tell((await openFile(copy)).outbox);
    await until(async () => (await levels())['Bob'] === undefined);
    expect(await levels()).toEqual({ Ann: 3 });
  });

  it('tells all again to a directory that was put back to an earlier time', async () => {
    const { store, outbox } = await openFile();
    const ann = await create(store, 'Ann');
    tell(outbox);
    await until(async () => (await levels())['Ann'] === 3);
    directory = new MemoryPlayerDirectory();
    await store.save([{ ...ann, level: 5 }], Date.now());
    await until(async () => (await levels())['Ann'] === 5);
    await create(store, 'Bob');
    await until(async () => (await levels())['Bob'] === 3);
  });

  it('tells all again, though nobody plays, to an API that forgot the server and knows it again', async () => {
    const { store, outbox } = await openFile();
    await create(store, 'Ann');
    const { teller, figures } = tell(outbox);
    await until(async () => (await outbox.figures()).waiting === 0);
    directory = new MemoryPlayerDirectory();
    teller.start();
    await until(async () => (await levels())['Ann'] === 3);
    await until(async () => (await outbox.figures()).isWhole);
    expect(figures).toMatchObject({ refused: 1, failed: 0 });
  });

  it('goes on when the outbox could not be read', async () => {
    const { store, outbox } = await openFile();
    await create(store, 'Ann');
    let faults = 2;
    const faulty: DirectoryOutbox = {
      next: async (query) => {
        if (faults-- > 0) throw new Error('the disk is full');
        return outbox.next(query);
      },
      acknowledged: (mark, nowUnixMs) => outbox.acknowledged(mark, nowUnixMs),
      startOver: () => outbox.startOver(),
      figures: () => outbox.figures(),
    };
    const { figures } = tell(faulty);
    await until(async () => (await levels())['Ann'] === 3);
    expect(figures.failed).toBe(2);
  });

  it('tells at its end also whose time played would rest', async () => {
    const { store, outbox } = await openFile();
    const ann = await create(store, 'Ann');
    const { teller } = tell(outbox, 3_600_000);
    await until(async () => (await outbox.figures()).waiting === 0);
    await store.save([{ ...ann, playedSeconds: 5_000 }], Date.now());
    await teller.stop();
    expect((await directory.page({ limit: 1 })).players[0]?.playedSeconds).toBe(5_000);
  });
});
