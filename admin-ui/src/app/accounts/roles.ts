// The roles an account may hold, as menus offer them: the four from the one that may do least, with what they mean, then
// those that were made. The API declares their permissions.
import { ListedRole } from '../api/models';

export interface RoleChoice {
  readonly value: string;
  readonly name: string;
  readonly means: string;
}

export const builtInRoles: readonly RoleChoice[] = [
  { value: 'viewer', name: 'Viewer', means: 'sees servers, players and maps' },
  { value: 'moderator', name: 'Moderator', means: 'as a viewer, kicks players and speaks to all of them' },
  {
    value: 'admin',
    name: 'Admin',
    means:
      'as a moderator, drains and moves servers, switches parts of the economy off, exports and erases players, and reads the audit log',
  },
  { value: 'owner', name: 'Owner', means: 'everything, including accounts' },
];

/** Of what the API lists; the four alone while it has not answered. */
export function roleChoices(listed: readonly ListedRole[] = []): readonly RoleChoice[] {
  const made = listed.filter(({ builtIn }) => !builtIn);
  return [...builtInRoles, ...made.map(({ name, means }) => ({ value: name, name, means }))];
}
