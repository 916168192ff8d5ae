import { TestBed } from '@angular/core/testing';
import { MatDialog } from '@angular/material/dialog';
import { Router, provideRouter } from '@angular/router';
import { Backend } from '../backend/backend';
import { ApiProblem } from '../backend/problem';
import { LoginPage } from './login-page';

const account = {
  id: 'a1',
  name: 'ada',
  role: 'viewer',
  permissions: [],
  passwordChangeDue: false,
  secondFactor: 'on',
};

describe('the login page', () => {
  let sent: unknown[];
  let answers: (() => Promise<unknown>)[];

  beforeEach(() => {
    [sent, answers] = [[], []];
    const answer = (...given: unknown[]) => {
      sent.push(given);
      return answers.shift()!();
    };
    TestBed.configureTestingModule({
      providers: [
        provideRouter([{ path: '**', children: [] }]),
        { provide: Backend, useValue: { login: answer, sendCode: answer } },
        { provide: MatDialog, useValue: {} },
      ],
    });
  });

  async function open() {
    const fixture = TestBed.createComponent(LoginPage);
    await fixture.whenStable();
    const element = fixture.nativeElement as HTMLElement;
    const send = async (fields: Record<string, string>): Promise<void> => {
      for (const [id, value] of Object.entries(fields)) {
        const input = element.querySelector<HTMLInputElement>(`#${id}`)!;
        input.value = value;
        input.dispatchEvent(new Event('input'));
      }
      await fixture.whenStable();
      element.querySelector('form')!.dispatchEvent(new Event('submit'));
      await new Promise((resolve) => setTimeout(resolve));
      await fixture.whenStable();
    };
    return { element, send };
  }

  const credentials = { 'login-name': 'ada', 'login-password': 'secret' };
  const refusal = (code: string, message: string) => () => Promise.reject(new ApiProblem(403, code, message));

  it('asks for the code where one is due, says when it is wrong, and goes on with the right one', async () => {
    const { element, send } = await open();
    const navigate = vi.spyOn(TestBed.inject(Router), 'navigateByUrl');
    answers = [
      () => Promise.resolve(null),
      refusal('wrong-code', 'The code is wrong'),
      () => Promise.resolve(account),
    ];
    await send(credentials);
    expect(element.querySelector('#login-password')).toBeNull();
    await send({ 'login-code': '000000' });
    expect(element.querySelector('[role=alert]')?.textContent).toContain('The code is wrong');
    expect(element.querySelector<HTMLInputElement>('#login-code')?.value).toBe('');
    expect(navigate).not.toHaveBeenCalled();
    await send({ 'login-code': '123456' });
    expect(navigate).toHaveBeenCalledWith('/', { replaceUrl: true });
    expect(sent).toEqual([['ada', 'secret'], ['000000'], ['123456']]);
  });

  it('begins with name and password again when the log-in is over', async () => {
    const { element, send } = await open();
    answers = [() => Promise.resolve(null), refusal('login-expired', 'It took too long')];
    await send(credentials);
    await send({ 'login-code': '123456' });
    expect(element.querySelector('#login-code')).toBeNull();
    expect(element.querySelector('#login-password')).not.toBeNull();
    expect(element.querySelector('[role=alert]')?.textContent).toContain('It took too long');
  });
});
