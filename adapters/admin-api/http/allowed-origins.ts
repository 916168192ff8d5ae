// Pages of other origins that may use the API from a browser (TOS_CORS_ORIGINS), as the fetch standard has it: a preflight
// is answered, answers may be read, cookies go along. A session's cookie is SameSite=Strict, so that only pages of the same site
// (tools.example.com beside console.example.com) are signed in by it; others bring a token.

import cors, { type FastifyCorsOptions } from '@fastify/cors';
import type { FastifyInstance, FastifyRequest } from 'fastify';

const preflightSeconds = 600;
/** Beside those that every page may read. */
const readableHeaders = ['x-request-id', 'retry-after', 'etag', 'allow', 'content-disposition'];

export class AllowedOrigins {
  readonly #origins: ReadonlySet<string>;

  constructor(origins: readonly string[]) {
    this.#origins = new Set(origins);
  }

  /** As browsers write it: `https://tools.example.com`, with a port that is not the scheme's own. */
  has(origin: string | undefined): boolean {
    return origin !== undefined && this.#origins.has(origin);
  }

  /** Such a request asks for the API's leave and nothing else. */
  isPreflight(request: FastifyRequest): boolean {
    const { origin, 'access-control-request-method': method } = request.headers;
    return request.method === 'OPTIONS' && method !== undefined && this.has(origin) && isApi(request);
  }

  /** Without any, answers are as if there were no such thing. */
  async serve(fastify: FastifyInstance): Promise<void> {
    if (this.#origins.size === 0) return;
    await fastify.register(cors, {
      delegator: (
        request: FastifyRequest,
        answer: (error: Error | null, options: FastifyCorsOptions) => void,
      ) => {
        const { origin } = request.headers;
        const isAllowed = this.has(origin) && isApi(request);
        answer(null, isAllowed ? { ...granted, origin: origin! } : { origin: false });
      },
    });
  }
}

const granted: FastifyCorsOptions = {
  credentials: true,
  methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
  allowedHeaders: ['content-type', 'authorization', 'if-match', 'last-event-id'],
  exposedHeaders: readableHeaders,
  maxAge: preflightSeconds,
  // What is no preflight has been refused before, in the words of every other refusal.
  strictPreflight: false,
};

/** Console, health and metrics are nobody else's. */
function isApi({ url }: FastifyRequest): boolean {
  return url.startsWith('/api/');
}
