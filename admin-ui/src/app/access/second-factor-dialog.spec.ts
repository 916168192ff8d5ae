import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import {
  confirmSecondFactor,
  proposeSecondFactor,
  removeOwnSecondFactor,
  renewRecoveryCodes,
} from '../api/fn/functions';
import { Backend } from '../backend/backend';
import { ApiProblem } from '../backend/problem';
import { SecondFactorDialog } from './second-factor-dialog';
import { Session } from '../session/session';

const proposed = { secret: 'JBSWY3DPEHPK3PXP', uri: 'otpauth://totp/a?secret=JBSWY3DPEHPK3PXP' };
const recoveryCodes = ['aaaa-bbbb-cccc-dddd-eeee', 'ffff-gggg-hhhh-jjjj-kkkk'];

describe('the dialog of the second factor', () => {
  let asked: unknown[];
  let closed: unknown[];
  let refuse: ApiProblem | undefined;
  let refreshed: number;

  beforeEach(() => {
    [asked, closed, refuse, refreshed] = [[], [], undefined, 0];
  });

  async function open(secondFactor: 'on' | 'off' | 'due') {
    const names = new Map<unknown, string>([
      [proposeSecondFactor, 'propose'],
      [confirmSecondFactor, 'confirm'],
      [renewRecoveryCodes, 'renew'],
      [removeOwnSecondFactor, 'remove'],
    ]);
    const call = (route: unknown, { body }: { body: object }) => {
      asked.push([names.get(route), body]);
      if (refuse !== undefined) return Promise.reject(refuse);
      return Promise.resolve({ ...proposed, recoveryCodes });
    };
    const account = signal({ secondFactor, recoveryCodesLeft: 7 });
    const refresh = () => Promise.resolve(void refreshed++);
    TestBed.configureTestingModule({
      providers: [
        { provide: MAT_DIALOG_DATA, useValue: { due: secondFactor === 'due' } },
        { provide: MatDialogRef, useValue: { close: (done: boolean) => closed.push(done) } },
        { provide: Backend, useValue: { call } },
        { provide: Session, useValue: { account, refresh } },
      ],
    });
    const fixture = TestBed.createComponent(SecondFactorDialog);
    await fixture.whenStable();
    return { fixture, element: fixture.nativeElement as HTMLElement };
  }

  type Opened = Awaited<ReturnType<typeof open>>;

  async function settle({ fixture }: Opened): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
  }

  async function fill(opened: Opened, id: string, value: string): Promise<void> {
    const input = opened.element.querySelector<HTMLInputElement>(`#${id}`)!;
    input.value = value;
    input.dispatchEvent(new Event('input'));
    await settle(opened);
  }

  async function press(opened: Opened, name: string): Promise<void> {
    const buttons = [...opened.element.querySelectorAll('button')];
    buttons.find((button) => button.textContent?.trim() === name)!.click();
    await settle(opened);
  }

  const says = ({ element }: Opened): string | null | undefined =>
    element.querySelector('[role=alert]')?.textContent;

  it('enrols: password, then picture and text of the secret, then a code, then recovery codes', async () => {
    const opened = await open('off');
    await fill(opened, 'factor-password', 'my password');
    await press(opened, 'Go on');
    expect(opened.element.querySelector('tos-qr-code path')?.getAttribute('d')).toMatch(/^M4 4h1/);
    expect(opened.element.querySelector<HTMLInputElement>('#factor-secret')?.value).toBe(proposed.secret);
    await fill(opened, 'factor-code', '123456');
    await press(opened, 'Confirm');
    expect([...opened.element.querySelectorAll('li')].map((one) => one.textContent)).toEqual(recoveryCodes);
    expect([refreshed, closed]).toEqual([0, []]);
    await press(opened, 'I have kept them');
    expect([refreshed, closed]).toEqual([1, [true]]);
    expect(asked).toEqual([
      ['propose', { currentPassword: 'my password' }],
      ['confirm', { code: '123456' }],
    ]);
  });

  it('asks nothing without a password, and says why the API says no', async () => {
    const opened = await open('off');
    await press(opened, 'Go on');
    expect(asked).toEqual([]);
    refuse = new ApiProblem(403, 'wrong-password', 'The current password is wrong');
    await fill(opened, 'factor-password', 'a guess');
    await press(opened, 'Go on');
    expect(says(opened)).toContain('wrong');
    expect(opened.element.querySelector('tos-qr-code')).toBeNull();
  });

  it('keeps the picture when the code is wrong', async () => {
    const opened = await open('due');
    await fill(opened, 'factor-password', 'my password');
    await press(opened, 'Go on');
    refuse = new ApiProblem(403, 'wrong-code', 'The code is wrong');
    await fill(opened, 'factor-code', '000000');
    await press(opened, 'Confirm');
    expect(says(opened)).toContain('wrong');
    expect(opened.element.querySelector('tos-qr-code')).not.toBeNull();
  });

  it('makes recovery codes anew, or removes it, where it is on', async () => {
    const opened = await open('on');
    expect(opened.element.textContent).toContain('7 recovery codes');
    await fill(opened, 'factor-password', 'my password');
    await press(opened, 'New recovery codes');
    expect([...opened.element.querySelectorAll('li')]).toHaveLength(2);
    TestBed.resetTestingModule();
    const again = await open('on');
    await fill(again, 'factor-password', 'my password');
    await press(again, 'Remove');
    expect(asked.map((one) => (one as string[])[0])).toEqual(['renew', 'remove']);
    expect(closed).toEqual([false]);
  });

  it('says that nothing else is open where the role demands one', async () => {
    const opened = await open('due');
    expect(opened.element.textContent).toContain('Your role demands one');
    expect([...opened.element.querySelectorAll('button')].map((one) => one.textContent?.trim())).toEqual([
      'Cancel',
      'Go on',
    ]);
  });
});
