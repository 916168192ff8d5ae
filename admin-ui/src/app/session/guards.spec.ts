import { TestBed } from '@angular/core/testing';
import { Router, provideRouter } from '@angular/router';
import { Component } from '@angular/core';
import { OwnAccount } from '../api/models';
import { Backend } from '../backend/backend';
import { ApiProblem } from '../backend/problem';
import { Session } from './session';
import { needsNoSession, needsPermission, needsSession } from './guards';

@Component({ template: '' })
class Blank {}

const viewer: OwnAccount = {
  id: 'a1',
  name: 'vera',
  role: 'viewer',
  permissions: ['servers:read'],
  passwordChangeDue: false,
  secondFactor: 'off',
  recoveryCodesLeft: 0,
};

describe('a visit', () => {
  let me: () => Promise<OwnAccount>;
  let router: Router;

  beforeEach(() => {
    const routes = [
      { path: 'login', component: Blank, canActivate: [needsNoSession] },
      { path: 'unavailable', component: Blank },
      {
        path: '',
        canActivate: [needsSession],
        children: [
          { path: 'servers', component: Blank, canActivate: [needsPermission('servers:read')] },
          { path: 'accounts', component: Blank, canActivate: [needsPermission('accounts:manage')] },
          { path: 'no-access', component: Blank },
        ],
      },
    ];
    TestBed.configureTestingModule({
      providers: [provideRouter(routes), { provide: Backend, useValue: { me: () => me() } }],
    });
    router = TestBed.inject(Router);
  });

  async function visit(url: string): Promise<string> {
    await router.navigateByUrl(url);
    return router.url;
  }

  it('of somebody signed in goes where the permissions lead', async () => {
    me = () => Promise.resolve(viewer);
    expect(await visit('/servers')).toBe('/servers');
    expect(await visit('/accounts')).toBe('/no-access');
  });

  it('of somebody who still has the first password goes to the login, where it is changed', async () => {
    me = () => Promise.resolve({ ...viewer, passwordChangeDue: true });
    expect(await visit('/servers')).toBe('/login?back=%2Fservers');
  });

  it('of somebody who lacks a second factor that is demanded goes there too', async () => {
    me = () => Promise.resolve({ ...viewer, secondFactor: 'due' });
    expect(await visit('/servers')).toBe('/login?back=%2Fservers');
  });

  it('of a stranger goes to the login, with the way back', async () => {
    me = () => Promise.reject(new ApiProblem(401, 'not-authenticated', 'Log in first'));
    expect(await visit('/servers')).toBe('/login?back=%2Fservers');
  });

  it('of the login page by somebody signed in goes on to where it would have led, in this console only', async () => {
    me = () => Promise.resolve(viewer);
    expect(await visit('/login?back=%2Fservers')).toBe('/servers');
    expect(await visit('/login')).toBe('/');
    expect(await visit('/login?back=%2F%2Felsewhere.example')).toBe('/');
    expect(await visit('/login?back=%2Flogin%3Fback%3D%2Flogin')).toBe('/');
  });

  it('of the login page by anybody else stays there', async () => {
    for (const more of [{ passwordChangeDue: true }, { secondFactor: 'due' as const }]) {
      me = () => Promise.resolve({ ...viewer, ...more });
      expect(await visit('/login?back=%2Fservers')).toBe('/login?back=%2Fservers');
      TestBed.inject(Session).ended();
    }
    expect(await visit('/login')).toBe('/login');
  });

  it('of the login page while nobody can say who it is stays there', async () => {
    me = () => Promise.reject(new ApiProblem(503, 'unavailable', 'No database'));
    expect(await visit('/login')).toBe('/login');
  });

  it('waits, and asks for no password, while the API cannot say who it is', async () => {
    me = () => Promise.reject(new ApiProblem(503, 'unavailable', 'No database'));
    expect(await visit('/servers')).toBe('/unavailable?back=%2Fservers');
  });
});
