// Checks and their states in words.
import { CheckState } from '../api/models';

export const stateWords: Readonly<Record<CheckState, string>> = {
  well: 'Well',
  notice: 'Look at it',
  unknown: 'Not known',
  ill: 'Not well',
};

/** Of a badge. */
export const stateTones: Readonly<Record<CheckState, string>> = {
  well: 'ok',
  notice: 'warn',
  unknown: '',
  ill: 'bad',
};

const names: Readonly<Record<string, string>> = {
  'sign-of-life': 'Sign of life',
  figures: 'Figures',
  'own-checks': 'Its own checks',
  database: 'Database',
  'database-connections': 'Connections to the database',
  'database-disk': 'Disk of the database',
  disk: 'Disk',
  backups: 'Backups',
  replicas: 'Replicas of the API',
  simulation: 'Simulation',
  'character-store': 'Store of characters',
  'characters-saved': 'Saves of characters',
  'accepting-players': 'Lets players in',
  economy: 'Verbs of the economy',
  conservation: 'Sums of the economy',
  journal: 'Journal',
  content: 'Content',
  'admin-api': 'Taken by this API',
};

/** One without an entry is called by its name. */
export function nameOf(check: string): string {
  return Object.hasOwn(names, check) ? names[check]! : check;
}
