// The economy at the console, in a real browser against the built server: players move coins and the page shows where these came
// from and went; and a game file in which somebody changed a row by hand is told of by all who tell of it.

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import SqliteDatabase from 'better-sqlite3';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { logInAsOwner, ownPassword } from '../../support/admin/own-password.js';
import { RealPlayer } from '../../support/servers/real-player.js';
import { ServerProcess, endProcesses } from '../../support/servers/server-process.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import {
  accessibilityFaults,
  chromiumPath,
  launchBrowser,
  logIn,
  sidewaysPx,
  visit,
} from '../console/console-browser.js';

const soonMs = 40_000;
const whereThereIsABrowser = chromiumPath === undefined ? describe.skip : describe;
const dataDir = temporaryFolder();
/** What a beginner has, and what one letter costs (content). */
const beginnersCoins = 10;
const sent = 4;
/** Of a letter: its coins (protocol-schema, TakeFromLetter). */
const coinsPlace = 4;

let server: ServerProcess;
let browser: Browser;
let url: string;
let gameUrl: string;
let udpPort: number;
const players: RealPlayer[] = [];

async function start(): Promise<void> {
  server = ServerProcess.start(dataDir);
  udpPort = Number((await server.said(/UDP 127\.0\.0\.1:(\d+)/))[1]);
  gameUrl = (await server.said(/metrics +http:\S+ +(http:\S+)\/metrics/))[1]!;
  url = (await server.said(/console\s+(http:\S+?)\/?\s/))[1]!;
}

async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  for (const endMs = Date.now() + soonMs; !(await holds()); await sleep(50))
    if (Date.now() > endMs) throw new Error(`not within ${soonMs} ms: ${what}\n${server.output}`);
}

async function comeIn(name: string): Promise<RealPlayer> {
  const player = await RealPlayer.join(name, udpPort);
  players.push(player);
  await until(`${name} has what a beginner gets`, () => player.client.self.coins === beginnersCoins);
  return player;
}

async function done(player: RealPlayer, ask: (command: number) => unknown): Promise<void> {
  const command = player.client.nextCommand();
  for (const endMs = Date.now() + soonMs; !player.confirmed.has(command); await sleep(300)) {
    if (Date.now() > endMs) throw new Error(`not done: ${player.refused.get(command)}`);
    ask(command);
  }
}

async function leave(): Promise<void> {
  for (const player of players.splice(0)) await player.stop();
}

const cellsOf = async (page: Page, row: string): Promise<string[]> =>
  (await page.locator(`${row} td`).allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' ').trim());

async function openEconomy(page: Page): Promise<void> {
  await logIn(page, url, 'owner', ownPassword);
  await page.goto(`${url}/economy`);
  await page.getByRole('heading', { name: 'Economy', exact: true }).waitFor({ timeout: soonMs });
}

/** Asks again until the badge says so. */
async function untilStanding(page: Page, word: string): Promise<void> {
  const badge = page.getByTestId('conservation');
  await until(`it says: ${word}`, async () => {
    if ((await badge.count()) > 0 && (await badge.innerText()) === word) return true;
    const refresh = page.getByRole('button', { name: 'Refresh' });
    if (await refresh.isEnabled()) await refresh.click();
    await sleep(500);
    return false;
  });
}

/** Whether the chart has the colour of its legend: canvases know nothing of style sheets. */
const isDrawnIn = (page: Page, swatch: string): Promise<boolean> =>
  page.evaluate(
    `(() => {
      const [r, g, b] = getComputedStyle(document.querySelector('${swatch}')).backgroundColor.match(/\\d+/g).map(Number);
      const canvas = document.querySelector('tos-flow-chart canvas');
      const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
      for (let i = 0; i < data.length; i += 4)
        if (data[i] === r && data[i + 1] === g && data[i + 2] === b) return true;
      return false;
    })()`,
  );

const ready = async () => {
  const reply = await fetch(`${gameUrl}/health/ready`);
  return { status: reply.status, text: await reply.text() };
};

