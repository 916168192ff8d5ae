// Puts the API together: Nest on Fastify, ready to listen or to be asked in tests. Opens no port by itself.

import 'reflect-metadata';
import fastifyCookie from '@fastify/cookie';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import type { AdminPorts } from '#application/admin/access/admin-ports.js';
import type { OwnHealth } from '#application/admin/monitoring/read-health.js';
import type { Log } from '#ports/system/log.js';
import type { MetricSeries } from '#ports/system/metric-series.js';
import { originForm } from '#ports/network/request-head.js';
import type { ReadinessProbe } from '#ports/system/readiness-probe.js';
import { listRoutes, refuseUndeclaredRoutes } from './access/list-routes.js';
import { AdminModule } from './admin-module.js';
import { consolePages } from './areas.js';
import { isConsoleAddress, isConsoleFile, serveConsole } from './console/serve-console.js';
import { sessionWord } from './console/session-word.js';
import type { EventStreams } from './events/event-streams.js';
import { ApiMetrics } from './health/api-metrics.js';
import { FullDiskProbe } from './health/full-disk-probe.js';
import { AllowedOrigins } from './http/allowed-origins.js';
import { AllowedMethods } from './access/allowed-methods.js';
import { answerBrokenRequest, answerOddRequests } from './http/broken-requests.js';
import { ClientAddresses } from './http/client-address.js';
import { Closing } from './http/closing.js';
import { ErrorFilter, toApiError } from './http/error-filter.js';
import { acceptJsonBodies, bodyBytesMax } from './http/json-body.js';
import { addRequestHooks } from './request-hooks.js';
import { securityHeaders } from './http/security-headers.js';
import { ValidationPipe } from './http/validation-pipe.js';
import { NestLog } from './nest-log.js';
import { makeDocument } from './openapi/document.js';
import { isHttps, type AdminApiSettings } from './wiring/settings.js';
import {
  ADMIN_PORTS,
  API_METRICS,
  EVENT_STREAMS,
  LOG,
  OPENAPI_DOCUMENT,
  OWN_HEALTH,
  READINESS_PROBES,
  SETTINGS,
} from './wiring/tokens.js';

export interface AdminAppParts {
  /** `ports.live` is `streams`. */
  readonly ports: AdminPorts;
  readonly streams: EventStreams;
  readonly probes: readonly ReadinessProbe[];
  /** What operators are shown besides. */
  readonly health: OwnHealth;
  readonly settings: AdminApiSettings;
  readonly log: Log;
  /** Shown on the API's page of metrics besides its own. */
  readonly moreMetrics?: readonly MetricSeries[];
}

/** Rejects when a route does not declare who may call it. */
export async function createAdminApp(parts: AdminAppParts): Promise<NestFastifyApplication> {
  const addresses = new ClientAddresses(parts.settings.trustedProxies);
  const metrics = new ApiMetrics(parts.streams, addresses, parts.moreMetrics);
  const disk = new FullDiskProbe();
  const origins = new AllowedOrigins(parts.settings.corsOrigins);
  const adapter = makeFastify(parts.settings, origins);
  const module = AdminModule.with([
    { provide: ADMIN_PORTS, useValue: parts.ports },
    { provide: SETTINGS, useValue: parts.settings },
    { provide: LOG, useValue: parts.log },
    { provide: READINESS_PROBES, useValue: [...parts.probes, disk] },
    { provide: OWN_HEALTH, useValue: parts.health },
    { provide: EVENT_STREAMS, useValue: parts.streams },
    { provide: API_METRICS, useValue: metrics },
    { provide: OPENAPI_DOCUMENT, useValue: () => makeDocument(app, parts.settings.version) },
  ]);
  const app: NestFastifyApplication = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    logger: new NestLog(parts.log),
    bodyParser: false,
    abortOnError: false,
  });
  app.useGlobalPipes(new ValidationPipe());
  app.useGlobalFilters(new ErrorFilter(parts.log, () => disk.note()));

  const fastify = adapter.getInstance();
  answerOddRequests(fastify.server, { https: isHttps(parts.settings), origins });
  acceptJsonBodies(fastify);
  let allowed: AllowedMethods | undefined;
  const { settings, log } = parts;
  const isOfConsole = (path: string) =>
    isConsoleAddress(consolePages, path) || isConsoleFile(settings.consoleDir, path);
  const methods = () => (allowed ??= new AllowedMethods(listRoutes(app), isOfConsole));
  const closing = app.get(Closing);
  addRequestHooks(fastify, { settings, log, metrics, addresses, methods, closing, origins });
  await app.register(fastifyCookie);
  const sessionOf = (request: FastifyRequest) => sessionWord(parts, request);
  serveConsole(fastify, { dir: parts.settings.consoleDir, pages: consolePages, sessionOf });
  await app.init();
  refuseUndeclaredRoutes(app);
  await fastify.ready();
  return app;
}

const connectionLimits = {
  /** Of a whole request with its body, however slowly it is sent; see headersTimeout for its head. */
  requestTimeout: 30_000,
  /** Between two requests; a proxy keeps its connections for a minute. */
  keepAliveTimeout: 72_000,
  http: {
    /** From the connection on: one that says nothing is closed too. */
    headersTimeout: 10_000,
    connectionsCheckingInterval: 2_000,
    maxHeaderSize: 16 * 1024,
    /** Node would answer without a body; the hooks refuse it like everything else. */
    requireHostHeader: false,
  },
} as const;

function makeFastify(settings: AdminApiSettings, origins: AllowedOrigins): FastifyAdapter {
  return new FastifyAdapter({
    logger: false,
    genReqId: () => randomUUID(),
    rewriteUrl: (request: { url?: string | undefined }) => originForm(request.url ?? '/'),
    bodyLimit: bodyBytesMax,
    // Before any route and hook: an address that cannot be read.
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
      const refusal = toApiError(error);
      origins.grant(request, reply);
      void reply
        .status(refusal.status)
        .headers(securityHeaders(isHttps(settings)))
        .send(refusal.toBody(request.id));
    },
    ...connectionLimits,
    // Idle connections must not hold up a stop; requests under way are finished.
    forceCloseConnections: 'idle',
    // http/closing.ts refuses instead, earlier and with the body of every other refusal.
    return503OnClosing: false,
    routerOptions: { maxParamLength: 100 },
    clientErrorHandler: (error, socket) =>
      answerBrokenRequest(error, socket, { https: isHttps(settings), origins }),
  });
}
