// A player reports another one, from the game to the console and back: a real client, the built server, PostgreSQL, and a moderator
// in a real browser, who sees what was said and where, mutes, decides, and has who reported told, there or at the next coming.

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { ChatScope, RefusalReason, ReportOutcome, ReportReason } from '#domain/vocabulary/generated/words.js';
import { RealPlayer } from '../../support/servers/real-player.js';
import {
  accessibilityFaults,
  chromiumPath,
  launchBrowser,
  logIn,
  logInFirst,
  sidewaysPx,
  visit,
} from '../console/console-browser.js';
import { startConsoleHost, type ConsoleHost } from '../console/console-host.js';

const soonMs = 20_000;
const whereThereIsABrowser = chromiumPath === undefined ? describe.skip : describe;

whereThereIsABrowser('reports of players', () => {
  let host: ConsoleHost;
  let browser: Browser;
  const players: RealPlayer[] = [];

  beforeAll(async () => {
    [host, browser] = await Promise.all([startConsoleHost(), launchBrowser()]);
  }, 120_000);

  afterAll(async () => {
    for (const player of players) await player.stop();
    await browser?.close();
    await host?.stop();
  }, 40_000);

  async function until(what: string, holds: () => boolean): Promise<void> {
    for (const endMs = Date.now() + soonMs; !holds(); await new Promise((resolve) => setTimeout(resolve, 20)))
      if (Date.now() > endMs) throw new Error(`not within ${soonMs} ms: ${what}`);
  }

  async function join(name: string): Promise<RealPlayer> {
    const player = await RealPlayer.join(name, host.udpPort);
    players.push(player);
    await until(`${name} is in the world`, () => player.isInWorld);
    return player;
  }

  /** Of a role that the owner has just made an account for. */
  async function as(page: Page, name: string, role: 'moderator' | 'viewer'): Promise<void> {
    const owner = await visit(browser);
    await logIn(owner.page, host.url, 'owner', host.password);
    const password = await owner.page.evaluate<string>(
      `fetch('/api/v1/accounts', { method: 'POST', headers: { 'content-type': 'application/json' },
        body: '${JSON.stringify({ name, role })}' }).then((reply) => reply.json()).then((made) => made.password)`,
    );
    await owner.context.close();
    await logInFirst(page, host.url, { name, password, own: 'a phrase of their own making' });
  }

  const row = (page: Page, text: string) =>
    page.getByRole('table').getByRole('row').filter({ hasText: text });
  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

  async function decide(page: Page, outcome: string, message: string): Promise<void> {
    await button(page, 'Decide …').click();
    const dialog = page.locator('tos-command-dialog');
    await dialog.getByLabel('What was done').selectOption(outcome);
    await dialog.getByLabel('What who reported is told').fill(message);
    expect(await accessibilityFaults(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Decide' }).click();
    await dialog.getByText('It is decided.').waitFor({ timeout: soonMs });
    await dialog.getByRole('button', { name: 'Close' }).click();
  }

  it('reach a moderator with chat and places, who mutes, decides and has who reported told', async () => {
    const [ada, bob] = [await join('Ada'), await join('Bobby')];
    bob.client.chat(ChatScope.zone, 'cheap gold, whisper me');
    await until('she has heard it', () => ada.heard.includes('cheap gold, whisper me'));
    ada.client.reportPlayer('bobby', ReportReason.spam, 'sells gold');
    await until('it is taken', () => ada.reportsTaken.length === 1);
    expect(ada.reportsTaken).toEqual([{ report: 1, name: 'Bobby' }]);
    ada.client.reportPlayer('bobby', ReportReason.spam, 'sells gold');
    await until('not twice', () => ada.refused.get(0) === RefusalReason.alreadyReported);

    const { context, page, faults } = await visit(browser);
    await as(page, 'mo', 'moderator');
    await page.goto(`${host.url}/reports`);
    await row(page, 'Bobby').waitFor({ timeout: soonMs });
    expect(await row(page, 'Bobby').innerText()).toMatch(/Spam[^]*sells gold[^]*Ada[^]*Open/);
    expect(await accessibilityFaults(page)).toEqual([]);
    await row(page, 'Bobby').getByRole('link', { name: 'Bobby' }).click();
    await page.getByRole('heading', { name: 'Report 1: Bobby' }).waitFor({ timeout: soonMs });
    const chat = page.getByRole('list', { name: 'Chat' });
    expect(await chat.innerText()).toMatch(/Bobby[^]*zone[^]*cheap gold, whisper me/);
    for (const side of ['target', 'reporter'])
      expect(await page.getByTestId(`${side}-place`).innerText()).toMatch(/, \d+\.\d \/ \d+\.\d m/);
    await button(page, 'Take').click();
    await page.getByText('Taken by mo').waitFor({ timeout: soonMs });
    expect(await accessibilityFaults(page)).toEqual([]);

    await button(page, 'Mute').click({ timeout: soonMs });
    const dialog = page.locator('tos-command-dialog');
    await dialog.getByLabel('Reason').fill('sold gold');
    await dialog.getByRole('button', { name: 'Mute' }).click();
    await dialog.getByRole('button', { name: 'Close' }).click({ timeout: soonMs });
    await decide(page, 'muted', 'Thank you, Ada.');
    expect(await page.locator('tos-report-page .page-head .badge').innerText()).toBe('Muted');
    await until('she is told', () => ada.reportsDecided.length === 1);
    expect(ada.reportsDecided).toEqual([
      { report: 1, name: 'Bobby', outcome: ReportOutcome.muted, text: 'Thank you, Ada.' },
    ]);
    expect(bob.reportsDecided).toEqual([]);

    await page.goto(`${host.url}/reports`);
    await page.getByText('Nothing waits.').waitFor({ timeout: soonMs });
    await page.getByLabel('Resolved', { exact: true }).check();
    await row(page, 'Bobby').waitFor({ timeout: soonMs });
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await sidewaysPx(page)).toBe(0);
    await row(page, 'Bobby').getByRole('link', { name: 'Bobby' }).click();
    await page.getByRole('heading', { name: 'Report 1: Bobby' }).waitFor({ timeout: soonMs });
    expect(await sidewaysPx(page)).toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  }, 120_000);

  it('are told to who was away at the next coming, once; and who may not decide sees why nothing is there', async () => {
    const [cid, dora] = [await join('Cid'), await join('Doraa')];
    cid.client.reportPlayer('Doraa', ReportReason.other, 'stands in the way');
    await until('it is taken', () => cid.reportsTaken.length === 1);
    await cid.stop();
    const { context, page, faults } = await visit(browser);
    await logIn(page, host.url, 'owner', host.password);
    await page.goto(`${host.url}/reports`);
    await row(page, 'Doraa').getByRole('link', { name: 'Doraa' }).click({ timeout: soonMs });
    await decide(page, 'noAction', '');
    const again = await join('Cid');
    await until('he is told', () => again.reportsDecided.length === 1);
    expect(again.reportsDecided).toEqual([
      { report: cid.reportsTaken[0]!.report, name: 'Doraa', outcome: ReportOutcome.noAction, text: '' },
    ]);
    await again.stop();
    const third = await join('Cid');
    third.client.chat(ChatScope.zone, 'here again');
    await until('the world goes on', () => dora.heard.includes('here again'));
    expect(third.reportsDecided).toEqual([]);
    await page.goto(`${host.url}/audit?what=report.resolve`);
    await page.getByText('report.resolve').first().waitFor({ timeout: soonMs });
    expect(faults).toEqual([]);
    await context.close();

    const viewer = await visit(browser);
    await as(viewer.page, 'vi', 'viewer');
    await viewer.page.goto(`${host.url}/reports`);
    await viewer.page.waitForURL(/no-access/, { timeout: soonMs });
    await viewer.context.close();
  }, 120_000);
});
