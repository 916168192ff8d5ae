// The second person, in a real browser against the built server: one operator proposes what one may not give alone, another
// sees it at once and decides, and the player's client has it.

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { RealPlayer } from '../../support/servers/real-player.js';
import {
  accessibilityFaults,
  chromiumPath,
  launchBrowser,
  logIn,
  logInFirst,
  sidewaysPx,
  visit,
  type Visit,
  type VisitOptions,
} from '../console/console-browser.js';
import { type ConsoleHost, startConsoleHost } from '../console/console-host.js';

const soonMs = 20_000;
const draught = 10;
const own = 'a phrase of their own making';
const whereThereIsABrowser = chromiumPath === undefined ? describe.skip : describe;

whereThereIsABrowser('the second person at the console', () => {
  let host: ConsoleHost;
  let browser: Browser;
  let hal: RealPlayer;
  let password: string;

  beforeAll(async () => {
    [host, browser] = await Promise.all([startConsoleHost(), launchBrowser()]);
    hal = await RealPlayer.join('Hal', host.udpPort);
    await until('Hal is in the world', () => hal.isInWorld);
    const owner = await as('owner');
    password = await owner.page.evaluate<string>(
      `fetch('/api/v1/accounts', { method: 'POST', headers: { 'content-type': 'application/json' },
        body: '{"name":"ann","role":"admin"}' }).then((reply) => reply.json()).then((made) => made.password)`,
    );
    await owner.context.close();
    const ann = await visit(browser);
    await logInFirst(ann.page, host.url, { name: 'ann', password, own });
    await ann.context.close();
  }, 120_000);

  afterAll(async () => {
    await hal?.stop();
    await browser?.close();
    await host?.stop();
  }, 40_000);

  async function until(what: string, holds: () => boolean): Promise<void> {
    for (const endMs = Date.now() + soonMs; !holds(); await new Promise((resolve) => setTimeout(resolve, 50)))
      if (Date.now() > endMs) throw new Error(`not within ${soonMs} ms: ${what}`);
  }

  async function as(name: 'owner' | 'ann', options: VisitOptions = {}): Promise<Visit> {
    const visited = await visit(browser, options);
    await logIn(visited.page, host.url, name, name === 'owner' ? host.password : own);
    return visited;
  }

  const draughts = () =>
    [...hal.client.self.inventory.values()]
      .filter(({ item }) => item === draught)
      .reduce((sum, { count }) => sum + count, 0);
  const dialogOf = (page: Page) => page.locator('tos-command-dialog');
  const rowsOf = (page: Page) => page.locator('tr[data-proposal]');
  const nothingOn = (page: Page) => page.getByText('Nothing waits.').waitFor({ timeout: soonMs });

  /** Leaves the dialog open, which tells how it stands. */
  async function proposeDraughts(page: Page, units: number): Promise<void> {
    await page.goto(`${host.url}/players`);
    await page.getByRole('button', { name: 'Hal' }).click({ timeout: soonMs });
    await page.getByRole('button', { name: 'Give items', exact: true }).click();
    const dialog = dialogOf(page);
    await dialog.getByLabel('Item').fill('healing-draught');
    await dialog.getByLabel('How many').fill(String(units));
    await dialog.getByLabel('Reason').fill('the whole guild lost theirs');
    await dialog.getByRole('button', { name: 'Give' }).click();
    await dialog.getByText('It waits for a second person').waitFor({ timeout: soonMs });
  }

  async function show(page: Page): Promise<void> {
    await page.goto(`${host.url}/approvals`);
    await page.getByRole('heading', { name: 'Waiting for a second person' }).waitFor({ timeout: soonMs });
  }

  it('sees what another proposed the moment it is, approves it by keyboard, and the player has it', async () => {
    const ann = await as('ann', { widthPx: 360, theme: 'dark' });
    await show(ann.page);
    await nothingOn(ann.page);
    expect(await accessibilityFaults(ann.page)).toEqual([]);

    const owner = await as('owner');
    await proposeDraughts(owner.page, 25);
    expect(await accessibilityFaults(owner.page)).toEqual([]);
    expect(draughts()).toBe(0);

    const row = rowsOf(ann.page);
    await row.waitFor({ timeout: soonMs });
    const shown = await row.innerText();
    for (const text of ['25 × healing-draught', 'Hal', 'the whole guild lost theirs', 'owner'])
      expect(shown).toContain(text);
    // A day, whole in the first half second.
    expect(shown).toMatch(/1 d 0 h|23 h 5\d min/);
    await ann.page.getByRole('button', { name: /More\s*1/ }).waitFor({ timeout: soonMs });
    expect(await sidewaysPx(ann.page)).toBe(0);
    expect(await accessibilityFaults(ann.page)).toEqual([]);

    await row.getByRole('button', { name: /^Approve/ }).focus();
    await ann.page.keyboard.press('Enter');
    const words = dialogOf(ann.page).getByLabel('What you say to it');
    await words.waitFor();
    expect(await accessibilityFaults(ann.page)).toEqual([]);
    expect(await sidewaysPx(ann.page)).toBe(0);
    await words.focus();
    await ann.page.keyboard.type('I saw it happen');
    await ann.page.keyboard.press('Enter');
    const done = 'Done. Hal has 25 × healing-draught';
    await dialogOf(ann.page).getByText(done).waitFor({ timeout: soonMs });
    await until('the client has them', () => draughts() === 25);
    await dialogOf(owner.page).getByText(done).waitFor({ timeout: soonMs });
    await dialogOf(ann.page).getByRole('button', { name: 'Close' }).click();
    await nothingOn(ann.page);

    await owner.page.goto(`${host.url}/audit?what=command`);
    // Among the details, which are folded.
    const said = owner.page.getByText('I saw it happen').first();
    await said.waitFor({ timeout: soonMs, state: 'attached' });
    expect([...owner.faults, ...ann.faults]).toEqual([]);
    await owner.context.close();
    await ann.context.close();
  }, 180_000);

  it('cannot be who proposed it, who withdraws it instead', async () => {
    const { context, page, faults } = await as('owner', { widthPx: 1000 });
    await proposeDraughts(page, 30);
    const before = draughts();
    await show(page);
    await rowsOf(page).waitFor({ timeout: soonMs });
    await page.locator('.rail .count').getByText('1').waitFor({ timeout: soonMs });
    expect(await page.getByRole('button', { name: /^(Approve|Decline)/ }).count()).toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);
    const id = await rowsOf(page).getAttribute('data-proposal');
    const refusal = await page.evaluate<string>(
      `fetch('/api/v1/proposals/${id}/approve', { method: 'POST', headers: { 'content-type': 'application/json' },
        body: '{"words":"myself"}' }).then((reply) => reply.json()).then(({ error }) => error.code)`,
    );
    expect(refusal).toBe('own-proposal');
    await page.getByRole('button', { name: /^Withdraw/ }).click();
    await dialogOf(page).getByRole('button', { name: 'Withdraw' }).click();
    await dialogOf(page).getByText('It was withdrawn').waitFor({ timeout: soonMs });
    await dialogOf(page).getByRole('button', { name: 'Close' }).click();
    await nothingOn(page);
    expect(await page.locator('.rail .count').count()).toBe(0);
    expect(draughts()).toBe(before);
    expect(faults.filter((fault) => !fault.includes('409'))).toEqual([]);
    await context.close();
  });

  it('declines with words, which who proposed it reads', async () => {
    const [ann, owner] = [await as('ann'), await as('owner')];
    await proposeDraughts(owner.page, 40);
    await show(ann.page);
    await rowsOf(ann.page)
      .getByRole('button', { name: /^Decline/ })
      .click({ timeout: soonMs });
    await dialogOf(ann.page).getByRole('button', { name: 'Decline' }).click();
    await dialogOf(ann.page).getByText('What you say to it: say something.').waitFor();
    await dialogOf(ann.page).getByLabel('What you say to it').fill('show me the log first');
    await dialogOf(ann.page).getByRole('button', { name: 'Decline' }).click();
    await dialogOf(ann.page).getByText('ann declined it').waitFor({ timeout: soonMs });
    await dialogOf(owner.page)
      .getByText('ann declined it, and it is not done: “show me the log first”')
      .waitFor({ timeout: soonMs });
    expect([...owner.faults, ...ann.faults]).toEqual([]);
    await owner.context.close();
    await ann.context.close();
  });

  it('is told when the list cannot be had, and gets it with the next try', async () => {
    const { context, page, faults } = await as('ann', { widthPx: 360 });
    await page.route('**/api/v1/proposals**', (route) => route.fulfill({ status: 503, body: '{}' }));
    await show(page);
    await page.getByRole('alert').waitFor({ timeout: soonMs });
    expect(await sidewaysPx(page)).toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.unroute('**/api/v1/proposals**');
    await page.getByRole('button', { name: 'Try again' }).click();
    await nothingOn(page);
    expect(faults.filter((fault) => !fault.includes('503'))).toEqual([]);
    await context.close();
  });
});
