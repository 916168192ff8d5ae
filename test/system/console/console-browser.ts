// A browser for the console's tests: Chromium without a window, watching for everything a page must not do (errors on
// the console, breaches of the Content-Security-Policy) and able to judge accessibility with axe.

import { existsSync } from 'node:fs';
import axe from 'axe-core';
import { type Browser, type BrowserContext, type Page, chromium } from 'playwright-core';

const candidates = [
  process.env['CHROMIUM_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** Undefined where there is no browser; the tests then say so. */
export const chromiumPath = candidates.find((one) => one !== undefined && existsSync(one));

const axeRun = `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
  .then((found) => found.violations.map((one) => one.id + ': ' + one.nodes.map((node) => node.target.join(' ')).join(', ')))`;

export function launchBrowser(): Promise<Browser> {
  const flags =
    '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';
  return chromium.launch({ executablePath: chromiumPath ?? '', args: flags.split(' ') });
}

export interface Visit {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What went wrong on the page so far, in words; expected to be empty. */
  readonly faults: string[];
}

export interface VisitOptions {
  readonly theme?: 'light' | 'dark';
  readonly widthPx?: number;
}

export async function visit(
  browser: Browser,
  { theme = 'light', widthPx = 1280 }: VisitOptions = {},
): Promise<Visit> {
  const viewport = { width: widthPx, height: 820 };
  const context = await browser.newContext({ viewport, colorScheme: theme, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (message) => {
    // An address that is nothing is a 404, which the browser reports.
    if (message.location().url.endsWith('/nowhere')) return;
    if (message.type() === 'error' || message.type() === 'warning')
      faults.push(`${page.url()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`));
  await page.addInitScript(
    `document.addEventListener('securitypolicyviolation', (event) =>
      console.error('policy ' + event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sample))`,
  );
  return { context, page, faults };
}

export async function logIn(page: Page, url: string, name: string, password: string): Promise<void> {
  await sendLogIn(page, url, name, password);
  await seeShell(page);
}

/** With the password that somebody else gave out: the console asks for another before it opens. */
export async function logInFirst(
  page: Page,
  url: string,
  { name, password, own }: { name: string; password: string; own: string },
): Promise<void> {
  await sendLogIn(page, url, name, password);
  await page.getByRole('heading', { name: 'Choose your own password' }).waitFor();
  await page.getByLabel('Present password').fill(password);
  await page.getByLabel('New password', { exact: true }).fill(own);
  await page.getByLabel('New password again').fill(own);
  await page.getByRole('button', { name: 'Change password' }).click();
  await seeShell(page);
}

async function sendLogIn(page: Page, url: string, name: string, password: string): Promise<void> {
  await page.goto(`${url}/login`);
  await page.getByLabel('Account name').fill(name);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

async function seeShell(page: Page): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Main', exact: true })
    .or(page.getByRole('navigation'))
    .first()
    .waitFor();
}

/** Violations of WCAG 2.2 AA on the page as it is now. Injected over the debugger: the policy forbids script tags. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('Runtime.evaluate', { expression: axe.source });
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    expression: axeRun,
    awaitPromise: true,
    returnByValue: true,
  });
  await session.detach();
  if (exceptionDetails) throw new Error(`axe failed: ${exceptionDetails.text}`);
  return result.value as string[];
}

/** By how many pixels the page can be scrolled sideways. */
export function sidewaysPx(page: Page): Promise<number> {
  return page.evaluate<number>(
    `Math.max(0, ...[document.documentElement, ...document.querySelectorAll('main')].map((one) => one.scrollWidth - one.clientWidth))`,
  );
}
