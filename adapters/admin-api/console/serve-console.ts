// The console's files, and its page at every address of its router. Elsewhere there is nothing: a person sees the page,
// which says so, with 404; a monitor that asks for /healthz, or a program that mistyped an address, gets the API's error.
// Files go out compressed where the build has put a compressed twin (.br, .gz) beside them; the page, which differs
// from response to response, never does.

import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { ApiError } from '../http/api-error.js';
import { pathOf } from '../http/error-filter.js';
import { consolePolicy } from '../http/security-headers.js';
import { ConsolePage, type SessionWord } from './console-page.js';

/** main-5XHT4B2K.js, chunk-B-NG0RsX.js: its content never changes under this name. */
const hashedName = /-(?=[^.]*[A-Z0-9])[A-Za-z0-9_-]{8}\.[a-z0-9]+$/;
/** Only sent in place of their originals. */
const compressedTwin = /\.(br|gz)$/;
/** These are the API's; an unknown one is an error, not the console's page. */
const apiPath = /^\/(api|health|metrics)(\/|$)/i;
/** What no address of the console has: escapes, empty and dotted parts. */
const oddPath = /%|\/\/|\\|\/\./;
const plainName = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;
/** No build has deeper folders; a longer path is more than a file system takes, which it says by an error of its own. */
const namesMax = 8;

export interface ServedConsole {
  /** Where it was built; undefined: nowhere. */
  readonly dir: string | undefined;
  /** The first parts of its router's addresses. */
  readonly pages: ReadonlySet<string>;
  /** Whether a request carries a live session; may reject. */
  readonly sessionOf: (request: FastifyRequest) => Promise<SessionWord>;
}

export function serveConsole(fastify: FastifyInstance, { dir, pages, sessionOf }: ServedConsole): void {
  const page = new ConsolePage(dir);
  if (dir !== undefined) {
    void fastify.register(fastifyStatic, {
      root: path.resolve(dir),
      serve: false,
      cacheControl: false,
      preCompressed: true,
    });
  }
  fastify.get('/*', async (request, reply) => {
    const requested = pathOf(request);
    if (apiPath.test(requested) || oddPath.test(requested)) throw new ApiError('not-found');
    const file = await findFile(dir, requested);
    if (file !== undefined) return sendFile(reply, file);
    // A missing script must not be answered with a page.
    if (requested !== '/index.html' && path.posix.basename(requested).includes('.'))
      throw new ApiError('not-found');
    if (!isPage(pages, requested)) {
      if (!request.headers.accept?.includes('text/html')) throw new ApiError('not-found');
      void reply.status(404);
    }
    return sendPage(reply, page, await sessionOf(request));
  });
}

async function sendPage(reply: FastifyReply, page: ConsolePage, session: SessionWord): Promise<string> {
  const nonce = randomBytes(18).toString('base64');
  void reply
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('content-security-policy', consolePolicy(nonce));
  return page.render(nonce, session);
}

function sendFile(reply: FastifyReply, file: string): FastifyReply {
  const lasting = hashedName.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache';
  return reply.header('cache-control', lasting).sendFile(file);
}

/** Whether an address, as it was sent, is one of the console's router, and no file and nothing disguised. */
export function isConsoleAddress(pages: ReadonlySet<string>, requested: string): boolean {
  return !apiPath.test(requested) && !oddPath.test(requested) && isPage(pages, requested);
}

/** Whether a file of the console would be sent for an address. Looked for anew: a build may have replaced it. */
export function isConsoleFile(dir: string | undefined, requested: string): boolean {
  const file = namedFile(dir, requested);
  return file !== undefined && statSync(file, { throwIfNoEntry: false })?.isFile() === true;
}

function isPage(pages: ReadonlySet<string>, requested: string): boolean {
  return requested === '/index.html' || pages.has(requested.split('/')[1]!);
}

/** The file's path under `dir`, or undefined. */
async function findFile(dir: string | undefined, requested: string): Promise<string | undefined> {
  const file = namedFile(dir, requested);
  if (file === undefined) return undefined;
  const found = await stat(file).catch(() => undefined);
  return found?.isFile() ? path.relative(dir!, file) : undefined;
}

/** Only plain names in plain folders are looked for at all. */
function namedFile(dir: string | undefined, requested: string): string | undefined {
  const names = requested.slice(1).split('/');
  if (dir === undefined || names.length > namesMax || !names.every((name) => plainName.test(name)))
    return undefined;
  const file = names.join('/');
  return file === 'index.html' || compressedTwin.test(file) ? undefined : path.join(dir, file);
}