whereThereIsABrowser('the economy at the console', () => {
  beforeAll(async () => {
    [browser] = await Promise.all([launchBrowser(), start()]);
    await server.said(/The console has one account/);
    await logInAsOwner(url, readFileSync(join(dataDir, 'first-password'), 'utf8').trim());
    const hal = await comeIn('Hal');
    const ida = await comeIn('Idafee');
    await done(hal, (command) => hal.client.sendLetter(command, 'Idafee', 'coins', 'for you', sent, 0, []));
    ida.client.readLetters(0);
    await until('the letter came', () => ida.client.mailbox.letters.size > 0);
    const [letter] = ida.client.mailbox.letters.values();
    await done(ida, (command) => ida.client.takeFromLetter(command, letter!.letter, coinsPlace));
    // The newest entries are of somebody else, and no check of these finds what is wrong elsewhere.
    await comeIn('Joan');
  }, 180_000);

  afterAll(async () => {
    await leave();
    await browser?.close();
    endProcesses();
  }, 40_000);

  it('shows where coins came from, where they went, and that it adds up', async () => {
    const { context, page, faults } = await visit(browser, { widthPx: 1280, theme: 'dark' });
    await openEconomy(page);
    await untilStanding(page, 'Adds up');
    const verbs = page.getByTestId('verbs');
    await verbs.waitFor({ timeout: soonMs });
    expect(await cellsOf(page, '[data-verb="start"]')).toEqual([
      'start',
      String(3 * beginnersCoins),
      '0',
      '0',
    ]);
    expect(await cellsOf(page, '[data-verb="mailSend"]')).toEqual(['mail send', '0', '0', String(sent)]);
    expect(await cellsOf(page, '[data-verb="mailTake"]')).toEqual(['mail take', '0', '0', String(sent)]);
    const [, , postage] = await cellsOf(page, '[data-verb="fee"]');
    expect(Number(postage)).toBeGreaterThan(0);
    await until('all is counted as it is now', async () => {
      const [, created, destroyed, there] = await cellsOf(page, '[data-of="coins"]');
      if (Number(created) === 3 * beginnersCoins && destroyed === postage)
        return Number(there) === 3 * beginnersCoins - Number(postage);
      await sleep(1_000);
      await page.getByRole('button', { name: 'Refresh' }).click();
      return false;
    });
    expect(await page.getByTestId('stat-gini').innerText()).toMatch(/^0\.\d\d/);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await isDrawnIn(page, '.swatch.created')).toBe(true);
    // The keyboard alone: another thing, by day.
    await page.getByTestId('of').selectOption({ label: 'All items' });
    await page
      .locator('[data-verb="start"]')
      .filter({ hasNotText: String(3 * beginnersCoins) })
      .waitFor();
    await page.getByRole('radio', { name: 'Days' }).check();
    await page.getByRole('columnheader', { name: 'Day' }).waitFor({ timeout: soonMs });
    await page.getByText('too few to say what is usual').first().waitFor({ timeout: soonMs });
    expect(await ready()).toMatchObject({ status: 200 });
    expect((await ready()).text).not.toContain('created less destroyed');
    const row = (await page.locator('[data-of="coins"]').boundingBox())!;
    expect([row.height >= 32, row.height <= 36]).toEqual([true, true]);
    expect(faults).toEqual([]);
    await context.close();
  }, 180_000);

  it('is alarmed by a game file in which a row was changed by hand', async () => {
    await leave();
    await server.stop();
    const file = new SqliteDatabase(join(dataDir, 'game.sqlite'));
    const hal = "(SELECT id FROM characters WHERE name = 'Hal')";
    expect(file.exec(`UPDATE ledger_purses SET coins = coins + 7 WHERE kind = 1 AND owner = ${hal}`)).toBe(
      file,
    );
    file.close();
    await start();
    await until('it is told', async () => (await ready()).text.includes('created less destroyed'));
    // Who plays is not turned away for it.
    expect((await ready()).status).toBe(200);
    const metrics = await (await fetch(`${gameUrl}/metrics`)).text();
    expect(metrics).toMatch(/^tos_economy_unbalanced 1$/m);
    for (const theme of ['light', 'dark'] as const) {
      const { context, page, faults } = await visit(browser, {
        widthPx: theme === 'light' ? 360 : 1280,
        theme,
      });
      await openEconomy(page);
      await untilStanding(page, 'Does not add up');
      await page.getByText('There is not what was created less what was destroyed of coins.').waitFor();
      expect((await cellsOf(page, '[data-of="coins"]'))[0]).toBe('Coins off by +7');
      expect(await sidewaysPx(page)).toBe(0);
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(faults).toEqual([]);
      await context.close();
    }
  }, 240_000);
});
