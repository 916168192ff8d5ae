// What happens around every request: whose it is, security headers, the checks of origin and method, one log line and
// one measurement.

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasFitHost } from '#ports/network/request-head.js';
import type { Log } from '#ports/system/log.js';
import { isHttps, type AdminApiSettings } from './wiring/settings.js';
import type { ApiMetrics } from './health/api-metrics.js';
import type { AllowedMethods } from './access/allowed-methods.js';
import { ApiError } from './http/api-error.js';
import type { ClientAddresses } from './http/client-address.js';
import type { Closing } from './http/closing.js';
import type { AllowedOrigins } from './http/allowed-origins.js';
import { isCrossOrigin } from './http/cross-origin.js';
import { pathOf } from './http/error-filter.js';
import { securityHeaders } from './http/security-headers.js';
import { readCookie } from './http/session-cookie.js';

/** Called by machines again and again, as long as they run: worth a metric, not a line. */
const quiet =
  /^\/(health|metrics|api\/v1\/(telemetry|servers\/[^/]+\/(heartbeat|players|(commands|sanctions)\/fetch)))(\/|$)/;

interface Around {
  readonly settings: AdminApiSettings;
  readonly log: Log;
  readonly metrics: ApiMetrics;
  readonly addresses: ClientAddresses;
  /** Known once all routes are. */
  readonly methods: () => AllowedMethods;
  readonly closing: Closing;
  readonly origins: AllowedOrigins;
}

export function addRequestHooks(
  fastify: FastifyInstance,
  { settings, log, metrics, addresses, methods, closing, origins }: Around,
): void {
  fastify.decorateRequest('clientAddress', '');
  fastify.decorateRequest('browserToken', {
    getter(this: FastifyRequest) {
      return readCookie('browser', this, settings);
    },
  });
  const headers = securityHeaders(isHttps(settings));
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.headers(headers).header('x-request-id', request.id);
    const forwarded = oneHeader(request.headers['x-forwarded-for']);
    request.clientAddress = addresses.of(request.raw.socket.remoteAddress, forwarded);
    const route = request.routeOptions.url ?? '';
    if (request.url.startsWith('/api/') || route.startsWith('/api/'))
      void reply.header('cache-control', 'no-store');
    const isPreflight = origins.grant(request, reply);
    if (closing.hasBegun) {
      // The connection would keep the server from closing.
      void reply.header('connection', 'close');
      return done(new ApiError('shutting-down'));
    }
    const refusal = refuseHead(request) ?? refuseCrossOrigin(request, settings, origins);
    if (refusal === undefined && isPreflight) return void reply.status(204).send();
    done(refusal ?? refuseMethod(request, methods()));
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none';
    // An event stream lasts as long as somebody watches: no figure of how fast requests are served.
    if (route !== '/api/v1/events')
      metrics.request(request.method, route, reply.statusCode, reply.elapsedTime / 1000);
    logRequest(log, request, reply);
    done();
  });
}

function refuseCrossOrigin(
  request: FastifyRequest,
  settings: AdminApiSettings,
  origins: AllowedOrigins,
): ApiError | undefined {
  const crossOrigin = isCrossOrigin(
    {
      method: request.method,
      secFetchSite: oneHeader(request.headers['sec-fetch-site']),
      origin: request.headers.origin,
      host: request.headers.host,
    },
    settings.publicUrl,
    origins,
  );
  return crossOrigin ? new ApiError('cross-origin') : undefined;
}

/** RFC 9112 sections 3.2 and 6.1. */
function refuseHead({ raw }: FastifyRequest): ApiError | undefined {
  if (!hasFitHost(raw)) return new ApiError('invalid-http');
  const codings = raw.headers['transfer-encoding'] ?? 'chunked';
  return codings.toLowerCase() === 'chunked' ? undefined : new ApiError('unknown-transfer-coding');
}

function refuseMethod(request: FastifyRequest, methods: AllowedMethods): ApiError | undefined {
  const allow = methods.of(pathOf(request));
  const wrong = allow.length > 0 && !allow.includes(request.method);
  return wrong ? new ApiError('method-not-allowed', { allow }) : undefined;
}

function oneHeader(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.join(',') : value;
}

function logRequest(log: Log, request: FastifyRequest, reply: FastifyReply): void {
  const fields = {
    method: request.method,
    path: pathOf(request).slice(0, 200),
    status: reply.statusCode,
    ms: Math.round(reply.elapsedTime * 10) / 10,
    requestId: request.id,
    account: request.caller?.account.name,
  };
  if (quiet.test(fields.path) && reply.statusCode < 400) log.debug('http request', fields);
  else log.info('http request', fields);
}
