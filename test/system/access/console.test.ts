// Who gets in, and how: signing in with a second factor, sessions, colleagues' passwords, tokens of machines; in a real browser
// against the whole built server.

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { stepMs } from '#ports/admin/sign-in/one-time-codes.js';
import { Phone } from '../../support/admin/phone.js';
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

if (chromiumPath === undefined) {
  process.stderr.write('Access is not tested in a browser: there is no Chromium (apt install chromium).\n');
}
const whereThereIsABrowser = chromiumPath === undefined ? describe.skip : describe;

const openAccountMenu = async (page: Page, item: string): Promise<void> => {
  await page.getByRole('button', { name: 'Account menu' }).click();
  await page.getByRole('menuitem', { name: item }).click();
};

async function sendPassword(page: Page, name: string, password: string): Promise<void> {
  await page.getByLabel('Account name').fill(name);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

async function sendCode(page: Page, code: string): Promise<void> {
  await page.getByLabel('Code of your authenticator app').fill(code);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

const seeDashboard = (page: Page) => page.getByRole('heading', { name: 'Dashboard' }).waitFor();

/** From the dialog's first page on; answers phone and recovery codes. */
async function enrol(
  page: Page,
  password: string,
): Promise<{ phone: Phone; codes: string[]; faults: string[] }> {
  await page.getByLabel('Your password').fill(password);
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByRole('img', { name: 'QR code' }).waitFor();
  const faults = await accessibilityFaults(page);
  const phone = new Phone(await page.getByLabel('Or type this secret').inputValue());
  await page.getByLabel('Code that the app shows now').fill(phone.codeAt(Date.now()));
  await page.getByRole('button', { name: 'Confirm' }).click();
  const list = page.getByRole('list', { name: 'Recovery codes' });
  await list.waitFor();
  faults.push(...(await accessibilityFaults(page)));
  const codes = await list.getByRole('listitem').allInnerTexts();
  await page.getByRole('button', { name: 'I have kept them' }).click();
  return { phone, codes, faults };
}

whereThereIsABrowser('access', () => {
  let host: ConsoleHost;
  let browser: Browser;

  beforeAll(async () => {
    [host, browser] = await Promise.all([startConsoleHost(), launchBrowser()]);
  }, 90_000);

  afterAll(async () => {
    await browser?.close();
    await host?.stop();
  }, 40_000);

  it('takes a code once a second factor is enrolled, or a recovery code, each once', async () => {
    const { context, page, faults } = await visit(browser, { widthPx: 360 });
    await logIn(page, host.url, 'owner', host.password);
    await seeDashboard(page);
    await openAccountMenu(page, 'Second factor');
    const { phone, codes, faults: axe } = await enrol(page, host.password);
    expect(codes).toHaveLength(10);
    expect([axe, await sidewaysPx(page)]).toEqual([[], 0]);

    await openAccountMenu(page, 'Sign out');
    await sendPassword(page, 'owner', host.password);
    await page.getByLabel('Code of your authenticator app').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await page.evaluate<number>('localStorage.length + sessionStorage.length')).toBe(0);
    expect(faults).toEqual([]);
    // That of the enrolment may be over; the next one is good already.
    const code = phone.codeAt(Date.now() + stepMs);
    await sendCode(page, code);
    await seeDashboard(page);

    for (const [used, right] of [
      [code, codes[0]!],
      [codes[0]!, codes[1]!],
    ] as const) {
      await openAccountMenu(page, 'Sign out');
      await sendPassword(page, 'owner', host.password);
      await sendCode(page, used);
      expect(await page.getByRole('alert').innerText()).toContain('The code is wrong, or was used before');
      await sendCode(page, right);
      await seeDashboard(page);
    }
    expect(faults.filter((fault) => !fault.includes('403'))).toEqual([]);

    await openAccountMenu(page, 'Second factor');
    await page.getByText('8 recovery codes are').waitFor();
    await page.getByLabel('Your password').fill(host.password);
    await page.getByRole('button', { name: 'Remove' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await context.close();
  }, 90_000);

  it('shows sessions and ends them, and gives a colleague another password', async () => {
    const owner = await visit(browser);
    await logIn(owner.page, host.url, 'owner', host.password);
    await owner.page.goto(`${host.url}/accounts`);
    await owner.page.getByRole('button', { name: 'New account' }).click();
    await owner.page.getByLabel('Name', { exact: true }).fill('mo');
    await owner.page.getByRole('button', { name: 'Make the account' }).click();
    const first = await owner.page.getByLabel('Password', { exact: true }).inputValue();
    await owner.page.getByRole('button', { name: 'Done' }).click();
    const { context, page } = await visit(browser);
    const own = 'a phrase of his own making';
    await logInFirst(page, host.url, { name: 'mo', password: first, own });
    await seeDashboard(page);

    await owner.page.getByRole('button', { name: 'Sessions of mo' }).click();
    const table = owner.page.getByRole('region', { name: 'Table of sessions' });
    await table.getByText('Chrome on').waitFor();
    expect(await accessibilityFaults(owner.page)).toEqual([]);
    await table.getByRole('button', { name: /^End the session from 127/ }).click();
    await owner.page.getByText('Nobody is signed in.').waitFor();
    // Its event stream has ended, which the page notices by itself.
    await page.getByText('Your session has ended.').waitFor();
    await owner.page.getByRole('button', { name: 'Done' }).click();

    await owner.page.getByRole('button', { name: 'New password for mo' }).click();
    await owner.page.getByRole('dialog').getByRole('button', { name: 'Give another' }).click();
    const given = await owner.page.getByLabel('Password', { exact: true }).inputValue();
    await logInFirst(page, host.url, { name: 'mo', password: given, own: `${own}, again` });
    await seeDashboard(page);
    expect(owner.faults).toEqual([]);
    await Promise.all([context.close(), owner.context.close()]);
  }, 90_000);

  it('makes tokens of machines whose call works as it stands, until they are revoked', async () => {
    const { context, page, faults } = await visit(browser, { widthPx: 360 });
    await logIn(page, host.url, 'owner', host.password);
    await page.goto(`${host.url}/tokens`);
    const tried = promisify(execFile);
    for (const [kind, answers] of [
      ['game-server', /"challenge":"[0-9a-f]{64}"/],
      ['login-service', /"token":"[\w-]+"/],
    ] as const) {
      await page.getByRole('button', { name: 'New token' }).click();
      await page.getByLabel('Name', { exact: true }).fill(`a ${kind}`);
      await page.getByLabel('What it opens').selectOption(kind);
      await page.getByRole('button', { name: 'Make the token' }).click();
      const call = await page.getByRole('region', { name: 'A call that tries it' }).innerText();
      expect([await accessibilityFaults(page), await sidewaysPx(page)]).toEqual([[], 0]);
      await page.getByRole('button', { name: 'Done' }).click();
      expect((await tried('sh', ['-c', call])).stdout).toMatch(answers);
      await page.getByRole('button', { name: `Revoke a ${kind}` }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
      await page.getByText(`a ${kind}: revoked.`).waitFor();
      expect((await tried('sh', ['-c', call])).stdout).toContain('token is missing or not valid');
    }
    expect(faults).toEqual([]);
    await context.close();
  }, 90_000);

  it('makes API keys whose call works as it stands, until they are revoked', async () => {
    const { context, page, faults } = await visit(browser, { widthPx: 360 });
    await logIn(page, host.url, 'owner', host.password);
    await page.goto(`${host.url}/api-keys`);
    await page.getByText('You have none.').waitFor();
    await page.getByText('They have none.').waitFor();
    expect([await accessibilityFaults(page), await sidewaysPx(page)]).toEqual([[], 0]);
    await page.getByRole('button', { name: 'New key' }).click();
    await page.getByLabel('Name', { exact: true }).fill('nightly report');
    await page.getByLabel('Your password').fill(host.password);
    await page.getByRole('button', { name: 'Make the key' }).click();
    await page.getByText('Choose what it opens').waitFor();
    await page.getByLabel('see players').check();
    await page.getByLabel('see servers').check();
    await page.getByLabel('Your password').fill(host.password);
    expect([await accessibilityFaults(page), await sidewaysPx(page)]).toEqual([[], 0]);
    await page.getByRole('button', { name: 'Make the key' }).click();
    const call = await page.getByRole('region', { name: 'A call that tries it' }).innerText();
    expect([await accessibilityFaults(page), await sidewaysPx(page)]).toEqual([[], 0]);
    await page.getByRole('button', { name: 'Done' }).click();
    const tried = async (text: string) => (await promisify(execFile)('sh', ['-c', text])).stdout;
    expect(await tried(call)).toContain('"permissions":["servers:read","players:read"]');
    const elsewhere = (address: string) => call.replace('/api-keys/current', address);
    expect(await tried(elsewhere('/servers'))).toContain('"servers":[');
    expect(await tried(elsewhere('/audit'))).toContain('not-permitted');
    await page.getByRole('button', { name: 'Revoke nightly report' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
    await page.getByText('nightly report: revoked.').waitFor();
    expect(await tried(call)).toContain('invalid-api-key');
    await page.getByRole('cell', { name: 'Revoked' }).waitFor();
    expect(faults).toEqual([]);
    await context.close();
  }, 90_000);

  it('leads who lacks one that the role demands to enrol it, and nowhere else', async () => {
    const owner = await visit(browser);
    await logIn(owner.page, host.url, 'owner', host.password);
    await owner.page.goto(`${host.url}/accounts`);
    await owner.page.getByRole('button', { name: 'New account' }).click();
    await owner.page.getByLabel('Name', { exact: true }).fill('vera');
    await owner.page.getByRole('button', { name: 'Make the account' }).click();
    const password = await owner.page.getByLabel('Password', { exact: true }).inputValue();
    await owner.page.getByRole('button', { name: 'Done' }).click();
    const { context, page, faults } = await visit(browser);
    const own = 'a phrase of her own making';
    await logInFirst(page, host.url, { name: 'vera', password, own });
    await seeDashboard(page);

    await owner.page.getByRole('checkbox', { name: 'Viewer' }).click();
    await page.goto(`${host.url}/servers`);
    await sendPassword(page, 'vera', own);
    await page.getByText('Your role demands one').waitFor();
    expect(await page.evaluate<number>("fetch('/api/v1/servers').then((answer) => answer.status)")).toBe(403);
    await enrol(page, own);
    await page.getByRole('heading', { name: 'Servers', level: 1 }).waitFor();
    expect(faults.filter((fault) => !/40[13]/.test(fault))).toEqual([]);

    await owner.page.reload();
    await owner.page.getByRole('button', { name: 'Remove the second factor of vera' }).click();
    await owner.page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await owner.page.getByText('vera: second factor removed.').waitFor();
    expect(owner.faults).toEqual([]);
    await Promise.all([context.close(), owner.context.close()]);
  }, 90_000);
});
