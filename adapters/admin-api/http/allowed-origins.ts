// Pages of other origins that may use the API from a browser (TOS_CORS_ORIGINS), as the fetch standard has it
// (fetch.spec.whatwg.org, CORS protocol): a preflight is answered, answers may be read, cookies go along. A session's cookie is
// SameSite=Strict, so that only pages of the same site (tools.example.com beside console.example.com) are signed in by it;
// others bring a token.
//
// By hand and not by @fastify/cors: its hook comes after refusals of the head, which a page could not read then; it answers
// what is no preflight in words of its own, and adds a route.

import type { FastifyReply, FastifyRequest } from 'fastify';

const preflightSeconds = 600;
const methods = 'GET, HEAD, POST, PUT, PATCH, DELETE';
const sentHeaders = 'content-type, authorization, last-event-id';
/** Beside those that every page may read. */
const readableHeaders = 'x-request-id, retry-after, allow, content-disposition';

export class AllowedOrigins {
  readonly #origins: ReadonlySet<string>;

  constructor(origins: readonly string[]) {
    this.#origins = new Set(origins);
  }

  /** As browsers write it: `https://tools.example.com`, with a port that is not the scheme's own. */
  has(origin: string | undefined): boolean {
    return origin !== undefined && this.#origins.has(origin);
  }

  /** Before anything is refused, so that pages can read why. Answers whether the request asks for leave and nothing else. */
  grant(request: FastifyRequest, reply: FastifyReply): boolean {
    const { url, routeOptions, headers } = request;
    // As it was sent, or as it was read: a letter of it may be written as an escape.
    const granted = this.headersFor(isOfApi(url) ? url : (routeOptions.url ?? ''), headers.origin);
    void reply.headers(granted);
    const { 'access-control-request-method': wanted } = headers;
    if (granted['access-control-allow-origin'] === undefined) return false;
    if (request.method !== 'OPTIONS' || wanted === undefined) return false;
    void reply
      .header('access-control-allow-methods', methods)
      .header('access-control-allow-headers', sentHeaders)
      .header('access-control-max-age', preflightSeconds);
    return true;
  }

  /** What stands in any answer, also to what never becomes a request for a route. */
  headersFor(url: string, origin: string | undefined): Readonly<Record<string, string>> {
    // Without any, answers are as if there were no such thing. Console, health and metrics are nobody else's.
    if (this.#origins.size === 0 || !isOfApi(url)) return {};
    // Also of answers to others: a cache must not give them to those.
    const vary = { vary: 'Origin' };
    if (origin === undefined || !this.has(origin)) return vary;
    return {
      ...vary,
      'access-control-allow-origin': origin,
      'access-control-allow-credentials': 'true',
      'access-control-expose-headers': readableHeaders,
    };
  }
}

function isOfApi(url: string): boolean {
  return /^\/api(?:[/?#]|$)/.test(url);
}
