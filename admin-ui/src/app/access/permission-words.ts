// What keys and roles open, in words.
import { Permission } from '../session/session';

const words: Readonly<Record<Permission, string>> = {
  'account:self': 'see to the own account',
  'servers:read': 'see servers',
  'players:read': 'see players',
  'maps:read': 'see maps',
  'live:read': 'follow events and figures',
  'audit:read': 'read the audit log',
  'backups:read': 'see backups',
  'backups:make': 'make backups',
  'backups:verify': 'verify backups',
  'commands:read': 'see commands',
  'players:kick': 'kick players',
  'players:help': 'heal and teleport players',
  'players:give': 'give and take items and coins',
  'players:mute': 'mute players',
  'players:ban': 'ban players',
  'players:lift': 'lift sanctions',
  'players:note': 'write notes about players',
  'reports:read': 'read what players report of others, with what was said',
  'reports:resolve': 'take and decide reports of players',
  'players:unnote': 'take away notes of others',
  'players:sanction-long': 'sanction for more than a week',
  'players:ledger': 'read bags and ledger of players',
  'players:export': 'export players',
  'players:erase': 'erase players for good',
  'servers:broadcast': 'broadcast',
  'servers:drain': 'drain and restart servers',
  'players:approve': 'decide what others propose',
  'economy:read': 'read the figures of the economy',
  'economy:switch': 'switch verbs of the economy',
  'servers:manage': 'change and remove servers',
  'tokens:manage': 'manage tokens of machines and keys of colleagues',
  'accounts:unlock': 'unlock accounts',
  'accounts:read': 'see accounts of operators',
  'accounts:reset': 'give colleagues another password',
  'accounts:manage': 'manage accounts and roles',
};

/** One that the API knows and this page does not is called by its name. */
export function inWords(permission: Permission): string {
  return (words as Readonly<Record<string, string | undefined>>)[permission] ?? permission;
}
