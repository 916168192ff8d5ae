// What keys open, in words; and a call that tries one as it stands.
import { Permission } from '../session/session';

/** One without an entry is called by its name. */
const words: Partial<Record<Permission, string>> = {
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
  'players:unnote': 'take away notes of others',
  'players:sanction-long': 'sanction for more than a week',
  'players:ledger': 'read bags and ledger of players',
  'players:export': 'export players',
  'players:erase': 'erase players for good',
  'servers:broadcast': 'broadcast',
  'servers:drain': 'drain and restart servers',
  'economy:switch': 'switch verbs of the economy',
  'servers:manage': 'change and remove servers',
  'accounts:read': 'see accounts of operators',
};

export function inWords(permission: Permission): string {
  return words[permission] ?? permission;
}

/** For a POSIX shell; `origin` is that of the console, where the API is. Every key may ask what it is. */
export function exampleCall(token: string, origin: string): string {
  return [`curl ${origin}/api/v1/api-keys/current \\`, `  -H 'authorization: Bearer ${token}'`].join('\n');
}
