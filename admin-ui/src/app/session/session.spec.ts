import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter } from '@angular/router';
import { Backend } from '../backend/backend';
import { endOfSession } from './end-of-session';
import { SAID_SESSION } from './said-session';
import { Session } from './session';

const account = { id: 'a1', name: 'ada', role: 'viewer', permissions: ['servers:read'] };

describe('the session', () => {
  let http: HttpTestingController;
  let session: Session;

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([endOfSession])),
        provideHttpClientTesting(),
        provideRouter([{ path: '**', children: [] }]),
      ],
    });
    http = TestBed.inject(HttpTestingController);
    session = TestBed.inject(Session);
  });

  const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

  async function signIn(): Promise<void> {
    const signing = session.signIn('ada', 'secret');
    http.expectOne('/api/v1/auth/login').flush({ account, codeDue: false });
    await signing;
  }

  it('asks only once who is there', async () => {
    const first = session.restore();
    http.expectOne('/api/v1/auth/me').flush({ error: {} }, { status: 401, statusText: 'Unauthorized' });
    expect(await first).toBeNull();
    expect(await session.restore()).toBeNull();
    http.verify();
  });

  it('asks nothing when the page says that nobody is there', async () => {
    TestBed.resetTestingModule();
    const backend = { me: () => Promise.reject(new Error('asked')) };
    const none = { provide: SAID_SESSION, useValue: 'none' };
    TestBed.configureTestingModule({ providers: [none, { provide: Backend, useValue: backend }] });
    expect(await TestBed.inject(Session).restore()).toBeNull();
  });

  it('asks again when the API could not say', async () => {
    const first = session.restore();
    http.expectOne('/api/v1/auth/me').flush(null, { status: 503, statusText: 'Unavailable' });
    await expect(first).rejects.toMatchObject({ status: 503 });
    const second = session.restore();
    http.expectOne('/api/v1/auth/me').flush({ account });
    expect((await second)?.name).toBe('ada');
  });

  it('may what the account may, and nothing after signing out', async () => {
    await signIn();
    expect(session.may('servers:read')).toBe(true);
    expect(session.may('accounts:manage')).toBe(false);
    const leaving = session.signOut();
    http.expectOne('/api/v1/auth/logout').flush(null, { status: 204, statusText: 'No Content' });
    await leaving;
    expect(session.may('servers:read')).toBe(false);
  });

  it('knows when its first password has been changed', async () => {
    const signing = session.signIn('ada', 'secret');
    http.expectOne('/api/v1/auth/login').flush({ account: { ...account, passwordChangeDue: true } });
    await signing;
    expect(session.account()?.passwordChangeDue).toBe(true);
    const changing = session.changePassword('secret', 'a new one');
    http.expectOne('/api/v1/auth/password').flush(null, { status: 204, statusText: 'No Content' });
    await changing;
    expect(session.account()?.passwordChangeDue).toBe(false);
  });

  it('is there with the code, where one is due', async () => {
    const signing = session.signIn('ada', 'secret');
    http.expectOne('/api/v1/auth/login').flush({ account: null, codeDue: true });
    expect(await signing).toBe(false);
    expect(session.account()).toBeNull();
    const sending = session.sendCode('123456');
    const asked = http.expectOne('/api/v1/auth/login/code');
    expect(asked.request.body).toEqual({ code: '123456' });
    asked.flush({ account });
    await sending;
    expect(session.account()?.name).toBe('ada');
  });

  it('goes to the login when the role demands a second factor by now', async () => {
    await signIn();
    const asking = TestBed.inject(Backend).servers();
    const error = { code: 'second-factor-due', message: 'Enrol one first' };
    http.expectOne('/api/v1/servers').flush({ error }, { status: 403, statusText: 'Forbidden' });
    await expect(asking).rejects.toMatchObject({ status: 403 });
    await turn();
    expect(session.account()).toBeNull();
  });

  it('goes to the login, with the way back, when an answer says the session is over', async () => {
    await signIn();
    const router = TestBed.inject(Router);
    await router.navigateByUrl('/players?search=b');
    const asking = TestBed.inject(Backend).servers();
    http.expectOne('/api/v1/servers').flush({ error: {} }, { status: 401, statusText: 'Unauthorized' });
    await expect(asking).rejects.toMatchObject({ status: 401 });
    await turn();
    expect(session.account()).toBeNull();
    expect(router.url).toBe('/login?back=%2Fplayers%3Fsearch%3Db&ended=true');
  });

  it('keeps nothing of itself in the browser', async () => {
    await signIn();
    expect(JSON.stringify({ ...localStorage, ...sessionStorage })).not.toMatch(/ada|a1|secret/);
  });
});
