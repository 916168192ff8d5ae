// What operators do from the console, in a real browser against the built server, with real players: kick, ban, a message to
// everybody, drain and its undoing; and what those see who may not.

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { DenyReason, DisconnectReason } from '#adapters/protocol/generated/handshake.js';
import { RealPlayer } from '../../support/servers/real-player.js';
import {
  accessibilityFaults,
  chromiumPath,
  launchBrowser,
  logIn,
  logInFirst,
  sidewaysPx,
  visit,
} from './console-browser.js';
import { type ConsoleHost, startConsoleHost } from './console-host.js';

const soonMs = 20_000;
const whereThereIsABrowser = chromiumPath === undefined ? describe.skip : describe;

whereThereIsABrowser('the console', () => {
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

  const asOwner = (page: Page): Promise<void> => logIn(page, host.url, 'owner', host.password);
  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
  const state = (page: Page) => page.getByRole('dialog').getByTestId('command-state');

  async function until(what: string, holds: () => boolean): Promise<void> {
    for (const endMs = Date.now() + soonMs; !holds(); await new Promise((resolve) => setTimeout(resolve, 50)))
      if (Date.now() > endMs) throw new Error(`not within ${soonMs} ms: ${what}`);
  }

  async function join(name: string): Promise<RealPlayer> {
    const player = await RealPlayer.join(name, host.udpPort);
    players.push(player);
    await until(`${name} is in the world`, () => player.isInWorld);
    return player;
  }

  async function openServer(page: Page): Promise<void> {
    await page.goto(`${host.url}/servers`);
    await page.getByRole('table').getByRole('link').first().click();
    await page.getByRole('heading', { name: 'Operations' }).waitFor({ timeout: soonMs });
  }

  /** Of somebody whom the owner has just made an account for. */
  async function as(page: Page, name: string, role: 'moderator' | 'viewer'): Promise<void> {
    const owner = await visit(browser);
    await asOwner(owner.page);
    const password = await owner.page.evaluate<string>(
      `fetch('/api/v1/accounts', { method: 'POST', headers: { 'content-type': 'application/json' },
        body: '${JSON.stringify({ name, role })}' }).then((reply) => reply.json()).then((made) => made.password)`,
    );
    await owner.context.close();
    await logInFirst(page, host.url, { name, password, own: 'a phrase of their own making' });
  }

  it('speaks to everybody on a server, and shows that they heard it', async () => {
    const ada = await join('Ada');
    const { context, page, faults } = await visit(browser);
    await asOwner(page);
    await openServer(page);
    await button(page, 'Message to players').click();
    await page.getByRole('dialog').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByLabel('Message', { exact: true }).fill('The mill burns!');
    await button(page, 'Send').click();
    await state(page).getByText('Done. 1 player was told.').waitFor({ timeout: soonMs });
    await until('she has heard it', () => ada.heard.includes('The mill burns!'));
    await button(page, 'Close').click();
    const given = page.getByRole('list', { name: 'Commands given to this server' });
    await given.getByText('The mill burns!').waitFor({ timeout: soonMs });
    expect(await given.innerText()).toContain('owner');
    expect(faults).toEqual([]);
    await context.close();
    await ada.stop();
  });

  it('kicks a player, who is told so at once, and says when somebody has left before', async () => {
    const bob = await join('Bob');
    const { context, page, faults } = await visit(browser);
    await asOwner(page);
    await page.goto(`${host.url}/players`);
    await page.getByRole('button', { name: 'Bob' }).click({ timeout: soonMs });
    const drawer = page.locator('tos-player-drawer');
    await button(page, 'Kick').click();
    const dialog = page.locator('tos-command-dialog');
    await dialog.getByLabel('Reason').fill('spoke ill of the wolf');
    await dialog.getByLabel('What the player is told').fill('sleep well');
    await dialog.getByRole('button', { name: 'Kick' }).click();
    await dialog.getByText('Done. The session of Bob has ended.').waitFor({ timeout: soonMs });
    await until('his client is told', () => bob.ends.length > 0);
    expect(bob.ends[0]).toMatchObject({ reason: DisconnectReason.kicked, detail: 'sleep well' });
    await dialog.getByRole('button', { name: 'Close' }).click();
    await drawer.getByText('Not in the world now.').waitFor({ timeout: soonMs });
    expect(await drawer.getByRole('button', { name: 'Kick' }).isDisabled()).toBe(true);
    await page.goto(`${host.url}/audit?what=command`);
    await page.getByText('command.kick').first().waitFor({ timeout: soonMs });
    expect(await page.getByRole('table').innerText()).toContain('spoke ill of the wolf');
    expect(faults).toEqual([]);
    await context.close();
  });

  it('gives a player items, which the client sees, and coins by letter to who is away', async () => {
    const hal = await join('Hal');
    const draught = 10;
    const draughts = () =>
      [...hal.client.self.inventory.values()].find(({ item }) => item === draught)?.count;
    const { context, page, faults } = await visit(browser);
    await asOwner(page);
    await page.goto(`${host.url}/players`);
    await page.getByRole('button', { name: 'Hal' }).click({ timeout: soonMs });
    await button(page, 'Give items').click();
    const dialog = page.locator('tos-command-dialog');
    await dialog.getByLabel('Item').fill('healing-draught');
    await dialog.getByLabel('How many').fill('65536');
    await dialog.getByLabel('Reason').fill('lost by our fault');
    await dialog.getByRole('button', { name: 'Give' }).click();
    await dialog.getByText('A whole number from 1 to 65,535.').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await dialog.getByLabel('How many').fill('2');
    await dialog.getByRole('button', { name: 'Give' }).click();
    await dialog.getByText('Hal has 2 × healing-draught').waitFor({ timeout: soonMs });
    await until('the client has them', () => draughts() === 2);
    await dialog.getByRole('button', { name: 'Close' }).click();
    await hal.stop();
    const drawer = page.locator('tos-player-drawer');
    await drawer.getByText('Not in the world now.').waitFor({ timeout: soonMs });
    expect(await drawer.getByRole('button', { name: 'Heal' }).isDisabled()).toBe(true);
    await button(page, 'Give coins').click();
    await dialog.getByLabel('How many').fill('5');
    await dialog.getByLabel('Reason').fill('and so was this');
    await dialog.getByRole('button', { name: 'Give' }).click();
    await dialog.getByText('Hal finds 5 coins in the mailbox.').waitFor({ timeout: soonMs });
    await page.goto(`${host.url}/audit?what=command`);
    await page.getByText('command.grantCoins').first().waitFor({ timeout: soonMs });
    expect(faults).toEqual([]);
    await context.close();
  });

  it('writes a note about a player, which a colleague reads, and takes it away', async () => {
    const ida = await join('Ida');
    const { context, page, faults } = await visit(browser, { widthPx: 360 });
    await asOwner(page);
    await page.goto(`${host.url}/players`);
    await page.getByRole('button', { name: 'Ida' }).click({ timeout: soonMs });
    const notes = page.locator('tos-player-notes');
    await notes.getByLabel('Note for colleagues').fill('asked for help with a quest');
    await button(page, 'Write down').click();
    await notes.getByRole('listitem').getByText('asked for help with a quest').waitFor({ timeout: soonMs });
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await sidewaysPx(page)).toBe(0);
    const colleague = await visit(browser, { theme: 'dark' });
    await as(colleague.page, 'nora', 'moderator');
    await colleague.page.goto(`${host.url}/players`);
    await colleague.page.getByRole('button', { name: 'Ida' }).click({ timeout: soonMs });
    const read = colleague.page.locator('tos-player-notes');
    await read.getByText('asked for help with a quest').waitFor({ timeout: soonMs });
    expect(await read.getByRole('button', { name: 'Take away' }).count()).toBe(0);
    expect(await accessibilityFaults(colleague.page)).toEqual([]);
    await notes.getByRole('button', { name: 'Take away' }).click();
    await notes.getByText('Nobody wrote anything about this player.').waitFor({ timeout: soonMs });
    expect([...faults, ...colleague.faults]).toEqual([]);
    await colleague.context.close();
    await context.close();
    await ida.stop();
  });

  it('bans a player, who is told and kept out, shows it, and lifts it', async () => {
    // An account of its own: others share one with all whose names are as long.
    const hannibal = await join('Hannibal');
    const { context, page, faults } = await visit(browser);
    await asOwner(page);
    await page.goto(`${host.url}/players`);
    await page.getByRole('button', { name: 'Hannibal' }).click({ timeout: soonMs });
    const sanctions = page.locator('tos-player-sanctions');
    await sanctions.getByText('Nothing is held against this player.').waitFor({ timeout: soonMs });
    await sanctions.getByRole('button', { name: 'Ban' }).click();
    const dialog = page.locator('tos-command-dialog');
    await dialog.getByLabel('For', { exact: true }).selectOption({ label: '1 day' });
    await dialog.getByLabel('Reason').fill('sold elephants');
    await dialog.getByLabel('What the player is told').fill('no elephants');
    expect(await accessibilityFaults(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Ban' }).click();
    await dialog.getByText('Done. The ban of Hannibal is in force.').waitFor({ timeout: soonMs });
    await until('his client is told', () => hannibal.ends.length > 0);
    expect(hannibal.ends[0]).toMatchObject({
      reason: DisconnectReason.banned,
      detail: 'no elephants (for 24 hours)',
    });
    await dialog.getByRole('button', { name: 'Close' }).click();
    await sanctions.getByText('In force', { exact: true }).waitFor({ timeout: soonMs });
    const again = await RealPlayer.join('Hannibal', host.udpPort);
    players.push(again);
    await until('he is sent away', () => again.ends.length > 0);
    expect(again.ends[0]).toMatchObject({ reason: DisconnectReason.banned });
    expect(await accessibilityFaults(page)).toEqual([]);
    await sanctions.getByRole('button', { name: 'Lift' }).click();
    await dialog.getByLabel('Reason').fill('they were mice');
    await dialog.getByRole('button', { name: 'Lift' }).click();
    await dialog.getByText('It does not hold against Hannibal any more.').waitFor({ timeout: soonMs });
    await dialog.getByRole('button', { name: 'Close' }).click();
    await sanctions.getByText('Lifted', { exact: true }).waitFor({ timeout: soonMs });
    await (await join('Hannibal')).stop();
    expect(faults).toEqual([]);
    await context.close();
  });

  it('drains a server, which then refuses who comes, and opens it again', async () => {
    const cid = await join('Cid');
    const { context, page, faults } = await visit(browser, { theme: 'dark' });
    await asOwner(page);
    await openServer(page);
    await button(page, 'Drain').click();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'Drain' }).click();
    await page.getByText('Reason: say something.').waitFor();
    await page.getByLabel('Reason').fill('the mill must be mended');
    await page.getByRole('dialog').getByRole('button', { name: 'Drain' }).click();
    await state(page).getByText('Nobody new is let in; 1 player was told.').waitFor({ timeout: soonMs });
    await button(page, 'Close').click();
    await page.getByTestId('drain-state').getByText('1 player is still inside').waitFor({ timeout: soonMs });
    await until('he is told', () => cid.heard.includes('The server closes in 5 minutes.'));
    const dan = await RealPlayer.join('Dan', host.udpPort);
    players.push(dan);
    await until('who comes is refused', () => dan.ends.length > 0);
    expect(dan.ends[0]).toMatchObject({ reason: DenyReason.shuttingDown });
    await button(page, 'Open again').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Open', exact: true }).click();
    await state(page).getByText('Everybody is let in again.').waitFor({ timeout: soonMs });
    await button(page, 'Close').click();
    await button(page, 'Drain').waitFor({ timeout: soonMs });
    await (await join('Eve')).stop();
    expect(faults).toEqual([]);
    await context.close();
    await cid.stop();
  });

  it('switches a verb of the economy off and on, with a reason, and shows it', async () => {
    const { context, page, faults } = await visit(browser, { widthPx: 360 });
    await asOwner(page);
    await openServer(page);
    const trade = page.getByRole('switch', { name: 'trade', exact: true });
    const turned = async (to: 'off' | 'on') => {
      await trade.click();
      await page
        .getByRole('dialog')
        .getByRole('button', { name: `Switch ${to}` })
        .click();
      await page.getByText('Reason: say something.').waitFor();
      await page.getByLabel('Reason').fill('it doubles things');
      await page
        .getByRole('dialog')
        .getByRole('button', { name: `Switch ${to}` })
        .click();
      await state(page).getByText(`trade is switched ${to}.`).waitFor({ timeout: soonMs });
      await button(page, 'Close').click();
    };
    await turned('off');
    await page.getByTestId('verbs-off').getByText('1 switched off.').waitFor({ timeout: soonMs });
    expect(await trade.getAttribute('aria-checked')).toBe('false');
    expect(await sidewaysPx(page)).toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);
    await turned('on');
    await page.getByTestId('verbs-off').getByText('All is switched on.').waitFor({ timeout: soonMs });
    expect(faults).toEqual([]);
    await context.close();
  });

  it('offers a moderator what a moderator may do, and says why not the rest', async () => {
    const { context, page, faults } = await visit(browser, { widthPx: 360 });
    await as(page, 'mo', 'moderator');
    await openServer(page);
    expect(await button(page, 'Message to players').isEnabled()).toBe(true);
    expect(await button(page, 'Drain').isDisabled()).toBe(true);
    await page.getByText('does not permit: Drain, Plan a drain.').waitFor();
    expect(await sidewaysPx(page)).toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('offers a viewer nothing, and the API refuses one who asks all the same', async () => {
    const fay = await join('Fay');
    const { context, page, faults } = await visit(browser);
    await as(page, 'vi', 'viewer');
    await openServer(page);
    for (const name of ['Message to players', 'Drain'])
      expect([name, await button(page, name).isDisabled()]).toEqual([name, true]);
    expect(await page.getByRole('list', { name: 'Commands given to this server' }).count()).toBe(0);
    const id = new URL(page.url()).pathname.split('/').at(-1)!;
    const status = await page.evaluate<number>(
      `fetch('/api/v1/servers/${id}/broadcast', { method: 'POST', headers: { 'content-type': 'application/json' },
        body: '{"text":"hello"}' }).then((reply) => reply.status)`,
    );
    expect(status).toBe(403);
    await page.goto(`${host.url}/players`);
    await page.getByRole('button', { name: 'Fay' }).click({ timeout: soonMs });
    await page.getByText(/^Your role, viewer, does not permit: Kick, /).waitFor({ timeout: soonMs });
    for (const name of ['Kick', 'Give items', 'Give coins', 'Heal', 'Mute', 'Ban'])
      expect([name, await button(page, name).isDisabled()]).toEqual([name, true]);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(faults.filter((fault) => !fault.includes('403'))).toEqual([]);
    await context.close();
    await fay.stop();
  });

  it('drains a server that is to end, and goes on without it', async () => {
    const gus = await join('Gus');
    const { context, page, faults } = await visit(browser, { widthPx: 360, theme: 'dark' });
    await asOwner(page);
    await openServer(page);
    await button(page, 'Drain').click();
    await page.getByLabel('Time for players').selectOption({ label: '10 seconds' });
    await page.getByLabel('When it is empty').selectOption('stop');
    await page.getByLabel('What players are told besides').fill('Good night!');
    await page.getByLabel('Reason').fill('the day is over');
    expect(await sidewaysPx(page)).toBe(0);
    await page.getByRole('dialog').getByRole('button', { name: 'Drain' }).click();
    await state(page).getByText('Nobody new is let in').waitFor({ timeout: soonMs });
    await button(page, 'Close').click();
    await until('he is told', () => gus.heard.includes('The server closes in 10 seconds. Good night!'));
    await until('he is sent home', () => gus.ends.length > 0);
    expect(gus.ends[0]).toMatchObject({ reason: DisconnectReason.shuttingDown });
    await page.getByText('commands would only time out').waitFor({ timeout: 2 * soonMs });
    expect(await button(page, 'Drain').isDisabled()).toBe(true);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });
});
