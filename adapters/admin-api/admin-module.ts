// The controllers of all areas, what runs beside them, and what composition gives them.

import { Global, Module, type DynamicModule, type Provider } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { TerminusModule } from '@nestjs/terminus';
import { AccessGuard } from './access/access-guard.js';
import { controllers } from './areas.js';
import { StreamKeeper } from './events/stream-keeper.js';
import { Closing } from './http/closing.js';
import { CommandWatch } from './operations/command-watch.js';
import { HeldCalls } from './operations/held-calls.js';

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
      controllers: [...controllers],
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
