// The places of the console, in the order they are shown, each with the permission it needs and its page. Routes,
// navigation and command palette are made of this list.
import { Type } from '@angular/core';
import { Permission } from '../session/session';
import { IconName } from '../ui/icon';

/** proposals: that wait for a second person; faults: checks of the system that are not well. */
export type PlaceCount = 'proposals' | 'faults';

export interface ConsolePage {
  readonly path: string;
  readonly name: string;
  readonly icon: IconName;
  readonly permission: Permission;
  /** What is counted beside its name. */
  readonly counts?: PlaceCount;
  /** Loaded when somebody goes there. */
  readonly page: () => Promise<Type<unknown>>;
}

export const places: readonly ConsolePage[] = [
  {
    ...{ path: '/', name: 'Dashboard', icon: 'dashboard', permission: 'live:read' },
    page: () => import('../dashboard/dashboard-page').then((m) => m.DashboardPage),
  },
  {
    ...{ path: '/servers', name: 'Servers', icon: 'servers', permission: 'servers:read' },
    page: () => import('../servers/servers-page').then((m) => m.ServersPage),
  },
  {
    ...{ path: '/monitoring', name: 'Monitoring', icon: 'chart', permission: 'servers:read' },
    page: () => import('../monitoring/monitoring-page').then((m) => m.MonitoringPage),
  },
  {
    ...{ path: '/players', name: 'Players', icon: 'players', permission: 'players:read' },
    page: () => import('../players/players-page').then((m) => m.PlayersPage),
  },
  {
    ...{ path: '/reports', name: 'Reports', icon: 'alert', permission: 'reports:read' },
    page: () => import('../reports/reports-page').then((m) => m.ReportsPage),
  },
  {
    ...{ path: '/map', name: 'Map', icon: 'map', permission: 'maps:read' },
    page: () => import('../map/map-page').then((m) => m.MapPage),
  },
  {
    ...{ path: '/economy', name: 'Economy', icon: 'economy', permission: 'economy:read' },
    page: () => import('../economy/economy-page').then((m) => m.EconomyPage),
  },
  {
    ...{
      path: '/approvals',
      name: 'Approvals',
      icon: 'check',
      permission: 'players:approve',
      counts: 'proposals',
    },
    page: () => import('../approvals/approvals-page').then((m) => m.ApprovalsPage),
  },
  {
    ...{ path: '/accounts', name: 'Accounts', icon: 'accounts', permission: 'accounts:read' },
    page: () => import('../accounts/accounts-page').then((m) => m.AccountsPage),
  },
  {
    ...{ path: '/roles', name: 'Roles', icon: 'list', permission: 'accounts:read' },
    page: () => import('../roles/roles-page').then((m) => m.RolesPage),
  },
  {
    ...{ path: '/tokens', name: 'Tokens', icon: 'key', permission: 'tokens:manage' },
    page: () => import('../tokens/tokens-page').then((m) => m.TokensPage),
  },
  {
    ...{ path: '/api-keys', name: 'API keys', icon: 'key', permission: 'account:self' },
    page: () => import('../api-keys/api-keys-page').then((m) => m.ApiKeysPage),
  },
  {
    ...{ path: '/backups', name: 'Backups', icon: 'backups', permission: 'backups:read' },
    page: () => import('../backups/backups-page').then((m) => m.BackupsPage),
  },
  {
    ...{
      path: '/system-health',
      name: 'System health',
      icon: 'pulse',
      permission: 'servers:read',
      counts: 'faults',
    },
    page: () => import('../system-health/health-page').then((m) => m.HealthPage),
  },
  {
    ...{ path: '/audit', name: 'Audit log', icon: 'audit', permission: 'audit:read' },
    page: () => import('../audit/audit-page').then((m) => m.AuditPage),
  },
];
