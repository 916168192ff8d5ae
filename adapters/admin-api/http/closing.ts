// The end of the API. From its beginning every request is refused with 503 and its connection closed; what is under way
// has a moment to finish, then every connection is cut: a client that sends or reads slowly holds up no stop.

import { Inject, Injectable, type OnApplicationShutdown, type OnModuleDestroy } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { Server } from 'node:http';

/** As long as a slow query and its answer may take. */
export const closingMsMax = 2_000;

@Injectable()
export class Closing implements OnModuleDestroy, OnApplicationShutdown {
  hasBegun = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(@Inject(HttpAdapterHost) private readonly host: HttpAdapterHost) {}

  /** The first that Nest calls, before it stops listening. */
  onModuleDestroy(): void {
    this.hasBegun = true;
    const server = this.host.httpAdapter.getHttpServer() as Server;
    this.#timer = setTimeout(() => server.closeAllConnections(), closingMsMax);
  }

  /** The last, with the server closed. */
  onApplicationShutdown(): void {
    clearTimeout(this.#timer);
  }
}
