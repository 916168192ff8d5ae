// The page of measurements, in a real browser against the whole built server: figures of a running game come and go on by
// themselves, all charts have one time, and what is no longer known is told as such.

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
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
const whereThereIsABrowser = chromiumPath === undefined ? describe.skip : describe;

whereThereIsABrowser('the page of measurements', () => {
  let host: ConsoleHost;
  let browser: Browser;
  let stopBots: () => Promise<void>;
  beforeAll(async () => {
    [host, browser] = await Promise.all([startConsoleHost(), launchBrowser()]);
    stopBots = host.startBots(6);
  }, 90_000);
  afterAll(async () => {
    await stopBots?.();
    await browser?.close();
    await host?.stop();
  }, 40_000);

  const chart = (page: Page, name: string) => page.getByRole('img', { name: new RegExp(`^${name} over`) });
  async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
    const end = Date.now() + soonMs;
    while (!(await holds())) {
      if (Date.now() > end) throw new Error(`not within ${soonMs} ms: ${what}`);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
  const says = async (page: Page, name: string): Promise<string> =>
    (await chart(page, name).getAttribute('aria-label')) ?? '';

  it('shows what the server measures, for all charts alike, and goes on without a reload', async () => {
    const { context, page, faults } = await visit(browser);
    await logIn(page, host.url, 'owner', host.password);
    await page.goto(`${host.url}/monitoring`);
    await chart(page, 'Players').waitFor({ timeout: soonMs });
    await until('the bots are counted', async () => /most [6-9]/.test(await says(page, 'Players')));
    for (const name of [
      'Tick time',
      'Phases of a tick',
      'Packets',
      'Processor of the server',
      'Memory of the machine',
    ])
      await until(`${name} has a figure`, async () => /(Now: |, )\S+ \d/.test(await says(page, name)));
    const before = await says(page, 'Packets');
    await until('the newest figures come', async () => (await says(page, 'Packets')) !== before);
    await page.getByRole('radio', { name: '7 d' }).check();
    await until('all charts show the week', async () => {
      const labels = await page
        .locator('.plot')
        .evaluateAll((plots) =>
          (plots as unknown as { getAttribute(name: string): string }[]).map((plot) =>
            plot.getAttribute('aria-label'),
          ),
        );
      return labels.length > 15 && labels.every((label) => label.includes('over the last 7 days'));
    });
    expect(new URL(page.url()).searchParams.get('time')).toBe('7d');
    await page.getByRole('button', { name: 'Earlier' }).click();
    await page.getByRole('button', { name: 'Earlier' }).click();
    await page.getByRole('button', { name: 'Earlier' }).click();
    await page.getByText('Nothing was measured in this time.').waitFor({ timeout: soonMs });
    await page.getByRole('button', { name: 'Now' }).click();
    await chart(page, 'Players').waitFor({ timeout: soonMs });
    expect(faults).toEqual([]);
    await context.close();
  }, 120_000);

  it.each(['light', 'dark'] as const)(
    'is accessible and fits 360 px with its charts, in the %s theme',
    async (theme) => {
      const { context, page, faults } = await visit(browser, { theme, widthPx: 360 });
      await logIn(page, host.url, 'owner', host.password);
      await page.goto(`${host.url}/monitoring`);
      await chart(page, 'Players').waitFor({ timeout: soonMs });
      expect([await accessibilityFaults(page), await sidewaysPx(page), faults]).toEqual([[], 0, []]);
      await page.keyboard.press('Tab');
      const radio = page.getByRole('radio', { name: '1 h' });
      await radio.focus();
      await page.keyboard.press('ArrowRight');
      expect(await page.getByRole('radio', { name: '24 h' }).isChecked()).toBe(true);
      await context.close();
    },
    60_000,
  );

  it.each([
    ['light', 1280],
    ['dark', 360],
  ] as const)(
    'tells on a server’s page where the time of its last ticks went, in the %s theme at %i px',
    async (theme, widthPx) => {
      const { context, page, faults } = await visit(browser, { theme, widthPx });
      await logIn(page, host.url, 'owner', host.password);
      await page.goto(`${host.url}/servers`);
      await page.getByRole('link', { name: 'local' }).first().click();
      const look = page.getByRole('button', { name: 'Last 10 s' });
      await look.focus();
      await page.keyboard.press('Enter');
      const flame = page.getByTestId('flame');
      await flame.waitFor({ timeout: soonMs });
      // While it was under way, too, it kept the focus.
      expect(
        await look.evaluate((button) =>
          (button as unknown as { matches(selector: string): boolean }).matches(':focus'),
        ),
      ).toBe(true);
      const words = await page.getByTestId('ticks-words').innerText();
      // 60 a second; fewer where this machine has no time for the server.
      const ticks = Number(/^(\d+) ticks/.exec(words)![1]);
      expect(ticks).toBeGreaterThan(30);
      expect(ticks).toBeLessThanOrEqual(620);
      await page.getByRole('button', { name: /^All \d+ phases$/ }).click();
      const rows = await page.getByTestId('phases').locator('tbody td.main').allInnerTexts();
      expect(rows).toEqual(expect.arrayContaining(['move-players', 'publish']));
      await page.getByTestId('tick-shown').selectOption({ index: 1 });
      expect(await flame.getAttribute('aria-label')).toMatch(/^A tick took \S+ ms/);
      await page.getByRole('heading', { name: 'Ticks' }).scrollIntoViewIfNeeded();
      const pictures = process.env['TOS_TEST_PICTURES'];
      if (pictures !== undefined) await page.screenshot({ path: `${pictures}/ticks-${theme}.png` });
      expect([await accessibilityFaults(page), await sidewaysPx(page), faults]).toEqual([[], 0, []]);
      await context.close();
    },
    60_000,
  );

  it('keeps what it has and says so while nothing answers, and recovers by itself', async () => {
    const { context, page } = await visit(browser);
    await logIn(page, host.url, 'owner', host.password);
    await page.goto(`${host.url}/monitoring`);
    await chart(page, 'Players').waitFor({ timeout: soonMs });
    host.cut();
    try {
      await page.getByTestId('stale').waitFor({ timeout: soonMs });
      expect(await chart(page, 'Players').count()).toBe(1);
    } finally {
      host.mend();
    }
    await page.getByTestId('stale').waitFor({ state: 'detached', timeout: soonMs });
    await context.close();
  }, 120_000);
});
