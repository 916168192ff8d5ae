// What the API serves, area by area: every route stands in a controller of this list, in the folder of its area; and the
// first parts of the addresses at which it sends the console's page.

import type { Type } from '@nestjs/common';
import { AccountSessionsController } from './accounts/account-sessions.controller.js';
import { AccountsController } from './accounts/accounts.controller.js';
import { RolesController } from './accounts/roles.controller.js';
import { AuditController } from './audit/audit.controller.js';
import { SecondFactorDemandsController } from './accounts/second-factor-demands.controller.js';
import { ApiKeysController } from './auth/api-keys.controller.js';
import { AuthController } from './auth/auth.controller.js';
import { OwnApiKeysController } from './auth/own-api-keys.controller.js';
import { OwnSessionsController } from './auth/own-sessions.controller.js';
import { SecondFactorController } from './auth/second-factor.controller.js';
import { BackupsController } from './backups/backups.controller.js';
import { ConnectTokensController } from './connect-tokens/connect-tokens.controller.js';
import { EconomyController } from './economy/economy.controller.js';
import { EventsController } from './events/events.controller.js';
import { HealthController } from './health/health.controller.js';
import { SystemHealthController } from './health/system-health.controller.js';
import { MachineTokensController } from './machine-tokens/machine-tokens.controller.js';
import { MapsController } from './maps/maps.controller.js';
import { OpenApiController } from './openapi/openapi.controller.js';
import { CommandCallsController } from './operations/command-calls.controller.js';
import { CommandsController } from './operations/commands.controller.js';
import { GiveCommandsController } from './operations/give-commands.controller.js';
import { HandCommandsController } from './operations/hand-commands.controller.js';
import { PlayerRestoreController } from './players/player-restore.controller.js';
import { HistoryController } from './players/history.controller.js';
import { NotesController } from './players/notes.controller.js';
import { ProposalsController } from './operations/proposals.controller.js';
import { PlayerErasureController } from './players/player-erasure.controller.js';
import { PlayerExportController } from './players/player-export.controller.js';
import { PlayersController } from './players/players.controller.js';
import { SanctionsController } from './players/sanctions.controller.js';
import { ReportsController } from './reports/reports.controller.js';
import { ServerCallsController } from './servers/server-calls.controller.js';
import { ServersController } from './servers/servers.controller.js';
import { FigureHistoryController } from './telemetry/figure-history.controller.js';
import { TicksController } from './telemetry/ticks.controller.js';
import { TelemetryController } from './telemetry/telemetry.controller.js';

interface Area {
  readonly controllers: readonly Type[];
  /** As the console's router has them (admin-ui/src/app: app.routes.ts, navigation/navigation.ts). */
  readonly pages: readonly string[];
}

const areas: readonly Area[] = [
  {
    controllers: [
      AccountsController,
      AccountSessionsController,
      RolesController,
      SecondFactorDemandsController,
    ],
    pages: ['accounts', 'roles'],
  },
  { controllers: [AuditController], pages: ['audit'] },
  {
    controllers: [
      ApiKeysController,
      AuthController,
      OwnApiKeysController,
      OwnSessionsController,
      SecondFactorController,
    ],
    pages: ['login', 'no-access', 'api-keys'],
  },
  { controllers: [BackupsController], pages: ['backups'] },
  { controllers: [ConnectTokensController], pages: [] },
  { controllers: [EconomyController], pages: ['economy'] },
  { controllers: [EventsController], pages: [''] },
  { controllers: [HealthController, SystemHealthController], pages: ['unavailable', 'system-health'] },
  { controllers: [MachineTokensController], pages: ['tokens'] },
  { controllers: [MapsController], pages: ['map'] },
  { controllers: [OpenApiController], pages: [] },
  {
    controllers: [
      CommandCallsController,
      CommandsController,
      GiveCommandsController,
      HandCommandsController,
      ProposalsController,
    ],
    pages: ['approvals'],
  },
  {
    controllers: [
      HistoryController,
      PlayerRestoreController,
      NotesController,
      PlayerErasureController,
      PlayerExportController,
      PlayersController,
      SanctionsController,
    ],
    pages: ['players'],
  },
  { controllers: [ReportsController], pages: ['reports'] },
  { controllers: [ServerCallsController, ServersController], pages: ['servers'] },
  { controllers: [FigureHistoryController, TelemetryController, TicksController], pages: ['monitoring'] },
];

export const controllers: readonly Type[] = areas.flatMap((area) => area.controllers);

export const consolePages: ReadonlySet<string> = new Set(areas.flatMap(({ pages }) => pages));
