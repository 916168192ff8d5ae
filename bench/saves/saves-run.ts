// Saves batches of characters into a game file, again and again, with the triggers that note them for the player directory or
// without: what a save of one costs. Each character owns what `items` says, which no store of characters keeps.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SqliteCharacterStore } from '#adapters/sqlite/sqlite-character-store.js';
import type { StoredCharacter } from '#ports/storage/characters/character-store.js';
import { leastCharacterNumbers } from '#ports/storage/generated/character-numbers.js';
import { answer, argument } from '../harness/child.js';

export interface SavesRunArgument {
  readonly variant: 'with triggers' | 'without triggers';
  readonly seconds: number;
  readonly characters: number;
  readonly items: number;
}

export interface SavesRunReport {
  readonly saves: number;
  readonly wallMs: number;
  readonly cpuMs: number;
}

const { variant, seconds, characters, items } = argument<SavesRunArgument>();
const folder = mkdtempSync(join(tmpdir(), 'tos-saves-'));
const store = await SqliteCharacterStore.open(join(folder, 'game.sqlite'));
try {
  if (variant === 'without triggers')
    for (const trigger of ['new', 'changed', 'gone'])
      store.file.db.exec(`DROP TRIGGER directory_told_of_${trigger}`);
  const sheets: StoredCharacter[] = [];
  for (let i = 0; i < characters; i++) {
    const sheet = newSheet(`Player${i}`);
    sheets.push({ ...sheet, characterId: await store.create(sheet, 1) });
  }
  const before = process.cpuUsage();
  const startMs = performance.now();
  let rounds = 0;
  while (performance.now() - startMs < seconds * 1000) {
    rounds++;
    const now = rounds;
    await store.save(
      sheets.map((sheet) => ({ ...sheet, x: 1 + (now % 500), playedSeconds: now })),
      now,
    );
  }
  const wallMs = performance.now() - startMs;
  const { user, system } = process.cpuUsage(before);
  answer({ saves: rounds * characters, wallMs, cpuMs: (user + system) / 1000 } satisfies SavesRunReport);
} finally {
  await store.close();
  rmSync(folder, { recursive: true });
}

function newSheet(name: string): StoredCharacter {
  return {
    characterId: 0,
    accountId: '00000000-0000-0000-0000-000000000000',
    name,
    mapKey: 'meadow',
    ...leastCharacterNumbers,
    ...{ x: 1, y: 1, level: 1, health: 1, coins: 100, experience: 1000 },
    cooldowns: [{ slot: 0, ticks: 60 }],
    sales: [],
    savedUnixMs: 0,
    inventory: Array.from({ length: items }, (_, slot) => ({ slot, item: 1 + slot, count: 1 })),
  };
}
