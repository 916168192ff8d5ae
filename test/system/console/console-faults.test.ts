// What strangers found wrong with the console, in a real browser against the built server: each stays mended.

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import {
  accessibilityFaults,
  chromiumPath,
  launchBrowser,
  logIn,
  sidewaysPx,
  visit,
} from './console-browser.js';
import { type ConsoleHost, startConsoleHost } from './console-host.js';

const soonMs = 15_000;
const whereThereIsABrowser = chromiumPath === undefined ? describe.skip : describe;

whereThereIsABrowser('the console', () => {
  let host: ConsoleHost;
  let browser: Browser;

  beforeAll(async () => {
    [host, browser] = await Promise.all([startConsoleHost(), launchBrowser()]);
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await host?.stop();
  }, 40_000);

  const asOwner = (page: Page): Promise<void> => logIn(page, host.url, 'owner', host.password);
  const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

  it('says so when the code of a page is not to be had, and goes there by itself once it is', async () => {
    const { context, page } = await visit(browser);
    await asOwner(page);
    await heading(page, 'Dashboard').waitFor();
    // As after an update: the code that this console would load is not there any more.
    await page.route('**/*.js', (route) => route.abort());
    await page.getByRole('link', { name: 'Players' }).click();
    await page.getByText('The page could not be loaded.').waitFor({ timeout: soonMs });
    expect(page.url()).toContain('back=%2Fplayers');
    await page.unroute('**/*.js');
    await heading(page, 'Players').waitFor({ timeout: soonMs });
    expect(new URL(page.url()).pathname).toBe('/players');
    await context.close();
  });

  it('keeps the tool tip of a chart under the pointer while figures come in', async () => {
    const { context, page, faults } = await visit(browser);
    await asOwner(page);
    const plot = page.getByRole('img', { name: /^Tick time over the last/ });
    await plot.locator('canvas').waitFor({ timeout: soonMs });
    const tip = page.locator('.chart-tip').filter({ hasText: 'p99' });
    // Where the chart stands is known when the page has come to rest; until then the pointer follows it.
    const endMs = Date.now() + soonMs;
    do {
      if (Date.now() > endMs) throw new Error('no tool tip under the pointer');
      const box = (await plot.boundingBox())!;
      await page.mouse.move(box.x + box.width - 30, box.y + box.height / 2);
      await page.waitForTimeout(300);
    } while (!(await tip.first().isVisible()));
    const spoken = await plot.getAttribute('aria-label');
    // Several updates come in four seconds; the tip must be there at each look.
    for (let look = 0; look < 20; look++) {
      await page.waitForTimeout(200);
      expect(await tip.first().isVisible()).toBe(true);
    }
    expect(await plot.getAttribute('aria-label')).not.toBe(spoken);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('says in plain words that a server or a map of the address does not exist', async () => {
    const { context, page } = await visit(browser);
    await asOwner(page);
    for (const id of ['not-a-uuid', '11111111-1111-4111-8111-111111111111']) {
      await page.goto(`${host.url}/servers/${id}`);
      await page.getByText('There is no such game server.').waitFor({ timeout: soonMs });
    }
    await page.goto(`${host.url}/map?map=nosuch`);
    await page.getByText('There is no map “nosuch”.').waitFor({ timeout: soonMs });
    await context.close();
  });

  it('answers questions to the audit log, shows what changed, and exports it', async () => {
    const { context, page, faults } = await visit(browser);
    await asOwner(page);
    const call = (method: string, path: string, body: object) =>
      page.evaluate<{ status: number; body: { account: { id: string } } }>(
        `fetch('/api/v1/accounts${path}', { method: '${method}', headers: { 'content-type': 'application/json' },
          body: ${JSON.stringify(JSON.stringify(body))} }).then(async (reply) => ({ status: reply.status, body: await reply.json() }))`,
      );
    const made = await call('POST', '', { name: 'audited', role: 'viewer' });
    expect(made.status).toBe(201);
    expect((await call('PATCH', `/${made.body.account.id}`, { role: 'moderator' })).status).toBe(200);
    await page.goto(`${host.url}/audit`);
    await page.getByLabel('What').fill('account.change');
    await page.getByLabel('What').press('Enter');
    await page.getByText('account.create').waitFor({ state: 'detached', timeout: soonMs });
    await page.getByText('role: viewer → moderator').waitFor({ timeout: soonMs });
    expect(await page.getByRole('row').count()).toBe(2);
    expect(page.url()).toContain('what=account.change');
    await page.locator('summary').click();
    expect(await page.locator('dl').innerText()).toContain('viewer → moderator');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByTestId('audit-export').click(),
    ]);
    expect(download.suggestedFilename()).toBe('audit.csv');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByLabel('Who').fill('nobody');
    await page.getByLabel('Who').press('Enter');
    await page.getByText('Nothing fits.').waitFor({ timeout: soonMs });
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.getByText('account.create').first().waitFor({ timeout: soonMs });
    expect(faults).toEqual([]);
    await context.close();
  });

  it('shows the audit log on a narrow screen without a sideways scroll', async () => {
    const { context, page } = await visit(browser, { widthPx: 360, theme: 'dark' });
    await asOwner(page);
    await page.goto(`${host.url}/audit`);
    await page.getByText('auth.login').first().waitFor({ timeout: soonMs });
    expect(await sidewaysPx(page)).toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);
    await context.close();
  });
});
