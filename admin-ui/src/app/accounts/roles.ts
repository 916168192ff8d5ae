// The roles an account may hold, with what they mean. The API declares their permissions.
export const roles = [
  { value: 'viewer', name: 'Viewer', means: 'sees servers, players and maps' },
  { value: 'moderator', name: 'Moderator', means: 'as a viewer, kicks players and speaks to all of them' },
  {
    value: 'admin',
    name: 'Admin',
    means:
      'as a moderator, drains and moves servers, switches parts of the economy off, exports and erases players, and reads the audit log',
  },
  { value: 'owner', name: 'Owner', means: 'everything, including accounts' },
] as const;
