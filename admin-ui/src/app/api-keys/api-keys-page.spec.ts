import { TestBed } from '@angular/core/testing';
import { MAT_DIALOG_DATA, MatDialog, MatDialogRef } from '@angular/material/dialog';
import { MatSnackBar } from '@angular/material/snack-bar';
import { of } from 'rxjs';
import { listAccounts, listApiKeys, listOwnApiKeys, makeApiKey } from '../api/fn/functions';
import { Backend } from '../backend/backend';
import { Session } from '../session/session';
import { ApiKeysPage } from './api-keys-page';
import { NewApiKeyDialog } from './new-api-key-dialog';
import { exampleCall } from './example-call';

const at = '2026-11-30T06:00:00Z';
const key = { id: 'k1', accountId: 'a1', label: 'nightly', permissions: ['players:read', 'players:fly'] };
const times = { createdAt: at, expiresAt: '2999-01-01T00:00:00Z', lastUsedAt: null, revokedAt: null };
const own = [
  { ...key, ...times },
  { ...key, ...times, id: 'k2', label: 'old', expiresAt: at },
  { ...key, ...times, id: 'k3', label: 'lost', revokedAt: at },
];
const others = [...own.slice(0, 1), { ...key, ...times, id: 'k4', accountId: 'a2', label: 'hers' }];

let sent: unknown[];

async function open<T>(component: new () => T, isOwner = false) {
  sent = [];
  const call = (route: unknown, params: unknown) => {
    if (route === listOwnApiKeys) return Promise.resolve({ keys: own, openable: ['players:read'] });
    if (route === listApiKeys) return Promise.resolve({ keys: others });
    if (route === listAccounts) return Promise.resolve({ accounts: [{ id: 'a2', name: 'Vera' }] });
    sent.push(params);
    return Promise.resolve(route === makeApiKey ? { token: 'tos_key_secret' } : undefined);
  };
  TestBed.configureTestingModule({
    providers: [
      { provide: Backend, useValue: { call } },
      { provide: Session, useValue: { may: () => isOwner, account: () => ({ id: 'a1' }) } },
      { provide: MatDialog, useValue: { open: () => ({ afterClosed: () => of(true) }) } },
      { provide: MatDialogRef, useValue: { close: () => undefined } },
      { provide: MAT_DIALOG_DATA, useValue: ['players:read', 'servers:read'] },
      { provide: MatSnackBar, useValue: { open: () => undefined } },
    ],
  });
  const fixture = TestBed.createComponent(component);
  const element = fixture.nativeElement as HTMLElement;
  const settle = async () => {
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
  };
  await settle();
  return { element, settle };
}

const rows = (element: HTMLElement, region: string) =>
  [...element.querySelectorAll(`[aria-label="${region}"] tbody tr`)].map((row) =>
    [...row.children].slice(0, 3).map((cell) => cell.textContent?.trim()),
  );

describe('the page of API keys', () => {
  it('shows one’s own with what they open and whether they are valid, and revokes those that are', async () => {
    const { element, settle } = await open(ApiKeysPage);
    expect(rows(element, 'Table of your API keys')).toEqual([
      ['nightly', 'see players, players:fly', 'Valid'],
      ['old', 'see players, players:fly', 'Run out'],
      ['lost', 'see players, players:fly', 'Revoked'],
    ]);
    expect(element.querySelector('#colleagues-keys')).toBeNull();
    const buttons = element.querySelectorAll<HTMLButtonElement>('tbody button');
    expect(buttons).toHaveLength(1);
    buttons[0]!.click();
    await settle();
    expect(sent).toEqual([{ id: 'k1' }]);
  });

  it('shows those of colleagues to who manages tokens', async () => {
    const { element } = await open(ApiKeysPage, true);
    expect(rows(element, 'Table of API keys of colleagues')).toEqual([
      ['hers', 'Vera', 'see players, players:fly'],
    ]);
  });
});

describe('the dialog of a new API key', () => {
  it('asks for a name, a day, a password and what it opens, and shows the key once', async () => {
    const { element, settle } = await open(NewApiKeyDialog);
    const fill = async (id: string, value: string) => {
      const input = element.querySelector<HTMLInputElement>(`#${id}`)!;
      input.value = value;
      input.dispatchEvent(new Event('input'));
      await settle();
    };
    const submit = async () => {
      element.querySelector('form')!.dispatchEvent(new Event('submit'));
      await settle();
    };
    await submit();
    await fill('key-label', 'nightly');
    await fill('key-password', 'my password');
    await fill('key-last-day', '2999-01-01');
    await submit();
    const day = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
    await fill('key-last-day', day);
    await submit();
    expect(sent).toEqual([]);
    expect(element.querySelector('[role=alert]')?.textContent).toContain('Choose what it opens');
    element.querySelector<HTMLInputElement>('fieldset input')!.click();
    await fill('key-password', 'my password');
    await submit();
    const expiresAt = new Date(`${day}T23:59:59.999`).toISOString();
    expect(sent).toEqual([
      {
        body: { label: 'nightly', permissions: ['players:read'], expiresAt, currentPassword: 'my password' },
      },
    ]);
    expect(element.querySelector<HTMLInputElement>('#made-key')?.value).toBe('tos_key_secret');
    expect(element.querySelector('pre')?.textContent).toContain("-H 'authorization: Bearer tos_key_secret'");
  });
});

describe('the call that tries a key', () => {
  it('asks what the key is, which every key may', () => {
    expect(exampleCall('T', 'http://127.0.0.1:8080')).toBe(
      "curl http://127.0.0.1:8080/api/v1/api-keys/current \\\n  -H 'authorization: Bearer T'",
    );
  });
});
