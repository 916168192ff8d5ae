// How bodies are read: JSON in UTF-8 only, of bounded size per route and bounded depth, without keys that reach for prototypes.

import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify';
import { ApiError } from './api-error.js';

export const bodyBytesMax = 64 * 1024;
/** Positions of 5,000 entities. */
export const telemetryBodyBytesMax = 512 * 1024;
/** The deepest body in the contract has 7 levels. */
export const jsonDepthMax = 16;

/** Of 5,000 players, and of 8 reports with what was said. */
const large = ['/api/v1/servers/:id/players', '/api/v1/servers/:id/reports'];

export function acceptJsonBodies(fastify: FastifyInstance): void {
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    if (isEncoded(request) || !isUtf8(request))
      return done(new ApiError('unsupported-media-type'), undefined);
    const text = decode(body as Buffer);
    if (text === undefined) return done(new ApiError('invalid-encoding'), undefined);
    if (text === '') return done(null, undefined);
    if (jsonDepth(text) > jsonDepthMax) return done(new ApiError('json-too-deep'), undefined);
    void parse(request, text, (error, value) => {
      done(error ? new ApiError('invalid-json') : null, value);
    });
  });
  fastify.addHook('onRoute', (route: RouteOptions) => {
    if (route.url.startsWith('/api/v1/telemetry') || large.includes(route.url)) {
      route.bodyLimit = telemetryBodyBytesMax;
    }
  });
}

/** Compressed: read as it is, it would be taken for what it is not. */
function isEncoded({ headers }: FastifyRequest): boolean {
  return (headers['content-encoding'] ?? 'identity').toLowerCase() !== 'identity';
}

/** As far as it says so: RFC 8259 section 8.1 has nothing else. */
function isUtf8({ headers }: FastifyRequest): boolean {
  const parameters = (headers['content-type'] ?? '').split(';').slice(1);
  const charsets = parameters.filter((each) => /^\s*charset\s*=/i.test(each));
  return charsets.every((each) => /=\s*(?:utf-?8|"utf-?8")\s*$/i.test(each));
}

/** Undefined for what is not UTF-8, instead of other characters in its place. */
function decode(body: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    return undefined;
  }
}

/** The deepest nesting of brackets outside strings; counting stops past the limit. Valid JSON or not. */
export function jsonDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let i = 0; i < text.length && deepest <= jsonDepthMax; i++) {
    const c = text.charCodeAt(i);
    if (inString) {
      if (c === 0x5c) i++;
      else if (c === 0x22) inString = false;
    } else if (c === 0x22) inString = true;
    else if (c === 0x7b || c === 0x5b) deepest = Math.max(deepest, ++depth);
    else if (c === 0x7d || c === 0x5d) depth--;
  }
  return deepest;
}
