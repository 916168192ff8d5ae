// A process that owns a game file until it is killed. Runs on the build, as a server does.
// Usage: store-owner.mjs <path> hold | save <characters> | race
// Prints 'owner' when it has the file, or the code of the refusal; 'save' prints the number of each acknowledged round.

import { writeSync } from 'node:fs';

import { SqliteCharacterStore } from '#adapters/sqlite/sqlite-character-store.js';
import { leastCharacterNumbers } from '#ports/storage/generated/character-numbers.js';

const [path, task, characters] = process.argv.slice(2);
const say = (line) => writeSync(1, `${line}\n`);

const store = await SqliteCharacterStore.open(path, { waitMs: 400 }).catch((error) => {
  say(error.code);
  process.exit(0);
});
say('owner');
if (task === 'save') await saveForEver(Number(characters));
else process.stdin.resume().on('end', () => process.exit(0));

async function saveForEver(count) {
  const sheets = [];
  for (let index = 0; index < count; index += 1) {
    const sheet = newSheet(`Player${index}`);
    sheets.push({ ...sheet, characterId: await store.create(sheet, Date.now()) });
  }
  for (let round = 1; ; round += 1) {
    for (const sheet of sheets) {
      sheet.kills = round;
      sheet.cooldowns = [{ slot: round % 8, ticks: 1 + (round % 1000) }];
      sheet.sales = [{ instance: 1 + (round % 1000), coins: 7 }];
    }
    await store.save(sheets, Date.now());
    say(round);
  }
}

function newSheet(name) {
  return {
    characterId: 0,
    accountId: '00000000-0000-0000-0000-000000000000',
    name,
    mapKey: 'meadow',
    ...leastCharacterNumbers,
    ...{ x: 1, y: 1, level: 1, health: 1 },
    cooldowns: [],
    sales: [],
    savedUnixMs: 0,
    inventory: [],
  };
}
