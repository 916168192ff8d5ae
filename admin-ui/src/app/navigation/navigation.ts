// The places of the console, in the order they are shown, each with the permission it needs.
import { Permission } from '../session/session';
import { IconName } from '../ui/icon';

export interface ConsolePage {
  readonly path: string;
  readonly name: string;
  readonly icon: IconName;
  readonly permission: Permission;
}

export const places: readonly ConsolePage[] = [
  { path: '/', name: 'Dashboard', icon: 'dashboard', permission: 'live:read' },
  { path: '/servers', name: 'Servers', icon: 'servers', permission: 'servers:read' },
  { path: '/players', name: 'Players', icon: 'players', permission: 'players:read' },
  { path: '/map', name: 'Map', icon: 'map', permission: 'maps:read' },
  { path: '/accounts', name: 'Accounts', icon: 'accounts', permission: 'accounts:manage' },
  { path: '/audit', name: 'Audit log', icon: 'audit', permission: 'audit:read' },
];
