// Addresses of the console. Pages load lazily; everything but the login stands in the shell behind the session.
import { Routes } from '@angular/router';
import { needsPermission, needsSession } from './session/guards';
import { UnavailablePage } from './session/unavailable-page';

export const routes: Routes = [
  {
    path: 'login',
    title: 'Sign in',
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
      {
        path: '',
        pathMatch: 'full',
        title: 'Dashboard',
        canActivate: [needsPermission('live:read')],
        loadComponent: () => import('./dashboard/dashboard-page').then((m) => m.DashboardPage),
      },
      {
        path: 'servers',
        title: 'Servers',
        canActivate: [needsPermission('servers:read')],
        loadComponent: () => import('./servers/servers-page').then((m) => m.ServersPage),
      },
      {
        path: 'servers/:id',
        title: 'Server',
        canActivate: [needsPermission('servers:read')],
        loadComponent: () => import('./servers/server-page').then((m) => m.ServerPage),
      },
      {
        path: 'players',
        title: 'Players',
        canActivate: [needsPermission('players:read')],
        loadComponent: () => import('./players/players-page').then((m) => m.PlayersPage),
      },
      {
        path: 'map',
        title: 'Map',
        canActivate: [needsPermission('maps:read')],
        loadComponent: () => import('./map/map-page').then((m) => m.MapPage),
      },
      {
        path: 'accounts',
        title: 'Accounts',
        canActivate: [needsPermission('accounts:manage')],
        loadComponent: () => import('./accounts/accounts-page').then((m) => m.AccountsPage),
      },
      {
        path: 'audit',
        title: 'Audit log',
        canActivate: [needsPermission('audit:read')],
        loadComponent: () => import('./audit/audit-page').then((m) => m.AuditPage),
      },
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
