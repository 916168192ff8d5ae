import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatDialog, MatDialogRef } from '@angular/material/dialog';
import { MatSnackBar } from '@angular/material/snack-bar';
import { of } from 'rxjs';
import { createMachineToken, listMachineTokens } from '../api/fn/functions';
import { Backend } from '../backend/backend';
import { LiveServers } from '../live/live-servers';
import { NewTokenDialog } from './new-token-dialog';
import { exampleCall } from './token-kinds';
import { TokensPage } from './tokens-page';

const made = '2026-11-30T06:00:00Z';
const token = { id: 't1', label: 'north', kind: 'game-server', live: true, createdAt: made };
const unset = { expiresAt: null, lastUsedAt: null, revokedAt: null, serverId: null };
const tokens = [
  { ...token, ...unset },
  { ...token, ...unset, id: 't2', label: 'old', live: false, revokedAt: made },
  { ...token, ...unset, id: 't3', label: 'shop', kind: 'login-service', live: false, expiresAt: made },
];

let sent: unknown[];

async function open<T>(component: new () => T, meant = true) {
  sent = [];
  const call = (route: unknown, params: unknown) => {
    if (route === listMachineTokens) return Promise.resolve({ tokens });
    sent.push(params);
    return Promise.resolve(route === createMachineToken ? { token: 'tos_srv_secret' } : undefined);
  };
  TestBed.configureTestingModule({
    providers: [
      { provide: Backend, useValue: { call } },
      { provide: MatDialog, useValue: { open: () => ({ afterClosed: () => of(meant) }) } },
      { provide: MatDialogRef, useValue: { close: () => undefined } },
      { provide: MatSnackBar, useValue: { open: () => undefined } },
      { provide: LiveServers, useValue: { list: signal([{ id: 's1', status: 'online' }]) } },
    ],
  });
  const fixture = TestBed.createComponent(component);
  const settle = async () => {
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
  };
  await settle();
  return { element: fixture.nativeElement as HTMLElement, settle };
}

describe('the page of tokens', () => {
  it('shows what each opens and whether it is valid, and revokes those that are', async () => {
    const { element, settle } = await open(TokensPage);
    const cells = (index: number) =>
      [...element.querySelectorAll('tbody tr')].map((row) => row.children[index]?.textContent?.trim());
    expect(cells(1)).toEqual(['Game server', 'Game server', 'Login service']);
    expect(cells(2)).toEqual(['Valid', 'Revoked', 'Run out']);
    const buttons = element.querySelectorAll<HTMLButtonElement>('tbody button');
    expect(buttons).toHaveLength(1);
    buttons[0]!.click();
    await settle();
    expect(sent).toEqual([{ id: 't1' }]);
  });

  it('revokes nothing that was not meant', async () => {
    const { element, settle } = await open(TokensPage, false);
    element.querySelector<HTMLButtonElement>('tbody button')!.click();
    await settle();
    expect(sent).toEqual([]);
  });
});

describe('the dialog of a new token', () => {
  it('shows the token once, with a call that has it in it', async () => {
    const { element, settle } = await open(NewTokenDialog);
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
    await fill('token-label', 'north');
    await fill('token-last-day', '2020-01-01');
    await submit();
    expect(sent).toEqual([]);
    await fill('token-last-day', '2999-01-01');
    await submit();
    const expiresAt = new Date('2999-01-01T23:59:59.999').toISOString();
    expect(sent).toEqual([{ body: { label: 'north', kind: 'game-server', expiresAt } }]);
    expect(element.querySelector<HTMLInputElement>('#made-token')?.value).toBe('tos_srv_secret');
    expect(element.querySelector('pre')?.textContent).toContain("-H 'authorization: Bearer tos_srv_secret'");
  });
});

describe('the call that tries a token', () => {
  const parts = { token: 'T', origin: 'http://127.0.0.1:8080', serverId: 's1' };

  it('is a challenge for a game server', () => {
    expect(exampleCall({ ...parts, kind: 'game-server' })).toBe(
      "curl -X POST http://127.0.0.1:8080/api/v1/servers/s1/challenge \\\n  -H 'authorization: Bearer T' \\\n" +
        "  -H 'content-type: application/json' \\\n  -d '{}'",
    );
  });

  it('is a connect token for a login service, with a key and an account of its own', () => {
    const call = exampleCall({ ...parts, kind: 'login-service', serverId: undefined });
    const body: unknown = JSON.parse(/-d '(.*)'$/.exec(call)![1]!);
    expect(body).toEqual({
      accountId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      characterName: 'Example',
      clientKey: expect.stringMatching(/^[0-9a-f]{64}$/),
      serverId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
  });
});
