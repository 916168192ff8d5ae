// An operator's whole day with the console alone, in a real browser against the built server, PostgreSQL, bots and two players. With
// TOS_TEST_PICTURES set to a folder it leaves the pictures there that README's tour shows.

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { join as joinPath } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { DisconnectReason } from '#adapters/protocol/generated/handshake.js';
import { ChatScope, HolderKind, ReportReason } from '#domain/vocabulary/generated/words.js';
import { RealPlayer } from '../../support/servers/real-player.js';
import {
  accessibilityFaults,
  chromiumPath,
  launchBrowser,
  logIn,
  logInFirst,
  visit,
  type Visit,
} from '../console/console-browser.js';
import { startConsoleHost, type ConsoleHost } from '../console/console-host.js';

const soonMs = 20_000;
const pictures = process.env['TOS_TEST_PICTURES'];
const whereThereIsABrowser = chromiumPath === undefined ? describe.skip : describe;
/** As content/items.json numbers it; a beginner has 5. */
const bread = 8;

whereThereIsABrowser('an operator’s day', () => {
  let host: ConsoleHost;
  let browser: Browser;
  let stopBots: () => Promise<void>;
  let [ada, bob]: RealPlayer[] = [];
  let owner: Visit;
  let colleague: Visit;
  let page: Page;

  beforeAll(async () => {
    [host, browser] = await Promise.all([startConsoleHost(), launchBrowser()]);
    stopBots = host.startBots(8);
    owner = await visit(browser);
    ({ page } = owner);
    await logIn(page, host.url, 'owner', host.password);
    const password = await page.evaluate<string>(
      `fetch('/api/v1/accounts', { method: 'POST', headers: { 'content-type': 'application/json' },
        body: '{"name":"ann","role":"admin"}' }).then((reply) => reply.json()).then((made) => made.password)`,
    );
    colleague = await visit(browser);
    await logInFirst(colleague.page, host.url, { name: 'ann', password, own: 'a phrase of her own making' });
    ada = await RealPlayer.join('Ada', host.udpPort);
    bob = await RealPlayer.join('Bobby', host.udpPort);
    await until('both have their bread', () => breadOf(ada!) === 5 && breadOf(bob!) === 5);
    const enclosed = [{ slot: slotOf(bob)!, units: 2 }];
    await done(bob, (command) => bob!.client.sendLetter(command, 'Ada', 'bread', 'eat', 0, 0, enclosed));
    ada.client.readLetters(0);
    await until('the letter came', () => ada!.client.mailbox.letters.size > 0);
    const [letter] = ada.client.mailbox.letters.values();
    await done(ada, (command) => ada!.client.takeFromLetter(command, letter!.letter, 0));
  }, 180_000);

  afterAll(async () => {
    for (const player of [ada, bob]) await player?.stop();
    await stopBots?.();
    await browser?.close();
    await host?.stop();
  }, 60_000);

  const slotOf = ({ client }: RealPlayer) =>
    [...client.self.inventory].find(([, { item }]) => item === bread)?.[0];
  const unitsOf = ({ client }: RealPlayer, wanted: number) =>
    [...client.self.inventory.values()]
      .filter(({ item }) => item === wanted)
      .reduce((sum, { count }) => sum + count, 0);
  const breadOf = (player: RealPlayer) => unitsOf(player, bread);

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

  const button = (name: string | RegExp) =>
    page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
  const dialog = () => page.locator('mat-dialog-container').last();
  const close = () => dialog().getByRole('button', { name: 'Close' }).click();

  /** For the tour in README, where somebody wants it made anew. */
  async function picture(name: string): Promise<void> {
    if (pictures === undefined) return;
    await page.waitForTimeout(400);
    await page.screenshot({ path: joinPath(pictures, `${name}.png`) });
  }

  async function findPlayer(name: string): Promise<void> {
    await page.goto(`${host.url}/players`);
    await page.getByLabel('Search players by name').fill(name);
    await button(name).click({ timeout: soonMs });
  }

  it('begins with a player, whose bread came out of another one’s bag', async () => {
    await findPlayer('Ada');
    await page.locator('tos-player-drawer').getByText('Online', { exact: true }).waitFor({ timeout: soonMs });
    await picture('1-player');
    await page.getByRole('link', { name: 'Ledger' }).click();
    const taken = page.locator('tr[data-entry]').filter({ hasText: 'mail take' }).first();
    await taken.waitFor({ timeout: soonMs });
    expect((await taken.innerText()).replaceAll(/\s+/g, ' ')).toMatch(/\+2 .*Bobby/);
    await taken.getByRole('link', { name: /^\d+$/ }).first().click();
    await page.getByRole('heading', { name: /History of stack/ }).waitFor({ timeout: soonMs });
    await page.locator('tr[data-entry]').filter({ hasText: 'out of' }).first().waitFor({ timeout: soonMs });
    await picture('2-history');
  });

  it('gives what was lost', async () => {
    await findPlayer('Ada');
    await button('Give items').click({ timeout: soonMs });
    await dialog().getByLabel('Item').fill('healing-draught');
    await dialog().getByLabel('How many').fill('3');
    await dialog().getByLabel('Reason').fill('lost by our fault');
    await dialog().getByRole('button', { name: 'Give' }).click();
    await dialog().getByText('Ada has 3 × healing-draught').waitFor({ timeout: soonMs });
    await picture('3-gift');
    await until('she has them', () => unitsOf(ada!, 10) >= 3);
    await close();
  });

  it('answers a report: mutes, bans for a day, and has who reported told', async () => {
    bob!.client.chat(ChatScope.zone, 'cheap gold, whisper me');
    await until('she has heard it', () => ada!.heard.includes('cheap gold, whisper me'));
    ada!.client.reportPlayer('Bobby', ReportReason.spam, 'sells gold');
    await until('it is taken', () => ada!.reportsTaken.length === 1);
    await page.goto(`${host.url}/reports`);
    await page.getByRole('link', { name: 'Bobby' }).first().click({ timeout: soonMs });
    await page.getByRole('heading', { name: 'Report 1: Bobby' }).waitFor({ timeout: soonMs });
    await button('Take').click();
    await page.getByText('Taken by owner').waitFor({ timeout: soonMs });
    await button('Mute').click();
    await dialog().getByLabel('Reason').fill('sold gold');
    await dialog().getByRole('button', { name: 'Mute' }).click();
    await dialog().getByText('The mute of Bobby is in force.').waitFor({ timeout: soonMs });
    await close();
    await picture('4-report');
    await button('Ban').click();
    await dialog().getByLabel('For', { exact: true }).selectOption({ label: '1 day' });
    await dialog().getByLabel('Reason').fill('went on');
    await dialog().getByLabel('What the player is told').fill('no gold');
    await dialog().getByRole('button', { name: 'Ban' }).click();
    await dialog().getByText('The ban of Bobby is in force.').waitFor({ timeout: soonMs });
    await close();
    await until('he is sent away', () => bob!.ends.length > 0);
    expect(bob!.ends[0]).toMatchObject({ reason: DisconnectReason.banned });
    await button('Decide …').click();
    await dialog().getByLabel('What was done').selectOption('banned');
    await dialog().getByLabel('What who reported is told').fill('Thank you, Ada.');
    await dialog().getByRole('button', { name: 'Decide' }).click();
    await dialog().getByText('It is decided.').waitFor({ timeout: soonMs });
    await close();
    await until('she is told', () => ada!.reportsDecided.length === 1);
  });

  it('backs up before anything else is touched', async () => {
    await page.goto(`${host.url}/backups`);
    const set = page.getByRole('region', { name: /^Backups of (?!Admin)/ });
    await set.getByTestId('standing').waitFor({ timeout: soonMs });
    const rows = set.locator('tr[data-backup]');
    const before = await rows.count();
    await set.getByRole('button', { name: /^Make now/ }).click();
    await rows.nth(before).waitFor({ timeout: soonMs });
    await picture('5-backups');
  });

  it('gives one character back what it threw away, with a second person, and nobody else anything', async () => {
    const [had, slot] = [breadOf(ada!), slotOf(ada!)!];
    await done(ada!, (command) => ada!.client.discardItem(command, HolderKind.inventory, slot, had));
    await until('it is gone', () => breadOf(ada!) === 0);
    await findPlayer('Ada');
    await page.getByRole('link', { name: 'Ledger' }).click({ timeout: soonMs });
    const row = page.locator('tr[data-entry]').filter({ hasText: 'discard' }).first();
    await row.getByRole('button', { name: /^Restore to before entry/ }).click({ timeout: soonMs });
    await dialog().getByText(`Gives ${had} × Loaf of bread, bag slot ${slot}`).waitFor({ timeout: soonMs });
    await dialog().getByLabel('Reason').fill('a slip of the finger');
    expect(await accessibilityFaults(page)).toEqual([]);
    await picture('6-restore');
    await dialog().getByRole('button', { name: 'Propose' }).click();
    await dialog().getByText('It waits for a second person').waitFor({ timeout: soonMs });

    const approve = async (expected: string) => {
      const { page: second } = colleague;
      await second.goto(`${host.url}/approvals`);
      await second.getByRole('button', { name: /^Approve: Restore Ada/ }).click({ timeout: soonMs });
      await second.locator('mat-dialog-container').getByRole('button', { name: 'Approve' }).click();
      await dialog().getByText(expected).waitFor({ timeout: soonMs });
      await close();
    };
    await approve('The player is in the world, or on its way in or out.');
    await ada!.stop();
    await sleep(1_000);
    await row.getByRole('button', { name: /^Restore to before entry/ }).click();
    await dialog().getByLabel('Reason').fill('a slip of the finger', { timeout: soonMs });
    await dialog().getByRole('button', { name: 'Propose' }).click();
    await dialog().getByText('It waits for a second person').waitFor({ timeout: soonMs });
    await approve('Ada has what it had before entry');
    ada = await RealPlayer.join('Ada', host.udpPort);
    await until('she has her bread', () => breadOf(ada!) === had);
    await page.goto(`${host.url}/economy`);
    await page.getByTestId('conservation').filter({ hasText: 'Adds up' }).waitFor({ timeout: 60_000 });
  }, 120_000);

  it('empties the server for a while, and opens it again', async () => {
    await page.goto(`${host.url}/servers`);
    await page.getByRole('table').getByRole('link').first().click({ timeout: soonMs });
    await button('Drain').click({ timeout: soonMs });
    await page.getByLabel('Time for players').selectOption({ label: '10 seconds' });
    await page.getByLabel('When it is empty').selectOption('stay');
    await page.getByLabel('Reason').fill('the mill must be mended');
    await dialog().getByRole('button', { name: 'Drain' }).click();
    await dialog().getByRole('button', { name: 'Close' }).click({ timeout: soonMs });
    await picture('7-drain');
    await until('she is sent home', () => ada!.ends.length > 0);
    await button('Open again').click({ timeout: soonMs });
    await dialog().getByRole('button', { name: 'Open', exact: true }).click();
    await dialog().getByText('Everybody is let in again.').waitFor({ timeout: soonMs });
    await close();
    await button('Drain').waitFor({ timeout: soonMs });
  });

  it('reads what happened: who did what to whom, and how the server did meanwhile', async () => {
    await page.goto(`${host.url}/audit?what=command.restore`);
    await page.getByText('a slip of the finger').first().waitFor({ timeout: soonMs });
    await page.goto(`${host.url}/audit?what=command`);
    for (const action of ['command.drain', 'command.restore', 'command.grantItems', 'command.sanction'])
      await page.getByText(action).first().waitFor({ timeout: soonMs });
    await picture('8-audit');
    await page.goto(`${host.url}/monitoring`);
    const players = page.getByRole('img', { name: /^Players over/ });
    await players.waitFor({ timeout: soonMs });
    expect(await players.getAttribute('aria-label')).toMatch(/most 1?\d/);
    await picture('9-monitoring');
    expect(owner.faults).toEqual([]);
  });
});
