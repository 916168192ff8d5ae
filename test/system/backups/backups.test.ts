// Backups at the console, in a real browser against the built server: one of each kind is made, read back, and found damaged
// when a byte of it is another; what the page says of a restore is what `npm run backup` takes.

import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import {
  accessibilityFaults,
  chromiumPath,
  launchBrowser,
  logIn,
  logInFirst,
  sidewaysPx,
  visit,
} from '../console/console-browser.js';
import { type ConsoleHost, startConsoleHost } from '../console/console-host.js';

const root = path.resolve(import.meta.dirname, '../../..');
const soonMs = 30_000;
const whereItCanBe =
  chromiumPath === undefined || process.env['TOS_TEST_CONSOLE_URL'] !== undefined ? describe.skip : describe;

whereItCanBe('backups at the console', () => {
  let host: ConsoleHost;
  let browser: Browser;
  /** Of what the tests restore. */
  let aside: string;

  beforeAll(async () => {
    [host, browser] = await Promise.all([startConsoleHost(), launchBrowser()]);
    aside = mkdtempSync(path.join(tmpdir(), 'tos-restored-'));
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await host?.stop();
    if (aside !== undefined) rmSync(aside, { recursive: true, force: true });
  }, 40_000);

  const sets = (page: Page) => page.getByRole('region', { name: /^Backups of / });
  const own = (page: Page): Locator => page.getByRole('region', { name: 'Backups of Admin database' });
  const ofServer = (page: Page): Locator =>
    sets(page).filter({ hasNot: page.getByRole('heading', { name: 'Admin database' }) });
  const rows = (set: Locator): Locator => set.locator('tr[data-backup]');

  async function open(page: Page): Promise<void> {
    await page.goto(`${host.url}/backups`);
    await page.getByRole('heading', { name: 'Backups', exact: true }).waitFor({ timeout: soonMs });
    for (const set of [own(page), ofServer(page)])
      await set.getByTestId('standing').waitFor({ timeout: soonMs });
  }

  /** Its name. */
  async function makeIn(set: Locator): Promise<string> {
    const before = await rows(set).count();
    await set.getByRole('button', { name: /^Make now/ }).click();
    await rows(set).nth(before).waitFor({ timeout: soonMs });
    await set.getByTestId('last').filter({ hasText: 'Made' }).waitFor({ timeout: soonMs });
    return (await rows(set).first().getAttribute('data-backup'))!;
  }

  /** The file of a backup, wherever in the folder of this kind. */
  function fileOf(kind: 'admin' | 'game', name: string): string {
    const folder = path.join(host.dataDir!, 'backups', kind);
    const [origin] = readdirSync(folder);
    return path.join(folder, origin!, `${name}.data`);
  }

  function flipAByte(file: string): void {
    const bytes = readFileSync(file);
    bytes[Math.floor(bytes.length / 2)]! ^= 1;
    writeFileSync(file, bytes);
  }

  async function verifyIn(set: Locator, name: string, word: string): Promise<void> {
    await set.getByRole('button', { name: `Verify ${name}` }).click();
    const row = set.locator(`tr[data-backup="${name}"]`);
    await row.locator('.badge').filter({ hasText: word }).waitFor({ timeout: soonMs });
  }

  /** What it prints; throws when it does not end well. */
  function runLine(line: string, environment: NodeJS.ProcessEnv): string {
    const [npm, run, backup, dashes, ...words] = line.split(' ');
    expect([npm, run, backup, dashes]).toEqual(['npm', 'run', 'backup', '--']);
    const program = path.join(root, 'dist/src/backup.js');
    const env = { ...process.env, ...environment };
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], {
      ...{ cwd: aside, env, encoding: 'utf8', timeout: 60_000 },
    });
    if (status !== 0) throw new Error(`${line} ended with ${status}: ${stderr}`);
    return stdout;
  }

  it('are made, read back and found damaged, of both kinds, and restored by the lines that the page gives', async () => {
    const { context, page, faults } = await visit(browser, { widthPx: 1280, theme: 'dark' });
    await logIn(page, host.url, 'owner', host.password);
    await open(page);
    for (const set of [own(page), ofServer(page)]) {
      expect(await set.getByText('TOS_BACKUP_MINUTES').innerText()).toBe('TOS_BACKUP_MINUTES');
      await set.getByText(path.join(host.dataDir!, 'backups')).waitFor({ timeout: soonMs });
    }
    const made = { admin: await makeIn(own(page)), game: await makeIn(ofServer(page)) };
    const second = { admin: await makeIn(own(page)), game: await makeIn(ofServer(page)) };
    for (const [kind, set] of [
      ['admin', own(page)],
      ['game', ofServer(page)],
    ] as const) {
      expect(existsSync(fileOf(kind, made[kind]))).toBe(true);
      await verifyIn(set, made[kind], 'well');
      expect(await set.getByTestId('standing').innerText()).toBe('Up to date');
      flipAByte(fileOf(kind, second[kind]));
      await verifyIn(set, second[kind], 'damaged');
      await set
        .getByText(/is not what was sealed there|cannot be unpacked|is not what was written/)
        .first()
        .waitFor({ timeout: soonMs });
      // Still there after a reload, by whom it was found.
      await open(page);
      await set
        .locator(`tr[data-backup="${second[kind]}"]`)
        .getByText('by owner')
        .waitFor({ timeout: soonMs });
    }
    for (const set of [own(page), ofServer(page)])
      expect(await set.getByTestId('standing').innerText()).toBe('Newest: damaged');
    expect(await sidewaysPx(page)).toBe(0);
    const height = await rows(own(page))
      .first()
      .evaluate((row) => row.getBoundingClientRect().height);
    expect(height).toBeGreaterThanOrEqual(32);
    expect(height).toBeLessThanOrEqual(36);
    expect(await accessibilityFaults(page)).toEqual([]);

    await ofServer(page)
      .getByRole('button', { name: `Restore ${made.game}` })
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Character' }).fill('Ada');
    expect(await dialog.locator('code').allInnerTexts()).toContainEqual(
      expect.stringMatching(/^npm run ledger -- restore Ada \S+Z data\/game\.sqlite$/),
    );
    const [line] = await dialog.locator('code').allInnerTexts();
    expect(await accessibilityFaults(page)).toEqual([]);
    await dialog.getByRole('button', { name: `Copy ${line}` }).click();
    await page.keyboard.press('Escape');
    cpSync(path.join(host.dataDir!, 'backups'), path.join(aside, 'backups'), { recursive: true });
    const printed = runLine(line!, {
      TOS_DATA_DIR: path.join(aside, 'data'),
      TOS_BACKUP_DIR: path.join(aside, 'backups'),
      TOS_BACKUP_KEY_FILE: path.join(host.dataDir!, 'backup-key'),
    });
    expect(printed).toContain(`from ${made.game}`);
    expect(existsSync(path.join(aside, 'restored/game.sqlite'))).toBe(true);
    expect(faults).toEqual([]);
    await context.close();
  }, 240_000);

  it('are in the palette, and a viewer may look at them and do nothing else', async () => {
    const { context: ofOwner, page: owner } = await visit(browser);
    await logIn(owner, host.url, 'owner', host.password);
    const password = await owner.evaluate<string>(
      `fetch('/api/v1/accounts', { method: 'POST', headers: { 'content-type': 'application/json' },
        body: '{"name":"vi","role":"viewer"}' }).then((reply) => reply.json()).then((made) => made.password)`,
    );
    await ofOwner.close();
    const { context, page, faults } = await visit(browser, { widthPx: 1280, theme: 'light' });
    await logInFirst(page, host.url, { name: 'vi', password, own: 'a phrase of their own making' });
    await page.keyboard.press('Control+K');
    const field = page.getByRole('combobox');
    await field.waitFor({ timeout: soonMs });
    await field.fill('backups');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${host.url}/backups`, { timeout: soonMs });
    for (const set of [own(page), ofServer(page)]) await rows(set).first().waitFor({ timeout: soonMs });
    await page
      .getByText(/^Your role, viewer, does not permit: Make now, Verify/)
      .waitFor({ timeout: soonMs });
    expect(await page.getByRole('button', { name: /^(Make now|Verify)/ }).count()).toBe(0);
    const statuses = await page.evaluate<number[]>(
      `Promise.all(['admin', 'admin/00000001-20261130T120000Z/verify'].map((what) =>
        fetch('/api/v1/backups/' + what, { method: 'POST' }).then((reply) => reply.status)))`,
    );
    expect(statuses).toEqual([403, 403]);
    expect(await accessibilityFaults(page)).toEqual([]);
    // The browser itself says of each 403 that it came.
    expect(faults.filter((fault) => !fault.includes('403'))).toEqual([]);
    await context.close();
  }, 120_000);

  it.each(['light', 'dark'] as const)(
    'fit on a telephone, in %s, and stay in sight, with their time, while the API is away',
    async (theme) => {
      const { context, page } = await visit(browser, { widthPx: 360, theme });
      await logIn(page, host.url, 'owner', host.password);
      await open(page);
      await rows(own(page)).first().waitFor({ timeout: soonMs });
      expect(await sidewaysPx(page)).toBe(0);
      expect(await accessibilityFaults(page)).toEqual([]);
      const count = await rows(own(page)).count();
      host.cut();
      try {
        await own(page)
          .getByRole('button', { name: /^Refresh/ })
          .click();
        await own(page).getByText('Below is what there was').waitFor({ timeout: soonMs });
        expect(await rows(own(page)).count()).toBe(count);
      } finally {
        host.mend();
      }
      await own(page).getByRole('button', { name: 'Try again' }).click();
      await own(page).getByText('Below is what there was').waitFor({ state: 'detached', timeout: soonMs });
      await context.close();
    },
    120_000,
  );
});
