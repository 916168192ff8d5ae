// Addresses of the console. Pages load lazily; everything but the login stands in the shell behind the session.
import { Route, Routes } from '@angular/router';
import { needsNoSession, needsPermission, needsSession } from './session/guards';
import { UnavailablePage } from './session/unavailable-page';
import { ConsolePage, places } from './navigation/navigation';

function routeOf({ path, name, permission, page }: ConsolePage): Route {
  return {
    path: path.slice(1),
    pathMatch: 'full',
    title: name,
    canActivate: [needsPermission(permission)],
    loadComponent: page,
  };
}

export const routes: Routes = [
  {
    path: 'login',
    title: 'Sign in',
    canActivate: [needsNoSession],
    loadComponent: () => import('./login/login-page').then((m) => m.LoginPage),
  },
  {
    path: 'unavailable',
    title: 'Not available',
    // Not loaded when needed: then nothing can be loaded.
    component: UnavailablePage,
  },
  {
    path: '',
    canActivate: [needsSession],
    loadComponent: () => import('./shell/shell').then((m) => m.Shell),
    children: [
      ...places.map(routeOf),
      {
        path: 'servers/:id',
        title: 'Server',
        canActivate: [needsPermission('servers:read')],
        loadComponent: () => import('./servers/server-page').then((m) => m.ServerPage),
      },
      {
        path: 'reports/:id',
        title: 'Report',
        canActivate: [needsPermission('reports:read')],
        loadComponent: () => import('./reports/report-page').then((m) => m.ReportPage),
      },
      ...['players/:id/ledger', 'servers/:id/stacks/:stack'].map((path) => ({
        path,
        title: 'Ledger',
        canActivate: [needsPermission('players:ledger')],
        loadComponent: () => import('./ledger/ledger-page').then((m) => m.LedgerPage),
      })),
      {
        path: 'no-access',
        title: 'No access',
        loadComponent: () => import('./shell/no-access-page').then((m) => m.NoAccessPage),
      },
      {
        path: '**',
        title: 'Not found',
        loadComponent: () => import('./shell/not-found-page').then((m) => m.NotFoundPage),
      },
    ],
  },
];
