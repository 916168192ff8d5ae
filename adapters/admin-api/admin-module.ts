// The API's areas, and what composition gives them.

import { Global, Module, type DynamicModule, type Provider } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { AccessGuard } from './access/access-guard.js';
import { AccountsModule } from './accounts/accounts.module.js';
import { AuditModule } from './audit/audit.module.js';
import { AuthModule } from './auth/auth.module.js';
import { ConnectTokensModule } from './connect-tokens/connect-tokens.module.js';
import { EventsModule } from './events/events.module.js';
import { HealthModule } from './health/health.module.js';
import { Closing } from './http/closing.js';
import { MachineTokensModule } from './machine-tokens/machine-tokens.module.js';
import { MapsModule } from './maps/maps.module.js';
import { OpenApiModule } from './openapi/openapi.module.js';
import { OperationsModule } from './operations/operations.module.js';
import { PlayersModule } from './players/players.module.js';
import { ServersModule } from './servers/servers.module.js';
import { TelemetryModule } from './telemetry/telemetry.module.js';

@Global()
@Module({})
export class AdminModule {
  /** `given` binds every token of tokens.ts. */
  static with(given: readonly (Provider & { provide: symbol })[]): DynamicModule {
    return {
      module: AdminModule,
      imports: [
        DiscoveryModule,
        AuthModule,
        AccountsModule,
        AuditModule,
        ServersModule,
        TelemetryModule,
        ConnectTokensModule,
        MachineTokensModule,
        PlayersModule,
        OperationsModule,
        MapsModule,
        EventsModule,
        HealthModule,
        OpenApiModule,
      ],
      providers: [...given, Closing, { provide: APP_GUARD, useClass: AccessGuard }],
      exports: given.map(({ provide }) => provide),
    };
  }
}
