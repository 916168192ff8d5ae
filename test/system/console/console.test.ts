// The console in a real browser against the whole built server: what an operator relies on.

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
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

const bots = 12;
/** Telemetry comes once a second; the rest is room for a busy machine. */
const soonMs = 15_000;
/** Each with its heading. */
const pages: Readonly<Record<string, string>> = {
  '/': 'Dashboard',
  '/servers': 'Servers',
  '/monitoring': 'Monitoring',
  '/players': 'Players',
  '/reports': 'Reports',
  '/map': 'Map',
  '/economy': 'Economy',
  '/approvals': 'Waiting for a second person',
  '/accounts': 'Accounts',
  '/roles': 'Roles',
  '/tokens': 'Tokens',
  '/api-keys': 'API keys',
  '/backups': 'Backups',
  '/system-health': 'System health',
  '/audit': 'Audit log',
  '/nowhere': 'Not found',
};

if (chromiumPath === undefined) {
  process.stderr.write('The console is not tested: there is no Chromium (apt install chromium).\n');
}
const whereThereIsABrowser = chromiumPath === undefined ? describe.skip : describe;

whereThereIsABrowser('the console', () => {
  let host: ConsoleHost;
  let browser: Browser;
  let stopBots: () => Promise<void>;

  beforeAll(async () => {
    [host, browser] = await Promise.all([startConsoleHost(), launchBrowser()]);
    stopBots = host.startBots(bots);
  }, 90_000);

  afterAll(async () => {
    await stopBots?.();
    await browser?.close();
    await host?.stop();
  }, 40_000);

  const logInAsOwner = (page: Page): Promise<void> => logIn(page, host.url, 'owner', host.password);
  const text = (page: Page, id: string): Promise<string> => page.getByTestId(id).innerText();
  const numberIn = async (page: Page, id: string): Promise<number> =>
    Number.parseFloat((await text(page, id)).replaceAll(',', ''));

  const isLive = async (page: Page): Promise<boolean> =>
    (await page.getByTestId('live-state').getAttribute('data-state')) === 'live';
  const paletteIsOpen = (page: Page) => () =>
    page.evaluate<boolean>("document.activeElement.getAttribute('role') === 'combobox'");

  async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
    const end = Date.now() + soonMs;
    while (!(await holds())) {
      if (Date.now() > end) throw new Error(`not within ${soonMs} ms: ${what}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  it('opens without an error or a warning, for a stranger and for who is signed in', async () => {
    const { context, page, faults } = await visit(browser);
    const open = async (path: string, heading: string): Promise<void> => {
      await page.goto(host.url + path);
      await page.getByRole('heading', { level: 1, name: heading }).waitFor();
      await page.waitForLoadState('load');
      // What fails late still belongs to this visit.
      await page.waitForTimeout(100);
    };
    for (const path of ['/', '/login', ...Object.keys(pages)]) await open(path, 'TOS console');
    expect(faults).toEqual([]);
    await logInAsOwner(page);
    for (const [path, heading] of Object.entries(pages)) await open(path, heading);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('refuses a wrong password without saying what was wrong, and keeps nothing in the browser', async () => {
    const { context, page } = await visit(browser);
    await page.goto(`${host.url}/players`);
    await page.getByLabel('Account name').fill('owner');
    await page.getByLabel('Password', { exact: true }).fill('surely-not-the-password');
    await page.getByRole('button', { name: 'Sign in' }).click();
    expect(await page.getByRole('alert').innerText()).toBe('Name or password is wrong.');
    expect(await context.cookies()).toEqual([]);
    await page.getByLabel('Password', { exact: true }).fill(host.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'Players', level: 1 }).waitFor();
    expect(await page.evaluate<number>('localStorage.length + sessionStorage.length')).toBe(0);
    const cookies = await context.cookies();
    expect(cookies.map(({ name }) => name.replace(/\d+$/, ''))).toEqual(['tos_session_', 'tos_browser_']);
    for (const cookie of cookies) expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict' });
    await context.close();
  });

  it('shows figures of the running game server change without a reload', async () => {
    const { context, page, faults } = await visit(browser);
    await logInAsOwner(page);
    await page.getByRole('heading', { name: 'Dashboard' }).waitFor();
    await until('all bots are counted', async () => (await numberIn(page, 'stat-players')) >= bots);
    await until('packets come in', async () => (await numberIn(page, 'stat-packets-in')) > bots);
    const before = await text(page, 'stat-packets-in');
    await until('the figure changes', async () => (await text(page, 'stat-packets-in')) !== before);
    expect(
      await page.getByRole('img', { name: /^Tick time over the last/ }).getAttribute('aria-label'),
    ).toMatch(/p99 \d/);
    expect(await text(page, 'feed')).toMatch(/bot-\d+ joined/);
    const lines = (): Promise<number> => page.getByTestId('feed').getByRole('listitem').count();
    const linesBefore = await lines();
    const stopGuest = host.startBots(1);
    await until('the feed tells of who came', async () => (await lines()) > linesBefore);
    await stopGuest();
    expect(faults).toEqual([]);
    await context.close();
  });

  it('says when the live stream breaks, and goes on by itself', async () => {
    const { context, page } = await visit(browser);
    await logInAsOwner(page);
    await until('the stream is live', () => isLive(page));
    host.cut();
    try {
      await page.getByTestId('live-lost').waitFor({ timeout: soonMs });
    } finally {
      host.mend();
    }
    await until('the stream is live again', () => isLive(page));
    const before = await text(page, 'stat-packets-in');
    await until('figures go on', async () => (await text(page, 'stat-packets-in')) !== before);
    await context.close();
  });

  it('shows bots moving on the map, follows one, and gives world coordinates for a click', async () => {
    const { context, page, faults } = await visit(browser);
    await logInAsOwner(page);
    await page.goto(`${host.url}/map?map=meadow`);
    const list = page.getByTestId('entities');
    await until('players are on the map', async () => (await list.getByText(/^bot-/).count()) > 0);
    const picture = page.getByRole('application');
    const box = (await picture.boundingBox())!;
    // A view of the whole map has its middle in the middle of the picture.
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    const [x, y] = (await text(page, 'clicked')).match(/[\d.]+/g)!.map(Number);
    expect(Math.abs(x! - 64)).toBeLessThan(0.6);
    expect(Math.abs(y! - 64)).toBeLessThan(0.6);
    // A bot that leaves the map meanwhile is not selected any more: then another is followed.
    const position = page.getByTestId('selected-position');
    let first: string | undefined;
    // Whatever the click on the picture met may be selected already, and is not followed.
    let isChosen = false;
    await until('the bot that is followed moves', async () => {
      if (!isChosen || (await position.count()) === 0) {
        await list.getByText(/^bot-/).first().click();
        isChosen = true;
        first = undefined;
        return false;
      }
      const now = await position.innerText({ timeout: 1000 }).catch(() => undefined);
      first ??= now;
      return now !== undefined && now !== first;
    });
    expect(await page.getByRole('button', { name: 'Following' }).count()).toBe(1);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('finds a player, and leads from there to the map', async () => {
    const { context, page, faults } = await visit(browser);
    await logInAsOwner(page);
    await page.goto(`${host.url}/players`);
    await page.getByLabel('Search players by name').fill('bot-3');
    await until('one is left', async () => (await page.getByRole('row').count()) === 2);
    await page.getByRole('button', { name: 'bot-3' }).click();
    await page.getByRole('dialog').getByRole('link', { name: 'Follow on the map' }).click();
    await page.getByTestId('selected-position').waitFor({ timeout: soonMs });
    expect(await page.getByRole('heading', { name: 'bot-3' }).count()).toBe(1);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('is led by keyboard alone', async () => {
    const { context, page } = await visit(browser);
    await logInAsOwner(page);
    await page.keyboard.press('Control+K');
    await until('the palette is open', paletteIsOpen(page));
    await page.keyboard.type('servers');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Servers', level: 1 }).waitFor();
    await page.keyboard.press('/');
    await until('the palette is open again', paletteIsOpen(page));
    await page.keyboard.type('theme dark');
    await page.keyboard.press('Enter');
    await until('the theme is dark', () =>
      page.evaluate<boolean>("document.documentElement.dataset.theme === 'dark'"),
    );
    await page.keyboard.press('Tab');
    expect(await page.evaluate<string>('document.activeElement.tagName')).not.toBe('BODY');
    await context.close();
  });

  it('shows a viewer no more than a viewer may see', async () => {
    const owner = await visit(browser);
    await logInAsOwner(owner.page);
    await owner.page.goto(`${host.url}/accounts`);
    await owner.page.getByRole('button', { name: 'New account' }).click();
    await owner.page.getByLabel('Name', { exact: true }).fill('vera');
    await owner.page.getByRole('button', { name: 'Make the account' }).click();
    const password = await owner.page.getByLabel('Password').inputValue();
    await owner.context.close();

    const { context, page, faults } = await visit(browser);
    await logInFirst(page, host.url, { name: 'vera', password, own: 'a phrase of her own making' });
    const navigation = page.getByRole('navigation', { name: 'Main', exact: true });
    expect(await navigation.getByRole('link').allInnerTexts()).not.toEqual(
      expect.arrayContaining(['Accounts', 'Audit log']),
    );
    await page.goto(`${host.url}/accounts`);
    await page.getByRole('heading', { name: 'No access' }).waitFor();
    expect(await page.evaluate<number>("fetch('/api/v1/accounts').then((answer) => answer.status)")).toBe(
      403,
    );
    expect(faults.filter((fault) => !fault.includes('403'))).toEqual([]);
    await context.close();
  });

  it('makes the old cookie worthless when signing out', async () => {
    const { context, page } = await visit(browser);
    await logInAsOwner(page);
    const cookies = await context.cookies();
    await page.getByRole('button', { name: 'Account menu' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    await context.addCookies(cookies);
    expect(await page.evaluate<number>("fetch('/api/v1/auth/me').then((answer) => answer.status)")).toBe(401);
    await context.close();
  });

  it('shows a button that becomes usable readable at once', async () => {
    const { context, page } = await visit(browser);
    await logInAsOwner(page);
    await page.goto(`${host.url}/api-keys`);
    const add = page.locator('button.primary:enabled').first();
    await add.waitFor();
    const fading = await add.evaluate<number, { disabled: boolean; getAnimations(): unknown[] }>((button) => {
      button.disabled = true;
      button.getAnimations();
      button.disabled = false;
      return button.getAnimations().length;
    });
    expect(fading).toBe(0);
    await context.close();
  });

  it.each([
    ['light', 1280],
    ['light', 360],
    ['dark', 1280],
    ['dark', 360],
  ] as const)(
    'is accessible on every page, and nothing goes sideways, in the %s theme at %i px',
    async (theme, widthPx) => {
      const { context, page, faults } = await visit(browser, { theme, widthPx });
      await page.goto(`${host.url}/login`);
      await page.getByRole('button', { name: 'Sign in' }).waitFor();
      const found = { login: await accessibilityFaults(page) } as Record<string, string[]>;
      await logInAsOwner(page);
      for (const path of Object.keys(pages)) {
        await page.goto(host.url + path);
        await page.getByRole('heading', { level: 1 }).waitFor();
        await until('loading is over', async () => (await page.locator('tos-loading').count()) === 0);
        found[path] = await accessibilityFaults(page);
        expect([path, await sidewaysPx(page)]).toEqual([path, 0]);
      }
      expect(found).toEqual(Object.fromEntries(Object.keys(found).map((path) => [path, []])));
      expect(faults).toEqual([]);
      await context.close();
    },
    120_000,
  );
});
