// Migrations of several stores' tables, in order. Applied ones are never changed; a new one is added at the end. What
// concerns one store lies in a folder of its area, and stands with it (`tables`).

import type { MigrationObject } from '@mikro-orm/core';
import { AuditQuestions } from './audit-questions.js';
import { ClosedVerbs } from './closed-verbs.js';
import { ConnectTokens } from './connect-tokens.js';
import { FirstTables } from './first-tables.js';
import { UnmeasuredMemory } from './unmeasured-memory.js';
import { MachineIdentity } from './machine-identity.js';
import { PlansOfServers } from './plans-of-servers.js';
import { PlayersByCharacter } from './players-by-character.js';
import { LogInSafety } from './log-in-safety.js';

export const commonMigrations: readonly MigrationObject[] = [
  { name: '2026-11-21-first-tables', class: FirstTables },
  { name: '2026-11-21-connect-tokens', class: ConnectTokens },
  { name: '2026-11-28-audit-questions', class: AuditQuestions },
  { name: '2026-11-28-unmeasured-memory', class: UnmeasuredMemory },
  { name: '2026-11-28-machine-identity', class: MachineIdentity },
  { name: '2026-11-28-players-by-character', class: PlayersByCharacter },
  { name: '2026-11-28-log-in-safety', class: LogInSafety },
  { name: '2026-11-29-closed-verbs', class: ClosedVerbs },
  { name: '2026-11-30-plans-of-servers', class: PlansOfServers },
];
