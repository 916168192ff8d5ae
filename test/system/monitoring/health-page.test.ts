// The page of the system's health, in a real browser against the whole built server: what is well, what is meant, and what is
// not known any more.

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import {
  accessibilityFaults,
  chromiumPath,
  launchBrowser,
  logIn,
  sidewaysPx,
  visit,
} from '../console/console-browser.js';
import { type ConsoleHost, startConsoleHost } from '../console/console-host.js';

const soonMs = 30_000;
/** An answer is old after 25 s (admin-ui/src/app/system-health/known-health.ts). */
const forgottenMs = 60_000;
const whereThereIsABrowser = chromiumPath === undefined ? describe.skip : describe;

whereThereIsABrowser('the health of the system', () => {
  let host: ConsoleHost;
  let browser: Browser;
  beforeAll(async () => {
    [host, browser] = await Promise.all([startConsoleHost(), launchBrowser()]);
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    await host?.stop();
  }, 40_000);

  const check = (page: Page, name: string): Locator => page.locator(`tr[data-check="${name}"]`).last();
  const says = (row: Locator, state: string) =>
    row.locator('.badge').filter({ hasText: state }).waitFor({ timeout: soonMs });

  it('is what checks say, meant while the server is drained, and unknown once nothing answers', async () => {
    const { context, page, faults } = await visit(browser, { widthPx: 360 });
    await logIn(page, host.url, 'owner', host.password);
    await page.goto(`${host.url}/system-health`);
    const server = page.getByRole('region', { name: /^Checks of (?!Admin API)/ });
    for (const name of ['sign-of-life', 'figures', 'simulation', 'characters-saved', 'journal'])
      await says(check(page, name), 'Well');
    for (const name of ['database', 'replicas'])
      await says(
        page.getByRole('region', { name: 'Checks of Admin API' }).locator(`[data-check="${name}"]`),
        'Well',
      );
    expect([await accessibilityFaults(page), await sidewaysPx(page), faults]).toEqual([[], 0, []]);

    const give = (act: string, body: object) =>
      page.evaluate<number>(`(async () => {
        const { servers } = await (await fetch('/api/v1/servers')).json();
        const answer = await fetch('/api/v1/servers/' + servers[0].id + '/${act}', {
          method: 'POST', headers: { 'content-type': 'application/json' }, body: '${JSON.stringify(body)}' });
        return answer.status;
      })()`);
    expect(await give('drain', { reason: 'a test', graceSeconds: 0, then: 'stay', text: '' })).toBe(202);
    await says(check(page, 'accepting-players'), 'Look at it');
    await says(check(page, 'sign-of-life'), 'Look at it');
    expect(await give('reopen', { reason: 'a test' })).toBe(202);
    await says(check(page, 'accepting-players'), 'Well');
    expect(faults).toEqual([]);

    host.cut();
    await page.getByTestId('state').filter({ hasText: 'Not known' }).waitFor({ timeout: forgottenMs });
    expect(await server.locator('.badge.ok').count()).toBe(0);
    host.mend();
    await says(check(page, 'simulation'), 'Well');
    await context.close();
  }, 180_000);
});
