import { TestBed } from '@angular/core/testing';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import * as functions from '../api/fn/functions';
import { Backend } from '../backend/backend';
import { ApiProblem } from '../backend/problem';
import { SessionsDialog } from './sessions-dialog';

const sessions = [
  {
    id: 'aa',
    isOwn: true,
    address: '192.0.2.1',
    browser: 'curl/8',
    since: '2026-11-30T06:00:00Z',
    lastUsedAt: '2026-11-30T06:10:00Z',
  },
  {
    id: 'bb',
    isOwn: false,
    address: '192.0.2.2',
    browser: 'curl/8',
    since: '2026-11-30T05:00:00Z',
    lastUsedAt: '2026-11-30T05:10:00Z',
  },
];

describe('the dialog of sessions', () => {
  let asked: unknown[];
  let refuse: ApiProblem | undefined;

  async function open(whose: { id: string; name: string } | null) {
    [asked, refuse] = [[], undefined];
    const nameOf = (route: unknown) => Object.entries(functions).find(([, one]) => one === route)?.[0];
    const call = (route: unknown, params: unknown) => {
      asked.push([nameOf(route), params]);
      return refuse === undefined ? Promise.resolve({ sessions }) : Promise.reject(refuse);
    };
    TestBed.configureTestingModule({
      providers: [
        { provide: MAT_DIALOG_DATA, useValue: whose },
        { provide: MatDialogRef, useValue: { close: () => undefined } },
        { provide: Backend, useValue: { call } },
      ],
    });
    const fixture = TestBed.createComponent(SessionsDialog);
    const settle = async () => {
      await new Promise((resolve) => setTimeout(resolve));
      await fixture.whenStable();
    };
    await settle();
    const element = fixture.nativeElement as HTMLElement;
    const press = async (name: string) => {
      const buttons = [...element.querySelectorAll('button')];
      buttons.find((button) => button.textContent?.trim() === name)!.click();
      await settle();
    };
    return { element, press };
  }

  it('shows one’s own, and ends another or all others', async () => {
    const { element, press } = await open(null);
    expect([...element.querySelectorAll('tbody tr')].map((row) => row.textContent)).toEqual([
      expect.stringContaining('(this one)'),
      expect.stringContaining('192.0.2.2'),
    ]);
    expect(element.querySelectorAll('tbody button')).toHaveLength(1);
    await press('End');
    await press('End all others');
    expect(asked).toEqual([
      ['listOwnSessions', undefined],
      ['endOwnSession', { session: 'bb' }],
      ['listOwnSessions', undefined],
      ['endOtherSessions', undefined],
      ['listOwnSessions', undefined],
    ]);
  });

  it('shows a colleague’s, and says why one could not be ended', async () => {
    const { element, press } = await open({ id: 'v1', name: 'vera' });
    expect(element.querySelector('h2')?.textContent).toBe('Sessions of vera');
    await press('End all');
    expect(asked.slice(0, 2)).toEqual([
      ['listSessions', { id: 'v1' }],
      ['endSessions', { id: 'v1' }],
    ]);
    refuse = new ApiProblem(404, 'unknown-session', 'There is no such session');
    await press('End');
    expect(element.querySelector('[role=alert]')?.textContent).toContain('no such session');
  });
});
