// Where an item came from, in a real browser against the built server: one player splits its bread and sends a part to another
// by letter; an operator follows it from who has it now to where it began.

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { RealPlayer } from '../../support/servers/real-player.js';
import {
  accessibilityFaults,
  chromiumPath,
  launchBrowser,
  logIn,
  sidewaysPx,
  visit,
} from '../console/console-browser.js';
import { type ConsoleHost, startConsoleHost } from '../console/console-host.js';

const soonMs = 20_000;
const whereThereIsABrowser = chromiumPath === undefined ? describe.skip : describe;

/** As content/items.json numbers it; a beginner has 5. */
const bread = 8;

whereThereIsABrowser('the ledger at the console', () => {
  let host: ConsoleHost;
  let browser: Browser;
  let hal: RealPlayer;
  let ida: RealPlayer;

  beforeAll(async () => {
    [host, browser] = await Promise.all([startConsoleHost(), launchBrowser()]);
    hal = await RealPlayer.join('Hal', host.udpPort);
    ida = await RealPlayer.join('Idafee', host.udpPort);
    await until('both have their bread', () => slotOf(hal) !== undefined && slotOf(ida) !== undefined);
    const enclosed = [{ slot: slotOf(hal)!, units: 2 }];
    await done(hal, (command) => hal.client.sendLetter(command, 'Idafee', 'bread', 'eat', 0, 0, enclosed));
    ida.client.readLetters(0);
    await until('the letter came', () => ida.client.mailbox.letters.size > 0);
    const [letter] = ida.client.mailbox.letters.values();
    await done(ida, (command) => ida.client.takeFromLetter(command, letter!.letter, 0));
  }, 120_000);

  afterAll(async () => {
    for (const player of [hal, ida]) await player?.stop();
    await browser?.close();
    await host?.stop();
  }, 40_000);

  const slotOf = ({ client }: RealPlayer) =>
    [...client.self.inventory].find(([, { item }]) => item === bread)?.[0];

  async function until(what: string, holds: () => boolean): Promise<void> {
    for (const endMs = Date.now() + soonMs; !holds(); await sleep(50))
      if (Date.now() > endMs) throw new Error(`not within ${soonMs} ms: ${what}`);
  }

  async function done(player: RealPlayer, ask: (command: number) => unknown): Promise<void> {
    const command = player.client.nextCommand();
    for (const endMs = Date.now() + soonMs; !player.confirmed.has(command); await sleep(300)) {
      if (Date.now() > endMs) throw new Error(`not done: ${player.refused.get(command)}`);
      ask(command);
    }
  }

  const rows = (page: Page) => page.locator('tr[data-entry]');
  const textOf = async (page: Page) =>
    (await rows(page).allInnerTexts()).map((row) => row.replaceAll(/\s+/g, ' '));

  it('leads from who has it to where it began, over a letter and a split', async () => {
    const { context, page, faults } = await visit(browser, { widthPx: 1280, theme: 'dark' });
    await logIn(page, host.url, 'owner', host.password);
    await page.goto(`${host.url}/players`);
    await page.getByRole('button', { name: 'Idafee' }).click({ timeout: soonMs });
    await page.getByRole('link', { name: 'Ledger' }).click({ timeout: soonMs });
    await page.getByRole('heading', { name: 'Ledger of Idafee' }).waitFor({ timeout: soonMs });
    const bag = page.locator('[data-bag="inventory"]');
    await bag
      .getByRole('link', { name: /Loaf of bread/ })
      .first()
      .waitFor({ timeout: soonMs });
    expect(await bag.getByRole('listitem').count()).toBe(32);
    expect((await bag.innerText()).replaceAll(/\s+/g, ' ')).toMatch(/Loaf of bread × 7/);
    const taken = rows(page).filter({ hasText: 'mail take' }).filter({ hasText: 'Loaf of bread' }).first();
    await taken.waitFor({ timeout: soonMs });
    expect((await taken.innerText()).replaceAll(/\s+/g, ' ')).toMatch(/\+2 .*Hal/);
    expect(await accessibilityFaults(page)).toEqual([]);

    await taken.getByRole('link', { name: /^\d+$/ }).first().click();
    await page.getByRole('heading', { name: /History of stack/ }).waitFor({ timeout: soonMs });
    // From the stack in the bag to the one in the letter, to the one of a beginner.
    for (const verb of ['mail take', 'mail send']) {
      const step = rows(page).filter({ hasText: verb }).filter({ hasText: 'out of' }).first();
      await step.waitFor({ timeout: soonMs });
      const from = step.locator('span.muted').filter({ hasText: 'out of' }).getByRole('link').first();
      const stack = await from.innerText();
      await from.click();
      await page.getByRole('heading', { name: `History of stack ${stack}` }).waitFor({ timeout: soonMs });
    }
    await rows(page).filter({ hasText: 'start' }).first().waitFor({ timeout: soonMs });
    const life = await textOf(page);
    expect(life.at(-1)).toMatch(/start Loaf of bread \+5 5 nowhere → bag of Hal Hal/);
    expect(life[0]).toMatch(/mail send Loaf of bread −2 3/);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  }, 180_000);

  it.each(['light', 'dark'] as const)(
    'fits on a telephone, in %s, and says when there is nothing',
    async (theme) => {
      const { context, page, faults } = await visit(browser, { widthPx: 360, theme });
      await logIn(page, host.url, 'owner', host.password);
      await page.goto(`${host.url}/players`);
      await page.getByRole('button', { name: 'Hal' }).click({ timeout: soonMs });
      await page.getByRole('link', { name: 'Ledger' }).click({ timeout: soonMs });
      await rows(page).first().waitFor({ timeout: soonMs });
      expect(await sidewaysPx(page)).toBe(0);
      expect(await accessibilityFaults(page)).toEqual([]);
      const link = rows(page).getByRole('link', { name: /^\d+$/ }).first();
      const address = (await link.getAttribute('href'))!.replace(/\d+$/, '999999');
      await page.goto(`${host.url}${address}`);
      await page.getByText('Nothing is in the journal of it.').waitFor({ timeout: soonMs });
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(faults).toEqual([]);
      await context.close();
    },
    120_000,
  );
});
