// Every route of the API stands in a controller of this list, in the folder of its area; and what composition gives them.

import { Global, Module, type DynamicModule, type Provider } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { TerminusModule } from '@nestjs/terminus';
import { AccessGuard } from './access/access-guard.js';
import { AccountsController } from './accounts/accounts.controller.js';
import { AuditController } from './audit/audit.controller.js';
import { AuthController } from './auth/auth.controller.js';
import { ConnectTokensController } from './connect-tokens/connect-tokens.controller.js';
import { EventsController } from './events/events.controller.js';
import { StreamKeeper } from './events/stream-keeper.js';
import { HealthController } from './health/health.controller.js';
import { Closing } from './http/closing.js';
import { MachineTokensController } from './machine-tokens/machine-tokens.controller.js';
import { MapsController } from './maps/maps.controller.js';
import { OpenApiController } from './openapi/openapi.controller.js';
import { CommandCallsController } from './operations/command-calls.controller.js';
import { CommandWatch } from './operations/command-watch.js';
import { CommandsController } from './operations/commands.controller.js';
import { HeldCalls } from './operations/held-calls.js';
import { PlayersController } from './players/players.controller.js';
import { ServerCallsController } from './servers/server-calls.controller.js';
import { ServersController } from './servers/servers.controller.js';
import { TelemetryController } from './telemetry/telemetry.controller.js';

const controllers = [
  AccountsController,
  AuditController,
  AuthController,
  ConnectTokensController,
  EventsController,
  HealthController,
  MachineTokensController,
  MapsController,
  OpenApiController,
  CommandCallsController,
  CommandsController,
  PlayersController,
  ServerCallsController,
  ServersController,
  TelemetryController,
];

/** What runs beside the routes, from the start of the API to its end. */
const keepers = [StreamKeeper, CommandWatch];

@Global()
@Module({})
export class AdminModule {
  /** `given` binds every token of tokens.ts. */
  static with(given: readonly (Provider & { provide: symbol })[]): DynamicModule {
    return {
      module: AdminModule,
      imports: [
        DiscoveryModule,
        // Readiness is logged by who asks; a line per failed probe would flood the log while the database is away.
        TerminusModule.forRoot({ logger: false, errorLogStyle: 'json' }),
      ],
      controllers,
      providers: [
        ...given,
        ...keepers,
        Closing,
        { provide: HeldCalls, useFactory: () => new HeldCalls() },
        { provide: APP_GUARD, useClass: AccessGuard },
      ],
      exports: given.map(({ provide }) => provide),
    };
  }
}
